import type { Token } from '../../draft/tokens'
import { isPersonNoun } from './beat'
import { beforeSkipped, REPUTED } from './between-subject-and-verb'
import {
  ADVERBS,
  AUXILIARIES,
  BE,
  CLAUSE_OPENERS,
  CONTRACTED,
  DETERMINERS,
  FUNCTION_WORDS,
  IRREGULAR_PASTS,
  ISSUING,
  isCue,
  isReporting,
  PAPERS,
  PREPOSITIONS,
  PRONOUNS,
  SUBJECT_PRONOUNS,
  SUBORDINATORS,
  VERB_PARTICLES,
} from './lexicon'
import { mainSubject } from './main-subject'
import { HONORIFIC } from './name-words'
import { endsLikeVerb, NO_SPEAKERS, nounPhraseFrom } from './noun-phrase'
import { phraseBefore } from './phrase-before'
import { isCapital, type Stretch } from './shape'
import { DASHES } from './source'
import { isStop } from './stops'

const BREAKS = new Set([';', ':', '—', '–', '―', '!', '?', '"', '“', '”', '«', '»'])

const FARTHEST = 200

/**
 * The subject of the verb at `verb`, looked for from there back to `from`: "Rathbun stated", "Hale, the mayor,
 * warned", "she has always said", "Hale joined the page and replied". An infinitive, a verb behind a preposition and
 * a participle behind what somebody puts out have the subject of their sentence: "Hale used the day to say", "Hale
 * ended it by saying", "Hale issued a statement calling".
 */
export function subjectBefore(tokens: readonly Token[], from: number, verb: number): Stretch | undefined {
  const subject = phraseOfSubject(tokens, from, verb)
  return subject && canSpeak(tokens, subject) ? subject : undefined
}

/** "who in 2015 famously", "who, on a call, ": from where what stands between a relative pronoun and its verb begins. */
function behindRelative(tokens: readonly Token[], from: number, end: number): number {
  for (let i = end - 1; i > from && i > end - LONGEST_BESIDE; i--) {
    const { lower, text } = tokens[i]!
    if (AUXILIARIES.has(lower) || isCue(lower) || text === ',') return end
    if (/^(?:who|which)$/.test(lower))
      return i + 1 < end && PREPOSITIONS.has(tokens[i + 1]!.lower) ? i + 1 : end
  }
  return end
}

const LONGEST_BESIDE = 8

/** "retired engineer Ines Varga" at the start of a clause, and not "they elected Ines Varga". */
const opensClause = (tokens: readonly Token[], from: number, phrase: Stretch): boolean =>
  (phrase.from === from || tokens[phrase.from - 1]!.text === ',') &&
  !isCapital(tokens[phrase.from + 1]) &&
  isCapital(tokens[phrase.to - 1])

/** "Hale", "the board", "officials", "police", and not "warning", "led", "such", "This": no more than a word of the predicate. */
function canSpeak(tokens: readonly Token[], { from, to }: Stretch): boolean {
  const { kind, lower } = tokens[from]!
  if (kind === 'mark') return lower === '@' || lower === '#'
  if (PRONOUNS.has(lower) || CONTRACTED.test(lower)) return true
  if (to - from > 1) return isCapital(tokens[from]) || !isVerbal(tokens[from]!) || isCapital(tokens[to - 1])
  if (FUNCTION_WORDS.has(lower) || ADVERBS.has(lower)) return false
  return (
    isCapital(tokens[from]) ||
    (/(?:s|men|people|police|children|staff)$/.test(lower) && !isVerbal(tokens[from]!))
  )
}

