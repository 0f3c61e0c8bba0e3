import { daysInMonth } from './calendar'
import { clockAt } from './clock'
import type { Meaning, Recognised } from './expression'
import {
  behindPoint,
  digitsAt,
  isAdjacent,
  isCapitalised,
  isMarkAt,
  lowerAt,
  ordinalAt,
  type Scan,
  yearAt,
} from './scan'

const pad = (value: number): string => String(value).padStart(2, '0')
const isDash = (text: string | undefined): boolean =>
  text === '-' || text === '–' || text === '—' || text === '‑'

/** A date as far as it is written. */
interface Fields {
  readonly end: number
  readonly year?: number | undefined
  readonly month: number
  readonly day?: number | undefined
}

/** A month's name, told from the verbs and names that look like it by what stands around it. */
export function monthAt(scan: Scan, i: number): { month: number; end: number } | undefined {
  const word = scan.words[i]
  if (word?.is !== 'month' || (!isCapitalised(scan, i) && (word.short || LIKE_WORDS.has(lowerAt(scan, i)))))
    return undefined
  const end = behindPoint(scan, i + 1)
  const followed = digitsAt(scan, end, 4) !== undefined
  const preceded = digitsAt(scan, i - 1, 2) !== undefined || ordinalBefore(scan, i)
  if (
    LIKE_WORDS.has(lowerAt(scan, i)) &&
    !followed &&
    !preceded &&
    !isMonthCue(scan, i - 1) &&
    !yearBehind(scan, i + 1)
  )
    return undefined
  if (word.short && !followed && !preceded && end === i + 1) return undefined
  if (word.short && !followed && !preceded && !isMonthCue(scan, i - 1)) return undefined
  return { month: word.month, end: word.short ? end : i + 1 }
}

/** Months that are verbs or names as well: "March to the sea", "May I", "August company". */
const LIKE_WORDS = new Set(['march', 'may', 'august'])

const MONTH_CUES = new Set(
  'in since by from until till before after of during early late mid last next this through to between and for every each that following on'.split(
    ' ',
  ),
)
export const isMonthCue = (scan: Scan, i: number): boolean =>
  MONTH_CUES.has(lowerAt(scan, i)) || isMarkAt(scan, i, '-')

const ordinalBefore = (scan: Scan, i: number): boolean =>
  (lowerAt(scan, i - 1) === 'of' && /^(st|nd|rd|th)$/.test(lowerAt(scan, i - 2))) ||
  /^(st|nd|rd|th)$/.test(lowerAt(scan, i - 1))

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

/** The year that follows a date: "October 15, 2013", "October, 2013", "October of 2013". */
function yearBehind(scan: Scan, i: number): { year: number; end: number } | undefined {
  const at = isMarkAt(scan, i, ',') || lowerAt(scan, i) === 'of' ? i + 1 : i
  const year = digitsAt(scan, at)
  const era = year === undefined ? undefined : eraAt(scan, at + 1)
  if (year !== undefined && era?.before) return { year: -year, end: era.end }
  if (year === undefined || year < 1000 || year > 2199 || scan.tokens[at]!.text.length !== 4) return undefined
  const after = scan.tokens[at + 1]
  if (after && !after.spaced && /[%:]/.test(after.text)) return undefined
  return { year, end: at + 1 }
}

/** "October 15, 2013", "Oct. 15", "October 2013", "October" */
function monthFirst(scan: Scan, i: number): Fields | undefined {
  const month = monthAt(scan, i)
  if (!month) return undefined
  const theDay = lowerAt(scan, month.end) === 'the' && ordinalAt(scan, month.end + 1) ? 1 : 0
  const day = dayAt(scan, month.end + theDay)
  if (!day) return { ...month, ...yearBehind(scan, month.end) }
  const end = behindRange(scan, day.end)
  return { month: month.month, day: day.day, end, ...yearBehind(scan, end) }
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

function meaningOf({ year, month, day }: Fields, weekday?: number): Meaning {
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
    suffix: withClock?.suffix,
    conflict,
  }
}

/** "from October to March 1945", "March 5 and April 7, 1918": the year stands behind the last of two. */
function withYearOfPair(scan: Scan, fields: Fields): Fields {
  const joint = scan.tokens[fields.end]
  if (fields.year !== undefined || !joint) return fields
  if (!isDash(joint.text) && !/^(to|and|or|through|until|till)$/.test(joint.lower)) return fields
  const at = /^(early|late|mid)$/.test(lowerAt(scan, fields.end + 1)) ? fields.end + 2 : fields.end + 1
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
  return fields?.day === undefined ? undefined : recognised(scan, start, fields, weekday)
}

const pointed = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/

