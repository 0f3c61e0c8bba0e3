import { opensWithCapital } from '../../draft/capital'
import type { Quotation } from '../../draft/quotations'
import type { Token } from '../../draft/tokens'
import { AUXILIARIES, DETERMINERS, FUNCTION_WORDS, isReporting, NAMING, SUBJECT_PRONOUNS } from './lexicon'

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

export const TERMINAL = new Set(['.', '!', '?', '…'])
const isWord = (token: Token | undefined): boolean => token !== undefined && token.kind !== 'mark'
export const isCapital = (token: Token | undefined): boolean =>
  token?.kind === 'word' && opensWithCapital(token.text)

/** Of longer quotations so many words are looked at, which no title has. */
const MOST_WORDS = 60

/** The shape of a quotation whose words are `inner`, in a paragraph of `tokens`; `opensFrame` if it opens a sentence. */
export function shapeOf(
  { closed }: Quotation,
  inner: Stretch,
  tokens: readonly Token[],
  opensFrame: boolean,
): Shape {
  const words: Token[] = []
  for (let i = inner.from; i < inner.to && words.length < MOST_WORDS; i++)
    if (isWord(tokens[i])) words.push(tokens[i]!)
  const first = words[0]
  if (!first) return 'term'
  const introduced = [',', ':'].includes(tokens[inner.from - 2]?.text ?? '')
  const last = lastMark(tokens, inner)
  const stopped = TERMINAL.has(last)
  const short = words.length < MOST_WORDS
  if (words.length === 1 && opensFrame && stopped && isCapital(first)) return 'sentence'
  if (short && (isNamed(tokens, inner.from - 1) || isCode(tokens, inner))) return 'term'
  // 'You will see "Your changes are saved."', 'Press "Send it now".': what a screen says.
  if (short && isCapital(first) && SHOWN.has(tokens[inner.from - 2]?.lower ?? '')) return 'term'
  if (short && isCapital(first) && isWeighed(tokens, inner.from - 1)) return 'term'
  const verb = hasFiniteVerb(words)
  const said = stopped && isReporting(tokens[introduced ? inner.from - 3 : inner.from - 2]?.lower ?? '')
  const capital = isCapital(first) || first.kind === 'number'
  // "That would be Ines Varga." has the capitals of a title, but stands and ends as a sentence does.
  if (isCapital(first) && (said || (opensFrame && stopped && verb))) return 'sentence'
  if (short && isTitleCase(words)) return 'term'
  if (capital) {
    if (opensFrame && (stopped || (last === ',' && words.length >= 3))) return 'sentence'
    if (stopped && words.length >= 4 && (verb || opensFrame || words.length >= 7)) return 'sentence'
    // 'Fixed "Cannot read the file" at the start': a sentence without its stop, amid another, is mentioned.
    if (closed && !stopped && !opensFrame && !introduced && last !== ',') return 'words'
    if ((verb || !closed) && words.length >= 4) return 'sentence'
    if (words.length >= 6 && introduced) return 'sentence'
    return words.length >= 5 ? 'words' : 'term'
  }
  const infinitive = first.lower === 'to' || first.lower === 'of'
  if (verb && words.length >= 4 && !(infinitive && !introduced)) return 'clause'
  if (words.length >= 8 && (opensFrame || introduced)) return 'clause'
  // '"git push" fails', '"one day at a time" is a song': words that open a sentence without a capital are mentioned.
  const several = spacedWords(tokens, inner)
  return several >= 3 && !opensFrame && !isModifier(tokens, inner, several) ? 'fragment' : 'words'
}

/** 'his "tough on boats" stance': a few words that stand for an adjective. */
function isModifier(tokens: readonly Token[], { from, to }: Stretch, words: number): boolean {
  const [noun, behind] = [tokens[to + 1], tokens[to + 2]]
  if (words > LONGEST_MODIFIER || !DETERMINERS.has(tokens[from - 2]?.lower ?? '')) return false
  if (noun?.kind !== 'word' || isCapital(noun) || FUNCTION_WORDS.has(noun.lower)) return false
  return behind === undefined || behind.kind === 'mark' || FUNCTION_WORDS.has(behind.lower)
}

