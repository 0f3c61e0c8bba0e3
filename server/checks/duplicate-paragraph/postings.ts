const NONE = -1
/** The head of a list from which everything was removed. */
const EMPTY = 1
const FULLEST = 0.75
const SMALLEST = 1024

/**
 * Which paragraphs hold which shingle: an open-addressed table of shingles, each with a linked list of paragraphs, all
 * in typed arrays. Real prose has millions of shingles and nearly all stand once; a `Map` of arrays takes ten times the
 * memory.
 */
export class Postings {
  private keys = new Uint32Array(SMALLEST)
  /** The first link of each key's list, plus two; 0 for a slot that never held a key. */
  private heads = new Int32Array(SMALLEST)
  private used = 0
  private owners = new Int32Array(SMALLEST)
  private links = new Int32Array(SMALLEST)
  private linked = 0
  private freeLink = NONE

  /** Grows the tables once for so many more postings. */
  makeRoom(more: number): void {
    const slots = powerOfTwoFrom((this.used + more) / FULLEST)
    if (slots > this.keys.length) this.rehash(slots)
    if (this.linked + more > this.links.length) this.growLinks(this.linked + more)
  }

  add(shingle: number, owner: number): void {
    if (this.used + 1 > this.keys.length * FULLEST) this.rehash(this.keys.length * 2)
    const slot = this.slotOf(shingle)
    if (this.heads[slot] === 0) {
      this.keys[slot] = shingle
      this.heads[slot] = EMPTY
      this.used++
    }
    const link = this.newLink()
    this.owners[link] = owner
    this.links[link] = this.headOf(slot)
    this.heads[slot] = link + 2
  }

  remove(shingle: number, owner: number): void {
    const slot = this.slotOf(shingle)
    let before = NONE
    for (let link = this.headOf(slot); link !== NONE; link = this.links[link]!) {
      if (this.owners[link] !== owner) {
        before = link
        continue
      }
      const next = this.links[link]!
      if (before === NONE) this.heads[slot] = next + 2
      else this.links[before] = next
      this.links[link] = this.freeLink
      this.freeLink = link
      return
    }
  }

  forEach(shingle: number, visit: (owner: number) => void): void {
    for (let link = this.headOf(this.slotOf(shingle)); link !== NONE; link = this.links[link]!)
      visit(this.owners[link]!)
  }

  /** How many paragraphs hold a shingle; counts no further than `most`. */
  lengthUpTo(shingle: number, most: number): number {
    let length = 0
    for (
      let link = this.headOf(this.slotOf(shingle));
      link !== NONE && length < most;
      link = this.links[link]!
    )
      length++
    return length
  }

  private headOf(slot: number): number {
    const head = this.heads[slot]!
    return head === 0 ? NONE : head - 2
  }

  private slotOf(shingle: number): number {
    const mask = this.keys.length - 1
    let slot = Math.imul(shingle, 0x9e3779b1) & mask
    while (this.heads[slot] !== 0 && this.keys[slot] !== shingle) slot = (slot + 1) & mask
    return slot
  }

  private newLink(): number {
    if (this.freeLink !== NONE) {
      const link = this.freeLink
      this.freeLink = this.links[link]!
      return link
    }
    if (this.linked === this.links.length) this.growLinks(this.linked * 2)
    return this.linked++
  }

  /** Moves every key that still has a list into larger tables. */
  private rehash(slots: number): void {
    const [keys, heads] = [this.keys, this.heads]
    this.keys = new Uint32Array(slots)
    this.heads = new Int32Array(slots)
    this.used = 0
    for (let old = 0; old < keys.length; old++) {
      if (heads[old]! <= EMPTY) continue
      const slot = this.slotOf(keys[old]!)
      this.keys[slot] = keys[old]!
      this.heads[slot] = heads[old]!
      this.used++
    }
  }

  private growLinks(length: number): void {
    const [owners, links] = [this.owners, this.links]
    this.owners = new Int32Array(length)
    this.links = new Int32Array(length)
    this.owners.set(owners)
    this.links.set(links)
  }
}

const powerOfTwoFrom = (least: number): number => 2 ** Math.ceil(Math.log2(Math.max(SMALLEST, least)))
