import { type Checked, readBy } from '../check'
import { unattributedQuote } from '../checks/unattributed-quote'
import type { Said } from '../checks/unattributed-quote/said'
import { sourcesOf } from '../checks/unattributed-quote/sources'
import type { SpeakerReader } from '../checks/unattributed-quote/speakers'
import { rangeOf } from './diagnostics'
import type { PlacedText } from './draft-document'
import type { DraftSource, SourceQuotation } from './protocol'

/** A longer quotation is cut: the list is to find it by, and the draft is there to read it. */
const LONGEST = 300

/** Who is quoted in a draft, reckoned from what its check has kept. */
export function draftSources(
  checked: Checked,
  document: PlacedText,
  readSpeakers: SpeakerReader,
): DraftSource[] {
  const sources = sourcesOf(readBy(unattributedQuote, checked), readSpeakers)
  return sources.map(({ kind, name, alsoCalled, quotations }) => {
    const listed = quotations.map((said) => quotationOf(said, document))
    return { kind, name, alsoCalled, quotations: listed }
  })
}

const quotationOf = (said: Said, document: PlacedText): SourceQuotation => ({
  range: rangeOf(document, said),
  text: shortened(said.text),
  speaker: said.speaker?.words ?? null,
  by: said.by ?? null,
})

const shortened = (line: string): string =>
  line.length > LONGEST ? `${line.slice(0, LONGEST).replace(/\s\S*$/, '')}…` : line
