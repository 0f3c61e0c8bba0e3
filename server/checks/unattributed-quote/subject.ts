import type { Token } from '../../draft/tokens'
import {
  ADVERBS,
  CLAUSE_OPENERS,
  DETERMINERS,
  ISSUING,
  PREPOSITIONS,
  PRONOUNS,
  SUBORDINATORS,
} from './lexicon'
import { endsLikeVerb, isStop, nounPhraseFrom, phraseBefore } from './noun-phrase'
import { isCapital, type Stretch } from './shape'

const BREAKS = new Set([';', ':', '—', '–', '―', '!', '?', '"', '“', '”', '«', '»'])

const FARTHEST = 200

/** Words that begin a remark on time or manner before the subject: "Hours later, Hale", "Tuesday at Holm, Hale". */
const OPENERS = new Set(
  (
    'asked earlier once yesterday today however meanwhile last hours days weeks months years minutes moments ' +
    'monday tuesday wednesday thursday friday saturday sunday still again instead then later speaking first second here there back now soon'
  ).split(' '),
)

/**
 * The subject of the verb at `verb`, looked for from there back to `from`: "Rathbun stated", "Hale, the mayor,
 * warned", "she has always said", "Hale joined the page and replied". An infinitive, a verb behind a preposition and
 * a participle behind what somebody puts out have the subject of their sentence: "Hale used the day to say", "Hale
 * ended it by saying", "Hale issued a statement calling".
 */
export function subjectBefore(tokens: readonly Token[], from: number, verb: number): Stretch | undefined {
  let end = verb
  let infinitive = false
  while (end > from && isSkipped(tokens[end - 1]!)) {
    end--
    if (tokens[end]!.lower === 'to') infinitive = true
  }
  if (end <= from) return undefined
  const last = tokens[end - 1]!
  if (last.lower === 'it' || last.lower === 'there') return undefined
  if (last.lower === 'who' || last.lower === 'which' || last.lower === 'that')
    return antecedent(tokens, from, end - 1)
  if (PRONOUNS.has(last.lower) && !infinitive) return { from: end - 1, to: end }
  if (last.text === ',' && tokens[end - 2]?.text === ')') return phraseBefore(tokens, from, end - 1)
  const ofSentence = (): Stretch | undefined => mainSubject(tokens, sentenceStart(tokens, from, end), end)
  if (infinitive || last.text === ',' || CLAUSE_OPENERS.has(last.lower) || PREPOSITIONS.has(last.lower))
    return ofSentence()
  const phrase = phraseBefore(tokens, from, end)
  const first = tokens[phrase.from]!
  if (phrase.to - phrase.from === 1 && CLAUSE_OPENERS.has(first.lower)) return undefined
  if (first.lower === 'it' || first.lower === 'there' || first.lower === 'to') return undefined
  // "an official who spoke to discuss strategy said", "a letter seen by the board says": the verb is the sentence's.
  const governor = phrase.from > from ? tokens[phrase.from - 1]!.lower : ''
  if (governor === 'to' || governor === 'by') return ofSentence() ?? phrase
  const participle = tokens[verb]!.lower.endsWith('ing')
  const issued =
    participle && !namesSomebody(tokens, phrase) && ISSUING.has(tokens[phrase.from - 1]?.lower ?? '')
  return issued || isVerbal(first) ? (ofSentence() ?? phrase) : phrase
}

/** Whether a noun phrase has a name at its head: "Hale", "the engineer Ines Varga", and not "a message on Holm". */
function namesSomebody(tokens: readonly Token[], { from, to }: Stretch): boolean {
  for (let i = from; i < to && !PREPOSITIONS.has(tokens[i]!.lower); i++)
    if (isCapital(tokens[i]) && !DETERMINERS.has(tokens[i]!.lower)) return true
  return false
}

/** "classified 22 letters": what begins with a verb is no subject. */
const isVerbal = (token: Token): boolean => endsLikeVerb(token) || PREPOSITIONS.has(token.lower)

const isSkipped = (token: Token): boolean =>
  ADVERBS.has(token.lower) || (token.kind === 'word' && token.lower.endsWith('ly') && !isCapital(token))

/** Whom a "who" stands for: the noun phrase right before it. */
function antecedent(tokens: readonly Token[], from: number, end: number): Stretch | undefined {
  const to = tokens[end - 1]?.text === ',' ? end - 1 : end
  return to > from ? phraseBefore(tokens, from, to) : undefined
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
