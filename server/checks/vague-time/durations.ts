import { namedDateAt } from './dates'
import type { Meaning, Recognised, Unit } from './expression'
import { BETWEEN } from './lexicon'
import { behindHyphen, countAt, durationValue, endsClause, lowerAt, type Scan, unitAt } from './scan'
import { determinedAt } from './turns'

const COARSE: ReadonlySet<Unit> = new Set([
  'day',
  'week',
  'fortnight',
  'month',
  'quarter',
  'year',
  'decade',
  'century',
])

/** "a long week", "the two previous years" */
const BETWEEN_COUNT_AND_UNIT = new Set([...BETWEEN, 'long', 'previous'])

/** Units without number ("years ago", "for weeks") stand at a unit; all else at its number. */
export function durationAt(scan: Scan, i: number): Recognised | undefined {
  const bare = unitAt(scan, i)
  if (bare?.plural) return tail(scan, i, i + 1, bare.unit, undefined) ?? bareDuration(scan, i, bare.unit)
  const count = countAt(scan, i)
  if (!count) return undefined
  let at = behindHyphen(scan, count.end)
  const hyphenated = at > count.end
  if (!unitAt(scan, at) && BETWEEN_COUNT_AND_UNIT.has(lowerAt(scan, at))) at++
  const named = unitAt(scan, at)
  if (!named) return undefined
  const { plural } = named
  // "a year and a half later"
  const half = /^an?$|^one$/.test(lowerAt(scan, i)) ? behindAndAHalf(scan, at + 1) : at + 1
  const [unit, value] = inYears(named.unit, half > at + 1 ? 1.5 : count.value)
  // "the 1988 quarter"
  if (!plural && !hyphenated && scan.tokens[i]!.kind === 'number' && (value ?? 0) >= 1900) return undefined
  const isArticle = /^an?$/.test(lowerAt(scan, i)) && count.end === i + 1
  if (isArticle && plural) return undefined
  // "three quarters of the harbour", "in some quarters"
  if (
    unit === 'quarter' &&
    (hyphenated || value === undefined || value === 3 || isArticle || lowerAt(scan, at + 1) === 'of')
  )
    return undefined
  if (isArticle && unit === 'second') return undefined
  const end = withAge(scan, withLong(scan, half))
  const withTail = tail(scan, i, half, unit, value)
  if (withTail) return withTail
  if (isArticle && !hyphenated && half === at + 1) return singular(scan, i, end, unit)
  return {
    start: isArticle ? i + 1 : i,
    end,
    kind: 'duration',
    meaning: { is: 'value', value: durationValue(unit, value) },
  }
}

const behindAndAHalf = (scan: Scan, i: number): number =>
  lowerAt(scan, i) === 'and' && lowerAt(scan, i + 1) === 'a' && lowerAt(scan, i + 2) === 'half' ? i + 3 : i

const YEARS_IN: Partial<Record<Unit, number>> = { decade: 10, century: 100 }

/** "half a century" is fifty years. */
function inYears(unit: Unit, value: number | undefined): readonly [Unit, number | undefined] {
  const years = value !== undefined && value < 1 ? YEARS_IN[unit] : undefined
  return years === undefined ? [unit, value] : ['year', value! * years]
}

/** "20-year-old", "20 years old" */
function withAge(scan: Scan, i: number): number {
  const at = behindHyphen(scan, i)
  return /^olds?$/.test(lowerAt(scan, at)) ? at + 1 : i
}

/** "year-long" */
function withLong(scan: Scan, i: number): number {
  const at = behindHyphen(scan, i)
  return at > i && lowerAt(scan, at) === 'long' ? at + 1 : i
}

const LASTING = new Set(
  'for in within after over about only than nearly almost least under half lasting lasted took take takes another once less'.split(
    ' ',
  ),
)

