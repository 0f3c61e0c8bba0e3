import { type Splice, spliced } from '../draft/change'
import { createPace, type Steps } from '../draft/steps'
import type { Read } from './check'

/** How often something occurs, by its name. */
export type Counts = Readonly<Record<string, number>>

/** So many characters of a paragraph, in which a few things may occur, take as long as a short one. */
const COUNTED_LIKE_ONE = 200

/**
 * Counts what occurs in the versions of one draft, one after the other: each block is counted once, and what a splice
 * takes away is taken off again.
 */
export function createTally<Facts>(
  count: (facts: Facts, source: string) => Counts | undefined,
): (read: Read<Facts>, splice: Splice) => Steps<Counts> {
  let byBlock: readonly (Counts | undefined)[] = []
  const total: Record<string, number> = {}
  const add = (counts: Counts | undefined, sign: 1 | -1): void => {
    for (const name in counts) total[name] = (total[name] ?? 0) + sign * counts[name]!
  }
  return function* ({ facts, draft }, splice) {
    const { from, removed, added } = splice
    const counted: (Counts | undefined)[] = []
    const isTime = createPace()
    for (let i = from; i < from + added; i++) {
      const { source } = draft.blocks[i]!.paragraph
      if (isTime(1 + source.length / COUNTED_LIKE_ONE)) yield
      const known = facts[i]
      counted.push(known && count(known, source))
    }
    for (let i = from; i < from + removed; i++) add(byBlock[i], -1)
    for (const counts of counted) add(counts, 1)
    byBlock = yield* spliced(byBlock, splice, (i) => counted[i - from])
    return total
  }
}
