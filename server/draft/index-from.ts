export const itself = (offset: number): number => offset
export const startOf = ({ start }: { readonly start: number }): number => start

/** The index of the first item of a sorted list whose offset is this one or lies behind it. */
export function indexFrom<Item>(
  items: readonly Item[],
  offset: number,
  offsetOf: (item: Item) => number,
): number {
  let low = 0
  let high = items.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (offsetOf(items[middle]!) < offset) low = middle + 1
    else high = middle
  }
  return low
}
