import type { Token } from '../../draft/tokens'
import { wordFilter } from '../../draft/word-filter'
import type { Tense } from './expression'

const FUTURE = new Set(
  (
    "will shall 'll won't would could may might can must should plans planned planning scheduled expected expects expect due going " +
    'slated set intends intend hopes hoping aims upcoming tomorrow'
  ).split(' '),
)
/** What a timetable says of things to come: "the festival begins on Friday". */
const TIMETABLE = new Set(
  (
    'begins starts ends opens closes expires concludes airs arrives departs resumes reopens retires ' +
    'meets meet takes goes comes kicks leaves hosts faces travels'
  ).split(' '),
)
/** Verbs behind which "to" names something to come: "agreed to meet on Friday". */
const BINDS = new Set(
  (
    'is are was were hope hoped plan aim agreed agree agrees vowed promised ordered threatened asked urged invited refused decided hoping ' +
    'pledged told forecast projected predicted tipped likely certain bound poised ready'
  ).split(' '),
)
const PAST = new Set(
  (
    'was were had did has have been met won lost beat said told took made went came began broke found gave held kept knew left led let ' +
    'paid ran saw sent shot sold spoke spent stood struck thought wrote rose fell grew got became brought built bought ' +
    'caught chose drew drove ate fought flew forgot froze hid hurt laid lay meant put rode rang sang sank sat shook ' +
    'sworn shown given taken seen known drawn beaten chosen broken stolen written driven flown thrown worn torn ' +
    'bent bit blew bore burst clung crept cut dealt dug fed felt fled forgave heard hit hung knelt lent lit quit shed ' +
    'shone slid sought spat split spread sprang stuck swam swept swung tore wept withdrew wound overtook overthrew undertook ' +
    "showed shut slept stole swore taught threw understood woke wore didn't wasn't weren't hadn't"
  ).split(' '),
)

/** Verbs that put something off or on to a time to come, by what leads that time in: "was postponed to Friday". */
const DEFERS: ReadonlyMap<string, ReadonlySet<string>> = (() => {
  const putOff = 'postponed adjourned delayed deferred extended rescheduled moved shifted pushed put brought'
  const stops =
    'suspended recessed prorogued remanded jailed banned barred grounded gave given granted has have got'
  const sets = 'called booked fixed arranged announced ordered rescheduled put'
  return new Map([
    ['to', new Set(`${putOff} changed switched`.split(' '))],
    ['until', new Set(`${putOff} ${stops}`.split(' '))],
    ['till', new Set(`${putOff} ${stops}`.split(' '))],
    ['for', new Set(sets.split(' '))],
  ])
})()
/** "is closed until Friday", "has been shut until Friday": what holds now will hold until then. */
const HOLDS = new Set(['is', 'are', 'has', 'have', 'been', 'remains', 'remain', 'stays', 'stay'])
/** Verbs that bind somebody else to do something: "ordered the firm to reply by Friday". */
const BINDS_OTHERS = new Set(
  'ordered asked urged told invited required allowed forced instructed directed advised warned wants wanted gave given'.split(
    ' ',
  ),
)

const REACH_BACK = 14
const REACH_ON = 8
const CLAUSE_END = new Set(['.', ';', ':', '!', '?', '—', '–', '”', '"'])

const SHORTENED = new Set(
  'mr mrs ms dr gen sen rep gov lt col sgt st jr inc corp co ltd jan feb aug sept oct nov dec no'.split(' '),
)

/** Whether a clause ends at a token; none does at the points of "9 p.m. EST" or "Mr. Hale". */
export function endsClauseAt(tokens: readonly Token[], i: number): boolean {
  const { text, spaced } = tokens[i]!
  if (text !== '.' || spaced) return CLAUSE_END.has(text)
  const shortened = tokens[i - 1]?.lower ?? ''
  const next = tokens[i + 1]
  if (!next || !/^\p{L}/u.test(next.text)) return !SHORTENED.has(shortened)
  if (!next.spaced) return false
  return shortened.length === 1 ? /^\p{Lu}\p{Ll}/u.test(next.text) : !SHORTENED.has(shortened)
}

/**
 * Whether an expression speaks of what was or of what will be, by the nearest verb of its clause: "met on Friday",
 * "will meet on Friday".
 */
