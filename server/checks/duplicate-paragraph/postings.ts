import type { Steps } from '../../draft/steps'

/** How much of the table may be taken: beyond that, the ways to what isn't there grow long. */
const FULLEST = 0.75
const SMALLEST = 1024
/** So many shingles are added in one step. */
const AT_ONCE = 1 << 16
const OWNERS_AT_ONCE = 1 << 12
/** So many shingles are put in order before they are added. */
const MANY = 1 << 18
/** Into how many stretches the table is cut for that: each fits into a cache. */
const STRETCHES_LOG2 = 9
/** How much room is left for what is written later, so that typing seldom meets a table that has to grow. */
const HEADROOM = 1.12
/** A list that is too short grows by so much. */
const GROWTH = 1.3
/** One in so many shingles tells how many different ones there are: the ones below this. */
const SAMPLED = 256
const LOWEST = -(2 ** 31) + 2 ** 32 / SAMPLED

/**
 * Which paragraphs hold which shingle. Real prose has millions of shingles, of which most stand once: an open-addressed
 * table holds the only owner of such a one itself, and of the others the head of a linked list, all in typed arrays (a
 * `Map` of arrays takes ten times the memory). What is removed leaves nothing behind, so nothing has to be cleaned up.
 */
export class Postings {
  /** Pairs: a shingle, and its owners: 0 for none (a free slot), −1 − owner for one, else 1 + the first cell. */
  private slots = new Int32Array(2 * SMALLEST)
  /** What takes a shingle to its home. */
  private scale = scaleOf(this.slots)
  private used = 0
  /** Pairs: an owner, and 1 + the next cell, or 0. */
  private cells = new Int32Array(2 * SMALLEST)
  private cellsUsed = 0
  private freeCell = 0
  private shared = new Uint32Array(SMALLEST)

  /** How many of an owner's shingles have another owner too. */
  sharedBy(owner: number): number {
    return this.shared[owner] ?? 0
  }

  /**
   * Adds owners with all their shingles, the last owner first, so that the first ones are met first. Many go in the order
   * of the places that they take, a stretch of the table after the other: at random, each would wait for memory.
   */
  *addAll(owners: readonly number[], shingles: readonly Int32Array[]): Steps<void> {
    const total = shingles.reduce((sum, { length }) => sum + length, 0)
    const slots = this.used + differentAmong(shingles)
    if (slots > (this.slots.length / 2) * FULLEST) this.rehash((slots * HEADROOM) / FULLEST)
    yield
    if (total < MANY) {
      for (let i = owners.length - 1; i >= 0; i--)
        for (const shingle of shingles[i]!) this.add(shingle, owners[i]!)
    } else yield* this.addInOrder(total, owners, shingles)
  }

  private *addInOrder(
    total: number,
    owners: readonly number[],
    shingles: readonly Int32Array[],
  ): Steps<void> {
    const ends = new Uint32Array(2 ** STRETCHES_LOG2)
    for (let o = 0; o < shingles.length; o++) {
      const own = shingles[o]!
      for (let i = 0; i < own.length; i++) ends[stretchOf(own[i]!)]!++
      if (o % OWNERS_AT_ONCE === OWNERS_AT_ONCE - 1) yield
    }
    for (let s = 1; s < ends.length; s++) ends[s]! += ends[s - 1]!
    const keys = new Int32Array(total)
    const keyOwners = new Int32Array(total)
    // From behind, into each stretch from behind: those of the last owner come to stand last.
    for (let o = 0; o < owners.length; o++) {
      const own = shingles[o]!
      for (let i = 0; i < own.length; i++) {
        const at = --ends[stretchOf(own[i]!)]!
        keys[at] = own[i]!
        keyOwners[at] = owners[o]!
      }
      if (o % OWNERS_AT_ONCE === OWNERS_AT_ONCE - 1) yield
    }
    for (let from = 0; from < total; from += AT_ONCE) {
      yield
      for (let i = from; i < Math.min(total, from + AT_ONCE); i++) this.add(keys[i]!, keyOwners[i]!)
    }
  }

  /** Adds an owner of a shingle who wasn't one. */
  add(shingle: number, owner: number): void {
    if (this.used + 1 > (this.slots.length / 2) * FULLEST) this.rehash((this.slots.length / 2) * GROWTH)
    if (owner >= this.shared.length) this.shared = grown(this.shared, 2 * owner)
    const key = shingle | 0
    const slot = this.slotOf(key)
    const owners = this.slots[slot + 1]!
    if (owners === 0) {
      this.slots[slot] = key
      this.slots[slot + 1] = -1 - owner
      this.used++
      return
    }
    if (owners < 0) this.shared[-1 - owners]!++
    this.shared[owner]!++
    const next = owners > 0 ? owners : this.newCell(-1 - owners, 0)
    this.slots[slot + 1] = this.newCell(owner, next)
  }

