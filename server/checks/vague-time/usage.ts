import type { House } from '../../config/config'
import { type Counts, createTally } from '../tally'
import { type Day, yearOf } from './calendar'
import type { Expression, TimeFacts } from './expression'
import { type DayForm, HOUSE_STYLES } from './house-styles'

/** Counts how a draft speaks of time: how often it dates and reckons, and in which form it writes a day. */
export const createUsageTally = (day: Day) =>
  createTally<TimeFacts>((expressions, source) => usageOf(expressions, source, day))

function usageOf(expressions: TimeFacts, source: string, day: Day): Counts | undefined {
  let counts: Record<string, number> | undefined
  const add = (name: 'dated' | 'years' | 'reckoned' | DayForm): void => {
    counts ??= {}
    counts[name] = (counts[name] ?? 0) + 1
  }
  for (const expression of expressions) {
    if (expression.kind === 'relative' && !expression.quiet) add('reckoned')
    if (isDatedElsewhere(expression, day)) add('dated')
    if (isOtherYear(expression, day)) add('years')
    const form = formOf(expression, source)
    if (form) add(form)
  }
  return counts
}

const isOtherYear = ({ kind, meaning }: Expression, day: Day): boolean =>
  kind === 'explicit' &&
  meaning.is === 'value' &&
  /^\d{4}$/.test(meaning.value) &&
  yearOf(meaning.value) !== yearOf(day)

/** Whether it dates a month, a day or something older in another year than the draft's. */
function isDatedElsewhere({ kind, meaning }: Expression, day: Day): boolean {
  if ((kind !== 'explicit' && kind !== 'approximate') || meaning.is !== 'value') return false
  const { value } = meaning
  return /^\d{4}-/.test(value) ? yearOf(value) !== yearOf(day) : /^BC/.test(value)
}

function formOf({ kind, meaning, start, end }: Expression, source: string): DayForm | undefined {
  // Of "May 5" nobody can tell whether its month would be shortened.
  if (kind === 'incomplete' && meaning.is === 'yearless' && meaning.month && meaning.day) {
    const words = source.slice(start, end)
    if (/^\d/.test(words)) return 'day-month'
    const month = /^(?:(Jan|Feb|Aug|Sept?|Oct|Nov|Dec)\b|January|February|August|[A-Z]\w+ber)\.? \d/.exec(
      words,
    )
    return month ? (month[1] ? 'short-month-day' : 'month-day') : undefined
  }
  if (kind !== 'explicit' || meaning.is !== 'value' || !/^\d{4}-\d\d-\d\d/.test(meaning.value))
    return undefined
  const words = source.slice(start, end)
  if (/^\d{4}-/.test(words)) return 'iso'
  if (/^(the )?\d/.test(words)) return 'day-month'
  if (/\b(Jan|Feb|Aug|Sept?|Oct|Nov|Dec)\b\.? \d/.test(words)) return 'short-month-day'
  return /^[A-Z][a-z]+ \d/.test(words) ? 'month-day' : undefined
}

const NARRATIVE_FROM = 3
/** What a year by itself weighs: news tells of years as well ("since 1998"), but seldom of a dozen. */
const WEIGHT_OF_YEAR = 1 / 4

/** A text tells a story of other years if it dates months and days in them, and more often than it reckons from today. */
export function isNarrative({ dated = 0, years = 0, reckoned = 0 }: Counts): boolean {
  const told = dated + years * WEIGHT_OF_YEAR
  return told >= NARRATIVE_FROM && told > 2 * reckoned
}

const FORMS: readonly DayForm[] = ['month-day', 'short-month-day', 'day-month', 'weekday-day-month', 'iso']

/** The form that the house wants, or the one that the draft uses most. */
export function dayFormOf(house: House, counts: Counts): DayForm {
  const countOf = (form: DayForm): number =>
    house === 'wikipedia' && form === 'iso' ? -1 : (counts[form] ?? 0)
  return (
    HOUSE_STYLES[house].dayForm ??
    FORMS.reduce((best, form) => (countOf(form) > countOf(best) ? form : best), 'month-day')
  )
}
