import type { Block } from '../../draft/draft'
import { visible } from '../../draft/invisible'
import { type Span, shift } from '../../draft/span'
import type { Read } from '../check'
import type { Attribution, QuoteFact, QuoteFacts } from './facts'

export type Verdict = 'attributed' | 'unattributed' | 'fragment' | 'not-speech' | 'unclosed'

/** A quotation with all that the draft says of its source. Offsets count from the draft's start. */
export interface Resolved {
  readonly quote: QuoteFact
  readonly block: Block
  readonly start: number
  readonly end: number
  readonly verdict: Verdict
  readonly source: Attribution | undefined
}

/** What one block hands on to the next. */
interface Carried {
  /** The source of a quotation that the block left open. */
  readonly open: { readonly source: Attribution | undefined } | undefined
  readonly leadIn: Attribution | undefined
  /** Whoever spoke last there. */
  readonly last: Attribution | undefined
}

const NOTHING: Carried = { open: undefined, leadIn: undefined, last: undefined }

/** Walks the draft and finds for each quotation who says it, in its own paragraph or round about. */
export function resolveQuotes({ draft, facts }: Read<QuoteFacts>): Resolved[] {
  const { blocks } = draft
  const resolved: Resolved[] = []
  let carried = NOTHING
  for (let b = 0; b < blocks.length; b++) {
    const block = blocks[b]!
    const own = facts[b]
    if (block.paragraph.kind === 'heading') {
      for (const quote of own?.quotes ?? []) resolved.push(judged(quote, block, quote.source, 'not-speech'))
      continue
    }
    if (!own) {
      carried = NOTHING
      continue
    }
    const outside = sourceOutside(b, blocks, facts, carried)
    let last: Attribution | undefined
    let ownLast: Attribution | undefined
    for (let q = 0; q < own.quotes.length; q++) {
      const quote = own.quotes[q]!
      const goesOn = q === 0 && own.opens && carried.open !== undefined
      const local = quote.source?.speaker ? absolute(quote.source, block.start) : undefined
      const may =
        quote.alone || own.pure || quote.source !== undefined || goesOn || carried.leadIn !== undefined
      const source =
        (goesOn ? carried.open?.source : undefined) ?? local ?? (may ? outside : undefined) ?? ownLast
      const open =
        !quote.closed &&
        !(q === own.quotes.length - 1 && facts[b + 1]?.opens && sameKind(block, blocks[b + 1]))
      const before = goesOn ? resolved.pop() : undefined
      const whole = judged(
        before?.quote ?? quote,
        before?.block ?? block,
        source,
        open ? 'unclosed' : undefined,
      )
      resolved.push({ ...whole, end: block.start + quote.end })
      if (source) last = ownLast = source
    }
    const spoke = own.last?.speaker ? absolute(own.last, block.start) : own.pure ? last : undefined
    carried = {
      open: own.staysOpen ? { source: last } : undefined,
      leadIn: own.leadIn
        ? own.leadIn.speaker
          ? absolute(own.leadIn, block.start)
          : (spoke ?? carried.last)
        : undefined,
      last: spoke,
    }
  }
  return withEchoes(resolved, draft.text)
}

const sameKind = (a: Block, b: Block | undefined): boolean =>
  b !== undefined && a.paragraph.kind === b.paragraph.kind

/** Who speaks in a paragraph that doesn't say so itself. */
function sourceOutside(
  b: number,
  blocks: readonly Block[],
  facts: readonly (QuoteFacts | undefined)[],
  { leadIn, last }: Carried,
): Attribution | undefined {
  if (leadIn) return leadIn
  const own = facts[b]!
  const unsaid = own.quotes.every(({ source }) => !source?.speaker)
  const points = own.quotes.some(({ source }) => source && !source.speaker)
  if (last && (own.pure || points)) return last
  if (!unsaid) return undefined
  const next = facts[b + 1]
  const after = next?.byline ?? (own.pure ? next?.identifies : undefined)
  if (after) return absolute(after, blocks[b + 1]!.start)
  return blocks[b]!.paragraph.kind === 'quote' ? aroundQuote(b, blocks, facts) : undefined
}

/** A block quotation takes the footer that any of its later paragraphs holds. */
function aroundQuote(
  b: number,
  blocks: readonly Block[],
  facts: readonly (QuoteFacts | undefined)[],
): Attribution | undefined {
  for (let i = b + 1; i < blocks.length && i < b + 12 && blocks[i]!.paragraph.kind === 'quote'; i++) {
    const footer = facts[i]?.byline
    if (footer) return absolute(footer, blocks[i]!.start)
  }
  return undefined
}

function absolute(attribution: Attribution, by: number): Attribution {
  const { speaker, cue } = attribution
  return { ...attribution, speaker: speaker && shift(speaker, by), cue: cue && shift(cue, by) }
}

function judged(
  quote: QuoteFact,
  block: Block,
  source: Attribution | undefined,
  fixed: Verdict | undefined,
): Resolved {
  const { start, end } = shift(quote, block.start)
  return { quote, block, start, end, source, verdict: fixed ?? verdictOf(quote, source) }
}

function verdictOf({ shape, source: own }: QuoteFact, source: Attribution | undefined): Verdict {
  if (shape === 'term') return 'not-speech'
  if (source) return 'attributed'
  if (own?.cue && !own.speaker && shape !== 'sentence') return 'attributed'
  if (shape === 'words') return 'not-speech'
  return shape === 'fragment' ? 'fragment' : 'unattributed'
}

/** A headline or pull quote says again what stands attributed elsewhere, and takes the source from there. */
function withEchoes(resolved: Resolved[], text: string): Resolved[] {
  const needy = resolved.some(({ verdict, block }) => verdict !== 'attributed' && isDisplay(block, verdict))
  if (!needy) return resolved
  const said = resolved.filter(({ verdict, source }) => verdict === 'attributed' && source)
  const words = said.map(({ quote, block }) => folded(textOf(quote.inner, block, text)))
  return resolved.map((item) => {
    if (item.verdict === 'attributed' || item.verdict === 'unclosed' || !isDisplay(item.block, item.verdict))
      return item
    const own = folded(textOf(item.quote.inner, item.block, text))
    const at = own.length < 8 ? -1 : words.findIndex((other) => other.includes(own))
    return at < 0 ? item : { ...item, verdict: 'attributed' as const, source: said[at]!.source }
  })
}

const isDisplay = ({ paragraph }: Block, verdict: Verdict): boolean =>
  paragraph.kind === 'heading' ||
  paragraph.kind === 'quote' ||
  verdict === 'unattributed' ||
  verdict === 'fragment'
const textOf = ({ start, end }: Span, block: Block, text: string): string =>
  text.slice(block.start + start, block.start + end)
const folded = (text: string): string =>
  visible(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