  remove(shingle: number, owner: number): void {
    const slot = this.slotOf(shingle | 0)
    const owners = this.slots[slot + 1]!
    if (owners === -1 - owner) this.free(slot)
    if (owners <= 0) return
    let before = 0
    let cell = owners
    while (cell !== 0 && this.cells[2 * cell - 2] !== owner) {
      before = cell
      cell = this.cells[2 * cell - 1]!
    }
    if (cell === 0) return
    const next = this.cells[2 * cell - 1]!
    if (before === 0) this.slots[slot + 1] = next
    else this.cells[2 * before - 1] = next
    this.releaseCell(cell)
    this.shared[owner]!--
    this.keepOnlyOwnerInSlot(slot)
  }

  /** Visits the owners of a shingle, the last one added first, until a visit says that it is enough. */
  some(shingle: number, visit: (owner: number) => boolean): boolean {
    const owners = this.slots[this.slotOf(shingle | 0) + 1]!
    if (owners < 0) return visit(-1 - owners)
    for (let cell = owners; cell > 0; cell = this.cells[2 * cell - 1]!) {
      if (visit(this.cells[2 * cell - 2]!)) return true
    }
    return false
  }

  /** How many paragraphs hold a shingle; counts no further than `most`. */
  lengthUpTo(shingle: number, most: number): number {
    const owners = this.slots[this.slotOf(shingle | 0) + 1]!
    if (owners <= 0) return owners === 0 ? 0 : 1
    let length = 0
    for (let cell = owners; cell !== 0 && length < most; cell = this.cells[2 * cell - 1]!) length++
    return length
  }

  /** Where a shingle's pair begins, or the free pair that it would take. */
  private slotOf(key: number): number {
    const { slots } = this
    let slot = homeOf(key, this.scale)
    while (slots[slot + 1] !== 0 && slots[slot] !== key) {
      slot += 2
      if (slot === slots.length) slot = 0
    }
    return slot
  }

  private keepOnlyOwnerInSlot(slot: number): void {
    const cell = this.slots[slot + 1]!
    if (this.cells[2 * cell - 1] !== 0) return
    const owner = this.cells[2 * cell - 2]!
    this.slots[slot + 1] = -1 - owner
    this.shared[owner]!--
    this.releaseCell(cell)
  }

  /** Frees a slot and moves up what had to go past it (Knuth's algorithm 6.4R), so that no tombstones pile up. */
  private free(slot: number): void {
    const { slots, scale } = this
    const { length } = slots
    let hole = slot
    for (let at = slot; ; ) {
      at += 2
      if (at === length) at = 0
      if (slots[at + 1] === 0) break
      const home = homeOf(slots[at]!, scale)
      // How far it is from its home, and how far from the hole; the table goes round.
      const fromHome = at < home ? at - home + length : at - home
      const fromHole = at < hole ? at - hole + length : at - hole
      if (fromHome < fromHole) continue
      slots[hole] = slots[at]!
      slots[hole + 1] = slots[at + 1]!
      hole = at
    }
    slots[hole + 1] = 0
    this.used--
  }

  private newCell(owner: number, next: number): number {
    const cell = this.freeCell || ++this.cellsUsed
    if (this.freeCell) this.freeCell = this.cells[2 * cell - 1]!
    if (2 * cell > this.cells.length) this.cells = grown(this.cells, 2 * Math.ceil(cell * GROWTH))
    this.cells[2 * cell - 2] = owner
    this.cells[2 * cell - 1] = next
    return cell
  }

  private releaseCell(cell: number): void {
    this.cells[2 * cell - 1] = this.freeCell
    this.freeCell = cell
  }

  private rehash(slots: number): void {
    const old = this.slots
    this.slots = new Int32Array(2 * Math.ceil(slots))
    this.scale = scaleOf(this.slots)
    for (let at = 0; at < old.length; at += 2) {
      if (old[at + 1] === 0) continue
      const slot = this.slotOf(old[at]!)
      this.slots[slot] = old[at]!
      this.slots[slot + 1] = old[at + 1]!
    }
  }
}

/** How many slots there are for each of the hashes. */
const scaleOf = (slots: Int32Array): number => slots.length / 2 / 2 ** 32

/**
 * The pair that a shingle would like best, always at an even place: shingles are hashes, so they stand in the table in the
 * order of their numbers, whatever its size. (Lemire's "fast range"; a table of any size needn't be twice as large as it must.)
 */
const homeOf = (key: number, scale: number): number => ((key >>> 0) * scale) << 1

/**
 * About how many different shingles there are among ascending ones: as many times over as there are among the lowest. Those
 * that several paragraphs have take one slot, and may be half of all.
 */
function differentAmong(shingles: readonly Int32Array[]): number {
  const lowest = new Set<number>()
  for (const own of shingles) for (let i = 0; i < own.length && own[i]! < LOWEST; i++) lowest.add(own[i]!)
  return lowest.size * SAMPLED
}

/** The stretch of the table that holds a shingle's home. */
const stretchOf = (shingle: number): number => shingle >>> (32 - STRETCHES_LOG2)

/** A longer list with what stood in a shorter one. */
export function grown<List extends Int32Array | Uint32Array>(list: List, length: number): List {
  const larger = new (list.constructor as new (length: number) => List)(length)
  larger.set(list)
  return larger
}
