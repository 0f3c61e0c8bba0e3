import { type Splice, spliced } from '../../draft/change'
import type { Fingerprint } from './fingerprint'
import { NEAR_JACCARD, ShingleIndex } from './shingle-index'

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

/** A paragraph in its list. */
interface Entry {
  readonly fingerprint: Fingerprint | undefined
  place: number
}

/** Paragraphs that are the same. */
interface Group {
  readonly fingerprint: Fingerprint
  readonly members: Set<Entry>
  /** Its number in the index of shingles; none for short paragraphs. */
  id: number | undefined
}

/**
 * The repeats among a list of paragraphs, kept up to date: an update costs what it touches, and what there is to report.
 * Whatever was in the list before, the repeats are those of the list as it stands.
 */
export class RepeatIndex {
  private readonly shingles = new ShingleIndex()
  private readonly groups = new Map<number, Group>()
  private readonly byId = new Map<number, Group>()
  private readonly copied = new Set<Group>()
  private entries: readonly Entry[] = []

  /** Takes over a list after a splice. Paragraphs without a fingerprint are no prose. */
  update(fingerprints: readonly (Fingerprint | undefined)[], splice: Splice): void {
    const { from, removed, added } = splice
    const leaving = this.entries.slice(from, from + removed)
    this.entries = spliced(this.entries, splice, (place) => ({ fingerprint: fingerprints[place], place }))
    // First in, then out: a paragraph that was only moved stays known.
    const begun = this.entries.slice(from, from + added).flatMap((entry) => this.join(entry))
    for (const entry of leaving) this.leave(entry)
    const ids = begun.length ? this.shingles.add(begun.map(({ fingerprint }) => fingerprint)) : []
    for (const [i, group] of begun.entries()) {
      group.id = ids[i]!
      this.byId.set(group.id, group)
    }
    for (let place = from; place < this.entries.length; place++) this.entries[place]!.place = place
  }

  /** Every later copy, in the order of the list. */
  repeats(): readonly Repeat[] {
    const exact = [...this.copied].flatMap(exactCopies)
    const alike = this.shingles.paired().flatMap((id) => this.likestBefore(id))
    return [...exact, ...alike].sort((a, b) => a.block - b.block)
  }

  /** Puts a paragraph to those that are the same; returns the group that it begins, if it is one of long paragraphs. */
  private join(entry: Entry): Group[] {
    const { fingerprint } = entry
    if (!fingerprint || fingerprint.words < EXACT_FROM_WORDS) return []
    const known = this.groups.get(fingerprint.exact)
    if (!known) {
      const group: Group = { fingerprint, members: new Set([entry]), id: undefined }
      this.groups.set(fingerprint.exact, group)
      return fingerprint.words >= ALIKE_FROM_WORDS ? [group] : []
    }
    if (isSame(known.fingerprint, fingerprint)) known.members.add(entry)
    if (known.members.size > 1) this.copied.add(known)
    return []
  }

  private leave(entry: Entry): void {
    const group = entry.fingerprint && this.groups.get(entry.fingerprint.exact)
    if (!group?.members.delete(entry)) return
    if (group.members.size < 2) this.copied.delete(group)
    if (group.members.size > 0) return
    this.groups.delete(group.fingerprint.exact)
    if (group.id === undefined) return
    this.shingles.remove(group.id)
    this.byId.delete(group.id)
  }

  /**
   * A group's first paragraph stands for the group: it is the later copy of the groups that begin before it, and it
   * points at the nearest of their members. `near` wins over `contained`.
   */
  private likestBefore(id: number): Repeat[] {
    const block = firstOf(this.byId.get(id)!)
    const earlier = [...this.shingles.alike(id)].filter(([other]) => firstOf(this.byId.get(other)!) < block)
    if (!earlier.length) return []
    const near = earlier.filter(([, { jaccard }]) => jaccard >= NEAR_JACCARD)
    const [kind, chosen] = near.length ? (['near', near] as const) : (['contained', earlier] as const)
    const before = chosen
      .flatMap(([other]) => placesOf(this.byId.get(other)!))
      .filter((place) => place < block)
      .sort((a, b) => a - b)
    const similarity = Math.max(
      ...chosen.map(([, likeness]) => (kind === 'near' ? likeness.jaccard : likeness.containment)),
    )
    return [{ kind, block, repeats: before.at(-1)!, first: before[0]!, similarity }]
  }
}

const placesOf = ({ members }: Group): number[] => [...members].map(({ place }) => place)

function firstOf({ members }: Group): number {
  let first = Number.POSITIVE_INFINITY
  for (const { place } of members) first = Math.min(first, place)
  return first
}

/** The hash of the folded text may collide once in a blue moon; then the words still tell the two apart. */
function isSame(a: Fingerprint, b: Fingerprint): boolean {
  return a === b || (a.words === b.words && a.shingles.every((shingle, i) => shingle === b.shingles[i]))
}

function exactCopies(group: Group): Repeat[] {
  const places = placesOf(group).sort((a, b) => a - b)
  return places
    .slice(1)
    .map((block, i) => ({ kind: 'exact', block, repeats: places[i]!, first: places[0]!, similarity: 1 }))
}
