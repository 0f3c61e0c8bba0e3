import type { Splice } from '../draft/change'
import type { Steps } from '../draft/steps'
import type { Finder, Read } from './check'

/** The splice that makes a list out of nothing. */
export const everything = ({ facts }: Read<unknown>): Splice => ({ from: 0, removed: 0, added: facts.length })

/**
 * A finder that is made anew whenever something has changed on which all that it knows depends: the day of the draft,
 * say, from which it has reckoned.
 */
export function remade<Facts, Detail, Key extends readonly unknown[]>(
  keyOf: (read: Read<Facts>, splice: Splice) => Steps<Key>,
  make: (...key: [...Key]) => Finder<Facts, Detail>,
): Finder<Facts, Detail> {
  let known: { readonly key: Key; readonly find: Finder<Facts, Detail> } | undefined
  return function* (read, splice) {
    const key = yield* keyOf(read, splice)
    if (known?.key.every((part, i) => part === key[i])) return yield* known.find(read, splice)
    known = { key, find: make(...key) }
    return yield* known.find(read, everything(read))
  }
}
