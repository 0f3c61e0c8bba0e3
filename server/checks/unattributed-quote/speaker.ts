import type { Token } from '../../draft/tokens'
import {
  ADVERBS,
  ANONYMOUS,
  CLAUSE_OPENERS,
  DETERMINERS,
  FUNCTION_WORDS,
  isCue,
  isStrongCue,
  PREPOSITIONS,
  PRONOUNS,
  SUBORDINATORS,
} from './lexicon'
import { isCapital, type Stretch } from './shape'

const INSIDE_NAMES = new Set(['-', '–', '.', "'", '’', '&', '@', '_', '#'])
const BREAKS = new Set([';', ':', '—', '–', '―', '!', '?', '"', '“', '”', '«', '»'])

/** A noun phrase is no longer than this, and a subject no further from its verb (in tokens). */
const LONGEST = 40
const FARTHEST = 200

/** Words that begin a remark on time or manner before the subject: "Hours later, Hale", "Tuesday at Holm, Hale". */
const OPENERS = new Set(
  (
    'asked earlier once yesterday today however meanwhile last hours days weeks months years minutes moments ' +
    'monday tuesday wednesday thursday friday saturday sunday still again instead then later speaking first second'
  ).split(' '),
)

const isStop = (tokens: readonly Token[], i: number): boolean =>
  tokens[i]!.text === '.' && (tokens[i + 1]?.spaced ?? true) && !isInitial(tokens, i)

/** The point of "J." or "Gov." before a name. */
const isInitial = (tokens: readonly Token[], i: number): boolean => {
  const before = tokens[i - 1]
  return isCapital(before) && before!.text.length <= 4 && isCapital(tokens[i + 1])
}

/**
 * The noun phrase that begins at `from`, as far as `to`: "Ambassador Mohib", "the author of the report",
 * "Ines Varga, the engineer". Nothing if none begins there, or if it is an "it".
 */
export function nounPhraseFrom(tokens: readonly Token[], from: number, to: number): Stretch | undefined {
  const first = tokens[from]
  if (!first || from >= to || first.lower === 'it') return undefined
  if (PRONOUNS.has(first.lower)) return { from, to: from + 1 }
  if (first.text === '@' || first.text === '#') return { from, to: handleEnd(tokens, from, to) }
  const core = coreEnd(tokens, from, to)
  if (core === from) return undefined
  return { from, to: appositionEnd(tokens, core, to) }
}

