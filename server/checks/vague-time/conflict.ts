import { addDays, dayFrom, daysInMonth, weekdayOf } from './calendar'
import type { Conflict } from './expression'
import { MONTH_NAMES, WEEKDAY_NAMES } from './house-styles'

export function conflictMessage(words: string, { year, month, day, weekday }: Conflict): string {
  if (weekday !== undefined && year !== undefined) {
    const real = WEEKDAY_NAMES[weekdayOf(dayFrom(year, month, day)) - 1]
    return `“${words}” can’t be: ${MONTH_NAMES[month - 1]} ${day}, ${year}, is a ${real}.`
  }
  const most = daysInMonth(month, year)
  const when = year === undefined ? '' : ` ${year}`
  return `“${words}” can’t be: ${MONTH_NAMES[month - 1]}${when} has ${most} days.`
}

/** The words with either half put right: the weekday, or the day of the month. */
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
  return [withDay(words, day, daysInMonth(month, year ?? 2001))]
}

const withDay = (words: string, from: number, to: number): string =>
  words.replace(new RegExp(`\\b0?${from}(?!\\d)`), String(to))
