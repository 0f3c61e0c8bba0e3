import { OUTLINES, outlineOf } from './outline'
import type { Token } from './tokens'

/**
 * Tells at a glance which tokens are surely none of some words. A look-up in a table has to hash the word first, and nearly
 * all words of a text are none of them.
 */
export function wordFilter(words: Iterable<string>): (token: Token) => boolean {
  const table = new Uint8Array(OUTLINES)
  for (const word of words) table[outlineOf(word)] = 1
  return ({ outline }) => table[outline] === 1
}
