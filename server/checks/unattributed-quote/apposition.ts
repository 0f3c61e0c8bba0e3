import type { Token } from '../../draft/tokens'
import { ADVERBS, DETERMINERS, FUNCTION_WORDS, isCue, SUBJECT_PRONOUNS } from './lexicon'
import { isCapital } from './shape'

/** At most so many brackets, ages, places and appositions are said of a name. */
const MOST_SAID = 4

/** Past what is said of a name: "(centre)", ", 55,", ", the engineer who built it,", ", who built it,". */
export function descriptionEnd(
  tokens: readonly Token[],
  core: number,
  to: number,
  toTheEnd: boolean,
): number {
  let end = core
  for (let round = 0; round < MOST_SAID && end < to; round++) {
    const piece =
      tokens[end]!.text === '(' ? bracketEnd(tokens, end, to) : pieceEnd(tokens, end, to, toTheEnd)
    if (piece === end) break
    end = piece
  }
  return end
}

function bracketEnd(tokens: readonly Token[], open: number, to: number): number {
  for (let i = open + 1; i < to && i < open + 16; i++) if (tokens[i]!.text === ')') return i + 1
  return open
}

/** The end of what follows a comma, if it describes the name before it and another comma or the end closes it. */
function pieceEnd(tokens: readonly Token[], comma: number, to: number, toTheEnd: boolean): number {
  const next = tokens[comma + 1]
  if (tokens[comma]!.text !== ',' || !next || comma + 1 >= to || !describes(tokens, comma + 1)) return comma
  let isRelative = false
  for (let i = comma + 1; i < to; i++) {
    const { text, lower } = tokens[i]!
    if (text === ',') return i
    isRelative ||= lower === 'who' || lower === 'whose'
    // "a farmer as he left" ends with the noun, "who served as mayor" goes on.
    const ends = i > comma + 1 && ENDING_DESCRIPTIONS.has(lower) && !(isRelative && lower === 'as')
    if (text === '"' || text === '“' || ends || SAYING_MORE.has(lower)) return comma
  }
  return toTheEnd ? to : comma
}

/** "the engineer", "55", "of Holm", "who built it", "Ines Varga", "chief of staff", and not "adding", "on Monday". */
function describes(tokens: readonly Token[], i: number): boolean {
  const { kind, lower } = tokens[i]!
  if (kind === 'mark') return false
  if (SUBJECT_PRONOUNS.has(lower) || REMARKS.has(lower)) return false
  if (kind === 'number' || DETERMINERS.has(lower) || isCapital(tokens[i])) return true
  if (lower === 'who' || lower === 'which' || lower === 'whose') return true
  if (lower === 'of') return isCapital(tokens[i + 1])
  if (lower === 'now' || lower === 'then') return DETERMINERS.has(tokens[i + 1]?.lower ?? '')
  return !(FUNCTION_WORDS.has(lower) || ADVERBS.has(lower) || isCue(lower) || /(?:ing|ly|ed)$/.test(lower))
}

export const ENDING_DESCRIPTIONS = new Set(['while', 'when', 'as', 'because', 'although', 'but'])

/** What the speaker goes on to do, and no description. */
const SAYING_MORE = new Set(['adding', 'referring'])

/** Remarks of the writer between commas: "Hale, however, said". */
const REMARKS = new Set('however meanwhile though too instead nonetheless nevertheless therefore'.split(' '))
