const A = 97
const LETTERS = 26
const LENGTHS = 16

/** How many outlines there are; the last is that of all that isn't a word from a to z. */
export const OUTLINES = LETTERS * LETTERS * LENGTHS + 1
export const NO_OUTLINE = OUTLINES - 1

/**
 * What can be seen of a word at a glance: its first letter, its last one and its length, as one number. Two words with
 * different outlines are different; whoever looks a word up in a table can know first that it surely isn't there.
 */
export function outlineOf(lower: string): number {
  return outlineFrom(lower.charCodeAt(0), lower.charCodeAt(lower.length - 1), lower.length)
}

/** The same, from the codes of the first and last letter, in lower case. */
export function outlineFrom(first: number, last: number, length: number): number {
  const f = first - A
  const l = last - A
  if (f < 0 || f >= LETTERS || l < 0 || l >= LETTERS) return NO_OUTLINE
  return (f * LETTERS + l) * LENGTHS + Math.min(length, LENGTHS) - 1
}
