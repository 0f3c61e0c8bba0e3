import { type Token, tokenize } from '../../draft/tokens'
import {
  ANONYMOUS,
  DETERMINERS,
  FUNCTION_WORDS,
  PAPERS,
  PARTICLES,
  PREPOSITIONS,
  PRONOUNS,
  SPEECH_NOUNS,
} from './lexicon'
import { HONORIFIC, isBodyName, isPlaceName, OF_ITS_NAME, RANKS, WEEKDAY } from './name-words'
import { nameText } from './naming'
import { INSIDE_NAMES } from './noun-phrase'
import { isCapital, type Stretch } from './shape'

/** Somebody with a name, as a speaker's words give it. */
export interface Named {
  /** Without rank or honorific: "Ines Varga", "Varga", "Harbour Board". */
  readonly name: string
  /** What stands before it: "Mayor", "Ms.", "President". */
  readonly rank: string | undefined
  /** Whether it is a body of people, or a place, which goes by its whole name. */
  readonly isBody: boolean
  readonly given: readonly string[]
  /** With its particle: "van Dam". */
  readonly surname: string
  /** The word by which a name is looked up, its last one in lower case: "dam". */
  readonly key: string
}

/** A name before it is taken apart. */
type Found = Pick<Named, 'name' | 'rank' | 'isBody'>

/**
 * The name of whoever some words mean: of "Labour's Home Secretary Ines Varga", "harbour master Ines Varga" and "the
 * engineer, Ines Varga" it is hers, of "Varga's statement" Varga's, and of "the Varga campaign" nobody's.
 */
export function namedBy(words: string): Named | undefined {
  const found = foundIn(tokenize(words))
  return found && { ...found, ...partsOf(found.name) }
}

function partsOf(name: string): Pick<Named, 'given' | 'surname' | 'key'> {
  const words = name.replace(/,? (?:Jr\.?|Sr\.?|I{2,3})$/, '').split(' ')
  let first = words.length - 1
  while (first > 0 && PARTICLES.has(words[first - 1]!)) first--
  const surname = words.slice(first).join(' ')
  return { given: words.slice(0, first), surname, key: words.at(-1)!.toLowerCase() }
}

function foundIn(tokens: readonly Token[]): Found | undefined {
  const end = clauseEnd(tokens, 0)
  const first = leadingName(tokens, end) ?? headName(tokens, 0, end)
  if (first?.name) return first
  // "the engineer, Ines Varga", "Home Secretary, Ines Varga": the name alone between commas.
  const from = pastBracket(tokens, end) + 1
  const second = isCapital(tokens[from]) ? headName(tokens, from, clauseEnd(tokens, from)) : undefined
  return second && /^\P{N}+ \P{N}+$/u.test(second.name) && !second.isBody ? second : ownerOfPaper(tokens, end)
}

