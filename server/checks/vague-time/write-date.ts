import {
  addDays,
  type Day,
  dayOfMonth,
  daysBetween,
  mondayOfWeek,
  monthOf,
  weekdayOf,
  yearOf,
} from './calendar'
import { type DayForm, type HouseStyle, MONTH_NAMES, SHORT_MONTHS, WEEKDAY_NAMES } from './house-styles'

/** A date as the house writes it. */
export interface Written {
  readonly text: string
  /** What leads it in as an adverbial: "on", "in", or nothing. */
  readonly preposition: 'on' | 'in'
  /** Whether a comma follows where the sentence goes on: "on October 14, 2013, that". */
  readonly comma: boolean
}

/** How dates are written in this draft. */
export interface Writing {
  readonly style: HouseStyle
  readonly dayForm: DayForm
  /** The day whose year may go and around which a weekday may stand alone; undefined if unknown. */
  readonly draft: Day | undefined
}

/** Whether the house leaves a year out because it is the draft's own. */
export const isOwnYear = (year: number, { style, draft }: Writing): boolean =>
  style.dropsOwnYear && draft !== undefined && yearOf(draft) === year

export function writeDay(day: Day, writing: Writing): Written {
  const { dayForm, draft, style } = writing
  const preposition = 'on'
  const near = draft !== undefined && Math.abs(daysBetween(draft, day)) <= style.weekdayWithin
  if (style.weekdayWithin > 0 && near)
    return { text: WEEKDAY_NAMES[weekdayOf(day) - 1]!, preposition, comma: false }
  const [year, month, date] = [yearOf(day), monthOf(day), dayOfMonth(day)]
  const ownYear = isOwnYear(year, writing)
  switch (dayForm) {
    case 'iso':
      return { text: day, preposition, comma: false }
    case 'day-month':
      return { text: `${date} ${MONTH_NAMES[month - 1]} ${year}`, preposition, comma: false }
    case 'weekday-day-month':
      return {
        text: `${WEEKDAY_NAMES[weekdayOf(day) - 1]} ${date} ${MONTH_NAMES[month - 1]} ${year}`,
        preposition,
        comma: false,
      }
    default: {
      const name = dayForm === 'month-day' ? MONTH_NAMES[month - 1]! : SHORT_MONTHS[month - 1]!
      return ownYear
        ? { text: `${name} ${date}`, preposition, comma: false }
        : { text: `${name} ${date}, ${year}`, preposition, comma: true }
    }
  }
}

const SEASONS: Record<string, string> = { SP: 'spring', SU: 'summer', FA: 'autumn', WI: 'winter' }
const QUARTERS = ['first', 'second', 'third', 'fourth']
const PARTS: Record<string, string> = {
  MO: 'morning',
  MI: 'middle of the day',
  AF: 'afternoon',
  EV: 'evening',
  NI: 'night',
  DT: 'day',
}
/** Behind a weekday: "Monday night". */
const NIGHTS: Record<string, string> = { ...PARTS, MI: 'at midday' }

/** Writes a TIMEX3 value out, as precise as it is and no more; undefined for what has no date in words. */
export function writeValue(value: string, writing: Writing): Written | undefined {
  const day = /^(\d{4}-\d\d-\d\d)(?:T(MO|MI|AF|EV|NI|DT))?$/.exec(value)
  if (day) {
    const written = writeDay(day[1]!, writing)
    if (!day[2]) return written
    if (/^[A-Z][a-z]+day$/.test(written.text))
      return { ...written, text: `${written.text} ${NIGHTS[day[2]]}` }
    return { ...written, text: `the ${PARTS[day[2]]} of ${written.text}`, preposition: 'on' }
  }
  const week = /^(\d{4}-W\d\d)(-WE)?$/.exec(value)
  if (week) {
    if (week[2]) {
      const saturday = writeDay(addDays(mondayOfWeek(week[1]!), 5), withoutWeekday(writing))
      return { ...saturday, text: `the weekend of ${saturday.text}`, preposition: 'on' }
    }
    const monday = writeDay(mondayOfWeek(week[1]!), withoutWeekday(writing))
    return {
      ...monday,
      text: `the week of ${monday.text}`,
      preposition: 'in',
    }
  }
  const year = value.slice(0, 4)
  const within = /^\d{4}-(.+)$/.exec(value)?.[1]
  const plain = (text: string): Written => ({ text, preposition: 'in', comma: false })
  if (within && /^\d\d$/.test(within)) {
    const name = MONTH_NAMES[Number(within) - 1]!
    return plain(isOwnYear(Number(year), writing) ? name : `${name} ${year}`)
  }
  if (within && SEASONS[within]) return plain(`the ${SEASONS[within]} of ${year}`)
  if (within && /^Q\d$/.test(within))
    return plain(`the ${QUARTERS[Number(within[1]) - 1]} quarter of ${year}`)
  if (within && /^H\d$/.test(within))
    return plain(`the ${within === 'H1' ? 'first' : 'second'} half of ${year}`)
  if (/^\d{4}$/.test(value)) return plain(value)
  if (/^\d\d$/.test(value)) return plain(`the ${Number(value) + 1}${endingOf(Number(value) + 1)} century`)
  return /^\d{3}$/.test(value) ? plain(`the ${value}0s`) : undefined
}

/** "st" of "21st" */
export const endingOf = (value: number): string =>
  value > 10 && value < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][value % 10] ?? 'th')

/** A week is named by a date: "the week of Oct. 7". */
export const withoutWeekday = (writing: Writing): Writing => ({
  ...writing,
  style: { ...writing.style, weekdayWithin: 0 },
  dayForm: writing.dayForm === 'weekday-day-month' ? 'day-month' : writing.dayForm,
})
