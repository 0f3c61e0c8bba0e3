import { isShortened } from '../../draft/sentences'
import type { Token } from '../../draft/tokens'
import { isCapital } from './shape'

/** Whether a sentence ends at a token: at a point that shortens no word. */
export const isStop = (tokens: readonly Token[], i: number): boolean =>
  tokens[i]!.text === '.' && (tokens[i + 1]?.spaced ?? true) && !isOfAbbreviation(tokens, i)

/** The point of "J." or "Gov." before a name, of "Feb. 1", of "Holm Corp. and" and of "a former U.S. official". */
const isOfAbbreviation = (tokens: readonly Token[], i: number): boolean => {
  const before = tokens[i - 1]
  const next = tokens[i + 1]
  // "Gov.", "Feb.", "U.", "Mr.", and not the end of "said Voss."
  if (!isCapital(before) || !next || !(before!.text.length === 1 || isShortened(before!.lower))) return false
  if (TITLES.has(before!.lower) && (next.lower === 'and' || next.text === '(' || next.text === ','))
    return true
  const isOfSeveral = tokens[i - 2]?.text === '.' && !before!.spaced
  return (
    isCapital(next) ||
    next.kind === 'number' ||
    (next.kind === 'word' && (isOfSeveral || isShortened(before!.lower)))
  )
}

const TITLES = new Set('gov sen rep gen lt col capt sgt rev dr prof jr sr'.split(' '))