/** "a day": so long ("for a week"), or so often ("twice a week", "$20 a month"). */
function singular(scan: Scan, i: number, end: number, unit: Unit): Recognised | undefined {
  const before = lowerAt(scan, i - 1)
  const value = durationValue(unit, 1)
  if (LASTING.has(before)) return { start: i, end, kind: 'duration', meaning: { is: 'value', value } }
  const often = scan.tokens[i - 1]
  if (!often || (often.kind === 'mark' && often.text !== ')') || unit === 'decade' || unit === 'century')
    return undefined
  const isRate =
    often.kind === 'number' ||
    /^(times|once|twice|hours|days|minutes|million|billion|miles|dollars|percent|people)$/.test(before) ||
    often.text === ')' ||
    (/s$/.test(before) && (scan.tokens[i - 2]?.kind === 'number' || scan.words[i - 2]?.is === 'number'))
  if (isRate) return { start: firstOfOften(scan, i), end, kind: 'set', meaning: { is: 'value', value } }
  return /^(of|with|without|as|the|was|is|be|had|has|have|'s)$/.test(before)
    ? undefined
    : { start: i, end, kind: 'duration', meaning: { is: 'value', value } }
}

/** Where "twice a week", "three times a day" begins. */
function firstOfOften(scan: Scan, i: number): number {
  const word = lowerAt(scan, i - 1)
  if (word === 'once' || word === 'twice') return i - 1
  return word === 'times' && (scan.words[i - 2]?.is === 'number' || scan.tokens[i - 2]?.kind === 'number')
    ? i - 2
    : i
}

const BARE_AFTER = new Set(
  'for in after within over of took take takes many spent last lasted through during recent'.split(' '),
)

function bareDuration(scan: Scan, i: number, unit: Unit): Recognised | undefined {
  if ((!COARSE.has(unit) && unit !== 'hour' && unit !== 'minute') || unit === 'quarter') return undefined
  // "hours after the vote"
  const counts = /^(of|after|before)$/.test(lowerAt(scan, i + 1))
  if (!BARE_AFTER.has(lowerAt(scan, i - 1)) && !counts) return undefined
  return {
    start: i,
    end: i + 1,
    kind: 'duration',
    meaning: { is: 'value', value: durationValue(unit, undefined) },
  }
}

const BACK = new Set('earlier before previously prior'.split(' '))
const ON = new Set('later after afterward afterwards thereafter'.split(' '))

/** What turns a duration into a date: "ago", "earlier", "later", "from now", "after Christmas". */
function tail(
  scan: Scan,
  start: number,
  i: number,
  unit: Unit,
  value: number | undefined,
): Recognised | undefined {
  const lower = lowerAt(scan, i)
  // "in two weeks' time"
  if (lowerAt(scan, start - 1) === 'in' && /^(?:'s|['’])$/.test(lower) && lowerAt(scan, i + 1) === 'time')
    return { start, end: i + 2, ...ahead(unit, value) }
  if (isCountdown(scan, start, i, unit)) return { start, end: i, ...ahead(unit, value) }
  if (lower === 'ago')
    return fromBase(scan, start, i, unit, -1, value) ?? { start, end: i + 1, ...ago(unit, value) }
  if (lower === 'hence' || (lower === 'from' && lowerAt(scan, i + 1) === 'now'))
    return { start, end: lower === 'hence' ? i + 1 : i + 2, ...ahead(unit, value) }
  const afterNext = afterNextDay(scan, start, i, unit, value)
  if (afterNext) return afterNext
  if (lower === 'from' || lower === 'after' || lower === 'before') {
    const anchored = fromBase(scan, start, i, unit, lower === 'before' ? -1 : 1, value)
    if (anchored) return anchored
  }
  // "30 minutes later this week"
  if (lower === 'later' && /^(this|today|next)$/.test(lowerAt(scan, i + 1))) return undefined
  const stands = /^(before|after|previously|prior|thereafter)$/.test(lower) ? endsClause(scan, i + 1) : true
  if (BACK.has(lower) && stands) return { start, end: i + 1, ...fromText(unit, value, -1) }
  if (ON.has(lower) && stands) return { start, end: i + 1, ...fromText(unit, value, 1) }
  return undefined
}

type Sense = Pick<Recognised, 'kind' | 'meaning'>

const BEGINS_OR_ENDS =
  /^(begins?|starts?|ends?|opens?|expires?|resumes?|reopens?|closes?|retires?|due|back|returns?)$/

const TAKES_EFFECT = /^(?:takes? effect|into (?:effect|force))$/

/** "The recess starts in two weeks." */
const isCountdown = (scan: Scan, start: number, end: number, unit: Unit): boolean =>
  COARSE.has(unit) &&
  lowerAt(scan, start - 1) === 'in' &&
  endsClause(scan, end) &&
  (BEGINS_OR_ENDS.test(lowerAt(scan, start - 2)) ||
    TAKES_EFFECT.test(`${lowerAt(scan, start - 3)} ${lowerAt(scan, start - 2)}`) ||
    isScheduled(scan, start - 2))

const SCHEDULED =
  /^(meet|vote|decide|return|arrive|leave|begin|start|end|open|reopen|close|resume|expire|retire|launch|rule|play|face|host|travel|visit|hold|elect|move|appear)$/
const SCHEDULE_REACH = 10

