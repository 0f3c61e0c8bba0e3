import type { Fingerprint } from './fingerprint'
import { type Likeness, NEAR_JACCARD, ShingleIndex } from './shingle-index'

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
export type RepeatFinder = (fingerprints: readonly (Fingerprint | undefined)[]) => readonly Repeat[]

/**
 * A finder that remembers the paragraphs of its last call, so that the next one costs what changed. Whatever it was
 * called with before, it finds the same.
 */
export function createRepeatFinder(): RepeatFinder {
  const index = new ShingleIndex()
  let known: ReadonlyMap<number, number> = new Map()
  return (fingerprints) => {
    const groups = groupExact(fingerprints)
    const long = groups.filter(({ fingerprint }) => fingerprint.words >= ALIKE_FROM_WORDS)
    known = updated(index, known, long)
    const byId = new Map(long.map((group) => [known.get(group.fingerprint.exact)!, group]))
    const alike = [...byId].flatMap(([id, group]) => likestBefore(group, index.alike(id), byId))
    return [...groups.flatMap(exactCopies), ...alike].sort((a, b) => a.block - b.block)
  }
}

/** Paragraphs that are the same, in the order of the text. */
interface Group {
  readonly fingerprint: Fingerprint
  readonly members: number[]
}

function groupExact(fingerprints: readonly (Fingerprint | undefined)[]): Group[] {
  const groups = new Map<number, Group>()
  for (let block = 0; block < fingerprints.length; block++) {
    const fingerprint = fingerprints[block]
    if (!fingerprint || fingerprint.words < EXACT_FROM_WORDS) continue
    const group = groups.get(fingerprint.exact)
    if (!group) groups.set(fingerprint.exact, { fingerprint, members: [block] })
    else if (isSame(group.fingerprint, fingerprint)) group.members.push(block)
  }
  return [...groups.values()]
}

/** The hash of the folded text may collide once in a blue moon; then the words still tell the two apart. */
function isSame(a: Fingerprint, b: Fingerprint): boolean {
  return a === b || (a.words === b.words && a.shingles.every((shingle, i) => shingle === b.shingles[i]))
}

function exactCopies({ members }: Group): Repeat[] {
  return members
    .slice(1)
    .map((block, i) => ({ kind: 'exact', block, repeats: members[i]!, first: members[0]!, similarity: 1 }))
}

/** Brings the index up to date; returns the number in it of each group, by the hash of its text. */
function updated(
  index: ShingleIndex,
  known: ReadonlyMap<number, number>,
  groups: readonly Group[],
): ReadonlyMap<number, number> {
  const next = new Map<number, number>()
  const added: Fingerprint[] = []
  for (const { fingerprint } of groups) {
    const id = known.get(fingerprint.exact)
    if (id === undefined) added.push(fingerprint)
    else next.set(fingerprint.exact, id)
  }
  for (const [exact, id] of known) if (!next.has(exact)) index.remove(id)
  const ids = added.length ? index.add(added) : []
  for (const [i, { exact }] of added.entries()) next.set(exact, ids[i]!)
  return next
}

/**
 * A group's first paragraph stands for the group: it is the later copy of the groups that begin before it, and it
 * points at the nearest of their members. `near` wins over `contained`.
 */
function likestBefore(
  { members }: Group,
  alike: ReadonlyMap<number, Likeness>,
  byId: ReadonlyMap<number, Group>,
): Repeat[] {
  const block = members[0]!
  const earlier = [...alike].filter(([id]) => byId.get(id)!.members[0]! < block)
  if (!earlier.length) return []
  const near = earlier.filter(([, { jaccard }]) => jaccard >= NEAR_JACCARD)
  const [kind, chosen] = near.length ? (['near', near] as const) : (['contained', earlier] as const)
  const before = chosen.flatMap(([id]) => byId.get(id)!.members).filter((member) => member < block)
  const similarity = Math.max(
    ...chosen.map(([, likeness]) => (kind === 'near' ? likeness.jaccard : likeness.containment)),
  )
  return [{ kind, block, repeats: Math.max(...before), first: Math.min(...before), similarity }]
}
