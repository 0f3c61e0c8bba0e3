import type { Block } from '../../draft/draft'
import { groupBy } from '../../draft/group-by'
import type { Fingerprint } from './fingerprint'
import { foldedText } from './fold'
import { findAlike, type Likeness, NEAR_JACCARD } from './shingle-index'

export type RepeatKind = 'exact' | 'near' | 'contained'

/** A paragraph that stands in the draft already. Numbers are indices of the draft's blocks. */
export interface Repeat {
  readonly kind: RepeatKind
  readonly block: number
  /** The nearest earlier paragraph that it repeats. */
  readonly repeats: number
  /** The first one. */
  readonly first: number
  /** 1 for exact, Jaccard similarity for near, containment for contained. */
  readonly similarity: number
}

const EXACT_FROM_WORDS = 6
const ALIKE_FROM_WORDS = 12

/** Finds every later copy, in the order of the text. Blocks without a fingerprint are no prose. */
export function repeatsOf(
  blocks: readonly Block[],
  fingerprints: readonly (Fingerprint | undefined)[],
): readonly Repeat[] {
  const groups = groupExact(blocks, fingerprints)
  const exact = groups.flatMap(({ members }) =>
    members.slice(1).map((block, i): Repeat => {
      return { kind: 'exact', block, repeats: members[i]!, first: members[0]!, similarity: 1 }
    }),
  )
  const long = groups.filter(({ fingerprint }) => fingerprint.words >= ALIKE_FROM_WORDS)
  const alike = alikeAmong(
    long.map(({ members }) => members),
    findAlike(long.map(({ fingerprint }) => fingerprint.shingles)),
  )
  return [...exact, ...alike].sort((a, b) => a.block - b.block)
}

/** Paragraphs that are the same, in the order of the text. */
interface Group {
  readonly fingerprint: Fingerprint
  readonly members: number[]
}

function groupExact(blocks: readonly Block[], fingerprints: readonly (Fingerprint | undefined)[]): Group[] {
  const groups: Group[] = []
  const byHash = new Map<number, Group>()
  for (const [block, fingerprint] of fingerprints.entries()) {
    if (!fingerprint || fingerprint.words < EXACT_FROM_WORDS) continue
    const known = byHash.get(fingerprint.exact)
    if (known && isSame(blocks[known.members[0]!]!, blocks[block]!)) {
      known.members.push(block)
      continue
    }
    const group = { fingerprint, members: [block] }
    groups.push(group)
    if (!known) byHash.set(fingerprint.exact, group)
  }
  return groups
}

/** Hashes may collide; words may not. */
function isSame(a: Block, b: Block): boolean {
  return a.paragraph === b.paragraph || foldedText(a.paragraph.prose) === foldedText(b.paragraph.prose)
}

/**
 * Each group's first paragraph stands for the group: it is the later copy of the groups that begin before it, and it
 * points at the nearest of their members. `near` wins over `contained`.
 */
function alikeAmong(groups: readonly (readonly number[])[], pairs: readonly Likeness[]): Repeat[] {
  const byLater = groupBy(pairs, (pair) => pair.later)
  return [...byLater].map(([later, all]) => {
    const block = groups[later]![0]!
    const near = all.filter(({ jaccard }) => jaccard >= NEAR_JACCARD)
    const [kind, chosen] = near.length ? (['near', near] as const) : (['contained', all] as const)
    const members = chosen.flatMap(({ earlier }) => groups[earlier]!).filter((member) => member < block)
    const similarity = Math.max(...chosen.map((pair) => (kind === 'near' ? pair.jaccard : pair.containment)))
    return { kind, block, repeats: Math.max(...members), first: Math.min(...members), similarity }
  })
}
