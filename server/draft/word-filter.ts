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
  const rows: ({ readonly word: string; readonly value: Value }[] | undefined)[] = new Array(OUTLINES).fill(
    undefined,
  )
  for (const [word, value] of words) {
    const outline = outlineOf(word)
    rows[outline] ??= []
    rows[outline].push({ word, value })
  }
  return ({ outline, lower }) => {
    const row = rows[outline]
    if (row === undefined) return undefined
    for (let i = 0; i < row.length; i++) if (row[i]!.word === lower) return row[i]!.value
    return undefined
  }
}
