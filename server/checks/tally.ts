import { type Splice, spliced } from '../draft/change'
import type { Read } from './check'

/** How often something occurs, by its name. */
export type Counts = Readonly<Record<string, number>>

/**
 * Counts what occurs in the versions of one draft, one after the other: each block is counted once, and what a splice
 * takes away is taken off again.
 */
export function createTally<Facts>(
  count: (facts: Facts, source: string) => Counts | undefined,
): (read: Read<Facts>, splice: Splice) => Counts {
  let byBlock: readonly (Counts | undefined)[] = []
  const total: Record<string, number> = {}
  const add = (counts: Counts | undefined, sign: 1 | -1): void => {
    for (const name in counts) total[name] = (total[name] ?? 0) + sign * counts[name]!
  }
  return ({ facts, draft }, splice) => {
    for (let i = splice.from; i < splice.from + splice.removed; i++) add(byBlock[i], -1)
    byBlock = spliced(byBlock, splice, (i) => {
      const known = facts[i]
      const counts = known && count(known, draft.blocks[i]!.paragraph.source)
      add(counts, 1)
      return counts
    })
    return total
  }
}
