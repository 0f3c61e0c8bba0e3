const LETTERS = 26
const LENGTHS = 16
const A = 97

/**
 * Tells at a glance which words are surely none of some (in lower case, of the letters a to z): by first letter, last
 * letter and length. A look-up in a table has to hash the word first, and nearly all words of a text are none of them.
 */
export function wordFilter(words: Iterable<string>): (word: string) => boolean {
  const table = new Uint8Array(LETTERS * LETTERS * LENGTHS)
  for (const word of words) table[placeOf(word)] = 1
  return (word) => table[placeOf(word)] === 1
}

const placeOf = (word: string): number =>
  ((word.charCodeAt(0) - A) * LETTERS + word.charCodeAt(word.length - 1) - A) * LENGTHS +
  Math.min(word.length, LENGTHS - 1)
