import type { Token } from '../../draft/tokens'
import { descriptionEnd, ENDING_DESCRIPTIONS } from './apposition'
import {
  ADVERBS,
  AUXILIARIES,
  DETERMINERS,
  FUNCTION_WORDS,
  IRREGULAR_PASTS,
  isCue,
  isPlainForm,
  isReporting,
  isStrongCue,
  PARTICLES,
  PREPOSITIONS,
  PRONOUNS,
  VERB_PARTICLES,
} from './lexicon'
import { MONTH, WEEKDAY } from './name-words'
import { isCapital, type Stretch } from './shape'
import { isStop } from './stops'

export const INSIDE_NAMES = new Set(['-', '–', '.', "'", '’', '&', '@', '_', '#'])

/** A noun phrase is no longer than this, and a subject no further from its verb (in tokens). */
export const LONGEST_PHRASE = 40

/**
 * The noun phrase that begins at `from`, as far as `to`, with what is said of it between commas: "Ambassador Mohib",
 * "the author of the report", "Ines Varga, the engineer,". Nothing if none begins there, or if it is an "it". What is
 * said of a name may reach to `to` itself where nothing else can follow (`toTheEnd`): 'said Ines Varga, who built it.'
 */
export function nounPhraseFrom(
  tokens: readonly Token[],
  from: number,
  to: number,
  toTheEnd = false,
): Stretch | undefined {
  const first = tokens[from]
  if (!first || from >= to || NO_SPEAKERS.has(first.lower)) return undefined
  if (PRONOUNS.has(first.lower) && !isDeterminerHere(tokens, from, to)) return { from, to: from + 1 }
  if (first.text === '@' || first.text === '#') return { from, to: handleEnd(tokens, from, to) }
  const core = throughTitle(tokens, from, to) ?? coreEnd(tokens, from, to, toTheEnd)
  if (core === from) return undefined
  const placed = placeEnd(tokens, from, core, to)
  const end = toTheEnd ? restrictionEnd(tokens, from, placed, to) : placed
  return { from, to: descriptionEnd(tokens, end, to, toTheEnd) }
}

/** "Hale", "Ines Varga": up to three words, each with a capital */
export const isNothingButName = (tokens: readonly Token[], { from, to }: Stretch): boolean =>
  to - from <= 3 && tokens.slice(from, to).every((token) => isCapital(token))

/** 'the "Harbour Lights" star': past a title between an article and its noun. */
function throughTitle(tokens: readonly Token[], from: number, to: number): number | undefined {
  const behind = titleEnd(tokens, from)
  if (behind === undefined || behind >= to) return undefined
  const end = coreEnd(tokens, behind, to)
  return end > behind ? end : undefined
}