function phraseOfSubject(tokens: readonly Token[], from: number, verb: number): Stretch | undefined {
  const isParticiple = tokens[verb]!.lower.endsWith('ing')
  let end = verb
  let infinitive = false
  for (
    let before = beforeSkipped(tokens, from, end);
    before < end;
    before = beforeSkipped(tokens, from, end)
  ) {
    end = before
    if (tokens[end]!.lower === 'to') infinitive = true
    // "she is said to have replied": no verb of hers that the infinitive hangs on
    if (REPUTED.has(tokens[end + 1]?.lower ?? '')) infinitive = false
  }
  if (end <= from) return undefined
  end = behindRelative(tokens, from, end)
  const last = tokens[end - 1]!
  if (NO_SPEAKERS.has(last.lower)) return undefined
  if (last.lower === 'who' || last.lower === 'which' || last.lower === 'that')
    return antecedent(tokens, from, end - 1)
  if ((PRONOUNS.has(last.lower) || CONTRACTED.test(last.lower)) && !infinitive)
    return { from: end - 1, to: end }
  // "one of them put it"
  if (last.lower === 'them' && tokens[end - 2]?.lower === 'of' && PRONOUNS.has(tokens[end - 3]?.lower ?? ''))
    return { from: end - 3, to: end }
  const ofSentence = (to = end): Stretch | undefined => {
    const start = sentenceStart(tokens, from, end)
    const clause = isParticiple ? clauseStart(tokens, start, end) : start
    return mainSubject(tokens, clause, to)
  }
  if (last.text === ',' && tokens[end - 2]?.text === ')' && !isParticiple) {
    const phrase = phraseBefore(tokens, from, end - 1)
    // "Ines Varga, head of the Harbour Guild (a charity), wrote": the bracket is within what is said of a name.
    const whole = tokens[phrase.from - 1]?.text === ',' && phrase.from > from ? ofSentence() : undefined
    return whole && whole.to >= phrase.to ? whole : phrase
  }
  const hasOwnSubject = last.text === ',' && !infinitive && !isParticiple
  const inner = hasOwnSubject ? subjectOfClause(tokens, from, end) : undefined
  if (inner) return inner
  if (infinitive) return causedToSpeak(tokens, from, end) ?? withoutCatenative(tokens, ofSentence())
  if (last.text === ',' || CLAUSE_OPENERS.has(last.lower) || PREPOSITIONS.has(last.lower)) {
    const whole = ofSentence()
    const isNobody = !whole || /^(?:it|there)$/.test(tokens[whole.from]!.lower)
    return (isNobody && last.lower === 'and' ? subjectOfSubordinate(tokens, from, end) : undefined) ?? whole
  }
  if (DASHES.has(last.text)) return besideDashes(tokens, from, end)
  const phrase = withHonorificFirst(tokens, phraseBefore(tokens, from, end))
  const first = tokens[phrase.from]!
  if (first.lower === 'it' || first.lower === 'there' || first.lower === 'to') return undefined
  // "an official who spoke to discuss strategy said", "a letter seen by the board says": the verb is the sentence's.
  const governor = phrase.from > from ? tokens[phrase.from - 1]!.lower : ''
  // "an email from Hale saying"
  const writer = isParticiple ? writerIn(tokens, phrase) : undefined
  if (writer) return writer
  if (isParticiple && PREPOSITIONS.has(governor) && !SUBJECT_PREPOSITIONS.has(governor))
    return ofSentence() ?? phrase
  // "says a report highlighting"
  if (isParticiple && isReporting(governor) && DETERMINERS.has(first.lower)) return phrase
  // "was vague in her response saying", "will call for calm arguing"
  const isSubjectless = !DETERMINERS.has(first.lower) && !isCapital(first)
  if (
    isParticiple &&
    isSubjectless &&
    (BE.has(governor) || (AUXILIARIES.has(governor) && isCue(first.lower)))
  )
    return ofSentence() ?? phrase
  if (governor === 'to' || governor === 'by') return ofSentence() ?? phrase
  // "A woman who lives near the Old Mill told": what a preposition leads in is within what is said of her.
  const isWithin =
    PREPOSITIONS.has(governor) ||
    governor === 'as' ||
    VERB_PARTICLES.has(governor) ||
    IRREGULAR_PASTS.has(governor) ||
    (isCue(governor) && !isReporting(governor))
  const whole = !isParticiple && isWithin ? ofSentence() : undefined
  if (whole && whole.to < phrase.from && tokens[whole.to]?.lower === 'who') return whole
  const narrowed = whole && !SUBORDINATORS.has(governor) ? withoutParticiple(tokens, whole) : undefined
  const isNarrowed = narrowed && narrowed.to < phrase.from && isParticipleOf(tokens, narrowed.to)
  // "Hale weighed in with the board": behind a name, it is the verb.
  if (isNarrowed && !isCapital(tokens[narrowed.to - 1])) return narrowed
  const isOfInfinitive = tokens[phrase.from - 2]?.lower === 'to' && phrase.from - 2 > from
  if (isOfInfinitive && !isParticiple && !FUNCTION_WORDS.has(governor)) return ofSentence() ?? phrase
  if (isParticiple && !namesSomebody(tokens, phrase) && isObject(tokens, from, phrase))
    return ofSentence(phrase.from - 1) ?? phrase
  return isVerbal(first) && !opensClause(tokens, from, phrase) ? ofSentence() : phrase
}

/** The captain of "it was an hour before the captain came back and said" */
function subjectOfSubordinate(tokens: readonly Token[], from: number, end: number): Stretch | undefined {
  for (let i = end - 2; i > from; i--) {
    if (isStop(tokens, i)) return undefined
    if (!SUBORDINATORS.has(tokens[i]!.lower)) continue
    const subject = nounPhraseFrom(tokens, i + 1, end)
    if (subject && subject.to < end - 1 && tokens[subject.to]!.kind === 'word') return subject
  }
  return undefined
}

