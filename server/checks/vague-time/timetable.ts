import type { Token } from '../../draft/tokens'
import { endsClauseAt, tenseOfVerb } from './tense'

const REACH_BACK = 14
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
  'in on at to for from with into over against until till through before back off up out down home again'.split(
    ' ',
  ),
)
const NO_VERB = new Set(
  'this his its us as was is has yes thus across towards besides sometimes always perhaps less plus news'.split(
    ' ',
  ),
)
const FINITE = new Set('is are am do does can'.split(' '))
/** Verbs of fixtures in the form that they have behind a team or a plural: "England play Wales". */
const OF_FIXTURES = new Set('play face host meet visit tour travel'.split(' '))
const SUBJECTS = new Set('he she it who which'.split(' '))

/**
 * Whether a weekday is one to come because a verb in the present speaks of it, as timetables do: "The club plays Leeds on
 * Saturday", "Polls open Thursday", "Delays are possible on Thursday". Form alone tells such a verb:
 * - an "s" (or "play") behind "who", "he" or the like, or behind "on Friday and": whatever past there is before it;
 * - where the clause has no past, an "s" before an article, "is" and "are", and at the start of a clause an "s", or a
 *   bare word behind a plural, before a place, a name, a number or the day itself.
 */
export function isOfTimetable(
  tokens: readonly Token[],
  start: number,
  end: number,
  isPast: boolean,
): boolean {
  const leadIn = tokens[start - 1]?.lower ?? ''
  if (/^(of|since|after|before|during)$/.test(leadIn)) return false
  // "is forecast for Saturday"
  if (!isPast && leadIn === 'for' && isBe(tokens[start - 3])) return true
  for (let i = start - 1; i >= Math.max(0, start - REACH_BACK); i--) {
    if (endsClauseAt(tokens, i)) break
    if (isVerbOfSubject(tokens, i) || (isBehindJoint(tokens, i) && isAtStart(tokens, i))) return true
    if (isPast && tenseOfVerb(tokens, i)) return false
    if (isPast) continue
    if (/^(after|since|following)$/.test(tokens[i]!.lower)) return false
    if (isBe(tokens[i])) return !/ing$/.test(tokens[i + 1]?.lower ?? '')
    if (isBeforeObject(tokens, i)) return true
    if (isAtStart(tokens, i)) return !hasFinite(tokens, end)
  }
  return !isPast && /^'s$/.test(tokens[end]?.lower ?? '') && isBeAhead(tokens, end)
}

const isBe = (token: Token | undefined): boolean => token?.lower === 'is' || token?.lower === 'are'

/** "Friday's vote is likely to be close.", "Tickets for Friday's concert are on sale." */
function isBeAhead(tokens: readonly Token[], from: number): boolean {
  for (let i = from; i < Math.min(tokens.length, from + REACH_ON) && !endsClauseAt(tokens, i); i++)
    if (isBe(tokens[i])) return !/ing$/.test(tokens[i + 1]?.lower ?? '')
  return false
}

/** "who turns 40", "who play Wales", "retired on Friday and returns on" */
function isVerbOfSubject(tokens: readonly Token[], i: number): boolean {
  const before = tokens[i - 1]?.lower ?? ''
  if (SUBJECTS.has(before)) return endsInS(tokens, i) || OF_FIXTURES.has(tokens[i]!.lower)
  if (before === 'and' && OF_FIXTURES.has(tokens[i]!.lower)) return true
  return endsInS(tokens, i) && before === 'and' && /(?:day|night|morning)$/.test(tokens[i - 2]?.lower ?? '')
}

/** "Wisconsin holds its primary" */
const isBeforeObject = (tokens: readonly Token[], i: number): boolean =>
  endsInS(tokens, i) &&
  !isPossessive(tokens[i - 1]) &&
  OBJECTS.has(tokens[i + 1]?.lower ?? '') &&
  !BEFORE_NOUN.has(tokens[i - 1]?.lower ?? 'the')

/** "The jury returns on", "Council votes", "Voters go to", "England play Wales" */
function isAtStart(tokens: readonly Token[], i: number): boolean {
  const next = tokens[i + 1]
  const before = tokens[i - 1]
  if (!next || before?.kind !== 'word' || !canFollowVerb(next)) return false
  if (BEFORE_NOUN.has(before.lower) || isPossessive(before) || !isClauseStart(tokens, i, 2)) return false
  if (OF_FIXTURES.has(tokens[i]!.lower)) return true
  if (endsInS(tokens, i)) return !isPlural(before)
  const { text, lower } = tokens[i]!
  if (!isPlural(before) || !/^\p{Ll}+$/u.test(text) || /(?:ing|s|ed|ly)$/.test(lower)) return false
  if (BEFORE_NOUN.has(lower) || PLACES.has(lower)) return false
  return /^\p{Ll}/u.test(before.text) || isClauseStart(tokens, i - 1, 0)
}

const isPossessive = (token: Token | undefined): boolean => /^'s$/.test(token?.lower ?? '')

const endsInS = (tokens: readonly Token[], i: number): boolean => {
  const { kind, text, lower } = tokens[i]!
  return kind === 'word' && isPlural(tokens[i]!) && /^\p{Ll}/u.test(text) && !NO_VERB.has(lower)
}

const isPlural = ({ lower }: Token): boolean => /[^s'’]s$/.test(lower)

/** Whether a clause starts at most so few words before a token; with 0, at the token itself. */
function isClauseStart(tokens: readonly Token[], i: number, most: number): boolean {
  for (let back = Math.min(1, most); back <= most; back++)
    if (i - back === 0 || /^[.!?;:]$/.test(tokens[i - back - 1]?.text ?? '') || isJoint(tokens, i - back - 1))
      return true
  return false
}

/** ", and" joins another clause on, with a time of its own: "Work has begun, and tickets go on sale Friday". */
const isJoint = (tokens: readonly Token[], i: number): boolean =>
  /^(and|but|so)$/.test(tokens[i]?.lower ?? '') && tokens[i - 1]?.text === ','

const isBehindJoint = (tokens: readonly Token[], i: number): boolean =>
  isJoint(tokens, i - 2) || isJoint(tokens, i - 3)

const canFollowVerb = ({ kind, lower, text }: Token): boolean =>
  kind === 'number' || (kind === 'word' && (OBJECTS.has(lower) || PLACES.has(lower) || /^\p{Lu}/u.test(text)))

function hasFinite(tokens: readonly Token[], from: number): boolean {
  for (let i = from; i < Math.min(tokens.length, from + REACH_ON) && !endsClauseAt(tokens, i); i++)
    if (FINITE.has(tokens[i]!.lower)) return true
  return false
}