/** Behind the title of 'the "Harbour Lights" star', if there is one with a noun behind it. */
export function titleEnd(tokens: readonly Token[], from: number): number | undefined {
  if (tokens[from]?.lower !== 'the' || !/^["“]$/.test(tokens[from + 1]?.text ?? '')) return undefined
  if (!isCapital(tokens[from + 2])) return undefined
  for (let close = from + 3; close + 1 < tokens.length && close < from + LONGEST_TITLE; close++)
    if (/^["”]$/.test(tokens[close]!.text)) return tokens[close + 1]!.kind === 'word' ? close + 1 : undefined
  return undefined
}

/** A title within a phrase is no longer than this, in tokens. */
const LONGEST_TITLE = 10

/**
 * "a letter from the board", "an aide to Hale", "a note in the Gazette": behind an indefinite noun, what places it; but
 * "an aide in a statement", "an aide on Monday" are of the verb.
 */
function placeEnd(tokens: readonly Token[], from: number, core: number, to: number): number {
  const next = tokens[core + 1]
  if (!INDEFINITE.has(tokens[from]!.lower) || core + 1 >= to || !next) return core
  const places = PLACING.has(tokens[core]!.lower) && !isCapital(tokens[core - 1])
  const isDefinite =
    next.lower === 'the' ||
    next.lower === 'both' ||
    (isCapital(next) && !WEEKDAY.test(next.lower) && !MONTH.test(next.lower))
  return places && isDefinite ? coreEnd(tokens, core + 1, to) : core
}

const PLACING = new Set(['to', 'from', 'in', 'at', 'on', 'with'])

/**
 * Past what tells which one is meant, where the verb stands before the phrase: 'said an engineer who built it', 'said an
 * official familiar with the plan', 'said dockers and fishermen'.
 */
function restrictionEnd(tokens: readonly Token[], from: number, core: number, to: number): number {
  const next = tokens[core]
  const following = tokens[core + 1]
  if (core >= to || next!.kind !== 'word' || !following || core + 1 >= to) return core
  const { lower } = next!
  if (lower === 'and' && isPlural(following)) return coreEnd(tokens, core + 1, to, true)
  const isOfNoun = core - from > 1 && !isCapital(tokens[core - 1])
  const tells =
    lower === 'who' ||
    lower === 'whose' ||
    ((PREPOSITIONS.has(following.lower) || following.lower === 'as') &&
      (RELATIONAL.has(lower) || (isOfNoun && isParticiple(next!))))
  if (!tells) return core
  let end = core + 1
  while (end < to && tokens[end]!.kind !== 'mark' && !ENDING_DESCRIPTIONS.has(tokens[end]!.lower)) end++
  return end
}

export const NO_SPEAKERS = new Set(['it', 'there', 'nobody', 'none', 'nothing'])

/** "one poster", "another of the engineers", and not "one said", "she". */
export function isDeterminerHere(tokens: readonly Token[], i: number, to: number): boolean {
  const next = tokens[i + 1]
  if (!DETERMINERS.has(tokens[i]!.lower) || !next || i + 1 >= to || next.kind !== 'word') return false
  if (next.lower === 'of') return true
  // "Some watched from the window."
  const isVerb = next.lower.endsWith('ed') && endsAtVerb(tokens[i + 2])
  return !(FUNCTION_WORDS.has(next.lower) || isCue(next.lower) || ADVERBS.has(next.lower) || isVerb)
}

/** Whether a word with "-ed" before a token is a verb, and not before its noun. */
const endsAtVerb = (next: Token | undefined): boolean =>
  next !== undefined &&
  (next.kind === 'mark' ||
    PREPOSITIONS.has(next.lower) ||
    DETERMINERS.has(next.lower) ||
    VERB_PARTICLES.has(next.lower))

function handleEnd(tokens: readonly Token[], from: number, to: number): number {
  let i = from + 1
  while (i < to && !tokens[i]!.spaced && !/[,.;:!?)”"]/.test(tokens[i]!.text)) i++
  return i
}

/**
 * The end of a noun phrase without what is said of it: capitals, nouns, "of", "for" and "at" between them. Where its verb
 * stands before it (`verbFirst`), a noun behind a name is part of it whatever follows: 'said a Holm engineer who left'.
 */
export function coreEnd(tokens: readonly Token[], from: number, to: number, verbFirst = false): number {
  let i = from
  let named = false
  // "a Holm engineer": what an article without a noun as yet is waiting for.
  let headless = INDEFINITE.has(tokens[from]!.lower)
  if (isNoStart(tokens, from)) return from
  const most = Math.min(to, from + LONGEST_PHRASE)
  while (i < most) {
    const token = tokens[i]!
    // "mother-of-three": one word with what stands before its hyphen
    if (isHyphened(tokens, i) && i > from) {
      named = false
      i++
      continue
    }
    // "our on-call engineer"
    if (i > from && tokens[i + 1]?.text === '-' && !tokens[i + 1]!.spaced && isHyphened(tokens, i + 2)) {
      i += 2
      continue
    }
    if (token.kind === 'mark') {
      const joins = joinsName(tokens, i) && i > from
      if (!joins || !tokens[i + 1]) break
      i++
      continue
    }
    if (
      isCapital(token) ||
      token.kind === 'number' ||
      (PARTICLES.has(token.lower) && isCapital(tokens[i + 1]))
    ) {
      named = !DETERMINERS.has(token.lower)
      i++
      continue
    }
    if (i > from && token.lower === "'s") {
      named = false
      i++
      continue
    }
    const next = tokens[i + 1]
    if (i > from && ['of', 'for', 'at', 'and', 'from', 'with'].includes(token.lower)) {
      const joins =
        next &&
        i + 1 < to &&
        (isCapital(next) ||
          (token.lower === 'of' && next.kind === 'word') ||
          (token.lower === 'for' && DETERMINERS.has(next.lower)))
      if (!joins) break
      named = false
      i++
      continue
    }
    if (
      DETERMINERS.has(token.lower) &&
      (i === from ||
        tokens[i - 1]!.lower === 'of' ||
        tokens[i - 1]!.lower === 'for' ||
        tokens[i - 1]!.lower === 'at')
    ) {
      i++
      continue
    }
    if (
      FUNCTION_WORDS.has(token.lower) ||
      (named && isPlainVerb(token) && !isNounAdjunct(tokens, i, to)) ||
      (i > from && (IRREGULAR_PASTS.has(token.lower) || isVerbBefore(token, tokens[i + 1]))) ||
      (i > from && isStrongCue(token.lower) && !isNounHere(tokens, i))
    )
      break
    const isAwaited = headless || (verbFirst && !isCapital(tokens[from]))
    if (named && i > from && !(isAwaited ? isNounlike(token, tokens[i + 1]) : isNounAfterName(tokens, i, to)))
      break
    if (i > from && RELATIONAL.has(token.lower) && PREPOSITIONS.has(tokens[i + 1]?.lower ?? '')) break
    if (i > from && TIMES.has(token.lower) && !DETERMINERS.has(tokens[i - 1]!.lower)) break
    headless = false
    i++
  }
  return i
}

/** "Since", "As", "came another": no noun phrase begins so, but "Will Hale" does. */
function isNoStart(tokens: readonly Token[], from: number): boolean {
  const { lower } = tokens[from]!
  // "Met Office forecaster"
  if (IRREGULAR_PASTS.has(lower)) return !(isCapital(tokens[from]) && isCapital(tokens[from + 1]))
  return (
    FUNCTION_WORDS.has(lower) &&
    !DETERMINERS.has(lower) &&
    !PRONOUNS.has(lower) &&
    !isNamedLikeVerb(tokens, from)
  )
}

/** "Will Hale", "May wrote", "said Will", and not "May 5", "Will it": a name that is an auxiliary too; '"…," Nor said'. */
export function isNamedLikeVerb(tokens: readonly Token[], i: number): boolean {
  const next = tokens[i + 1]
  const isBehindQuotation = /^["”’']$/.test(tokens[i - 1]?.text ?? '') && tokens[i - 2]?.text === ','
  if (isBehindQuotation && isCapital(tokens[i]) && isReporting(next?.lower ?? '')) return true
  if (!/^(?:Will|May)$/.test(tokens[i]!.text) || next?.kind === 'number') return false
  return isCapital(next) || isReporting(next?.lower ?? '') || isReporting(tokens[i - 1]?.lower ?? '')
}

const INDEFINITE = new Set(['a', 'an', 'one', 'another'])

/** Adjectives that stand behind their noun: "an official familiar with the plan". */
const RELATIONAL = new Set([
  'familiar',
  'close',
  'present',
  'responsible',
  'knowledgeable',
  'aware',
  'active',
])

const COUNTS = new Set(
  'two three four five six seven eight nine ten dozens hundreds thousands millions'.split(' '),
)

/** "the Holm state director": a verb's plain form with a noun behind it, where a name would want "states". */
const isNounAdjunct = (tokens: readonly Token[], i: number, to: number): boolean => {
  const next = tokens[i + 1]
  return (
    isPlainForm(tokens[i]!.lower) &&
    i + 1 < to &&
    next?.kind === 'word' &&
    !(FUNCTION_WORDS.has(next.lower) || PRONOUNS.has(next.lower) || isCapital(next))
  )
}

/** A mark inside a name: "Anne-Marie", "J. Hale", "six - member", and not "the office - Hale". */
export function joinsName(tokens: readonly Token[], i: number): boolean {
  const { text, spaced } = tokens[i]!
  if (!INSIDE_NAMES.has(text) || isStop(tokens, i)) return false
  const next = tokens[i + 1]
  const isDash = (text === '-' || text === '–') && spaced && next?.spaced
  return !(isDash && (isCapital(next) || DETERMINERS.has(next.lower) || PRONOUNS.has(next.lower)))
}

/**
 * "My father used to", "the man accused the", "his aide doubled down", "the law lays down": a verb with its object,
 * particle or infinitive behind it ends the phrase; but "the voters that", "the engineers who".
 */
function isVerbBefore({ lower }: Token, next: Token | undefined): boolean {
  if (!next) return false
  if (/[^su]s$/.test(lower))
    return VERB_PARTICLES.has(next.lower) || (DETERMINERS.has(next.lower) && next.lower !== 'that')
  return (
    lower.endsWith('ed') &&
    (next.lower === 'to' ||
      next.kind === 'number' ||
      COUNTS.has(next.lower) ||
      DETERMINERS.has(next.lower) ||
      PRONOUNS.has(next.lower) ||
      VERB_PARTICLES.has(next.lower))
  )
}

const isPlainVerb = ({ lower }: Token): boolean => isCue(lower) || lower.endsWith('ing')

/** No "finally", "later", "didn't", "based", "late on Monday"; but the ally of "Holm ally Ines Varga". */
const isNounlike = ({ lower }: Token, next: Token | undefined): boolean =>
  !(
    lower.endsWith('ed') ||
    (lower.endsWith('ly') && !isCapital(next)) ||
    TIMES.has(lower) ||
    ADVERBS.has(lower) ||
    AUXILIARIES.has(lower)
  )

const TIMES = new Set('late early last next earlier today yesterday tonight tomorrow afterwards'.split(' '))

/** "the Varga campaign said", "a Holm engineer for", and not "Varga took the", "Varga didn't". */
function isNounAfterName(tokens: readonly Token[], i: number, to: number): boolean {
  const { lower } = tokens[i]!
  if (!isNounlike(tokens[i]!, tokens[i + 1])) return false
  const next = tokens[i + 1]
  if (!next || i + 1 >= to || next.kind !== 'word' || isCapital(next)) return true
  if (['of', 'for', 'at', 'and'].includes(next.lower)) return true
  // "Harbour experts have": a plural before its auxiliary.
  if (lower.endsWith('s') && ['have', 'are', 'were', 'do'].includes(next.lower)) return true
  return !(FUNCTION_WORDS.has(next.lower) || DETERMINERS.has(next.lower) || next.lower.endsWith('ly'))
}

/** "the report", "Hale's answer", "a long email": a verb's plain form behind a determiner or a singular is a noun. */
export function isNounHere(tokens: readonly Token[], i: number): boolean {
  const before = tokens[i - 1]
  if (!before) return false
  if (DETERMINERS.has(before.lower) || before.lower === "'s") return true
  return isPlainForm(tokens[i]!.lower) && before.kind === 'word' && !isCapital(before) && isSingular(before)
}

const isSingular = ({ lower }: Token): boolean =>
  !/s$/.test(lower) && !FUNCTION_WORDS.has(lower) && !PRONOUNS.has(lower) && lower !== 'people'

/** "an aide speaking on condition of anonymity", "a woman involved in the plan". */
const isParticiple = ({ lower }: Token): boolean => /(?:ing|ed|en)$/.test(lower)

/** "of" and "three" in "mother-of-three", "based" in "Holm-based": a small word right behind a hyphen. */
export const isHyphened = (tokens: readonly Token[], i: number): boolean =>
  tokens[i] !== undefined &&
  tokens[i]!.kind !== 'mark' &&
  !tokens[i]!.spaced &&
  tokens[i - 1]?.text === '-' &&
  !isCapital(tokens[i])

/** "dockers", "fishermen". */
export const isPlural = (token: Token): boolean =>
  !isCapital(token) &&
  /(?:[^s’']s|men|people)$/.test(token.lower) &&
  !FUNCTION_WORDS.has(token.lower) &&
  !isCue(token.lower)

export const endsLikeVerb = (token: Token): boolean =>
  !isCapital(token) && (/(?:ed|ing)$/.test(token.lower) || isStrongCue(token.lower))
