import type { Splice } from '../../draft/change'
import { createPace, type Steps } from '../../draft/steps'
import type { Fingerprint } from './fingerprint'
import { likenessOf, NEAR_JACCARD, ShingleIndex } from './shingle-index'

export type RepeatKind = 'exact' | 'near' | 'contained'

/** A paragraph that stands in the list already. Numbers are places in the list. */
export interface Repeat {
  readonly kind: RepeatKind
  readonly block: number
  /** The nearest earlier paragraph that it repeats. */
  readonly repeats: number
  /** The first one. */
  readonly first: number
  /** To the nearest one: 1 for exact, Jaccard similarity for near, containment for contained. */
  readonly similarity: number
}

const EXACT_FROM_WORDS = 6
const ALIKE_FROM_WORDS = 12
/** In a crowd: how many of the first paragraphs, and of those right before it, one is compared with. */
const COMPARED_IN_CROWD = 8

/** So many arguments a function takes. */
const FEW = 1000

/** A paragraph in its list. */
interface Entry {
  readonly fingerprint: Fingerprint | undefined
  place: number
}

/** Paragraphs that are the same, in the order of the list. */
interface Group {
  readonly fingerprint: Fingerprint
  readonly members: Entry[]
  /** Its number in the index of shingles; none for short paragraphs. */
  id: number | undefined
}

/**
 * The repeats among a list of paragraphs, kept up to date: an update costs what it touches, and what there is to report.
 * Whatever was in the list before, the repeats are those of the list as it stands.
 */
export class RepeatIndex {
  private shingles = new ShingleIndex()
  private readonly groups = new Map<number, Group>()
  private byId: (Group | undefined)[] = []
  private isCrowd = false
  private readonly copied = new Set<Group>()
  private entries: Entry[] = []
  /** What there was to report the last time, as long as nothing has changed for it. */
  private known: readonly Repeat[] | undefined
  private pairsKnown = 0;

  /**
   * Takes over a list after a splice; `added` are the new paragraphs. One without a fingerprint is no prose. Until all its
   * steps are done, nothing else may be asked.
   */
  *update({ from, removed }: Splice, added: readonly (Fingerprint | undefined)[]): Steps<void> {
    const leaving = this.entries.slice(from, from + removed)
    const left = leaving.flatMap((entry) => this.leave(entry))
    yield* this.splice(from, removed, added)
    yield
    const begun = yield* this.joinAll(this.entries.slice(from, from + added.length))
    // Only now, so that a paragraph that was but moved stays known.
    const gone = left.filter(({ members }) => members.length === 0)
    const isRewritten = gone.length === 1 && begun.length === 1 && gone[0]!.id !== undefined && !this.isCrowd
    if (isRewritten) yield* this.rewrite(gone[0]!, begun[0]!)
    else {
      for (const group of gone) this.dissolve(group)
      yield* this.addAll(begun)
    }
    if (this.isCrowd || this.shingles.isCrowded) yield* this.startAgain()
  }

  /** Puts paragraphs to those that are the same; its result are the groups of long ones that they begin. */
  private *joinAll(entries: readonly Entry[]): Steps<Group[]> {
    const begun: Group[] = []
    const isTime = createPace()
    for (const entry of entries) {
      for (const group of this.join(entry)) begun.push(group)
      if (isTime()) yield
    }
    return begun
  }

  /** A paragraph of which there was but one has been written anew. */
  private *rewrite(before: Group, now: Group): Steps<void> {
    this.groups.delete(before.fingerprint.exact)
    now.id = before.id!
    this.byId[now.id] = now
    yield* this.shingles.replace(now.id, now.fingerprint)
  }

  private *addAll(groups: readonly Group[]): Steps<void> {
    if (!groups.length) return
    const ids = yield* this.shingles.add(groups.map(({ fingerprint }) => fingerprint))
    for (const [i, group] of groups.entries()) {
      group.id = ids[i]!
      this.byId[group.id] = group
    }
  }

  /**
   * In a crowd (ten thousand lines of a log, each alike to all others) there are too many pairs to keep: each paragraph is
   * compared with a few of the first ones and with those right before it. That depends on all that was compared before, so
   * the index is made anew with every update.
   */
  private *startAgain(): Steps<void> {
    const groups = this.byId
      .filter((group) => group !== undefined)
      .sort((a, b) => a.members[0]!.place - b.members[0]!.place)
    this.known = undefined
    for (const most of [Number.POSITIVE_INFINITY, COMPARED_IN_CROWD]) {
      this.shingles = new ShingleIndex(most)
      this.byId = []
      yield* this.addAll(groups)
      this.isCrowd = most === COMPARED_IN_CROWD
      if (!this.shingles.isCrowded) return
    }
  }

  /** Every later copy, in the order of the list; the same value as before where nothing has changed. */
  *repeats(): Steps<readonly Repeat[]> {
    if (this.known && this.pairsKnown === this.shingles.changes) return this.known
    const repeats = yield* this.allRepeats()
    this.pairsKnown = this.shingles.changes
    this.known = repeats
    return repeats
  }

  private *allRepeats(): Steps<readonly Repeat[]> {
    const repeats: Repeat[] = []
    const isTime = createPace()
    for (const group of this.copied) {
      pushCopies(group, repeats)
      if (isTime(group.members.length)) yield
    }
    for (const id of this.shingles.paired()) {
      const repeat = this.likestBefore(id)
      if (repeat) repeats.push(repeat)
      if (isTime()) yield
    }
    repeats.sort((a, b) => a.block - b.block)
    return this.isCrowd ? ledBack(repeats) : repeats
  }