function handleEnd(tokens: readonly Token[], from: number, to: number): number {
  let i = from + 1
  while (i < to && !tokens[i]!.spaced && !/[,.;:!?)”"]/.test(tokens[i]!.text)) i++
  return i
}

/** The end of a noun phrase without what is said of it: capitals, nouns, "of", "for" and "at" between them. */
export function coreEnd(tokens: readonly Token[], from: number, to: number): number {
  let i = from
  let named = false
  const most = Math.min(to, from + LONGEST)
  while (i < most) {
    const token = tokens[i]!
    if (token.kind === 'mark') {
      const joins = INSIDE_NAMES.has(token.text) && !isStop(tokens, i) && i > from
      if (!joins || !tokens[i + 1]) break
      i++
      continue
    }
    if (isCapital(token) || token.kind === 'number') {
      named = true
      i++
      continue
    }
    if (i > from && (token.lower === "'s" || token.lower === '’s')) {
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
      (named && isPlainVerb(token)) ||
      (i > from && isStrongCue(token.lower) && !isNounHere(tokens, i))
    )
      break
    if (named && i > from && !isNounAfterName(tokens, i)) break
    i++
  }
  return i
}

const isPlainVerb = ({ lower }: Token): boolean => isCue(lower) || lower.endsWith('ing')
const isNounAfterName = (tokens: readonly Token[], i: number): boolean => !/ed$/.test(tokens[i]!.lower)
/** "the report said", "her answer was": a verb's form right behind a determiner is a noun. */
const isNounHere = (tokens: readonly Token[], i: number): boolean =>
  DETERMINERS.has(tokens[i - 1]?.lower ?? '') || tokens[i - 1]?.lower === "'s"

/** ", the engineer who built it" belongs to the name before it; ", adding" doesn't. */
function appositionEnd(tokens: readonly Token[], core: number, to: number): number {
  if (tokens[core]?.text !== ',' || core + 1 >= to) return core
  const next = tokens[core + 1]!
  const opens =
    DETERMINERS.has(next.lower) ||
    next.kind === 'number' ||
    (next.kind === 'word' && ANONYMOUS.has(next.lower))
  if (
    !opens &&
    !(next.kind === 'word' && tokens[core + 2] && ['of', 'at', 'for', 'to'].includes(tokens[core + 2]!.lower))
  )
    return core
  const end = coreEnd(tokens, core + 1, to)
  return end > core + 1 ? end : core
}

/**
 * The subject of the verb at `verb`, looked for from there back to `from`: "Rathbun stated", "Hale, the mayor,
 * warned", "she has always said", "Hale joined the page and replied".
 */
export function subjectBefore(tokens: readonly Token[], from: number, verb: number): Stretch | undefined {
  let end = verb
  while (end > from && isSkipped(tokens[end - 1]!)) end--
  if (end <= from) return undefined
  const last = tokens[end - 1]!
  if (last.lower === 'it' || last.lower === 'there') return undefined
  if (last.lower === 'who' || last.lower === 'which' || last.lower === 'that')
    return antecedent(tokens, from, end - 1)
  if (PRONOUNS.has(last.lower)) return { from: end - 1, to: end }
  if (last.text === ',' || CLAUSE_OPENERS.has(last.lower))
    return mainSubject(tokens, sentenceStart(tokens, from, end), end)
  const phrase = phraseBefore(tokens, from, end)
  const first = tokens[phrase.from]!.lower
  return first === 'it' || first === 'there' || first === 'to' ? undefined : phrase
}

const isSkipped = (token: Token): boolean =>
  ADVERBS.has(token.lower) || (token.kind === 'word' && token.lower.endsWith('ly') && !isCapital(token))

/**
 * The noun phrase that ends right before `end`: "the mayor of Holm", "Ruth Oyelaran (centre)", and in "After the vote,
 * Hale" the last name alone.
 */
export function phraseBefore(tokens: readonly Token[], from: number, end: number): Stretch {
  let start = end - 1
  if (tokens[start]!.text === ')') while (start > from && tokens[start]!.text !== '(') start--
  const least = Math.max(from, end - LONGEST)
  while (start > least && joinsLeft(tokens, from, start)) start--
  while (
    start < end - 1 &&
    (PREPOSITIONS.has(tokens[start]!.lower) || CLAUSE_OPENERS.has(tokens[start]!.lower))
  )
    start++
  return { from: start, to: end }
}

/** Whether the token before `start` belongs to the noun phrase that `start` begins as yet. */
function joinsLeft(tokens: readonly Token[], from: number, start: number): boolean {
  const before = tokens[start - 1]!
  const { lower, text, kind } = before
  if (kind === 'mark') return INSIDE_NAMES.has(text) && !(text === '.' && isStop(tokens, start - 1))
  if (isCapital(before) && !FUNCTION_WORDS.has(lower)) return true
  if (lower === "'s" || lower === '’s') return true
  if (DETERMINERS.has(tokens[start]!.lower) && !PREPOSITIONS.has(lower)) return false
  if (DETERMINERS.has(lower)) return true
  if (PREPOSITIONS.has(lower)) {
    const noun = tokens[start - 2]
    return (
      lower !== 'to' &&
      start - 2 >= from &&
      noun!.kind === 'word' &&
      !FUNCTION_WORDS.has(noun!.lower) &&
      !endsLikeVerb(noun!)
    )
  }
  if (lower === 'and') return isCapital(tokens[start]) && isCapital(tokens[start - 2])
  return (
    !FUNCTION_WORDS.has(lower) &&
    !CLAUSE_OPENERS.has(lower) &&
    !PRONOUNS.has(lower) &&
    !(isStrongCue(lower) && !isNounHere(tokens, start - 1))
  )
}

const endsLikeVerb = (token: Token): boolean =>
  !isCapital(token) && (/(?:ed|ing)$/.test(token.lower) || isStrongCue(token.lower))

function antecedent(tokens: readonly Token[], from: number, end: number): Stretch | undefined {
  const to = tokens[end - 1]?.text === ',' ? end - 1 : end
  if (to <= from) return undefined
  return tokens[end - 1]?.text === ','
    ? (mainSubject(tokens, sentenceStart(tokens, from, to), to) ?? phraseBefore(tokens, from, to))
    : phraseBefore(tokens, from, to)
}

/** Where the sentence begins that goes on at `end`. */
function sentenceStart(tokens: readonly Token[], from: number, end: number): number {
  let start = end - 1
  const least = Math.max(from, end - FARTHEST)
  while (start >= least && !BREAKS.has(tokens[start]!.text) && !isStop(tokens, start)) start--
  return start + 1
}

/** The first noun phrase of a sentence, past "In a statement on Monday,". */
export function mainSubject(tokens: readonly Token[], from: number, to: number): Stretch | undefined {
  const start = afterOpening(tokens, from, to)
  if (start >= to) return undefined
  return nounPhraseFrom(tokens, start, to) ?? undefined
}

/** Past what may stand before a subject: conjunctions, "In a statement,", "Speaking to reporters,". */
function afterOpening(tokens: readonly Token[], from: number, to: number): number {
  let at = from
  for (let round = 0; round < 3; round++) {
    while (
      at < to &&
      ((CLAUSE_OPENERS.has(tokens[at]!.lower) && !SUBORDINATORS.has(tokens[at]!.lower)) ||
        (tokens[at]!.kind === 'mark' && !['@', '#'].includes(tokens[at]!.text)))
    )
      at++
    const first = tokens[at]
    if (!first || at >= to) return at
    const opens =
      PREPOSITIONS.has(first.lower) ||
      SUBORDINATORS.has(first.lower) ||
      first.lower.endsWith('ing') ||
      first.lower.endsWith('ly') ||
      OPENERS.has(first.lower)
    if (!opens) return at
    const comma = commaAfter(tokens, at, to)
    if (comma < 0 || comma + 1 >= to)
      return first.lower.endsWith('ing') ? at : afterPreposition(tokens, at, to)
    at = comma + 1
  }
  return at
}

/** "with one poster", "On Wednesday Hale": without a comma the phrase ends where it can. */
function afterPreposition(tokens: readonly Token[], at: number, to: number): number {
  if (!PREPOSITIONS.has(tokens[at]!.lower) && !SUBORDINATORS.has(tokens[at]!.lower))
    return at + 1 < to ? at + 1 : at
  const first = tokens[at + 1]
  if (!first || at + 1 >= to) return at
  const day = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/.test(first.lower)
  if (day) return at + 2
  return first.kind === 'number' ? at + 2 : at + 1
}

function commaAfter(tokens: readonly Token[], from: number, to: number): number {
  for (let i = from; i < to && i < from + 30; i++) if (tokens[i]!.text === ',') return i
  return -1
}

/** Whether a source has no name: "sources", "a senior official", "experts". */
export function isAnonymous(tokens: readonly Token[], { from, to }: Stretch): boolean {
  let role = false
  for (let i = from; i < to; i++) {
    const token = tokens[i]!
    if (['his', 'her', 'their', 'the', 'this', 'that'].includes(token.lower) && token.lower !== 'the')
      return false
    if (
      i > from &&
      isCapital(token) &&
      !/^(?:US|U|S|UK|EU|NATO|White|House)$/.test(token.text) &&
      !ANONYMOUS.has(token.lower)
    )
      return false
    if (
      i === from &&
      isCapital(token) &&
      !ANONYMOUS.has(token.lower) &&
      !FUNCTION_WORDS.has(token.lower) &&
      !token.lower.match(/^(?:senior|unnamed|anonymous)$/) &&
      to - from <= 3 &&
      isCapital(tokens[i + 1])
    )
      return false
    if (ANONYMOUS.has(token.lower)) role = true
  }
  return role && (tokens[from]!.lower !== 'the' || tokens[to - 1]!.lower.endsWith('s'))
}

/** A person's full name within a speaker's words ("Professor Creswell Eastman" has one), as it stands there. */
export function nameWithin(tokens: readonly Token[], { from, to }: Stretch): Stretch | undefined {
  let best: Stretch | undefined
  for (let i = from; i < to; i++) {
    if (!isCapital(tokens[i]) || FUNCTION_WORDS.has(tokens[i]!.lower)) continue
    let end = i + 1
    while (
      end < to &&
      (isCapital(tokens[end]) ||
        (INSIDE_NAMES.has(tokens[end]!.text) && end + 1 < to && isCapital(tokens[end + 1])))
    )
      end++
    // Of "Home Secretary, Ines Varga" the last name is the person's, of "Ines Varga of the Harbour Board" the first.
    const governed = (i > from && PREPOSITIONS.has(tokens[i - 1]!.lower)) || tokens[i - 1]?.lower === 'the'
    if (!best || (!governed && best.to < i && tokens[i - 1]?.text === ',')) best = { from: i, to: end }
    i = end
  }
  return best
}
