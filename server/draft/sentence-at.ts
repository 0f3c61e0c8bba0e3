import { type Draft, endOf } from './draft'
import { sentencesOf } from './sentences'
import { type Span, shift } from './span'
import { tokenize } from './tokens'

/** The sentence that holds an offset of the draft, or its line where no paragraph is. */
export function sentenceAt(draft: Draft, offset: number): Span {
  const block = draft.blocks.find((candidate) => candidate.start <= offset && offset < endOf(candidate))
  if (!block) return lineAt(draft.text, offset)
  const sentences = sentencesOf(tokenize(block.paragraph.prose)).map((span) => shift(span, block.start))
  return sentences.find(({ end }) => offset < end) ?? { start: block.start, end: endOf(block) }
}

function lineAt(text: string, offset: number): Span {
  const found = text.indexOf('\n', offset)
  return { start: text.lastIndexOf('\n', offset - 1) + 1, end: found < 0 ? text.length : found }
}