  private *splice(from: number, removed: number, added: readonly (Fingerprint | undefined)[]): Steps<void> {
    const entries: Entry[] = []
    const isTime = createPace()
    for (const fingerprint of added) {
      if (isTime()) yield
      entries.push({ fingerprint, place: from + entries.length })
    }
    if (entries.length === removed) {
      for (const entry of entries) this.entries[entry.place] = entry
      return
    }
    this.known = undefined
    if (entries.length < FEW) this.entries.splice(from, removed, ...entries)
    else this.entries = this.entries.slice(0, from).concat(entries, this.entries.slice(from + removed))
    yield
    for (let place = from + entries.length; place < this.entries.length; place++)
      this.entries[place]!.place = place
  }

  /** Puts a paragraph to those that are the same; returns the group that it begins, if it is one of long paragraphs. */
  private join(entry: Entry): Group[] {
    const { fingerprint } = entry
    if (!fingerprint || fingerprint.words < EXACT_FROM_WORDS) return []
    const known = this.groups.get(fingerprint.exact)
    if (!known) {
      const group: Group = { fingerprint, members: [entry], id: undefined }
      this.groups.set(fingerprint.exact, group)
      return fingerprint.stretches >= ALIKE_FROM_WORDS ? [group] : []
    }
    if (!isSame(known.fingerprint, fingerprint)) return []
    known.members.splice(placeAmong(known.members, entry.place), 0, entry)
    if (known.members.length > 1) this.copied.add(known)
    this.known = undefined
    return []
  }

  /** Takes a paragraph from those that are the same; returns the group if nobody is left of it. */
  private leave(entry: Entry): Group[] {
    const group = entry.fingerprint && this.groups.get(entry.fingerprint.exact)
    if (!group) return []
    const at = placeAmong(group.members, entry.place)
    if (group.members[at] !== entry) return []
    group.members.splice(at, 1)
    if (group.members.length < 2) this.copied.delete(group)
    if (!group.members.length) return [group]
    this.known = undefined
    return []
  }

  private dissolve(group: Group): void {
    this.groups.delete(group.fingerprint.exact)
    if (group.id === undefined) return
    this.shingles.remove(group.id)
    this.byId[group.id] = undefined
  }

  /**
   * A group's first paragraph stands for the group: it is the later copy of the groups that begin before it, and it
   * points at the nearest of their members. `near` wins over `contained`.
   */
  private likestBefore(id: number): Repeat | undefined {
    const block = this.byId[id]!.members[0]!.place
    const best: Best = { near: false, repeats: -1, first: Number.POSITIVE_INFINITY, similarity: 0 }
    for (const [other, { jaccard, containment }] of this.shingles.alike(id)) {
      const { members } = this.byId[other]!
      const first = members[0]!.place
      const near = jaccard >= NEAR_JACCARD
      if (first > block || (best.near && !near)) continue
      if (near && !best.near) Object.assign(best, { near, repeats: -1, first: Number.POSITIVE_INFINITY })
      const nearest = members[placeAmong(members, block) - 1]!.place
      if (nearest > best.repeats) {
        best.repeats = nearest
        best.similarity = near ? jaccard : containment
      }
      best.first = Math.min(best.first, first)
    }
    if (this.isCrowd) this.lookRightBefore(block, best)
    const { near, repeats, first, similarity } = best
    return repeats < 0 ? undefined : { kind: near ? 'near' : 'contained', block, repeats, first, similarity }
  }

  private lookRightBefore(block: number, best: Best): void {
    const own = this.entries[block]!.fingerprint!
    for (let place = block - 1; place >= Math.max(0, block - COMPARED_IN_CROWD); place--) {
      const other = this.entries[place]!.fingerprint
      if (!other || other.stretches < ALIKE_FROM_WORDS || place <= best.repeats) continue
      const { jaccard } = likenessOf(own, other)
      if (jaccard < NEAR_JACCARD) continue
      const first = best.near ? Math.min(best.first, place) : place
      Object.assign(best, { near: true, repeats: place, first, similarity: jaccard })
      return
    }
  }
}

/** In a crowd, the first is where one comes to from nearest to nearest. */
function ledBack(repeats: readonly Repeat[]): Repeat[] {
  const firsts = new Map<number, number>()
  return repeats.map((repeat) => {
    const first = Math.min(repeat.first, firsts.get(repeat.repeats) ?? repeat.repeats)
    firsts.set(repeat.block, first)
    return { ...repeat, first }
  })
}

interface Best {
  near: boolean
  repeats: number
  first: number
  similarity: number
}

/** The index of the first entry that doesn't stand before a place. */
function placeAmong(members: readonly Entry[], place: number): number {
  let low = 0
  let high = members.length
  if (high > 0 && members[high - 1]!.place < place) return high
  while (low < high) {
    const middle = (low + high) >> 1
    if (members[middle]!.place < place) low = middle + 1
    else high = middle
  }
  return low
}

/** The hash of the folded text may collide once in a blue moon; then the words still tell the two apart. */
function isSame(a: Fingerprint, b: Fingerprint): boolean {
  return a === b || (a.words === b.words && a.shingles.every((shingle, i) => shingle === b.shingles[i]))
}

function pushCopies({ members }: Group, repeats: Repeat[]): void {
  const first = members[0]!.place
  for (let i = 1; i < members.length; i++) {
    const [block, nearest] = [members[i]!.place, members[i - 1]!.place]
    repeats.push({ kind: 'exact', block, repeats: nearest, first, similarity: 1 })
  }
}