/** "The board will vote in two weeks", "His next race is in Holm in two weeks." */
function isScheduled(scan: Scan, from: number): boolean {
  for (let i = from; i >= Math.max(0, from - SCHEDULE_REACH) && !endsClause(scan, i); i--) {
    const word = lowerAt(scan, i)
    if (/^(will|shall|'ll)$/.test(word)) return SCHEDULED.test(lowerAt(scan, i + 1))
    if (/^(is|are)$/.test(word)) return lowerAt(scan, i - 2) === 'next'
  }
  return false
}

function ago(unit: Unit, value: number | undefined): Sense {
  if (value === undefined) return { kind: 'fuzzy', meaning: { is: 'value', value: 'PAST_REF' } }
  return { kind: 'relative', meaning: { is: 'shift', from: 'draft', unit, by: -value } }
}

function ahead(unit: Unit, value: number | undefined): Sense {
  if (value === undefined) return { kind: 'fuzzy', meaning: { is: 'value', value: 'FUTURE_REF' } }
  return { kind: 'relative', meaning: { is: 'shift', from: 'draft', unit, by: value } }
}

function fromText(unit: Unit, value: number | undefined, sign: 1 | -1): Sense {
  if (value === undefined)
    return { kind: 'anaphoric', meaning: { is: 'value', value: sign < 0 ? 'PAST_REF' : 'FUTURE_REF' } }
  return { kind: 'anaphoric', meaning: { is: 'shift', from: 'text', unit, by: sign * value } }
}

/** "a week today", "two weeks on Monday" */
function afterNextDay(
  scan: Scan,
  start: number,
  i: number,
  unit: Unit,
  value: number | undefined,
): Recognised | undefined {
  if (unit !== 'week' || value === undefined) return undefined
  if (/^(for|in|within|after|over|once|twice|lasted|took|another)$/.test(lowerAt(scan, start - 1)))
    return undefined
  const days = { today: 0, tomorrow: 1 }[lowerAt(scan, i)]
  if (days !== undefined) {
    const base: Meaning = { is: 'shift', from: 'draft', unit: 'day', by: days }
    return { start, end: i + 1, kind: 'relative', meaning: { is: 'from', base, unit, by: value } }
  }
  const weekday = lowerAt(scan, i) === 'on' ? scan.words[i + 1] : undefined
  if (weekday?.is !== 'weekday' || weekday.plural) return undefined
  const base: Meaning = { is: 'weekday', weekday: weekday.weekday, nearest: 'from-today' }
  return { start, end: i + 2, kind: 'relative', meaning: { is: 'from', base, unit, by: value } }
}

/** "a week from Tuesday", "two days after April 5", "two weeks from today", "a year ago this week" */
function fromBase(
  scan: Scan,
  start: number,
  i: number,
  unit: Unit,
  sign: 1 | -1,
  value: number | undefined,
): Recognised | undefined {
  const isAgo = lowerAt(scan, i) === 'ago'
  const by = sign * (value ?? 0)
  const weekday = scan.words[i + 1]
  const named = lowerAt(scan, i + 1)
  if (
    value !== undefined &&
    weekday?.is === 'weekday' &&
    !weekday.plural &&
    unit !== 'hour' &&
    unit !== 'minute'
  ) {
    // "two weeks from Monday" begins at the Monday to come, whatever the verb says.
    const nearest = lowerAt(scan, i) === 'from' ? 'from-today' : isAgo ? 'past' : undefined
    const base: Meaning = { is: 'weekday', weekday: weekday.weekday, ...(nearest ? { nearest } : {}) }
    return { start, end: i + 2, kind: 'relative', meaning: { is: 'from', base, unit, by } }
  }
  if (value !== undefined && scan.words[i + 2]?.is === 'weekday' && /^(next|last|this)$/.test(named)) {
    const base = determinedAt(scan, i + 1)
    if (base?.meaning.is === 'weekday' && !base.suffix)
      return {
        start,
        end: base.end,
        kind: base.kind,
        meaning: { is: 'from', base: base.meaning, unit, by },
      }
  }
  const days = { today: 0, tomorrow: 1, yesterday: -1 }[named]
  if (value !== undefined && days !== undefined) {
    const base: Meaning = { is: 'shift', from: 'draft', unit: 'day', by: days }
    return { start, end: i + 2, kind: 'relative', meaning: { is: 'from', base, unit, by } }
  }
  if (value !== undefined && isAgo && named === 'this') {
    const base = determinedAt(scan, i + 1)
    if (base?.meaning.is === 'shift' && !base.suffix)
      return { start, end: base.end, kind: 'relative', meaning: { is: 'from', base: base.meaning, unit, by } }
  }
  // "It lasts six months from July 1": from then on, and not then.
  const date = isAgo || lowerAt(scan, i) === 'from' ? undefined : namedDateAt(scan, i + 1)
  if (!date || date.meaning.is === 'unknown' || value === undefined) return undefined
  return { start, end: date.end, kind: date.kind, meaning: { is: 'from', base: date.meaning, unit, by } }
}
