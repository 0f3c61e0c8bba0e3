export const itself = (offset: number): number => offset
export const startOf = ({ start }: { readonly start: number }): number => start

/** The index of the first item of a sorted list that begins at an offset or behind it. */
export function indexFrom<Item>(
  items: readonly Item[],
  offset: number,
  startOf: (item: Item) => number,
): number {
  let low = 0
  let high = items.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (startOf(items[middle]!) < offset) low = middle + 1
    else high = middle
  }
  return low
}