export function tenseAt(tokens: readonly Token[], start: number, end: number): Tense {
  // "The deadline is Friday."
  const verb = tokens[start - 1]?.lower === 'on' ? start - 2 : start - 1
  if (/^(is|are)$/.test(tokens[verb]?.lower ?? '')) return 'future'
  if (isLabelled(tokens, start, end)) return 'future'
  for (let i = start - 1; i >= Math.max(0, start - REACH_BACK); i--) {
    if (endsClauseAt(tokens, i)) break
    const tense = tenseOfVerb(tokens, i)
    if (tense === 'past' && isDeferred(tokens, i, start - 1)) return 'future'
    if (tense) return tense
    if (isBound(tokens, i, start - 1) || isHeadline(tokens, i)) return 'future'
  }
  const opens = start < 2 || endsClauseAt(tokens, start - 1)
  for (let i = end; i < Math.min(tokens.length, end + REACH_ON); i++) {
    if (endsClauseAt(tokens, i)) break
    // "Stores reopen Friday, a week after the flood shut them"
    if (!opens && tokens[i]!.text === ',' && STARTS_ASIDE.has(tokens[i + 1]?.lower ?? '')) break
    const tense = tenseOfVerb(tokens, i)
    if (tense) return tense
  }
  return undefined
}

const LABELS = new Set('when date day time starts opens closes deadline next'.split(' '))
const REACH_OF_LABEL = 12

/** "When: Saturday, 2 p.m.", "Saturday: City v Rovers, 3 p.m.", "Coming up Thursday:": what a listing has no verb for. */
function isLabelled(tokens: readonly Token[], start: number, end: number): boolean {
  const before = tokens[start - 1]
  if (before?.text === ':') return LABELS.has(tokens[start - 2]?.lower ?? '')
  if (tokens[end]?.text !== ':') return false
  if (before?.lower === 'up' && tokens[start - 2]?.lower === 'coming') return true
  if (before && !endsClauseAt(tokens, start - 1)) return false
  for (let i = end + 1; i < Math.min(tokens.length, end + REACH_OF_LABEL) && !endsClauseAt(tokens, i); i++)
    if (/^(v|vs|pm|am|noon)$/.test(tokens[i]!.lower) || isClockPart(tokens, i)) return true
  return false
}

/** The "p" of "3 p.m." */
const isClockPart = (tokens: readonly Token[], i: number): boolean =>
  /^[ap]$/.test(tokens[i]!.lower) && tokens[i - 1]?.kind === 'number' && tokens[i + 2]?.lower === 'm'

/** Whether what the verb tells of as past ends or begins at a time to come, which `leadIn` leads in. */
function isDeferred(tokens: readonly Token[], verb: number, leadIn: number): boolean {
  const how = tokens[leadIn]?.lower ?? ''
  // "The final is played on Saturday."
  if (how === 'on' && verb === leadIn - 1) return /^(is|are)$/.test(tokens[verb - 1]?.lower ?? '')
  if (DEFERS.get(how)?.has(tokens[verb]!.lower)) return true
  if (!/^(until|till)$/.test(how)) return false
  return HOLDS.has(tokens[verb]!.lower) || HOLDS.has(tokens[verb - 1]?.lower ?? '')
}

const REACH_OF_OBJECT = 6

/** Whether an infinitive begins at a token and tells what others have to do by then. */
function isBound(tokens: readonly Token[], to: number, leadIn: number): boolean {
  if (tokens[to]!.lower !== 'to' || !/^(by|before|until|till)$/.test(tokens[leadIn]?.lower ?? ''))
    return false
  for (let i = to - 1; i >= Math.max(0, to - REACH_OF_OBJECT); i--) {
    if (endsClauseAt(tokens, i)) return false
    if (BINDS_OTHERS.has(tokens[i]!.lower)) return true
  }
  return false
}

const LONGEST_OF_HEADLINE = 4
const NO_HEADLINE = new Set(
  'how what when where who why ready able is are have has had need want to not'.split(' '),
)

