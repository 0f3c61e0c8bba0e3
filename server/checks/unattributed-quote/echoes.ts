import { type Splice, spliced } from '../../draft/change'
import type { Block, Draft } from '../../draft/draft'
import { visible } from '../../draft/invisible'
import { NOTHING } from '../../draft/kept'
import { createPace, type Steps } from '../../draft/steps'
import type { FoundByBlock, Read } from '../check'
import type { QuoteFact, QuoteFacts } from './facts'
import type { Judged } from './quotation-walk'

/** How many blocks away what is said again may stand: a pull quote sits near its text, a headline above it. */
const REACH = 50
/** So many words make an echo wherever they stand; fewer only as a whole quotation. */
const ECHO = 4

interface Heard {
  readonly found: readonly Judged[]
  readonly result: readonly Judged[]
  /** Whether any of them looks for an echo. */
  readonly listens: boolean
}

const SILENT: Heard = { found: NOTHING, result: NOTHING, listens: false }

/** A version of a draft, block by block. */
interface Version {
  readonly blocks: readonly Block[]
  readonly found: FoundByBlock<Judged>
  readonly heard: readonly (Heard | undefined)[]
  readonly results: FoundByBlock<Judged>
}

/** The blocks in which something else is found than before lie between two of them, which count. */
interface Changed {
  readonly from: number
  readonly to: number
  /** Whether other words can be said again than before. If not, an echo is where it was, though it may have another source. */
  readonly words: () => boolean
}

/**
 * A headline or pull quote says again what stands attributed elsewhere, and takes the source from there. Keeps what it
 * made of the versions of one draft, and looks again only near what has changed.
 */
export function createEchoes(): (
  found: FoundByBlock<Judged>,
  read: Read<QuoteFacts>,
  splice: Splice,
) => Steps<FoundByBlock<Judged>> {
  let last: Version = { blocks: [], found: [], heard: [], results: [] }
  const words = createFolder()
  return function* (found, { draft }, splice) {
    const heard = yield* spliced(last.heard, splice, () => undefined)
    // Paragraphs that no quotation has left, and none has come to, are no nearer to what is said again, nor farther off.
    const isInPlace = splice.removed === splice.added
    const changed = isInPlace ? changedInPlace(found, draft) : changedIn(found, heard, splice)
    const [first, end] = isInPlace
      ? [Math.max(0, changed.from - REACH), Math.min(found.length, changed.to + REACH + 1)]
      : [0, found.length]
    const results = isInPlace ? last.results.slice() : new Array<readonly Judged[]>(found.length)
    const sources = sourcesIn(found)
    const isTime = createPace()
    for (let i = first; i < end; i++) {
      if (isTime(1 + found[i]!.length)) yield
      const before = heard[i]
      if (before?.found !== found[i] || (before!.listens && mayHearElse(before!, i, changed)))
        heard[i] = hear(i, before, found[i]!, draft, sources)
      results[i] = heard[i]!.result
    }
    last = { blocks: draft.blocks, found, heard, results }
    return results
  }

  function changedInPlace(found: FoundByBlock<Judged>, { blocks }: Draft): Changed {
    const then = last
    let from = Number.POSITIVE_INFINITY
    let to = Number.NEGATIVE_INFINITY
    for (let i = 0; i < found.length; i++) {
      if (found[i] === then.found[i]) continue
      if (i < from) from = i
      if (i > to) to = i
    }
    return { from, to, words: once(() => !isSameSaid({ from, to }, found, blocks, then)) }
  }

  function changedIn(found: FoundByBlock<Judged>, heard: Version['heard'], splice: Splice): Changed {
    let from = splice.from
    let to = splice.from + splice.added
    for (let i = 0; i < found.length; i++) {
      const [here, then] = [found[i]!, heard[i]?.found]
      if (here === then || (then && here.length + then.length === 0)) continue
      if (i < from) from = i
      if (i > to) to = i
    }
    return { from, to, words: () => true }
  }

  /** Whether blocks have the same attributed words in them as before. */
  function isSameSaid(
    { from, to }: { readonly from: number; readonly to: number },
    found: FoundByBlock<Judged>,
    blocks: readonly Block[],
    then: Version,
  ): boolean {
    for (let i = from; i <= to; i++) {
      const before = saidIn(then.found[i]!, i, then.blocks)
      const now = saidIn(found[i]!, i, blocks)
      if (now.length !== before.length || !now.every((said, k) => isSameWords(said, before[k]!))) return false
    }
    return true
  }

  function isSameWords(a: Said, b: Said): boolean {
    return sourceOf(a) === sourceOf(b) || words(a.quote, a.block) === words(b.quote, b.block)
  }

  function hear(
    i: number,
    before: Heard | undefined,
    here: readonly Judged[],
    draft: Draft,
    sources: Sources,
  ): Heard {
    if (!here.length) return SILENT
    const listens = here.some((item) => isNeedy(item, draft.blocks[i]!))
    if (!listens) return before?.result === here ? before : { found: here, result: here, listens }
    return { found: here, result: here.map((item) => withEcho(item, i, draft, sources, words)), listens }
  }
}

