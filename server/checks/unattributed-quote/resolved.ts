import type { Block } from '../../draft/draft'
import { type Span, shift } from '../../draft/span'
import { finished } from '../../draft/steps'
import type { Read } from '../check'
import { everything } from '../remade'
import { createWalker } from '../walk'
import { type Attribution, namingWords } from './attribution'
import { createEchoes } from './echoes'
import type { QuoteFact, QuoteFacts } from './facts'
import { type Judged, quotationWalk, type Reference } from './quotation-walk'
import type { Verdict } from './verdict'

/** A quotation with all that the draft says of its source. Offsets count from the draft's start. */
export interface Resolved extends Span {
  /** Its first part, if it runs over several paragraphs, and the paragraph in which that stands. */
  readonly quote: QuoteFact
  readonly block: Block
  readonly verdict: Verdict
  readonly source: Attribution | undefined
}

/** Every quotation of a draft, in the order of the text. */
export function resolveQuotes(read: Read<QuoteFacts>): Resolved[] {
  const all = everything(read)
  const judged = finished(createWalker(quotationWalk)(read, all))
  const found = finished(createEchoes()(judged, read, all))
  const resolved = found.flatMap((here, i) => here.map((judged) => resolvedAt(judged, i, read.draft.blocks)))
  return resolved.sort((a, b) => a.start - b.start)
}

/** A quotation found in block `i` at its place in the draft. */
export function resolvedAt(
  { quote, back, end, verdict, source }: Judged,
  i: number,
  blocks: readonly Block[],
): Resolved {
  const block = blocks[i - back]!
  return {
    quote,
    block,
    start: block.start + quote.start,
    end: blocks[i]!.start + end,
    verdict,
    source: source && attributionAt(source, i, blocks),
  }
}

function attributionAt(
  { attribution, back, antecedent: pointedTo }: Reference,
  i: number,
  blocks: readonly Block[],
): Attribution {
  const { start } = blocks[i - back]!
  const at = (span: Span | undefined): Span | undefined => span && shift(span, start)
  const antecedent = pointedTo ? namingWords(attributionAt(pointedTo, i, blocks)) : at(attribution.antecedent)
  const { anonymous, name, speaker, cue } = attribution
  return { speaker: at(speaker), cue: at(cue), anonymous, name, ...(antecedent ? { antecedent } : {}) }
}
