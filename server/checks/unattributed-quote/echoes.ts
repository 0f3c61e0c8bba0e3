import { type Splice, spliced } from '../../draft/change'
import type { Block, Draft } from '../../draft/draft'
import { visible } from '../../draft/invisible'
import { NOTHING } from '../../draft/kept'
import { STEP, type Steps } from '../../draft/steps'
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
}

const SILENT: Heard = { found: NOTHING, result: NOTHING }

/**
 * A headline or pull quote says again what stands attributed elsewhere, and takes the source from there. Keeps what it
 * made of the versions of one draft, and looks again only near what has changed.
 */
export function createEchoes(): (
  found: FoundByBlock<Judged>,
  read: Read<QuoteFacts>,
  splice: Splice,
) => Steps<FoundByBlock<Judged>> {
  let heard: readonly (Heard | undefined)[] = []
  const words = createFolder()
  return function* (found, { draft }, splice) {
    const known = spliced(heard, splice, () => undefined)
    // Paragraphs that no quotation has left, and none has come to, are no nearer to what is said again, nor farther off.
    const isInPlace = splice.removed === splice.added
    let from = isInPlace ? Number.POSITIVE_INFINITY : splice.from
    let to = isInPlace ? Number.NEGATIVE_INFINITY : splice.from + splice.added
    for (let i = 0; i < found.length; i++) {
      const here = found[i]!
      const before = (isInPlace ? heard : known)[i]?.found
      if (here === before || (before && here.length + before.length === 0)) continue
      if (i < from) from = i
      if (i > to) to = i
    }
    const results: (readonly Judged[])[] = new Array(found.length)
    for (let i = 0; i < found.length; i++) {
      if (i % STEP === STEP - 1) yield
      const isNear = i >= from - REACH && i <= to + REACH
      const before = known[i]
      known[i] = before?.found === found[i] && !isNear ? before : hear(i, before, found, draft)
      results[i] = known[i]!.result
    }
    heard = known
    return results
  }

  function hear(i: number, before: Heard | undefined, found: FoundByBlock<Judged>, draft: Draft): Heard {
    const here = found[i]!
    if (!here.length) return SILENT
    const needs = here.some((item) => isNeedy(item, draft.blocks[i]!))
    if (!needs) return before?.result === here ? before : { found: here, result: here }
    return { found: here, result: here.map((item) => withEcho(item, i, found, draft, words)) }
  }
}

function isNeedy({ verdict }: Judged, { paragraph }: Block): boolean {
  if (verdict === 'attributed' || verdict === 'unclosed') return false
  return verdict !== 'not-speech' || paragraph.kind === 'heading' || paragraph.kind === 'quote'
}

type Folder = (quote: QuoteFact, block: Block) => string

function withEcho(item: Judged, i: number, found: FoundByBlock<Judged>, draft: Draft, words: Folder): Judged {
  const { blocks } = draft
  if (!isNeedy(item, blocks[i]!)) return item
  const own = words(item.quote, blocks[i - item.back]!)
  const isLong = own.split(' ').length >= ECHO
  const last = Math.min(found.length - 1, i + REACH)
  for (let b = Math.max(0, i - REACH); b <= last; b++) {
    for (const { quote, back, verdict, source } of found[b]!) {
      if (verdict !== 'attributed' || !source) continue
      const said = words(quote, blocks[b - back]!)
      if (isLong ? !` ${said} `.includes(` ${own} `) : said !== own) continue
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
