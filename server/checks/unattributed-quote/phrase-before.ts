import type { Token } from '../../draft/tokens'
import {
  CLAUSE_OPENERS,
  DETERMINERS,
  FUNCTION_WORDS,
  IRREGULAR_PASTS,
  isStrongCue,
  PREPOSITIONS,
  PRONOUNS,
  VERB_PARTICLES,
} from './lexicon'
import { endsLikeVerb, isHyphened, isNounHere, isPlural, joinsName, LONGEST_PHRASE } from './noun-phrase'
import { isCapital, type Stretch } from './shape'

/**
 * The noun phrase that ends right before `end`: "the mayor of Holm", "Ruth Oyelaran (centre)", and in "After the vote,
 * Hale" the last name alone.
 */
export function phraseBefore(tokens: readonly Token[], from: number, end: number): Stretch {
  let start = end - 1
  if (tokens[start]!.text === ')') while (start > from && tokens[start]!.text !== '(') start--
  const least = Math.max(from, end - LONGEST_PHRASE)
  while (start > least && joinsLeft(tokens, from, start)) start--
  while (
    start < end - 1 &&
    (PREPOSITIONS.has(tokens[start]!.lower) ||
      CLAUSE_OPENERS.has(tokens[start]!.lower) ||
      (SENTENCE_ADVERBS.has(tokens[start]!.lower) && isCapital(tokens[start])) ||
      tokens[start]!.kind === 'mark')
  )
    start++
  return { from: start, to: end }
}

/** "Yet Hale said", "Now Hale says", "However Hale said". */
const SENTENCE_ADVERBS = new Set(
  'yet now still perhaps maybe today only even however meanwhile moreover furthermore nevertheless likewise'.split(
    ' ',
  ),
)

/** Whether the token before `start` belongs to the noun phrase that `start` begins as yet. */
function joinsLeft(tokens: readonly Token[], from: number, start: number): boolean {
  const before = tokens[start - 1]!
  const { lower, kind } = before
  if (isHyphened(tokens, start) || (isHyphened(tokens, start - 1) && start - 1 > from)) return true
  if (kind === 'mark') return joinsName(tokens, start - 1)
  if (DETERMINERS.has(tokens[start]!.lower) && !PREPOSITIONS.has(lower)) return false
  // "No 10" has its article before it.
  if (
    isCapital(before) &&
    (!FUNCTION_WORDS.has(lower) || (lower === 'no' && tokens[start]!.kind === 'number'))
  )
    return true
  if (lower === "'s") return true
  if (DETERMINERS.has(lower)) return true
  if (PREPOSITIONS.has(lower)) {
    const noun = tokens[start - 2]
    return (
      JOINING.has(lower) &&
      start - 2 >= from &&
      noun!.kind === 'word' &&
      !FUNCTION_WORDS.has(noun!.lower) &&
      (!endsLikeVerb(noun!) || isNounHere(tokens, start - 2))
    )
  }
  if (lower === 'and')
    return (
      (isCapital(tokens[start]) && isCapital(tokens[start - 2])) ||
      (isPlural(tokens[start]!) && start - 2 >= from && isPlural(tokens[start - 2]!))
    )
  return (
    !FUNCTION_WORDS.has(lower) &&
    !CLAUSE_OPENERS.has(lower) &&
    !(PRONOUNS.has(lower) && !PREPOSITIONS.has(tokens[start]!.lower)) &&
    !IRREGULAR_PASTS.has(lower) &&
    !VERB_PARTICLES.has(lower) &&
    !(isStrongCue(lower) && !isNounHere(tokens, start - 1))
  )
}

/** Prepositions that a noun phrase goes on with. */
const JOINING = new Set(['of', 'for', 'at', 'from', 'in', 'on', 'with'])
