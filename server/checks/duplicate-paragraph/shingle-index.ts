import { createPace, type Steps } from '../../draft/steps'
import { CommonCounts } from './common-counts'
import { commonShingles, differenceOf, type Fingerprint } from './fingerprint'
import { Postings } from './postings'

/** How alike two paragraphs are. */
export interface Likeness {
  /** Jaccard similarity of their shingles, with or without those at the edges: whichever is higher. */
  readonly jaccard: number
  /** The share of the shorter one's shingles that the longer one has. */
  readonly containment: number
}

export const NEAR_JACCARD = 0.6
export const CONTAINED = 0.8

/**
 * How many shingles two paragraphs alike have in common, at least, if the smaller has so many: containment means .8 of
 * them; Jaccard ≥ .6 of sizes a ≤ b means .375 (a + b) ≥ .75 a, and of that the edges may make up a half.
 */
const leastCommon = (size: number): number => Math.ceil(size * 0.75 - 0.5)
/** From so many new paragraphs on, it is cheaper to look at the old ones from their side. */
const MANY = 64

/** Paragraphs of so many shingles, or with so many others, are compared in one step. */
const COMPARED_AT_ONCE = 1024

/** Paragraphs of fewer shingles are few: twelve words have ten, unless they say the same again and again. */
const SMALL = 10
/** Alike to more than so many others: a log, or a list of results, in which all lines say the same of other things. */
const CROWD = 128
const LONG = 256
const VERY_LONG = 4096

const NOBODY: ReadonlyMap<number, Likeness> = new Map()

/**
 * All pairs of paragraphs with Jaccard ≥ .6 or containment ≥ .8, without misses, kept up to date as paragraphs come
 * and go. A prefix filter over rare shingles, as in Bayardo, Ma and Srikant, "Scaling up all pairs similarity search"
 * (2007), with the bound of containment: two paragraphs alike have at least three quarters of the smaller one's shingles
 * in common, so of any quarter of them (and one more) one stands in the larger paragraph too. The rarest quarter has the
 * shortest lists, and a shingle that stands nowhere else has none.
 */
export class ShingleIndex {
  private readonly postings = new Postings()
  private readonly paragraphs: (Fingerprint | undefined)[] = []
  private readonly free: number[] = []
  private readonly small = new Set<number>()
  private readonly pairs = new Map<number, Map<number, Likeness>>()
  private readonly counts = new CommonCounts(this.postings)
  private crowded = false
  private changed = 0
  /** How many shingles each paragraph has in common with one that is just being looked at; else zeros. */
  private common = new Uint32Array(0)

  /** `mostCompared` is how many others a paragraph is compared with before that is enough. */
  constructor(private readonly mostCompared = Number.POSITIVE_INFINITY) {}

  /** Whether some paragraph is alike to more than so many others that pairs are no way to deal with them. */
  get isCrowded(): boolean {
    return this.crowded
  }

  /** How often a pair has come or gone. */
  get changes(): number {
    return this.changed
  }

  /** Adds paragraphs; its result are the numbers by which they are known. */
  *add(added: readonly Fingerprint[]): Steps<number[]> {
    const known = this.paragraphs.length - this.free.length
    const ids = added.map((paragraph) => this.number(paragraph))
    yield* this.postings.addAll(
      ids,
      added.map(({ shingles }) => shingles),
    )
    yield* this.compareNew(ids, known)
    return ids
  }

  /** Puts a paragraph in the place of another one: that costs what the two differ in. */
  *replace(id: number, paragraph: Fingerprint): Steps<void> {
    const { gone, come } = differenceOf(this.shinglesOf(id), paragraph.shingles)
    for (const shingle of gone) this.postings.remove(shingle, id)
    for (const shingle of come) this.postings.add(shingle, id)
    this.forget(id)
    this.place(id, paragraph)
    yield* this.compareNew([id], this.paragraphs.length - this.free.length - 1)
  }

  /** Compares new paragraphs with each other and with those that were `known` before. */
  private *compareNew(ids: readonly number[], known: number): Steps<void> {
    if (ids.length === 1 && this.mostCompared === Number.POSITIVE_INFINITY) {
      const id = ids[0]!
      if (this.counts.follow(id, this.shinglesOf(id), this.paragraphs.length)) {
        this.pairByCounts(id)
        return
      }
    } else this.counts.reset()
    const news = new Set(ids)
    const isTime = createPace(COMPARED_AT_ONCE)
    for (const id of ids) {
      if (this.crowded) return
      const looked = this.pairWithLarger(id, (other) => !news.has(other) || other < id)
      if (isTime(this.shinglesOf(id).length + looked)) yield
    }
    if (known > 0) yield* this.pairWithSmaller(ids, news)
  }

  /** Forgets a paragraph. Its number may be given to another one. */
  remove(id: number): void {
    for (const shingle of this.shinglesOf(id)) this.postings.remove(shingle, id)
    this.forget(id)
    this.paragraphs[id] = undefined
    this.free.push(id)
  }

  private forget(id: number): void {
    for (const other of this.alike(id).keys()) {
      const others = this.pairs.get(other)!
      others.delete(id)
      if (others.size === 0) this.pairs.delete(other)
      this.changed++
    }
    this.pairs.delete(id)
    this.counts.forget(id)
    this.small.delete(id)
  }

  /** The paragraphs that are alike to one, by their numbers. */
  alike(id: number): ReadonlyMap<number, Likeness> {
    return this.pairs.get(id) ?? NOBODY
  }

  /** The paragraphs that are alike to some other, by their numbers. */
  paired(): number[] {
    return [...this.pairs.keys()]
  }

