import type { House } from '../../config/config'

/** How a day is written: "October 14, 2013", "14 October 2013", "2013-10-14", "Monday 14 October 2013". */
export type DayForm = 'month-day' | 'short-month-day' | 'day-month' | 'weekday-day-month' | 'iso'

/** A house style for dates: what it lets stand, and how it writes. */
export interface HouseStyle {
  /** Undefined where the draft's own form decides. */
  readonly dayForm: DayForm | undefined
  /** Whether a day needs "on" where nothing else leads in. */
  readonly on: boolean
  /** How many days from the draft's day a weekday alone may stand, and is what a fix writes; 0 for never. */
  readonly weekdayWithin: number
  /** Whether the year may go where it is the draft's own. */
  readonly dropsOwnYear: boolean
  /** Whether "last week", "this month", "next year" count as minor where the draft's date is known. */
  readonly toleratesTurns: boolean
  /** Whether "currently" may be replaced with "as of October 2013". */
  readonly asOf: boolean
}

export const HOUSE_STYLES: Readonly<Record<House, HouseStyle>> = {
  plain: {
    dayForm: undefined,
    on: true,
    weekdayWithin: 0,
    dropsOwnYear: false,
    toleratesTurns: false,
    asOf: false,
  },
  ap: {
    dayForm: 'short-month-day',
    on: false,
    weekdayWithin: 7,
    dropsOwnYear: true,
    toleratesTurns: true,
    asOf: false,
  },
  guardian: {
    dayForm: 'weekday-day-month',
    on: true,
    weekdayWithin: 0,
    dropsOwnYear: false,
    toleratesTurns: true,
    asOf: false,
  },
  wikipedia: {
    dayForm: undefined,
    on: true,
    weekdayWithin: 0,
    dropsOwnYear: false,
    toleratesTurns: false,
    asOf: true,
  },
  iso: {
    dayForm: 'iso',
    on: true,
    weekdayWithin: 0,
    dropsOwnYear: false,
    toleratesTurns: false,
    asOf: false,
  },
}

export const MONTH_NAMES = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

/** Months before a day, as American news agencies shorten them: March to July never. */
export const SHORT_MONTHS = [
  'Jan.',
  'Feb.',
  'March',
  'April',
  'May',
  'June',
  'July',
  'Aug.',
  'Sept.',
  'Oct.',
  'Nov.',
  'Dec.',
] as const

export const WEEKDAY_NAMES = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
] as const