/** Up to the comma or bracket behind which something is only said of the name. */
function clauseEnd(tokens: readonly Token[], from: number): number {
  let end = from
  while (end < tokens.length && !/^[,;([:—–]$/.test(tokens[end]!.text)) end++
  return end
}

function pastBracket(tokens: readonly Token[], at: number): number {
  if (tokens[at]?.text !== '(') return at
  const close = tokens.findIndex(({ text }, i) => i > at && text === ')')
  return close < 0 ? at : close + 1
}

/** "Ines Varga of the Harbour Board": capitals at the start, and what is said of the name behind a preposition. */
function leadingName(tokens: readonly Token[], to: number): Found | undefined {
  let end = 0
  while (end < to && isOfName(tokens, end, 0, to)) end++
  if (
    end === to ||
    !PREPOSITIONS.has(tokens[end]?.lower ?? '') ||
    OF_ITS_NAME.test(tokens[end - 1]?.text ?? '')
  )
    return undefined
  const named = headName(tokens, 0, end)
  return named?.name ? named : undefined
}

/** The name that a stretch ends with; an empty one for a rank without a name. */
function headName(tokens: readonly Token[], from: number, to: number): Found | undefined {
  const run = lastRun(tokens, from, to)
  if (!run) return undefined
  // "Ines Varga and Oskar Hale" are two.
  if (tokens[run.from - 1]?.lower === 'and' && isCapital(tokens[run.from - 2]) && run.from - 2 >= from)
    return bodyJoined(tokens, from, run)
  const start = pastRanks(tokens, run)
  const governed = isGoverned(tokens, from, run.from)
  if (start === run.from && governed) return officeHolder(tokens, from, run) ?? bodyOf(tokens, from, run)
  const name = nameText(tokens, { from: start, to: run.to })
  const isBody = isBodyName(name) || isPlaceName(name)
  if (start === run.from) return { name, rank: undefined, isBody: isBody || hasArticle(tokens, from, run) }
  const rank = nameText(tokens, { from: governed ? lastRank(tokens, start) : run.from, to: start })
  return { name, rank, isBody }
}

const hasArticle = (tokens: readonly Token[], from: number, run: Stretch): boolean =>
  run.from > from && DETERMINERS.has(tokens[run.from - 1]!.lower)

/** "The Globe and Mail": one body where an article goes before. */
function bodyJoined(tokens: readonly Token[], from: number, { to }: Stretch): Found | undefined {
  const name = nameText(tokens, { from: from + 1, to })
  return DETERMINERS.has(tokens[from]!.lower) ? { name, rank: undefined, isBody: true } : undefined
}

/** Whether a preposition stands before it: "of Holm", "of the Harbour Board". */
function isGoverned(tokens: readonly Token[], from: number, at: number): boolean {
  const before = at > from && DETERMINERS.has(tokens[at - 1]!.lower) ? at - 2 : at - 1
  return before >= from && PREPOSITIONS.has(tokens[before]!.lower)
}

/** "Minister of Education Ines Varga": behind a rank without an article, the last two of the capitals are the name. */
function officeHolder(tokens: readonly Token[], from: number, run: Stretch): Found | undefined {
  const name = { from: run.to - 2, to: run.to }
  if (!isRank(tokens[from]!) || name.from <= run.from || tokens[name.from]!.kind !== 'word') return undefined
  const text = nameText(tokens, name)
  return isBodyName(text) ? undefined : { name: text, rank: tokens[from]!.text, isBody: false }
}

/** "the Department of Health" goes by all of its name, "the Harbour Board of Holm" by the first part. */
function bodyOf(tokens: readonly Token[], from: number, { to }: Stretch): Found | undefined {
  const start = DETERMINERS.has(tokens[from]!.lower) ? from + 1 : from
  let end = start
  while (end < to && isOfName(tokens, end, start, to)) end++
  if (end === start || tokens[end]?.lower !== 'of') return undefined
  const last = OF_ITS_NAME.test(tokens[end - 1]!.text) ? to : end
  const name = nameText(tokens, { from: start, to: last })
  return isBodyName(name) || start > from ? { name, rank: undefined, isBody: true } : undefined
}

/** The capitals that a stretch ends with, and what may stand between them: "Piet van Dam", "J. Hale", "al-Amr". */
function lastRun(tokens: readonly Token[], from: number, to: number): Stretch | undefined {
  let start = to
  while (start > from && isOfName(tokens, start - 1, from, to)) start--
  while (start < to && !isCapital(tokens[start])) start++
  while (start < to && isNoName(tokens[start]!)) start++
  // "in Ohio Tuesday": the day runs into the name.
  let end = to
  while (end > start && WEEKDAY.test(tokens[end - 1]!.lower)) end--
  if (start >= end) return undefined
  // "Officials", "Sources" that begin a sentence.
  const isAlone = start === from && end - start === 1
  return isAlone && ANONYMOUS.has(tokens[start]!.lower) ? undefined : { from: start, to: end }
}

const isNoName = ({ lower }: Token): boolean =>
  (FUNCTION_WORDS.has(lower) && !PARTICLES.has(lower) && !GIVEN.has(lower)) ||
  PRONOUNS.has(lower.replace(/'.*/, '')) ||
  WEEKDAY.test(lower)

/** "Will Hale", "May Hale". */
const GIVEN = new Set(['will', 'may'])

function isOfName(tokens: readonly Token[], i: number, from: number, to: number): boolean {
  const token = tokens[i]!
  if (isCapital(token)) return true
  const isInside = i > from && i + 1 < to
  if (token.kind === 'word') return PARTICLES.has(token.lower) && isInside && isOfName(tokens, i + 1, i, to)
  if (token.kind === 'number') return i > from
  return INSIDE_NAMES.has(token.text) && i > from && (isInside || token.text === '.')
}

/** "Cornyn's statement", "her office's letter": a paper speaks for whoever issues it. */
function ownerOfPaper(tokens: readonly Token[], end: number): Found | undefined {
  const last = tokens[end - 1]
  if (!last || !(PAPERS.has(last.lower) || SPEECH_NOUNS.has(last.lower))) return undefined
  const owner = tokens.findIndex(({ lower }) => lower === "'s")
  if (owner <= 0 || owner >= end - 1) return undefined
  const named = headName(tokens, 0, owner)
  return named?.name ? named : undefined
}

/** Past everything up to the last rank that a run of capitals begins with: "US President Hale", "Home Secretary Varga". */
function pastRanks(tokens: readonly Token[], { from, to }: Stretch): number {
  let start = from
  for (let i = from; i < to; i++) {
    if (!isRank(tokens[i]!)) continue
    start = i + 1
    while (start < to && tokens[start]!.kind === 'mark') start++
  }
  // "Mr. Prince" has a name that is a rank elsewhere.
  return start === to && HONORIFIC.test(tokens[from]!.text) ? to - 1 : start
}

/** Where the rank begins that ends at `end`: of "Education Mr." the last word alone. */
function lastRank(tokens: readonly Token[], end: number): number {
  let start = end - 1
  while (start > 0 && (tokens[start]!.kind === 'mark' || isRank(tokens[start - 1]!))) start--
  return start
}

const isRank = ({ lower }: Token): boolean => RANKS.has(lower)