  private number(paragraph: Fingerprint): number {
    const id = this.free.pop() ?? this.paragraphs.length
    this.place(id, paragraph)
    return id
  }

  private place(id: number, paragraph: Fingerprint): void {
    this.paragraphs[id] = paragraph
    if (paragraph.shingles.length < SMALL) this.small.add(id)
  }

  private shinglesOf(id: number): Int32Array {
    return this.paragraphs[id]!.shingles
  }

  /**
   * Compares a paragraph with all larger ones that may be alike; of those as large as it, the ones `first` admits. Returns
   * at how many it has looked.
   */
  private pairWithLarger(id: number, first: (other: number) => boolean): number {
    const { length } = this.shinglesOf(id)
    const seen = new Set<number>()
    const compare = (other: number): boolean => {
      if (seen.has(other)) return false
      seen.add(other)
      const larger = this.shinglesOf(other).length - length
      if (larger > 0 || (larger === 0 && other !== id && first(other))) this.compare(id, other)
      return this.crowded || this.alike(id).size >= this.mostCompared
    }
    for (const shingle of this.probes(id)) if (this.postings.some(shingle, compare)) break
    return seen.size
  }

  private pairByCounts(id: number): void {
    const { length } = this.shinglesOf(id)
    // Nearly all have a turn of phrase in common and no more, which is seen before one looks at them.
    const least = length < SMALL ? 0 : leastCommon(SMALL)
    this.counts.forEach((other, common) => {
      if (common < least && !this.small.has(other)) return
      const size = this.shinglesOf(other).length
      if (common < leastCommon(Math.min(size, length)) || this.crowded) return
      if (size < length) this.compare(other, id)
      else this.compare(id, other)
    })
  }

  private *pairWithSmaller(ids: readonly number[], news: ReadonlySet<number>): Steps<void> {
    if (ids.length >= MANY) {
      // Pairs of two old paragraphs are known; pairs of an old one with a larger new one are not.
      const isTime = createPace(COMPARED_AT_ONCE)
      for (let old = 0; old < this.paragraphs.length; old++) {
        if (this.crowded) return
        if (!this.paragraphs[old] || news.has(old)) continue
        if (isTime(this.shinglesOf(old).length + this.pairWithLarger(old, () => false))) yield
      }
      return
    }
    for (const id of ids) {
      for (const other of this.smallerCandidates(id)) this.compare(other, id)
    }
  }

  /** The rarest quarter of a paragraph's shingles, and one more, without those that stand nowhere else. */
  private probes(id: number): number[] {
    const shingles = this.shinglesOf(id)
    const prefix = shingles.length - leastCommon(shingles.length) + 1
    const probes = prefix - (shingles.length - this.postings.sharedBy(id))
    return probes > 0 ? this.sharedShingles(id, LONG).slice(0, probes) : []
  }

  /**
   * All smaller paragraphs that may be alike. Such a one has at least `leastCommon` of its shingles here. Not all lists
   * are looked through: a few, the longest of all ("one of the") among them, are passed over, and what they might add is
   * granted to everybody.
   */
  private smallerCandidates(id: number): number[] {
    const { length } = this.shinglesOf(id)
    const passedOver = leastCommon(SMALL) - 1
    const shared = this.sharedShingles(id, VERY_LONG)
    const met: number[] = []
    if (this.common.length < this.paragraphs.length) this.common = new Uint32Array(2 * this.paragraphs.length)
    const { common } = this
    const meet = (other: number): boolean => {
      if (common[other]!++ === 0) met.push(other)
      return false
    }
    for (const shingle of shared.slice(0, Math.max(0, shared.length - passedOver)))
      this.postings.some(shingle, meet)
    const candidates = [...this.small].filter(
      (other) => other !== id && this.shinglesOf(other).length < length,
    )
    for (const other of met) {
      const size = this.shinglesOf(other).length
      if (size >= SMALL && size < length && common[other]! + passedOver >= leastCommon(size))
        candidates.push(other)
      common[other] = 0
    }
    return candidates
  }

  /** The shingles that stand in other paragraphs too, the rarest first; lists from `most` on are all the same to us. */
  private sharedShingles(id: number, most: number): number[] {
    const shared: { shingle: number; length: number }[] = []
    for (const shingle of this.shinglesOf(id)) {
      const length = this.postings.lengthUpTo(shingle, most)
      if (length > 1) shared.push({ shingle, length })
    }
    return shared.sort((a, b) => a.length - b.length).map(({ shingle }) => shingle)
  }

  private compare(small: number, large: number): void {
    const likeness = likenessOf(this.paragraphs[small]!, this.paragraphs[large]!)
    if (likeness.jaccard < NEAR_JACCARD && likeness.containment < CONTAINED) return
    this.pair(small, large, likeness)
    this.pair(large, small, likeness)
  }

  private pair(id: number, other: number, likeness: Likeness): void {
    this.changed++
    const known = this.pairs.get(id)
    if (known) known.set(other, likeness)
    else this.pairs.set(id, new Map([[other, likeness]]))
    if (known && known.size > CROWD && this.mostCompared > CROWD) this.crowded = true
  }
}

export function likenessOf(a: Fingerprint, b: Fingerprint): Likeness {
  const common = commonShingles(a.shingles, b.shingles)
  const all = a.shingles.length + b.shingles.length
  const edges = Number(a.head === b.head) + Number(a.tail === b.tail)
  return {
    jaccard: Math.max(common / (all - common), (common + edges) / (all + 4 - common - edges)),
    containment: common / Math.min(a.shingles.length, b.shingles.length),
  }
}
