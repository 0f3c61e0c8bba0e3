/** For lists of nothing: one value, so that it takes no room, and is known by its identity. */
export const NOTHING: readonly never[] = []

/** A list as it is kept for long: one that was put together item by item has room for up to seventeen more. */
export const kept = <Item>(list: readonly Item[]): readonly Item[] =>
  list.length === 0 ? NOTHING : list.slice()
