import type { Token } from '../../draft/tokens'
import { ADVERBS, BE, PREPOSITIONS, PRONOUNS } from './lexicon'
import { WEEKDAY } from './name-words'
import { isCapital } from './shape'

/** Before an adverb, a day, a time ago or an aside that stands between a subject and its verb; `end` if none does. */
export function beforeSkipped(tokens: readonly Token[], from: number, end: number): number {
  const last = tokens[end - 1]
  if (!last || end <= from) return end
  // "she is said to have replied"
  if (REPUTED.has(last.lower) && BE.has(tokens[end - 2]?.lower ?? '')) return end - 2
  if (isSkipped(last)) return end - 1
  // "supporters were shown chanting"
  if (PERCEIVED.has(last.lower) && BE.has(tokens[end - 2]?.lower ?? '')) return end - 1
  if (last.lower === "'s" && PRONOUNS.has(tokens[end - 2]?.lower ?? '')) return end - 1
  return beforeTime(tokens, from, end) ?? beforeAside(tokens, from, end) ?? end
}

export const REPUTED = new Set(['said', 'reported', 'understood', 'believed', 'alleged', 'thought', 'known'])

export const PERCEIVED: ReadonlySet<string> = new Set(
  'shown seen heard overheard filmed caught recorded pictured'.split(' '),
)

/** How long ago, and for how long. */
export const PERIODS = new Set(
  'day days night nights week weeks weekend month months year years hour hours minute minutes'.split(' '),
)

/** "Hale on Tuesday said", "Hale last week said", "Hale two days ago said". */
function beforeTime(tokens: readonly Token[], from: number, end: number): number | undefined {
  const last = tokens[end - 1]!.lower
  let at = end - 1
  if (WEEKDAY.test(last)) at = tokens[at - 1]?.lower === 'on' ? at - 1 : at
  else if (/^(?:today|tonight|yesterday|tomorrow)$/.test(last)) at = end - 1
  else if (last === 'ago' && PERIODS.has(tokens[at - 1]?.lower ?? '')) at -= 2
  else if (isWithinPerfect(tokens, end)) at -= 2
  // "at one point calling"
  else if (last === 'point' && tokens[at - 1]?.lower === 'one' && tokens[at - 2]?.lower === 'at') at -= 2
  else if (PERIODS.has(last) && ['last', 'this', 'next', 'earlier'].includes(tokens[at - 1]?.lower ?? ''))
    at--
  else return undefined
  if (last === 'ago') while (['than', 'less', 'more', 'about'].includes(tokens[at - 1]?.lower ?? '')) at--
  return at > from ? at : undefined
}

/** "has in the past described", "had in recent weeks called" */
const isWithinPerfect = (tokens: readonly Token[], end: number): boolean =>
  tokens[end - 3]?.lower === 'in' && /^(?:has|have|had)$/.test(tokens[end - 4]?.lower ?? '')

/** "he, once again, pledged", "Hale, in a letter, wrote": an aside between two commas behind a subject. */
function beforeAside(tokens: readonly Token[], from: number, end: number): number | undefined {
  if (tokens[end - 1]!.text !== ',') return undefined
  for (let i = end - 2; i > from && i > end - LONGEST_ASIDE; i--) {
    if (tokens[i]!.text !== ',') continue
    const { lower, kind } = tokens[i + 1]!
    const isAside = kind === 'word' && (PREPOSITIONS.has(lower) || ADVERBS.has(lower) || lower.endsWith('ly'))
    return isAside && (isCapital(tokens[i - 1]) || PRONOUNS.has(tokens[i - 1]!.lower)) ? i : undefined
  }
  return undefined
}

const LONGEST_ASIDE = 10

/** What may stand between a subject and its verb: "also", "was", "has rightly", "didn't". */
export const isSkipped = (token: Token): boolean =>
  ADVERBS.has(token.lower) ||
  BEING.has(token.lower) ||
  token.lower.endsWith("n't") ||
  (token.kind === 'word' && token.lower.endsWith('ly') && !isCapital(token))

const BEING = new Set(['was', 'were', 'been', 'being', 'be'])
