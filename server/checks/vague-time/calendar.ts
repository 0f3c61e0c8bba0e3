import * as PlainDate from 'temporal-polyfill/fns/PlainDate'
import type { Season, Unit } from './expression'

/** A calendar day in ISO 8601: `2013-10-15`. Strings of this form compare as the days do. */
export type Day = string

const pad = (value: number, length = 2): string => String(value).padStart(length, '0')

export const yearOf = (day: Day): number => Number(day.slice(0, 4))
export const monthOf = (day: Day): number => Number(day.slice(5, 7))
export const dayOfMonth = (day: Day): number => Number(day.slice(8, 10))
export const dayFrom = (year: number, month: number, day: number): Day =>
  `${pad(year, 4)}-${pad(month)}-${pad(day)}`
export const yearValue = (year: number): string => pad(year, 4)
export const monthValue = (year: number, month: number): string => `${pad(year, 4)}-${pad(month)}`

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const isLeapYear = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)

const dateOf = (day: Day): PlainDate.Record => PlainDate.create(yearOf(day), monthOf(day), dayOfMonth(day))

/** How many days a month has; with no year known, the most it may have. */
export function daysInMonth(month: number, year?: number): number {
  if (month === 2) return year === undefined || isLeapYear(year) ? 29 : 28
  return LENGTHS[month - 1] ?? 0
}

/** Whether a value's year leaves room on either side to reckon from it; "9999-12-31" stands for never. */
export const hasRoom = (value: string): boolean => {
  const year = yearOf(value)
  return year > 9 && year < 9990
}

/** Monday is 1, Sunday 7. */
export const weekdayOf = (day: Day): number => PlainDate.dayOfWeek(dateOf(day))

export const addDays = (day: Day, by: number): Day => PlainDate.toString(PlainDate.addDays(dateOf(day), by))

/** The day some calendar units on; at the end of shorter months the last day there is. */
export function addUnits(day: Day, unit: Unit, by: number): Day {
  const date = dateOf(day)
  const months = MONTHS_IN[unit]
  if (months) return PlainDate.toString(PlainDate.addMonths(date, Math.round(by * months)))
  return PlainDate.toString(PlainDate.addDays(date, Math.round(by * (DAYS_IN[unit] ?? 0))))
}

const MONTHS_IN: Partial<Record<Unit, number>> = {
  month: 1,
  quarter: 3,
  season: 12,
  year: 12,
  decade: 120,
  century: 1200,
  millennium: 12000,
}
const DAYS_IN: Partial<Record<Unit, number>> = { day: 1, weekend: 7, week: 7, fortnight: 14 }

export const daysBetween = (from: Day, to: Day): number => PlainDate.diffDays(dateOf(from), dateOf(to))

/** `2013-W42` */
export function weekValue(day: Day): string {
  const date = dateOf(day)
  return `${pad(PlainDate.yearOfWeek(date) ?? yearOf(day), 4)}-W${pad(PlainDate.weekOfYear(date) ?? 1)}`
}

export const mondayOf = (day: Day): Day => addDays(day, 1 - weekdayOf(day))

/** The Monday of an ISO week such as `2013-W42`. */
export function mondayOfWeek(value: string): Day {
  const fourth = dayFrom(Number(value.slice(0, 4)), 1, 4)
  return addDays(mondayOf(fourth), 7 * (Number(value.slice(6, 8)) - 1))
}

/** The first month of a season in the northern half of the world; its winter begins in December. */
export const SEASON_START: Record<Season, number> = { SP: 3, SU: 6, FA: 9, WI: 12 }

/** A day inside what a value names (`2013-10` → its middle), undefined for what has no place in the calendar. */
export function dayWithin(value: string): Day | undefined {
  if (/^\d{4}$/.test(value)) return `${value}-07-01`
  if (/^\d{4}-\d\d-\d\d/.test(value)) return value.slice(0, 10)
  if (/^\d{4}-W\d\d/.test(value)) return addDays(mondayOfWeek(value), value.endsWith('WE') ? 5 : 0)
  if (/^\d{4}-\d\d$/.test(value)) return `${value}-15`
  const year = value.slice(0, 4)
  if (/^\d{4}-Q\d$/.test(value)) return `${year}-${pad(3 * Number(value[6]) - 1)}-15`
  if (/^\d{4}-(SP|SU|FA|WI)$/.test(value)) return `${year}-${pad(SEASON_START[value.slice(5) as Season])}-15`
  return undefined
}