/**
 * "but its chair, Ruth Hale, warned", "Hale said the man, whose name was not given, had told": a subject with what is said
 * of it between commas, in a clause that a conjunction or a verb of saying opens.
 */
function subjectOfClause(tokens: readonly Token[], from: number, end: number): Stretch | undefined {
  let comma = end - 1
  for (let piece = 0; piece < MOST_SAID; piece++) {
    do comma--
    while (comma > from && tokens[comma]!.text !== ',')
    if (comma <= from + 1) return undefined
    const subject = subjectBeforeComma(tokens, from, comma, end)
    if (subject) return subject
    // "while Sen. Jack Hale, R-Ind., a surrogate, declared": there may be more than one such piece, but none has a verb.
    if (!saysWhoElse(tokens, comma + 1)) return undefined
  }
  return undefined
}

/** At most so many pieces between commas stand behind a subject. */
const MOST_SAID = 3

/** "R-Ind.", "a surrogate for the party", "52" */
const saysWhoElse = (tokens: readonly Token[], i: number): boolean =>
  isCapital(tokens[i]) || tokens[i]!.kind === 'number' || DETERMINERS.has(tokens[i]!.lower)

function subjectBeforeComma(
  tokens: readonly Token[],
  from: number,
  comma: number,
  end: number,
): Stretch | undefined {
  const phrase = phraseBefore(tokens, from, comma)
  const opener = tokens[phrase.from - 1]
  if (phrase.from <= from || !opener || !canSpeak(tokens, phrase)) return undefined
  if (!(CLAUSE_OPENERS.has(opener.lower) || opener.lower === 'what' || isReporting(opener.lower)))
    return undefined
  // "Ruth Hale, curator and head of the museum in Holm, Ohio, said"
  const first = tokens[phrase.from]!
  if (opener.lower === 'and' && !isCapital(first) && !DETERMINERS.has(first.lower)) return undefined
  const next = tokens[comma + 1]!
  if (CLAUSE_OPENERS.has(next.lower) && !isRelative(next)) return undefined
  return { from: phrase.from, to: saysWhoElse(tokens, comma + 1) ? end - 1 : comma }
}

/** "A banner" of "A banner unfurled in the stand": what looks like a noun before a preposition, and is none. */
function withoutParticiple(tokens: readonly Token[], { from, to }: Stretch): Stretch {
  return to - from > 1 && isParticipleOf(tokens, to - 1) ? { from, to: to - 1 } : { from, to }
}

/** "a notice handed out at", "a banner unfurled in": a participle with what goes with it. */
function isParticipleOf(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i]!
  const next = tokens[i + 1]?.lower ?? ''
  return !isCapital(token) && /ed$/.test(token.lower) && (PREPOSITIONS.has(next) || VERB_PARTICLES.has(next))
}

/** "Guidebooks tend", "Defenders of the plan like": the verb that an infinitive hangs on is no part of its subject. */
function withoutCatenative(tokens: readonly Token[], subject: Stretch | undefined): Stretch | undefined {
  if (!subject || subject.to - subject.from < 2) return subject
  const { from, to } = subject
  return CATENATIVES.has(tokens[to - 1]!.lower) && tokens[to]?.lower === 'to' ? { from, to: to - 1 } : subject
}

/** The "Mrs Hale" of "in a note on his letter Mrs Hale said": behind a thing an honorific begins another phrase. */
function withHonorificFirst(tokens: readonly Token[], { from, to }: Stretch): Stretch {
  for (let i = to - 2; i > from; i--) {
    if (!HONORIFIC.test(tokens[i]!.text)) continue
    const before = tokens[i - 1]!
    const isThing = before.kind === 'word' && !isCapital(before) && !isPersonNoun(before.lower)
    return isThing && !PREPOSITIONS.has(before.lower) && before.lower !== 'and'
      ? { from: i, to }
      : { from, to }
  }
  return { from, to }
}

/** The Hale of "an email from Hale" */
function writerIn(tokens: readonly Token[], { from, to }: Stretch): Stretch | undefined {
  for (let i = Math.max(from, 1); i + 1 < to; i++)
    if (tokens[i]!.lower === 'from' && PAPERS.has(tokens[i - 1]!.lower)) return { from: i + 1, to }
  return undefined
}

/** The "warn" of "prompted Hale to warn" */
export const isCausedToSpeak = (tokens: readonly Token[], from: number, verb: number): boolean =>
  verb > from + 2 && tokens[verb - 1]!.lower === 'to' && causedToSpeak(tokens, from, verb - 1) !== undefined

