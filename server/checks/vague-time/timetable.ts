import type { Token } from '../../draft/tokens'
import { CLAUSE_END } from './tense'

const REACH_BACK = 10
const REACH_ON = 6

/** What stands before a noun in the plural, and not before a verb. */
const BEFORE_NOUN = new Set(
  (
    'the a an this that these those his her its their our my your of in on at by for with from to into over under between against ' +
    'among about as than and or all some many several few both no any other more most two three four five six seven eight nine ten'
  ).split(' '),
)
/** What stands behind a verb, and not behind a noun. */
const OBJECTS = new Set('the a an its his her their our'.split(' '))
const PLACES = new Set(
  'in on at to for from with into over against until till through back off up out down home again'.split(' '),
)
const NO_VERB = new Set(
  'this his its us as was is has yes thus across towards besides sometimes always perhaps less plus news'.split(
    ' ',
  ),
)
const FINITE = new Set('is are am do does can'.split(' '))

/**
 * Whether a clause without any past speaks in the present of what is to come, as timetables do: "The club plays Leeds on
 * Saturday", "Polls open Thursday", "is forecast for Saturday". Form alone tells the verb: an "s" before an article, and
 * at the start of a sentence also an "s", or a bare word behind a plural, before a place, a name or the day itself.
 */
export function isOfTimetable(tokens: readonly Token[], start: number, end: number): boolean {
  const leadIn = tokens[start - 1]?.lower ?? ''
  if (/^(of|since|after|before|during)$/.test(leadIn)) return false
  // "is forecast for Saturday"
  if (leadIn === 'for' && /^(is|are)$/.test(tokens[start - 3]?.lower ?? '')) return true
  for (let i = start - 1; i >= Math.max(0, start - REACH_BACK); i--) {
    if (CLAUSE_END.has(tokens[i]!.text)) break
    if (isBeforeObject(tokens, i)) return true
    if (isAtStart(tokens, i)) return !hasFinite(tokens, end)
  }
  return isSentenceStart(tokens, start, 0) && isLikelyAhead(tokens, end)
}

/** "Friday's vote is likely to be close." */
function isLikelyAhead(tokens: readonly Token[], from: number): boolean {
  for (let i = from; i < Math.min(tokens.length, from + REACH_ON) && !CLAUSE_END.has(tokens[i]!.text); i++)
    if (/^(is|are)$/.test(tokens[i]!.lower)) return tokens[i + 1]?.lower === 'likely'
  return false
}

/** "Wisconsin holds its primary" */
const isBeforeObject = (tokens: readonly Token[], i: number): boolean =>
  endsInS(tokens, i) &&
  !/^['’]s$/.test(tokens[i - 1]?.lower ?? '') &&
  OBJECTS.has(tokens[i + 1]?.lower ?? '') &&
  !BEFORE_NOUN.has(tokens[i - 1]?.lower ?? 'the')

/** "The jury returns on", "Council votes", "Voters go to" */
function isAtStart(tokens: readonly Token[], i: number): boolean {
  const next = tokens[i + 1]
  const before = tokens[i - 1]
  if (!next || !before || !canFollowVerb(next)) return false
  if (endsInS(tokens, i))
    return (
      before.kind === 'word' &&
      !BEFORE_NOUN.has(before.lower) &&
      !isPlural(before) &&
      !/^['’]s$/.test(before.lower) &&
      isSentenceStart(tokens, i, 2)
    )
  return (
    /^\p{Ll}+$/u.test(tokens[i]!.text) &&
    !/(?:ing|s|ed|ly)$/.test(tokens[i]!.lower) &&
    !BEFORE_NOUN.has(tokens[i]!.lower) &&
    !PLACES.has(tokens[i]!.lower) &&
    isPlural(before) &&
    (/^\p{Ll}/u.test(before.text) || isSentenceStart(tokens, i - 1, 0)) &&
    isSentenceStart(tokens, i, 2)
  )
}

const endsInS = (tokens: readonly Token[], i: number): boolean => {
  const { kind, text, lower } = tokens[i]!
  return kind === 'word' && isPlural(tokens[i]!) && /^\p{Ll}/u.test(text) && !NO_VERB.has(lower)
}

const isPlural = ({ lower }: Token): boolean => /[^s'’]s$/.test(lower)

/** Whether a sentence starts at most so few words before a token; with 0, at the token itself. */
function isSentenceStart(tokens: readonly Token[], i: number, most: number): boolean {
  for (let back = Math.min(1, most); back <= most; back++)
    if (i - back === 0 || /^[.!?]$/.test(tokens[i - back - 1]?.text ?? '')) return true
  return false
}

const canFollowVerb = ({ kind, lower, text }: Token): boolean =>
  kind === 'word' && (OBJECTS.has(lower) || PLACES.has(lower) || /^\p{Lu}/u.test(text))

function hasFinite(tokens: readonly Token[], from: number): boolean {
  for (let i = from; i < Math.min(tokens.length, from + REACH_ON) && !CLAUSE_END.has(tokens[i]!.text); i++)
    if (FINITE.has(tokens[i]!.lower)) return true
  return false
}
