import { oneLine } from '../../draft/invisible'
import type { Span } from '../../draft/span'
import type { Read } from '../check'
import type { Attribution } from './attribution'
import { resolvedNear } from './candidates'
import type { QuoteFacts } from './facts'
import { type Resolved, resolveQuotes } from './resolved'
import type { Speaker, SpeakerReader } from './speakers'
import type { Verdict } from './verdict'

/** A quotation with its speaker, for a reader. */
export interface Said extends Span {
  readonly text: string
  readonly verdict: Verdict
  readonly anonymous: boolean
  readonly speaker: Speaker | undefined
  /** The verb alone, on one line: "said", "according to". */
  readonly cue: string | undefined
  /** Speaker and verb as they stand: "she said", "said the mayor". */
  readonly by: string | undefined
}

/** Every quotation of a draft, in the order of the text. */
export function saidIn(read: Read<QuoteFacts>, readSpeakers: SpeakerReader): Said[] {
  const quotations = resolveQuotes(read)
  const speakerOf = readSpeakers(quotations, read)
  return quotations.map((quotation) => saidBy(quotation, speakerOf(quotation), read.draft.text))
}

/** The quotation at an offset, or the one whose speaker stands there. */
export function saidAt(
  offset: number,
  read: Read<QuoteFacts>,
  readSpeakers: SpeakerReader,
): Said | undefined {
  const quotations = resolvedNear(offset, read)
  const holds = (span: Span | undefined): boolean =>
    span !== undefined && span.start <= offset && offset <= span.end
  const here = quotations.find((quotation) => holds(quotation) || holds(quotation.source?.speaker))
  return here && saidBy(here, readSpeakers(quotations, read)(here), read.draft.text)
}

function saidBy(resolved: Resolved, speaker: Speaker | undefined, text: string): Said {
  const { start, end, verdict, source } = resolved
  return {
    start,
    end,
    text: oneLine(text.slice(start, end)),
    verdict,
    anonymous: source?.anonymous ?? false,
    speaker,
    cue: source?.cue && oneLine(text.slice(source.cue.start, source.cue.end)),
    by: source && attributionText(source, text),
  }
}

/** What stands between speaker and verb is theirs ("she then said"), unless it is long. */
function attributionText({ speaker, cue }: Attribution, text: string): string | undefined {
  if (!speaker) return undefined
  const words = oneLine(text.slice(speaker.start, speaker.end))
  if (!cue) return words
  const [start, end] = [Math.min(speaker.start, cue.start), Math.max(speaker.end, cue.end)]
  const between = end - start - (speaker.end - speaker.start) - (cue.end - cue.start)
  return between <= MOST_BETWEEN ? oneLine(text.slice(start, end)) : words
}

const MOST_BETWEEN = 20
