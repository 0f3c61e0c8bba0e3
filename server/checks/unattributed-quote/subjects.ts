import type { Paragraph } from '../../draft/paragraph'
import { readParagraph } from '../../draft/reading'
import type { Span } from '../../draft/span'
import type { Token } from '../../draft/tokens'
import { type Frame, framesOf, quotedOf } from './frames'
import { mainSubject } from './main-subject'
import { isCapital } from './shape'

/** Whom a sentence speaks of. Offsets count from its paragraph's start. */
export interface Subject extends Span {
  readonly words: string
  /** The pronouns of the sentence that may stand for its subject, if they all agree: "Varga said that she …". */
  readonly pronoun: 'he' | 'she' | undefined
}

/** The subjects of a paragraph's sentences, as far as the draft itself speaks there and quotes nobody before them. */
export function subjectsOf(paragraph: Paragraph): readonly Subject[] {
  const { prose, tokens, sentences, quotations } = readParagraph(paragraph)
  const frames = framesOf(tokens, sentences, quotedOf(quotations, tokens))
  return frames.flatMap((frame) => subjectOf(frame, tokens, prose))
}

function subjectOf(frame: Frame, tokens: readonly Token[], prose: string): Subject[] {
  const end = frame.quoted[0]?.whole.from ?? frame.to
  const subject = end > frame.from ? mainSubject(tokens, frame.from, end) : undefined
  if (!subject) return []
  const [start, last] = [tokens[subject.from]!.start, tokens[subject.to - 1]!.end]
  const words = prose.slice(start, last)
  return [{ start, end: last, words, pronoun: agreeing(frame, subject.to, tokens) }]
}

/**
 * "he" or "she" where the sentence has no other name. "Him" and "her" right behind a verb are somebody else ("Varga
 * thanked her"), and "her" can't be told from that one.
 */
function agreeing({ to, quoted }: Frame, from: number, tokens: readonly Token[]): Subject['pronoun'] {
  let found: Subject['pronoun']
  let q = 0
  for (let i = from; i < to; i++) {
    while (q < quoted.length && quoted[q]!.whole.to <= i) q++
    if (quoted[q] && i >= quoted[q]!.whole.from) {
      i = quoted[q]!.whole.to - 1
      continue
    }
    if (isCapital(tokens[i])) return undefined
    const pronoun = PRONOUN_OF[tokens[i]!.lower]
    if (pronoun && found && pronoun !== found) return undefined
    found ??= pronoun
  }
  return found
}

const PRONOUN_OF: Readonly<Record<string, 'he' | 'she'>> = {
  he: 'he',
  his: 'he',
  himself: 'he',
  she: 'she',
  hers: 'she',
  herself: 'she',
}
