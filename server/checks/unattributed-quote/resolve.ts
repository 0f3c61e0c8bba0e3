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
  /** The last paper named there or in a run of paragraphs that name none. */
  readonly paper: Attribution | undefined
}

const NOTHING: Carried = { open: undefined, leadIn: undefined, last: undefined, paper: undefined }

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
      last: spoke ?? (points(own) ? outside : undefined),
      paper: own.paper ? absolute(own.paper, block.start) : points(own) ? carried.paper : undefined,
    }
  }
  return withEchoes(resolved, draft.text)
}

const sameKind = (a: Block, b: Block | undefined): boolean =>
  b !== undefined && a.paragraph.kind === b.paragraph.kind

/** Whether it points to a source that stands further up: "it added". */
const points = ({ quotes }: QuoteFacts): boolean => quotes.some(({ source }) => source && !source.speaker)

/** Who speaks in a paragraph that doesn't say so itself. */
function sourceOutside(
  b: number,
  blocks: readonly Block[],
  facts: readonly (QuoteFacts | undefined)[],
  { leadIn, last, paper: pointedAt }: Carried,
): Attribution | undefined {
  if (leadIn) return leadIn
  const own = facts[b]!
  const unsaid = own.quotes.every(({ source }) => !source?.speaker)
  const pointing = points(own)
  const paper = pointing ? (own.paper ? absolute(own.paper, blocks[b]!.start) : pointedAt) : undefined
  if (paper) return paper
  if (last && (own.pure || pointing)) return last
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
  const index = echoIndex(said, text)
  return resolved.map((item) => {
    if (item.verdict === 'attributed' || item.verdict === 'unclosed' || !isDisplay(item.block, item.verdict))
      return item
    const words = wordsOf(item, text)
    const own = words.join(' ')
    const found = index.get(words.slice(0, ECHO).join(' '))?.find((other) => other.words.includes(own))
    return found ? { ...item, verdict: 'attributed' as const, source: found.source } : item
  })
}

/** An echo is found by its first words, so many of them; a shorter one only as a whole. */
const ECHO = 4
/** Quotations listed under the same words; of an often repeated one the first will do. */
const MOST_ALIKE = 8

interface Said {
  readonly words: string
  readonly source: Attribution | undefined
}

/** What is said with a source, by each run of words in it. */
function echoIndex(said: readonly Resolved[], text: string): ReadonlyMap<string, readonly Said[]> {
  const index = new Map<string, Said[]>()
  for (const item of said) {
    const words = wordsOf(item, text)
    const entry = { words: words.join(' '), source: item.source }
    for (let i = 0; i === 0 || i + ECHO <= words.length; i++) {
      const key = words.slice(i, i + ECHO).join(' ')
      const list = index.get(key)
      if (!list) index.set(key, [entry])
      else if (list.length < MOST_ALIKE) list.push(entry)
    }
  }
  return index
}

const wordsOf = ({ quote, block }: Resolved, text: string): string[] =>
  folded(textOf(quote.inner, block, text)).split(' ')

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