/** "Council to vote Thursday", "Action: Ms. Grant to reply by Friday": an infinitive that has a subject and no verb before it. */
function isHeadline(tokens: readonly Token[], to: number): boolean {
  if (tokens[to]!.lower !== 'to' || tokens[to + 1]?.kind !== 'word' || isUpper(tokens[to + 1]!)) return false
  let words = 0
  for (let i = to - 1; i >= 0 && !endsClauseAt(tokens, i); i--) {
    const { kind, text, lower } = tokens[i]!
    if (kind === 'mark' && text !== '.') return false
    if (NO_HEADLINE.has(lower) || tenseOfVerb(tokens, i) || /(?:ing|ly)$/.test(lower)) return false
    if (kind === 'word' && ++words > LONGEST_OF_HEADLINE) return false
    if (i === 0 || endsClauseAt(tokens, i - 1)) return isUpper(tokens[i]!)
  }
  return false
}

const isUpper = ({ text }: Token): boolean => /^\p{Lu}/u.test(text)

/** What begins a measure of time behind a comma: ", a week after". */
const STARTS_ASIDE = new Set('a an two three four five six just only days weeks months years'.split(' '))

/** "would have met" is past. */
const MODAL = new Set(['would', 'could', 'may', 'might', 'must', 'should'])
const PERFECT = new Set(['have', "'ve", '’ve'])

const isPerfect = (tokens: readonly Token[], i: number): boolean =>
  MODAL.has(tokens[i]!.lower) && PERFECT.has(tokens[i + 1]?.lower ?? '')

const LIKE_PAST = /[^e]ed$/
const TO = new Set(['to'])
const mayBeListed = wordFilter([...FUTURE, ...TIMETABLE, ...PAST, ...MODAL, ...TO])
const D = 100
const APOSTROPHES = [39, 0x2019]

/** Most words surely aren't such verbs: neither in a list, nor with the "ed" or the apostrophe of one. */
function mayTell(token: Token): boolean {
  const { lower } = token
  const last = lower.length - 1
  return (
    mayBeListed(token) || lower.charCodeAt(last) === D || APOSTROPHES.includes(lower.charCodeAt(last - 2))
  )
}

/** What a word by itself tells of the time that its clause speaks of, if it is a verb that tells. */
export function tenseOfVerb(tokens: readonly Token[], i: number): Tense {
  const { lower, kind, text } = tokens[i]!
  if (kind !== 'word' || text === 'May' || !mayTell(tokens[i]!)) return undefined
  if (isPerfect(tokens, i)) return 'past'
  // "set out", "fell due"
  if (lower === 'set' && !isPlan(tokens, i)) return 'past'
  if (lower === 'due' && /^(fell|came|became)$/.test(tokens[i - 1]?.lower ?? '')) return 'past'
  if (FUTURE.has(lower) || lower.endsWith("'ll") || lower.endsWith('’ll')) return 'future'
  if (TIMETABLE.has(lower)) return 'future'
  if (lower === 'to' && BINDS.has(tokens[i - 1]?.lower ?? '') && tokens[i + 1]?.kind === 'word')
    return 'future'
  // "will be supported and removed": the first of two verbs tells.
  if (tokens[i - 1]?.lower === 'and' && LIKE_PAST.test(lower)) return undefined
  // "a contested convention in July"
  if (LIKE_PAST.test(lower) && OF_NOUN.has(tokens[i - 1]?.lower ?? '')) return undefined
  // "to be held", "scheduled for": what comes is told by what stands before the participle.
  if (PAST.has(lower) || LIKE_PAST.test(lower)) return isPlanned(tokens, i) ? 'future' : 'past'
  return undefined
}

const OF_NOUN = new Set('a an the his her its their our this that these those any no'.split(' '))

/** "is set to vote", "was set for Friday" */
const isPlan = (tokens: readonly Token[], i: number): boolean =>
  /^(to|for|by)$/.test(tokens[i + 1]?.lower ?? '') ||
  /^(is|are|was|were|been|be|has|have)$/.test(tokens[i - 1]?.lower ?? '')

function isPlanned(tokens: readonly Token[], i: number): boolean {
  // "will almost certainly be decided"
  const reach = tokens[i - 1]?.lower === 'be' ? 5 : 3
  for (let k = i - 1; k >= Math.max(0, i - reach); k--) {
    const { lower, text } = tokens[k]!
    // "In May he left": a month
    if (text === 'May') continue
    if ((FUTURE.has(lower) && !isPerfect(tokens, k)) || (TO.has(lower) && tokens[k + 1]!.lower === 'be'))
      return true
  }
  return false
}
