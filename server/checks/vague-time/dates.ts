import { daysInMonth } from './calendar'
import { clockAt } from './clock'
import type { Meaning, Recognised } from './expression'
import { monthAt } from './months'
import { digitsAt, isAdjacent, isDash, isMarkAt, lowerAt, ordinalAt, type Scan } from './scan'
import { yearBehind } from './years'

const pad = (value: number): string => String(value).padStart(2, '0')

/** A date as far as it is written. */
interface Fields {
  readonly end: number
  readonly year?: number | undefined
  readonly month: number
  readonly day?: number | undefined
  /** The time of day, where it stands between the day and the year. */
  readonly suffix?: string
}

/** The number of a day, but none that counts or tells the time ("May 20 people", "at 10:30"). */
function dayAt(scan: Scan, i: number): { day: number; end: number } | undefined {
  const ordinal = ordinalAt(scan, i)
  if (ordinal?.value && ordinal.value <= 31) return { day: ordinal.value, end: ordinal.end }
  const day = digitsAt(scan, i, 2)
  if (day === undefined || day < 1 || day > 31) return undefined
  const next = scan.tokens[i + 1]
  if (next && !next.spaced && (next.text === ':' || next.text === '%')) return undefined
  if (/^([ap]m|[ap])$/.test(next?.lower ?? '') && scan.tokens[i + 1]!.lower !== 'a') return undefined
  return { day, end: i + 1 }
}

/** "October 15, 2013", "Oct. 15", "October 2013", "October" */
function monthFirst(scan: Scan, i: number): Fields | undefined {
  const month = monthAt(scan, i)
  if (!month) return undefined
  const theDay = lowerAt(scan, month.end) === 'the' && ordinalAt(scan, month.end + 1) ? 1 : 0
  const day = dayAt(scan, month.end + theDay)
  if (!day) return { ...month, ...yearBehind(scan, month.end) }
  const end = behindRange(scan, day.end)
  const year = yearBehind(scan, end) ?? yearBehindClock(scan, end)
  return { month: month.month, day: day.day, end, ...year }
}

/** "Mon Mar 4 10:15:00 PST 2013": to the second, with the year behind it, as machines write dates. */
function yearBehindClock(scan: Scan, i: number): { year: number; end: number; suffix: string } | undefined {
  const clock = isMarkAt(scan, i + 3, ':') ? clockAt(scan, i) : undefined
  const year = clock && yearBehind(scan, clock.end)
  return year && { ...year, suffix: clock.suffix }
}

/** The end of "15-18" behind a month's name. */
function behindRange(scan: Scan, i: number): number {
  if (!isDash(scan.tokens[i]?.text) || !isAdjacent(scan, i) || !isAdjacent(scan, i + 1)) return i
  const last = digitsAt(scan, i + 1, 2)
  return last !== undefined && last <= 31 && scan.words[i + 2]?.is !== 'unit' ? i + 2 : i
}

/** The first day of "6-7 January 1916", "22 and 23 April": its month and year stand behind the other. */
export function dayOfPairAt(scan: Scan, i: number): Recognised | undefined {
  const day = digitsAt(scan, i, 2)
  const joint = scan.tokens[i + 1]
  if (day === undefined || day < 1 || day > 31 || !joint) return undefined
  if (!isDash(joint.text) && joint.lower !== 'and' && joint.lower !== 'to') return undefined
  const fields = dayFirst(scan, i + 2)
  return fields && { ...recognised(scan, i, { ...fields, day }), end: i + 1 }
}

/** "15 October 2013", "the 15th of October" */
function dayFirst(scan: Scan, i: number): Fields | undefined {
  const day = dayAt(scan, i)
  if (!day) return undefined
  const at = lowerAt(scan, day.end) === 'of' ? day.end + 1 : day.end
  const month = monthAt(scan, at)
  if (!month) return undefined
  return { ...month, day: day.day, ...yearBehind(scan, month.end) }
}