/** Dates in figures: "2013-10-15", "10/15/2013", "15.10.2013". */
export function numericDateAt(scan: Scan, i: number): Recognised | undefined {
  const { tokens } = scan
  const point = pointed.exec(tokens[i]!.text)
  if (point) return figures(i, i + 1, Number(point[3]), Number(point[2]), Number(point[1]))
  const mark = tokens[i + 1]
  if (!mark || mark.spaced || !(isDash(mark.text) || mark.text === '/') || tokens[i + 3]?.text !== mark.text)
    return undefined
  if (!isAdjacent(scan, i + 2) || !isAdjacent(scan, i + 3) || !isAdjacent(scan, i + 4)) return undefined
  const [a, b, c] = [digitsAt(scan, i), digitsAt(scan, i + 2, 2), digitsAt(scan, i + 4)]
  if (a === undefined || b === undefined || c === undefined) return undefined
  const clock = clockAt(scan, i + 5, true)
  const end = clock?.end ?? i + 5
  if (tokens[i]!.text.length === 4 && a >= 1000 && c <= 31) return figures(i, end, a, b, c, clock?.suffix)
  if (mark.text !== '/' || tokens[i + 4]!.text.length !== 4) return undefined
  return a > 12 ? figures(i, end, c, b, a, clock?.suffix) : figures(i, end, c, a, b, clock?.suffix)
}

function figures(
  start: number,
  end: number,
  year: number,
  month: number,
  day: number,
  suffix?: string,
): Recognised | undefined {
  if (month < 1 || month > 12 || day < 1 || day > 31) return undefined
  if (day > daysInMonth(month, year))
    return { start, end, kind: 'explicit', meaning: { is: 'unknown' }, conflict: { year, month, day } }
  return { start, end, kind: 'explicit', meaning: meaningOf({ end, year, month, day }), suffix }
}

/** Years, decades and centuries: "1942", "1990s", "480 BC", "the '90s", "21st century". */
export function yearPhraseAt(scan: Scan, i: number): Recognised | undefined {
  const { tokens } = scan
  const digits = digitsAt(scan, i)
  if (digits === undefined) return undefined
  const token = tokens[i]!
  const after = tokens[i + 1]
  const era = eraAt(scan, i + 1)
  if (era) {
    const value = era.before ? `BC${String(digits).padStart(4, '0')}` : String(digits).padStart(4, '0')
    return { start: i, end: era.end, kind: 'explicit', meaning: { is: 'value', value } }
  }
  const isPlural = isDecadeEnding(scan, i + 1)
  if (isPlural && token.text.length === 4 && digits % 10 === 0 && digits >= 1000 && digits < 2200) {
    const value = digits % 100 === 0 && digits < 1900 ? token.text.slice(0, 2) : token.text.slice(0, 3)
    return { start: i, end: isPlural, kind: 'explicit', meaning: { is: 'value', value } }
  }
  const apostrophe = tokens[i - 1]
  const isShort = apostrophe && /^['’‘]$/.test(apostrophe.text) && !token.spaced
  if (isPlural && isShort && token.text.length === 2 && digits % 10 === 0)
    return {
      start: i - 1,
      end: isPlural,
      kind: 'explicit',
      meaning: { is: 'value', value: `19${token.text[0]}` },
    }
  if (after && !after.spaced && after.kind === 'word') return undefined
  const year = yearAt(scan, i)
  if (year === undefined) return undefined
  const next = tokens[i + 2]
  const isRange =
    isDash(after?.text) &&
    !after!.spaced &&
    next?.kind === 'number' &&
    !next.spaced &&
    /^\d\d$/.test(next.text)
  if (isRange && !isDash(tokens[i + 3]?.text))
    return { start: i, end: i + 1, kind: 'explicit', meaning: { is: 'value', value: token.text } }
  return { start: i, end: i + 1, kind: 'explicit', meaning: { is: 'value', value: token.text } }
}

/** The index behind the "s" of "1990s" or "1990's", else undefined. */
function isDecadeEnding(scan: Scan, i: number): number | undefined {
  return isAdjacent(scan, i) && /^['’]?s$/.test(lowerAt(scan, i)) ? i + 1 : undefined
}

/** "BC", "B.C.", "BCE", "AD" behind a year. */
function eraAt(scan: Scan, i: number): { before: boolean; end: number } | undefined {
  const token = scan.tokens[i]
  if (token?.kind !== 'word' || !isCapitalised(scan, i)) return undefined
  if (/^(bc|bce)$/.test(token.lower)) return { before: true, end: i + 1 }
  if (/^(ad|ce)$/.test(token.lower)) return { before: false, end: i + 1 }
  if (token.lower !== 'b' || !isMarkAt(scan, i + 1, '.') || lowerAt(scan, i + 2) !== 'c') return undefined
  return { before: true, end: isMarkAt(scan, i + 3, '.') ? i + 4 : i + 3 }
}