/** In words. */
const LONGEST_MODIFIER = 4

/** What the words end with, be it within a title that they end with: the comma of “They picked ‘Money,’”. */
function lastMark(tokens: readonly Token[], { from, to }: Stretch): string {
  let end = to - 1
  while (end > from && /^["”’']$/.test(tokens[end]!.text)) end--
  return tokens[end]!.text
}

const SHOWN = new Set(
  'see shows show displays display throws throw headed press click choose select tick tap enter pick'.split(
    ' ',
  ),
)

/** "merge-base" is one word here. */
function spacedWords(tokens: readonly Token[], { from, to }: Stretch): number {
  let words = 1
  for (let i = from + 1; i < to; i++) if (tokens[i]!.spaced) words++
  return words
}

/** A command is no longer than this, in words. */
const LONGEST_COMMAND = 12

/** "npm install --save", "a=b", "city.example.org", "C:\\temp": no words of anybody's. */
function isCode(tokens: readonly Token[], inner: Stretch): boolean {
  const words = spacedWords(tokens, inner)
  if (words > LONGEST_COMMAND) return false
  for (let i = inner.from; i < inner.to; i++) {
    const { text } = tokens[i]!
    // "noun + verb", but "LGBTQ+ people"
    const isSum = text === '+' && tokens[i]!.spaced
    if (CODE.has(text) || isSum || isOption(tokens, i)) return true
    const joined = i > inner.from && i + 1 < inner.to && !tokens[i]!.spaced && !tokens[i + 1]!.spaced
    if (joined && (text === '_' || (words === 1 && JOINS.has(text)))) return true
  }
  return false
}

/** "--save": two hyphens before a word; "-l": one before a letter, but "-I don't know" and "-a man" are speech. */
function isOption(tokens: readonly Token[], i: number): boolean {
  const [hyphen, next, behind] = [tokens[i]!, tokens[i + 1], tokens[i + 2]]
  if (hyphen.text !== '-' || !hyphen.spaced || next?.spaced !== false) return false
  if (next.text === '-') return behind?.spaced === false
  return next.kind === 'word' && next.text.length === 1 && !/^[IAa]$/.test(next.text)
}

const JOINS = new Set(['.', '/', ':'])
const CODE = new Set(['=', '{', '}', '<', '>', '\\', '|', '`'])

/** "a song called '…'", "the so-called '…'". */
function isNamed(tokens: readonly Token[], mark: number): boolean {
  const before = tokens[mark - 1]
  const word = before?.text === ',' || before?.text === ':' ? undefined : before
  if (word === undefined) return false
  // 'When asked "Do you want to go on?", press y': a question that is mentioned.
  const mentions = word.lower === 'asked' && ['when', 'if'].includes(tokens[mark - 2]?.lower ?? '')
  // "is known as '…'", "is read as '…'", "translates to '…'"
  const verb = tokens[mark - 2]?.lower ?? ''
  const defines =
    (word.lower === 'as' && ['known', 'read', 'defined', 'written'].includes(verb)) ||
    (/^(?:as|to|into)$/.test(word.lower) && /^translate[sd]?$/.test(verb))
  return mentions || defines || NAMING.has(word.lower)
}

/** 'geared towards "I want to help." rather than "I want out."': words that anybody might say are weighed up. */
function isWeighed(tokens: readonly Token[], mark: number): boolean {
  const [before, word] = [tokens[mark - 2]?.lower, tokens[mark - 1]?.lower]
  if (word === 'than') return before === 'rather'
  if (word === 'to') return before === 'opposed'
  if (word === 'of') return before === 'instead'
  return word === 'towards' || word === 'toward'
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
      word.lower.startsWith("'")
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
      AUXILIARIES.has(lower) ||
      (SUBJECT_PRONOUNS.has(lower) && i + 1 < words.length) ||
      (lower === 'let' && i === 0) ||
      (lower === "'s" && i > 0 && FUNCTION_WORDS.has(words[i - 1]!.lower)),
  )
}