/** "prompting nurses to warn", "led the board to call it": who is made to speak. */
function causedToSpeak(tokens: readonly Token[], from: number, end: number): Stretch | undefined {
  const phrase = phraseBefore(tokens, from, end)
  if (phrase.from > from && CAUSING.test(tokens[phrase.from - 1]!.lower)) return phrase
  const opens = CAUSING.test(tokens[phrase.from]!.lower) && end > phrase.from + 1
  return opens ? { from: phrase.from + 1, to: end } : undefined
}

const CAUSING =
  /^(?:prompt|lead|forc|caus|driv|push|mov|inspir|provok|encourag)(?:ed|ing|s|es)$|^(?:led|drove)$/

const CATENATIVES = new Set(
  'tend like love hope want seem appear plan prefer need try refuse begin start continue happen choose intend expect hate have seek'.split(
    ' ',
  ),
)

const isRelative = ({ lower }: Token): boolean => /^(?:who|whose|whom|which)$/.test(lower)

/** "with Hale calling it", "a picture of Hale saying": behind these a participle has a subject of its own. */
const SUBJECT_PREPOSITIONS = new Set(['with', 'of', 'without', 'like', 'about'])

/** Whether a phrase is the object of a verb that shows nobody at it: "issued a statement", "mailed supporters". */
function isObject(tokens: readonly Token[], from: number, { from: start }: Stretch): boolean {
  const verb = tokens[start - 1]
  if (!verb || start - 1 <= from || SHOWING.has(verb.lower)) return false
  return (
    ISSUING.has(verb.lower) ||
    IRREGULAR_PASTS.has(verb.lower) ||
    (endsLikeVerb(verb) && !verb.lower.endsWith('ing'))
  )
}

/** 'Ines Varga — an engineer from Holm — says', 'Hale -- who built it -- says': a name with what is said of it between dashes. */
function besideDashes(tokens: readonly Token[], from: number, end: number): Stretch | undefined {
  const closing = tokens[end - 1]!.spaced ? end - 1 : end - 2
  for (let i = closing - 1; i > from && i > end - LONGEST_BETWEEN_DASHES; i--) {
    if (!DASHES.has(tokens[i]!.text) || !tokens[i]!.spaced) continue
    return { from: phraseBefore(tokens, from, i).from, to: i }
  }
  return undefined
}

const LONGEST_BETWEEN_DASHES = 30

/** Verbs whose object may be at something: "quoted an aide saying". */
const SHOWING = new Set(
  'quoted cited heard saw caught kept left filmed recorded showed pictured remembered recalled found had stopped started'.split(
    ' ',
  ),
)

/** Whether a noun phrase has a name at its head: "Hale", "the engineer Ines Varga", and not "a message on Holm". */
function namesSomebody(tokens: readonly Token[], { from, to }: Stretch): boolean {
  for (let i = from; i < to && !PREPOSITIONS.has(tokens[i]!.lower); i++)
    if (isCapital(tokens[i]) && !DETERMINERS.has(tokens[i]!.lower)) return true
  return false
}

/** "classified 22 letters": what begins with a verb is no subject. */
const isVerbal = (token: Token): boolean =>
  endsLikeVerb(token) || PREPOSITIONS.has(token.lower) || IRREGULAR_PASTS.has(token.lower)

/** Whom a "who" stands for: the noun phrase right before it. */
function antecedent(tokens: readonly Token[], from: number, end: number): Stretch | undefined {
  const to = /^[,—–―-]$/.test(tokens[end - 1]?.text ?? '') ? end - 1 : end
  return to > from ? phraseBefore(tokens, from, to) : undefined
}

/** Where the sentence begins that goes on at `end`. */
function sentenceStart(tokens: readonly Token[], from: number, end: number): number {
  let start = end - 1
  const least = Math.max(from, end - FARTHEST)
  while (start >= least && !isBreak(tokens, start) && !isStop(tokens, start)) start--
  return start + 1
}

/** "It grew loud, as Hale spent an hour mocking": a participle without a comma before it is of the clause that it stands in. */
function clauseStart(tokens: readonly Token[], start: number, end: number): number {
  for (let i = end - 1; i > start; i--) {
    if (tokens[i]!.text === ',') return start
    if (!/^(?:as|when|while|where|because)$/.test(tokens[i]!.lower)) continue
    const next = tokens[i + 1]!
    const hasSubject = isCapital(next) || SUBJECT_PRONOUNS.has(next.lower) || DETERMINERS.has(next.lower)
    return hasSubject ? i + 1 : start
  }
  return start
}

/** A mark between clauses, and not the one of "3:15". */
const isBreak = (tokens: readonly Token[], i: number): boolean =>
  BREAKS.has(tokens[i]!.text) && !(tokens[i]!.text === ':' && tokens[i + 1]?.spaced === false)
