import { type Difference, differenceOf } from './fingerprint'
import { grown, type Postings } from './postings'

interface Looked {
  readonly id: number
  readonly shingles: Int32Array
}

/**
 * How many shingles each paragraph has in common with the one that is being written. A keystroke changes a few of its
 * shingles, so from one version of it to the next only their owners are counted on or off.
 */
export class CommonCounts {
  private counts = new Uint32Array(0)
  /** The paragraphs that have any in common; each once, though some may have none any more. */
  private met: number[] = []
  private last: Looked | undefined
  private isCounted = false
  private isLastGone = false

  constructor(private readonly postings: Postings) {}

  /**
   * Takes over from the last paragraph that was added to the next one, which is in the postings already. Returns whether
   * there are counts: not where the two have little in common, for then nobody is writing a paragraph.
   */
  follow(id: number, shingles: Int32Array, paragraphs: number): boolean {
    const { last } = this
    this.last = { id, shingles }
    const difference = last && differenceOf(last.shingles, shingles)
    const kept = difference ? shingles.length - difference.come.length : 0
    // At least half of its shingles stand in the last one, of which it is another version.
    if (!last || !difference || kept === 0 || 2 * kept < shingles.length) {
      this.clear()
      this.isLastGone = false
      return false
    }
    if (this.counts.length < paragraphs) this.counts = grown(this.counts, 2 * paragraphs)
    if (this.isCounted) this.countChanges(last, id, difference, kept)
    else for (const shingle of shingles) this.countOwners(shingle, id, 1)
    this.isCounted = true
    this.isLastGone = false
    return true
  }

  /** Visits the paragraphs that have shingles in common with the one followed, with how many. */
  forEach(visit: (other: number, common: number) => void): void {
    let still = 0
    for (const other of this.met) {
      const common = this.counts[other]!
      if (common === 0) continue
      this.met[still++] = other
      visit(other, common)
    }
    this.met.length = still
  }

  /** A paragraph is no more. */
  forget(id: number): void {
    if (id < this.counts.length) this.counts[id] = 0
    if (id === this.last?.id) this.isLastGone = true
  }

  /** Other paragraphs have come. */
  reset(): void {
    this.last = undefined
    this.clear()
  }

  private clear(): void {
    for (const other of this.met) this.counts[other] = 0
    this.met = []
    this.isCounted = false
  }

  private countChanges(last: Looked, id: number, { gone, come }: Difference, kept: number): void {
    for (const shingle of come) this.countOwners(shingle, id, 1)
    for (const shingle of gone) this.countOwners(shingle, last.id, -1)
    // The last version is still there, as a rule; what it has in common with the next nobody has counted yet.
    if (this.isLastGone) return
    if (this.counts[last.id] === 0) this.met.push(last.id)
    this.counts[last.id] = kept
  }

  private countOwners(shingle: number, except: number, by: 1 | -1): void {
    const { counts, met } = this
    this.postings.some(shingle, (owner) => {
      if (owner === except) return false
      if (counts[owner] === 0) met.push(owner)
      counts[owner]! += by
      return false
    })
  }
}
