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

/**
 * Looks tokens up in a table without hashing them: few words of a table have the same outline, and it is quicker to compare
 * a token with these.
 */
export function wordTable<Value>(words: ReadonlyMap<string, Value>): (token: Token) => Value | undefined {
  // Which row an outline has, 0 if none: small numbers, so that all of them are at hand when the next token asks.
  const rowOf = new Uint16Array(OUTLINES)
  const rows: { readonly word: string; readonly value: Value }[][] = [[]]
  for (const [word, value] of words) {
    const outline = outlineOf(word)
    if (rowOf[outline] === 0) rowOf[outline] = rows.push([]) - 1
    rows[rowOf[outline]!]!.push({ word, value })
  }
  return ({ outline, lower }) => {
    const place = rowOf[outline]!
    if (place === 0) return undefined
    const row = rows[place]!
    for (let i = 0; i < row.length; i++) if (row[i]!.word === lower) return row[i]!.value
    return undefined
  }
}
