import type { Quotation } from '../../draft/quotations'
import type { Token } from '../../draft/tokens'
import { AUXILIARIES, FUNCTION_WORDS, isReporting, NAMING, SUBJECT_PRONOUNS } from './lexicon'

/**
 * What stands between the marks:
 *
 * - `sentence`: a whole sentence, or several ("We looked at every bridge.")
 * - `clause`: part of one, with a verb of its own ("nobody has looked at these together")
 * - `fragment`: some words of speech ("significant public benefit")
 * - `words`: one or two words, speech only where somebody is said to have used them ("dangerous")
 * - `term`: no speech: a title, a name, a term
 */
export type Shape = 'sentence' | 'clause' | 'fragment' | 'words' | 'term'

/** A stretch of tokens: indices, `to` exclusive. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

const TERMINAL = new Set(['.', '!', '?', '…'])
const isWord = (token: Token | undefined): boolean => token !== undefined && token.kind !== 'mark'
export const isCapital = (token: Token | undefined): boolean => {
  if (token?.kind !== 'word') return false
  const initial = token.text[0]!
  return initial !== initial.toLowerCase()
}

/** The shape of a quotation whose words are `inner`, in a paragraph of `tokens`; `opensFrame` if it opens a sentence. */
export function shapeOf(
  { closed }: Quotation,
  inner: Stretch,
  tokens: readonly Token[],
  opensFrame: boolean,
): Shape {
  const introduced = [',', ':'].includes(tokens[inner.from - 2]?.text ?? '')
  const words: Token[] = []
  for (let i = inner.from; i < inner.to && words.length < 60; i++)
    if (isWord(tokens[i])) words.push(tokens[i]!)
  const first = words[0]
  if (!first) return 'term'
  const last = tokens[inner.to - 1]!
  const stopped = TERMINAL.has(last.text)
  const long = words.length >= 60
  if (words.length === 1 && opensFrame && stopped && isCapital(first)) return 'sentence'
  if (!long && isNamed(tokens, inner.from - 1)) return 'term'
  const verb = hasFiniteVerb(words)
  if (
    stopped &&
    isCapital(first) &&
    isReporting(tokens[introduced ? inner.from - 3 : inner.from - 2]?.lower ?? '')
  )
    return 'sentence'
  const capital = isCapital(first) || first.kind === 'number'
  // "That would be Ines Varga." has the capitals of a title, but stands and ends as a sentence does.
  if (capital && opensFrame && stopped && verb) return 'sentence'
  if (!long && isTitleCase(words)) return 'term'
  if (capital) {
    if (opensFrame && (stopped || (last.text === ',' && words.length >= 3))) return 'sentence'
    if (stopped && words.length >= 4 && (verb || opensFrame || words.length >= 7)) return 'sentence'
    if (verb && words.length >= 4) return 'sentence'
    if (!closed && words.length >= 4) return 'sentence'
    if (words.length >= 6 && introduced) return 'sentence'
    return words.length >= 5 ? 'words' : 'term'
  }
  const infinitive = first.lower === 'to' || first.lower === 'of'
  if (verb && words.length >= 4 && !(infinitive && !introduced)) return 'clause'
  if (words.length >= 8 && (opensFrame || introduced)) return 'clause'
  return words.length >= 3 ? 'fragment' : 'words'
}

/** "a song called '…'", "the so-called '…'". */
function isNamed(tokens: readonly Token[], mark: number): boolean {
  const before = tokens[mark - 1]
  const word = before?.text === ',' || before?.text === ':' ? undefined : before
  if (word === undefined) return false
  // 'When asked "Do you want to go on?", press y': a question that is mentioned.
  const mentions = word.lower === 'asked' && ['when', 'if'].includes(tokens[mark - 2]?.lower ?? '')
  // "is known as '…'", "is read as '…'"
  const defines =
    word.lower === 'as' && ['known', 'read', 'defined', 'written'].includes(tokens[mark - 2]?.lower ?? '')
  return mentions || defines || NAMING.has(word.lower)
}

/** "Better Idea of Afghan Girls": nearly every long word has a capital. */
function isTitleCase(words: readonly Token[]): boolean {
  let long = 0
  let capital = 0
  for (const word of words) {
    if (
      word.kind !== 'word' ||
      word.text.length < 2 ||
      FUNCTION_WORDS.has(word.lower) ||
      word.text.startsWith("'")
    )
      continue
    long++
    if (isCapital(word)) capital++
  }
  return long > 0 && words.length <= 14 && capital === long && (long > 1 || isCapital(words.at(-1)))
}

function hasFiniteVerb(words: readonly Token[]): boolean {
  return words.some(
    ({ lower }, i) =>
      AUXILIARIES.has(lower.replace('’', "'")) ||
      (SUBJECT_PRONOUNS.has(lower) && i + 1 < words.length) ||
      (lower === 'let' && i === 0) ||
      (lower === "'s" && i > 0 && FUNCTION_WORDS.has(words[i - 1]!.lower)),
  )
}
