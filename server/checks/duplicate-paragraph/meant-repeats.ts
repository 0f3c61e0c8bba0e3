import type { Block, Draft } from '../../draft/draft'
import { visible } from '../../draft/invisible'
import type { Paragraph } from '../../draft/paragraph'
import { isCreditLine } from './credit-lines'
import type { Repeat } from './repeats'

/** Headline, standfirst, byline, place and lead: beyond these blocks a draft's head is over. */
const HEAD = 6

/**
 * Whether a paragraph is there to repeat another one: a pull quote, a notice in bold, a headline that the lead takes up, a
 * standfirst that is the lead again.
 */
export function isMeant(repeat: Repeat, draft: Draft): boolean {
  const here = draft.blocks[repeat.block]!.paragraph
  const there = draft.blocks[repeat.repeats]!.paragraph
  return isEcho(here, there) || (repeat.block < HEAD && isTakenUp(repeat, draft.blocks))
}

/** A pull quote repeats the text on purpose, and so does a notice in bold. */
export function isEcho(here: Paragraph, there: Paragraph): boolean {
  return (
    (here.kind === 'quote') !== (there.kind === 'quote') || isAllEmphasised(here) || isAllEmphasised(there)
  )
}

function isAllEmphasised(paragraph: Paragraph): boolean {
  const { emphasised } = paragraph
  if (!emphasised.length) return false
  const { prose } = paragraph
  let at = 0
  for (const { start, end } of emphasised) {
    if (WORDS.test(prose.slice(at, start))) return false
    at = Math.max(at, end)
  }
  return !WORDS.test(prose.slice(at))
}

const WORDS = /[\p{L}\p{N}]/u
const STOP = /[.!?…]["”’'»)\]]*$/

/** Whether the lead says again what headline or standfirst say. */
function isTakenUp({ kind, block, repeats }: Repeat, blocks: readonly Block[]): boolean {
  const earlier = blocks[repeats]!.paragraph
  if (repeats === 0 && kind !== 'exact') return !STOP.test(visible(earlier.prose).trimEnd())
  if (repeats === 0 || blocks[repeats - 1]!.paragraph.kind !== 'heading') return false
  const between = blocks.slice(repeats + 1, block).map(({ paragraph }) => paragraph)
  if (!between.every((paragraph) => paragraph.kind === 'heading' || isCreditLine(paragraph))) return false
  // A paragraph that stands twice, one under the other, was pasted twice: only a byline between them tells of a standfirst.
  return kind !== 'exact' || between.length > 0
}
