import { createPace, type Steps } from './steps'

/** An edit of a text: what stood from `start` to `end` was replaced by `length` other code units. */
export interface Change {
  readonly start: number
  readonly end: number
  readonly length: number
}

/** How a list came from the one before: from `from` on, `removed` items were replaced by `added` ones. */
export interface Splice {
  readonly from: number
  readonly removed: number
  readonly added: number
}

/** One change that covers two changes made one after the other. */
export function merged(first: Change | undefined, second: Change): Change {
  if (!first) return second
  const grown = first.length - (first.end - first.start)
  const newEnd = first.start + first.length
  // Where the second edit begins or ends behind the first, its offsets go back to the text before both.
  const start = Math.min(first.start, second.start)
  const end = second.end > newEnd ? second.end - grown : first.end
  const oldEnd = Math.max(first.end, end)
  const total = grown + second.length - (second.end - second.start)
  return { start, end: oldEnd, length: oldEnd - start + total }
}

/** How one list came from another, by the items that both begin and end with. */
export function spliceBetween<Item>(before: readonly Item[], after: readonly Item[]): Splice {
  const shorter = Math.min(before.length, after.length)
  let from = 0
  while (from < shorter && before[from] === after[from]) from++
  let tail = 0
  while (tail < shorter - from && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++
  return { from, removed: before.length - from - tail, added: after.length - from - tail }
}

/** So many items are moved or made in one step. */
const AT_ONCE = 50_000

/** A list after a splice; `make` gives the items at the added places. With it a step ends, as the list may be long. */
export function* spliced<Item>(
  before: readonly Item[],
  splice: Splice,
  make: (place: number) => Item,
): Steps<Item[]> {
  const { from, removed, added } = splice
  // As long as before, as after most keystrokes: to copy it whole is the fastest there is.
  const after = removed === added ? before.slice() : yield* moved(before, splice)
  const isTime = createPace(AT_ONCE)
  for (let place = from; place < from + added; place++) {
    if (isTime()) yield
    after[place] = make(place)
  }
  yield
  return after
}

/** The items that a splice leaves, at their places behind it. */
function* moved<Item>(before: readonly Item[], { from, removed, added }: Splice): Steps<Item[]> {
  const by = added - removed
  const after = new Array<Item>(before.length + by)
  const isTime = createPace(AT_ONCE)
  for (let place = 0; place < before.length; place++) {
    if (isTime()) yield
    if (place < from) after[place] = before[place]!
    else if (place >= from + removed) after[place + by] = before[place]!
  }
  return after
}
