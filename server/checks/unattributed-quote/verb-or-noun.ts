import type { Token } from '../../draft/tokens'
import { isPersonNoun } from './beat'
import {
  CONTRACTED,
  DETERMINERS,
  DOCUMENTS,
  FUNCTION_WORDS,
  isPlainForm,
  isPluralForm,
  PREPOSITIONS,
  PRONOUNS,
  SPEECH_NOUNS,
  SUBJECT_PRONOUNS,
} from './lexicon'
import { isCapital } from './shape'

/** Words behind which a verb has no subject of its own: "to say", "would say". */
export const NONFINITE_AFTER: ReadonlySet<string> = new Set(
  'to will would can could may might should must not'.split(' '),
)

/** "a blog post", "the first report", "raising fears of", "her recent remarks": no verb here. */
export function isNoun(tokens: readonly Token[], from: number, i: number): boolean {
  const { lower } = tokens[i]!
  if (i <= from) return false
  const before = tokens[i - 1]!
  // "the farmers' demands"
  if (isPluralForm(lower))
    return (
      qualifies(before) ||
      /^['’]$/.test(before.text) ||
      isSpeechNounWith(tokens, i) ||
      isOfName(tokens, i) ||
      isOfSomething(tokens, i)
    )
  if (!isPlainForm(lower)) return false
  // "the secretary of state": no subject stands behind a preposition.
  if (PREPOSITIONS.has(before.lower) && before.lower !== 'to') return true
  // "holds promise"
  if (before.lower === 'holds') return true
  // "the Old Mill sign names"
  if (isSingularName(tokens, i) && /(?:[^su]s|ed)$/.test(tokens[i + 1]?.lower ?? '')) return true
  // "in a Facebook post"
  if (isCapital(before) && /^an?$/.test(tokens[i - 2]?.lower ?? '')) return true
  // "will today promise"
  if (NAMED_DAYS.has(before.lower) && NONFINITE_AFTER.has(tokens[i - 2]?.lower ?? '')) return false
  return (
    before.kind === 'word' &&
    !isCapital(before) &&
    // "residents", and not "previous"
    !/(?:[^su]|^)s$/.test(before.lower) &&
    !FUNCTION_WORDS.has(before.lower) &&
    !PRONOUNS.has(before.lower) &&
    !CONTRACTED.test(before.lower) &&
    !before.lower.endsWith('ly')
  )
}

/** "his past comments about women", "news reports of it", and not "Hale comments on it" */
function isSpeechNounWith(tokens: readonly Token[], i: number): boolean {
  const before = tokens[i - 1]!
  if (!SPEECH_NOUNS.has(tokens[i]!.lower.slice(0, -1)) || before.kind !== 'word' || isCapital(before))
    return false
  if (PRONOUNS.has(before.lower) || isPersonNoun(before.lower)) return false
  return /^(?:about|of|that|from|by)$/.test(tokens[i + 1]?.lower ?? '') && opensPhrase(tokens, i - 1)
}

/** "no Holm messages", "the Hale claims", and not "the Gazette reports that": behind a determiner and a name */
const isOfName = (tokens: readonly Token[], i: number): boolean =>
  isCapital(tokens[i - 1]) &&
  tokens[i + 1]?.lower !== 'that' &&
  /^(?:no|any|the|these|those|some|more|many)$/.test(tokens[i - 2]?.lower ?? '') &&
  SPEECH_NOUNS.has(tokens[i]!.lower.slice(0, -1))

/** "the horrific details of it", and not "Hale speaks of it", "the mayor warns of it" */
const isOfSomething = (tokens: readonly Token[], i: number): boolean =>
  tokens[i + 1]?.lower === 'of' &&
  !TAKING_OF.has(tokens[i]!.lower) &&
  tokens[i - 1]!.kind === 'word' &&
  !isCapital(tokens[i - 1]) &&
  !PRONOUNS.has(tokens[i - 1]!.lower)

/** The "Old Mill sign" of "the Old Mill sign": a noun that carries words behind the name of one thing. */
function isSingularName(tokens: readonly Token[], noun: number): boolean {
  const { lower } = tokens[noun]!
  if (!(SPEECH_NOUNS.has(lower) || DOCUMENTS.has(lower)) || tokens[noun - 1]!.lower.endsWith('s'))
    return false
  let at = noun - 1
  while (at > 0 && isCapital(tokens[at])) at--
  return at < noun - 1 && /^(?:the|an?|this|that)$/.test(tokens[at]!.lower)
}

const TAKING_OF = new Set(
  'speaks tells complains warns boasts dreams thinks hears writes brags despairs'.split(' '),
)

/** "his past", "certain news": a word that has no verb of its own before it, behind a determiner or at a clause's start. */
const opensPhrase = (tokens: readonly Token[], i: number): boolean => {
  const before = tokens[i - 1]
  return (
    before === undefined ||
    DETERMINERS.has(before.lower) ||
    !(FUNCTION_WORDS.has(before.lower) || isCapital(before))
  )
}

const NAMED_DAYS = new Set(['today', 'tonight', 'yesterday', 'tomorrow'])

/** Whether a word before a noun or a verb with "-s" makes it a noun: no subject of a verb ends so. */
const qualifies = ({ kind, lower, text }: Token): boolean =>
  kind === 'word' &&
  text === lower &&
  !LIKE_ADJECTIVES.has(lower) &&
  (/(?:ing|ous|ive|ical|ural|ful|ent|ed)$/.test(lower) || (PREPOSITIONS.has(lower) && lower !== 'about'))

/** People who are called by what looks like an adjective: "its chief executive calls it". */
const LIKE_ADJECTIVES = new Set(
  'executive president student resident agent patient client parent superintendent detective representative relative native correspondent respondent'.split(
    ' ',
  ),
)

/**
 * "the report", "Hale's answer", "so-called", "counter-attack", "of saying": no verb of a clause stands at `i`, but one does
 * in "one argued".
 */
export function isNominal(tokens: readonly Token[], i: number): boolean {
  const { lower, text } = tokens[i - 1]!
  const cue = tokens[i]!
  if ((text === '-' && !cue.spaced) || isJoinedBehind(tokens, i) || lower === "'s") return true
  // "at one point", and not "they point"
  if (PRONOUNS.has(lower) && isPlainForm(cue.lower)) return lower === 'one' || lower === 'another'
  if (PRONOUNS.has(lower) && isVerbByNext(cue, tokens[i + 1])) return false
  if (DETERMINERS.has(lower) && lower !== 'that') return true
  return cue.lower.endsWith('ing') && lower !== 'by' && lower !== 'upon' && PREPOSITIONS.has(lower)
}

/** The "counter" of "counter-attack", and not the "said" of "Hale said - and". */
const isJoinedBehind = (tokens: readonly Token[], i: number): boolean => {
  const [hyphen, next] = [tokens[i + 1], tokens[i + 2]]
  return hyphen?.text === '-' && !hyphen.spaced && next?.kind === 'word' && !next.spaced
}

/** "One argued that", "what one called a": a past form with its object or its clause behind it. */
const isVerbByNext = ({ lower }: Token, next: Token | undefined): boolean =>
  (lower.endsWith('ed') || lower === 'said' || lower === 'told' || lower === 'wrote') &&
  next !== undefined &&
  (next.kind === 'mark' || DETERMINERS.has(next.lower) || SUBJECT_PRONOUNS.has(next.lower))

/** "said", "officials say", ", telling reporters that", and not "to say", "would say", "by saying". */
export function isFiniteVerb(tokens: readonly Token[], from: number, i: number): boolean {
  if (tokens[i]!.lower.endsWith('ing')) return i > from && tokens[i - 1]!.text === ','
  return i === from || !NONFINITE_AFTER.has(tokens[i - 1]!.lower)
}
