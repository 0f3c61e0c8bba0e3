import { addDays, type Day, dayFrom, daysBetween, daysInMonth, weekdayOf, yearOf } from './calendar'
import type { Conflict, Expression } from './expression'
import { MONTH_NAMES, SHORT_MONTHS, WEEKDAY_NAMES } from './house-styles'
import { endingOf } from './write-date'

export function conflictMessage(words: string, { year, month, day, weekday }: Conflict): string {
  if (weekday !== undefined && year !== undefined) {
    const real = WEEKDAY_NAMES[weekdayOf(dayFrom(year, month, day)) - 1]
    return `“${words}” can’t be: ${MONTH_NAMES[month - 1]} ${day}, ${year}, is a ${real}.`
  }
  const most = daysInMonth(month, year)
  const when = year === undefined ? '' : ` ${year}`
  return `“${words}” can’t be: ${MONTH_NAMES[month - 1]}${when} has ${most} days.`
}

/**
 * Both readings of a date that can't be. A weekday that disagrees: the weekday or the day of the month put right. A day
 * that no month has: the month's last, or the day of the next month to which it runs over ("April 31" → "May 1").
 */
export function readingsOf(words: string, { year, month, day, weekday }: Conflict): readonly string[] {
  if (weekday !== undefined && year !== undefined) {
    const date = dayFrom(year, month, day)
    const real = weekdayOf(date)
    const byWeekday = words.replace(/^[A-Za-z]+\.?/, WEEKDAY_NAMES[real - 1]!)
    const distance = ((weekday - real + 10) % 7) - 3
    const moved = addDays(date, distance)
    const readings = [byWeekday]
    if (moved.slice(0, 7) === date.slice(0, 7)) readings.push(withDay(words, day, Number(moved.slice(8))))
    return readings
  }
  const last = daysInMonth(month, year ?? COMMON_YEAR)
  const beyond = inNextMonth(words, month)
  return [withDay(words, day, last), ...(beyond ? [withDay(beyond, day, day - last)] : [])]
}

const COMMON_YEAR = 2001

/** The words with another day of the month in place of theirs, the last such number ("the 31st", "2013-02-30"). */
function withDay(words: string, from: number, to: number): string {
  const day = /^\d{4}-/.test(words) ? String(to).padStart(2, '0') : String(to)
  const number = `0?${from}(st|nd|rd|th)?(?![\\d:])`
  return words.replace(new RegExp(`(?<![\\d:])${number}(?!.*(?<![\\d:])${number})`, 'i'), (_, ending) =>
    ending ? day + endingOf(to) : day,
  )
}

/** The words with the name or number of the month after theirs. */
function inNextMonth(words: string, month: number): string | undefined {
  if (month === 12) return undefined
  const iso = /^(\d{4}-)\d\d(-\d\d)/.exec(words)
  if (iso) return words.replace(/^(\d{4}-)\d\d/, `$1${String(month + 1).padStart(2, '0')}`)
  const name = MONTH_NAMES[month - 1]!
  const next = MONTH_NAMES[month]!
  if (words.includes(name)) return words.replace(name, next)
  const short = new RegExp(`${name.slice(0, 3)}[a-z]?(\\.?)`)
  return short.test(words)
    ? words.replace(short, (_, point: string) => (point ? SHORT_MONTHS[month]! : next.slice(0, 3)))
    : undefined
}

/** A weekday that disagrees with a date without year, where the date is this near to the draft's day. */
const NEAR = 31

/** "Thursday, Oct. 16", written a day before a Wednesday: the year that would make it right is not the one meant. */
export function conflictNear({ meaning, kind }: Expression, draft: Day): Conflict | undefined {
  if (kind !== 'incomplete' || meaning.is !== 'yearless') return undefined
  const { weekday, month, day } = meaning
  if (weekday === undefined || month === undefined || day === undefined) return undefined
  const year = [yearOf(draft), yearOf(draft) - 1, yearOf(draft) + 1].find(
    (candidate) =>
      day <= daysInMonth(month, candidate) &&
      Math.abs(daysBetween(draft, dayFrom(candidate, month, day))) <= NEAR,
  )
  if (year === undefined || weekdayOf(dayFrom(year, month, day)) === weekday) return undefined
  return { year, month, day, weekday }
}