export function meaningOf({ year, month, day }: Fields, weekday?: number): Meaning {
  if (year === undefined) return { is: 'yearless', month, day, weekday }
  if (year < 0)
    return {
      is: 'value',
      value: `BC${String(-year).padStart(4, '0')}-${pad(month)}${day === undefined ? '' : `-${pad(day)}`}`,
    }
  return {
    is: 'value',
    value: day === undefined ? `${year}-${pad(month)}` : `${year}-${pad(month)}-${pad(day)}`,
  }
}

/** The day of the week of a date of the Gregorian calendar, Monday 1 (no library: this runs on every full date). */
function weekdayOfDate(year: number, month: number, day: number): number {
  const shifted = month < 3 ? year - 1 : year
  const offset = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4][month - 1]!
  const fromSunday =
    (shifted +
      Math.floor(shifted / 4) -
      Math.floor(shifted / 100) +
      Math.floor(shifted / 400) +
      offset +
      day) %
    7
  return fromSunday === 0 ? 7 : fromSunday
}

/** Dates before it may be of the Julian calendar, whose weekdays differ. */
const GREGORIAN_FROM = 1753

function recognised(scan: Scan, start: number, fields: Fields, weekday?: number): Recognised {
  const { year, month, day } = fields
  const impossible = day !== undefined && day > daysInMonth(month, year)
  const disagree =
    !impossible &&
    weekday !== undefined &&
    day !== undefined &&
    year !== undefined &&
    year >= GREGORIAN_FROM &&
    weekdayOfDate(year, month, day) !== weekday
  const clock = clockAt(scan, isMarkAt(scan, fields.end, ',') ? fields.end + 1 : fields.end, true)
  const withClock = clock && day !== undefined && !impossible ? clock : undefined
  const conflict = impossible
    ? { year, month, day }
    : disagree
      ? { year, month, day: day!, weekday: weekday! }
      : undefined
  return {
    start,
    end: withClock?.end ?? fields.end,
    kind: year === undefined ? 'incomplete' : 'explicit',
    meaning: impossible ? { is: 'unknown' } : meaningOf(fields, weekday),
    suffix: fields.suffix ?? withClock?.suffix,
    conflict,
  }
}

/** "from October to March 1945", "March 5 and April 7, 1918": the year stands behind the last of two. */
function withYearOfPair(scan: Scan, fields: Fields): Fields {
  if (fields.year !== undefined) return fields
  const behind = isMarkAt(scan, fields.end, ',') ? fields.end + 1 : fields.end
  const joint = scan.tokens[behind]
  if (!joint || (!isDash(joint.text) && !/^(to|and|or|through|until|till)$/.test(joint.lower))) return fields
  let at = /^(early|late|mid)$/.test(lowerAt(scan, behind + 1)) ? behind + 2 : behind + 1
  // "Monday, March 1, to Thursday, March 4, 2021"
  if (scan.words[at]?.is === 'weekday') at = isMarkAt(scan, at + 1, ',') ? at + 2 : at + 1
  const other = monthFirst(scan, at) ?? dayFirst(scan, at)
  if (other?.year === undefined || other.year < 0) return fields
  return { ...fields, year: fields.month > other.month ? other.year - 1 : other.year }
}

/** A date that names its month, at a month, a day's number or "the": "the 15th of October". */
export function namedDateAt(scan: Scan, i: number): Recognised | undefined {
  const at = lowerAt(scan, i) === 'the' ? i + 1 : i
  const fields = at === i ? (monthFirst(scan, at) ?? dayFirst(scan, at)) : dayFirst(scan, at)
  return fields && recognised(scan, i, withYearOfPair(scan, fields))
}

/** The date behind a weekday: "Tuesday, March 2, 2021", "Tues 2 March". */
export function dateBehindWeekday(
  scan: Scan,
  start: number,
  i: number,
  weekday: number,
): Recognised | undefined {
  let at = isMarkAt(scan, i, ',') ? i + 1 : i
  if (lowerAt(scan, at) === 'the') at++
  const fields = monthFirst(scan, at) ?? dayFirst(scan, at)
  return fields?.day === undefined
    ? undefined
    : recognised(scan, start, withYearOfPair(scan, fields), weekday)
}
