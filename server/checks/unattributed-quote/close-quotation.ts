import type { Fix } from '../check'
import { isCue } from './lexicon'
import type { Resolved } from './resolved'
import { closingOf } from './type-attribution'

/** Puts the mark that is missing before an attribution in the paragraph, else where the paragraph ends. */
export function closeQuotation({ quote, block }: Resolved, text: string): Fix {
  const start = block.start + quote.inner.start
  const words = text.slice(start, block.start + quote.inner.end).trimEnd()
  const opening = text.slice(block.start + quote.start, start)
  const at = start + (attributionIn(words) ?? words.length)
  const edits = [{ start: at, end: at, newText: closingOf(opening) }]
  return { title: 'Close the quotation here', preferred: false, edits }
}

/** Where an attribution begins in words that ought to have ended before it: 'We won, Hale said', 'We won, said Hale'. */
function attributionIn(words: string): number | undefined {
  for (const { index, 1: first, 2: second, 3: third } of words.matchAll(
    /[,?!]\s+(?=(\S+)\s+([\p{L}’']+)(?:\s+([\p{L}’']+))?)/gu,
  )) {
    const named = isName(first) && (isCue(second!) || (isName(second) && third !== undefined && isCue(third)))
    const pronoun = /^(?:he|she|they)$/.test(first!) && isCue(second!)
    const inverted = isCue(first!) && isName(second)
    if (named || pronoun || inverted) return index + 1
  }
  return undefined
}

const isName = (word: string | undefined): boolean => word !== undefined && /^\p{Lu}/u.test(word)
