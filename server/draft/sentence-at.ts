import { blockAt, type Draft, endOf } from './draft'
import { lineEndAt, lineStartAt } from './lines'
import { sentencesOf } from './sentences'
import { type Span, shift } from './span'
import { tokenize } from './tokens'

/** The sentence that holds an offset of the draft, or its line where no paragraph is. */
export function sentenceAt(draft: Draft, offset: number): Span {
  const block = draft.blocks[blockAt(draft.blocks, offset + 1)]
  if (!block || offset < block.start) return lineAt(draft.text, offset)
  const sentences = sentencesOf(tokenize(block.paragraph.prose)).map((span) => shift(span, block.start))
  return sentences.find(({ end }) => offset < end) ?? { start: block.start, end: endOf(block) }
}

const lineAt = (text: string, offset: number): Span => ({
  start: lineStartAt(text, offset),
  end: lineEndAt(text, offset),
})
