import { commonShingles } from './fingerprint'

/** Two paragraphs that are alike, by their places in the list that was searched (`earlier` < `later`). */
export interface Likeness {
  readonly earlier: number
  readonly later: number
  /** Jaccard similarity of their shingles. */
  readonly jaccard: number
  /** The share of the shorter one's shingles that the longer one has. */
  readonly containment: number
}

export const NEAR_JACCARD = 0.6
export const CONTAINED = 0.8
/** Jaccard ≥ .6 of sizes a ≤ b means at least .375 (a + b) ≥ .75 a in common; containment means .8 a. */
const LEAST_COMMON = 0.75

/**
 * All pairs with Jaccard ≥ .6 or containment ≥ .8, without misses: a prefix filter over the rarest shingles, as in
 * Bayardo, Ma and Srikant, "Scaling up all pairs similarity search" (2007), with the bound of containment. Two
 * paragraphs alike have at least three quarters of the smaller one's shingles in common, so one of its rarest quarter
 * stands in the larger one too; and a shingle that stands nowhere else rules itself out.
 */
export function findAlike(paragraphs: readonly Uint32Array[]): Likeness[] {
  const postings = postingsOf(paragraphs)
  const pairs: Likeness[] = []
  for (let small = 0; small < paragraphs.length; small++) {
    for (const large of candidatesFor(small, paragraphs, postings)) {
      const likeness = compare(small, large, paragraphs)
      if (likeness) pairs.push(likeness)
    }
  }
  return pairs
}

/** Where each shingle stands that more than one paragraph has. */
type Postings = ReadonlyMap<number, readonly number[]>

/** Counts in an open-addressed table first, since nearly all shingles of real prose stand once. */
function postingsOf(paragraphs: readonly Uint32Array[]): Postings {
  let total = 0
  for (const shingles of paragraphs) total += shingles.length
  const mask = 2 ** Math.ceil(Math.log2(Math.max(16, total * 2))) - 1
  const keys = new Uint32Array(mask + 1)
  const owners = new Int32Array(mask + 1)
  const postings = new Map<number, number[]>()
  for (const [paragraph, shingles] of paragraphs.entries()) {
    for (const shingle of shingles) {
      let slot = (shingle * 7) & mask
      while (owners[slot] !== 0 && keys[slot] !== shingle) slot = (slot + 1) & mask
      if (owners[slot] === 0) {
        keys[slot] = shingle
        owners[slot] = paragraph + 1
        continue
      }
      const list = postings.get(shingle)
      if (list) list.push(paragraph)
      else postings.set(shingle, [owners[slot]! - 1, paragraph])
    }
  }
  return postings
}

function candidatesFor(small: number, paragraphs: readonly Uint32Array[], postings: Postings): Set<number> {
  const candidates = new Set<number>()
  const shingles = paragraphs[small]!
  const shared: (readonly number[])[] = []
  for (const shingle of shingles) {
    const list = postings.get(shingle)
    if (list) shared.push(list)
  }
  const prefix = shingles.length - Math.ceil(shingles.length * LEAST_COMMON) + 1
  const probes = prefix - (shingles.length - shared.length)
  if (probes <= 0) return candidates
  shared.sort((a, b) => a.length - b.length)
  for (const list of shared.slice(0, probes)) {
    for (const other of list) if (isLarger(other, small, paragraphs)) candidates.add(other)
  }
  return candidates
}

/** Each pair is met once, from its smaller side. */
function isLarger(other: number, than: number, paragraphs: readonly Uint32Array[]): boolean {
  const difference = paragraphs[other]!.length - paragraphs[than]!.length
  return difference > 0 || (difference === 0 && other > than)
}

function compare(small: number, large: number, paragraphs: readonly Uint32Array[]): Likeness | undefined {
  const [a, b] = [paragraphs[small]!, paragraphs[large]!]
  const common = commonShingles(a, b)
  const jaccard = common / (a.length + b.length - common)
  const containment = common / a.length
  if (jaccard < NEAR_JACCARD && containment < CONTAINED) return undefined
  return { earlier: Math.min(small, large), later: Math.max(small, large), jaccard, containment }
}