/** Whether what a block has heard may have another source now, or whether it may hear something else. */
function mayHearElse({ found, result }: Heard, i: number, changed: Changed): boolean {
  if (i < changed.from - REACH || i > changed.to + REACH) return false
  return result.some((item, k) => item !== found[k]) || changed.words()
}

function once(reckon: () => boolean): () => boolean {
  let known: boolean | undefined
  return () => {
    known ??= reckon()
    return known
  }
}

/** A quotation in its paragraph. */
interface Said {
  readonly quote: QuoteFact
  readonly block: Block
}

const saidIn = (found: readonly Judged[], i: number, blocks: readonly Block[]): Said[] =>
  found.filter(isSource).map(({ quote, back }) => ({ quote, block: blocks[i - back]! }))

const sourceOf = ({ quote, block }: Said): string =>
  block.paragraph.source.slice(quote.inner.start, quote.inner.end)

/** Whether its words may be said again elsewhere. */
const isSource = ({ verdict, source }: Judged): boolean => verdict === 'attributed' && source !== undefined

function isNeedy({ verdict, titled }: Judged, { paragraph }: Block): boolean {
  if (verdict === 'attributed' || verdict === 'unclosed') return false
  return verdict !== 'not-speech' || titled === true || paragraph.kind === 'quote'
}

/** What may be said again elsewhere of what was found in a block. */
type Sources = (block: number) => readonly Judged[]

/** Looked for once in each block: hundreds of quotations may ask for it. */
function sourcesIn(found: FoundByBlock<Judged>): Sources {
  const known = new Map<number, readonly Judged[]>()
  return (block) => {
    const before = known.get(block)
    if (before) return before
    const sources = found[block]!.filter(isSource)
    known.set(block, sources)
    return sources
  }
}

type Folder = (quote: QuoteFact, block: Block) => string

function withEcho(item: Judged, i: number, draft: Draft, sources: Sources, words: Folder): Judged {
  const { blocks } = draft
  if (!isNeedy(item, blocks[i]!)) return item
  const own = words(item.quote, blocks[i - item.back]!)
  const isLong = own.split(' ').length >= ECHO
  const last = Math.min(blocks.length - 1, i + REACH)
  for (let b = Math.max(0, i - REACH); b <= last; b++) {
    for (const other of sources(b)) {
      const said = words(other.quote, blocks[b - other.back]!)
      if (isLong ? !` ${said} `.includes(` ${own} `) : said !== own) continue
      const source = other.source!
      return { ...item, verdict: 'attributed', source: { ...source, back: source.back + i - b } }
    }
  }
  return item
}

/** The words of a quotation without case and punctuation; folded once for as long as the quotation lives. */
function createFolder(): Folder {
  const known = new WeakMap<QuoteFact, string>()
  return (quote, { paragraph }) => {
    const before = known.get(quote)
    if (before !== undefined) return before
    const words = visible(paragraph.prose.slice(quote.inner.start, quote.inner.end))
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
    known.set(quote, words)
    return words
  }
}
