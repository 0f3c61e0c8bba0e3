import type { Finder, Finding, Read } from '../check'
import { remade } from '../remade'
import { createPlacer, createWalker } from '../walk'
import { isMarked } from './desk-mark'
import { createEchoes } from './echoes'
import type { QuoteFacts } from './facts'
import { type Judged, quotationWalk } from './quotation-walk'
import { type Resolved, resolvedAt } from './resolved'

/** Finds quotations without a source, in one version of a draft after the other. */
export const createQuoteFinder = (): Finder<QuoteFacts, Resolved> =>
  remade(
    // biome-ignore lint/correctness/useYield: there is nothing to do.
    function* ({ config }) {
      return [config.mark] as const
    },
    (mark) => {
      const walker = createWalker(quotationWalk)
      const echoes = createEchoes()
      const placer = createPlacer<QuoteFacts, Judged, Resolved>((found, block, read) =>
        found.flatMap((judged) => findingsOf(judged, block, read, mark)),
      )
      return function* (read, splice) {
        const judged = yield* walker(read, splice)
        return yield* placer(yield* echoes(judged, read, splice), read, splice)
      }
    },
  )

const MESSAGES: Readonly<Record<string, string>> = {
  unattributed: 'Nobody is named as the source of this quotation.',
  fragment: 'These quoted words have no source.',
  unclosed: 'This quotation mark has no partner.',
  anonymous: 'The source of this quotation has no name.',
}

function findingsOf(
  judged: Judged,
  i: number,
  { draft }: Read<QuoteFacts>,
  mark: string,
): Finding<Resolved>[] {
  const kind = kindOf(judged)
  if (!kind || isMarked(judged, i, draft.blocks, mark)) return []
  const detail = resolvedAt(judged, i, draft.blocks)
  const { start, quote, block } = detail
  const end = kind === 'unclosed' ? block.start + quote.inner.start : detail.end
  return [{ start, end, kind, message: MESSAGES[kind]!, detail }]
}

function kindOf({ verdict, source }: Judged): string | undefined {
  if (verdict === 'attributed') return source?.attribution.anonymous ? 'anonymous' : undefined
  return verdict === 'not-speech' ? undefined : verdict
}
