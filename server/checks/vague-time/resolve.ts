import {
  addDays,
  addUnits,
  type Day,
  dayFrom,
  daysBetween,
  daysInMonth,
  dayWithin,
  hasRoom,
  mondayOf,
  monthOf,
  monthValue,
  SEASON_START,
  weekdayOf,
  weekValue,
  yearOf,
  yearValue,
} from './calendar'
import type { Expression, Meaning, Tense, Unit } from './expression'

/** From where a value was reckoned; null where nothing had to be. */
export type Anchor = 'draft-date' | 'today' | 'text' | null

/** What the text has spoken of so far. */
export interface Setting {
  /** The draft's day, or today's where nobody knows the draft's. */
  readonly draft: Day
  /** Whether the draft's day is known. */
  readonly isDated: boolean
  /** The last date that the text placed by itself, as a value: what "that year" and "the next day" mean. */
  readonly last: string | undefined
  /** The date at which the story is, asides left out: of its year are the dates that lack theirs. */
  readonly story: string | undefined
  /** The value of the expression before, as far as it is a day. */
  readonly previous: Day | undefined
  /** The last date with its year that sets a scene. */
  readonly written: string | undefined
  /** Whether the text tells of other years than its own, date by date. */
  readonly narrative: boolean
}

export interface Resolved {
  readonly value: string | undefined
  readonly from: 'draft' | 'text' | undefined
}

const NOTHING: Resolved = { value: undefined, from: undefined }

/** Gives an expression its value. */
export function resolve(expression: Expression, setting: Setting): Resolved {
  const { meaning, suffix, tense, yearKnown } = expression
  if (meaning.is !== 'value' && !hasRoom(setting.draft)) return NOTHING
  // "at 5 a.m. on October 3, 1935" is of the day that follows it.
  if (expression.kind === 'time-of-day' && meaning.is === 'unknown') {
    const day = dayOfText(setting) ?? setting.draft
    return { value: `${day}${suffix ?? ''}`, from: dayOfText(setting) ? 'text' : 'draft' }
  }
  const resolved = meantBy(meaning, setting, tense, yearKnown)
  if (!suffix || !resolved.value || !/^\d{4}-\d\d-\d\d$/.test(resolved.value)) return resolved
  return { ...resolved, value: resolved.value + suffix }
}

const dayOfText = ({ last }: Setting): Day | undefined =>
  last && /^\d{4}-\d\d-\d\d/.test(last) ? last.slice(0, 10) : undefined

function meantBy(meaning: Meaning, setting: Setting, tense: Tense, yearKnown: boolean): Resolved {
  switch (meaning.is) {
    case 'value':
      return { value: meaning.value, from: undefined }
    case 'unknown':
      return NOTHING
    case 'shift':
      return shifted(meaning, setting, tense)
    case 'weekday':
      return { value: weekday(meaning, setting, tense), from: meaning.from ?? 'draft' }
    case 'yearless':
      return yearless(meaning, setting, tense, yearKnown)
    case 'day-of-month':
      return nthOfMonth(meaning.day, setting)
    case 'nth-weekday':
      return nthWeekday(meaning, setting, tense, yearKnown)
    case 'from': {
      const base = meantBy(meaning.base, setting, tense ?? 'future', yearKnown)
      const day = base.value && dayWithin(base.value)
      const unit = meaning.base.is === 'shift' ? meaning.base.unit : 'day'
      return day && isReachable(day, meaning.unit, meaning.by)
        ? { value: inUnit(addUnits(day, meaning.unit, meaning.by), unit), from: base.from }
        : NOTHING
    }
    case 'unit-of': {
      const { value, from } = meantBy(meaning.base, setting, tense, yearKnown)
      return value && /^\d{4}-\d\d-\d\d$/.test(value) ? { value: inUnit(value, meaning.unit), from } : NOTHING
    }
    case 'within':
      return within(meaning, setting, tense)
  }
}

/** The value of the unit that holds a day: its week, its month, its decade. */
function inUnit(day: Day, unit: Unit): string {
  switch (unit) {
    case 'week':
    case 'fortnight':
      return weekValue(day)
    case 'weekend':
      return `${weekValue(day)}-WE`
    case 'month':
      return day.slice(0, 7)
    case 'quarter':
      return `${day.slice(0, 4)}-Q${Math.ceil(monthOf(day) / 3)}`
    case 'year':
    case 'season':
      return day.slice(0, 4)
    case 'decade':
      return day.slice(0, 3)
    case 'century':
      return day.slice(0, 2)
    case 'millennium':
      return day.slice(0, 1)
    default:
      return day
  }
}

const YEARS: Partial<Record<Unit, number>> = {
  month: 1 / 12,
  quarter: 1 / 4,
  decade: 10,
  century: 100,
  millennium: 1000,
}
const YEARS_OF_DAYS: Partial<Record<Unit, number>> = {
  day: 1 / 365,
  weekend: 1 / 52,
  week: 1 / 52,
  fortnight: 1 / 26,
}

/** Whether the calendar goes so far, from the year 1 to 9999: not to "13 billion years ago". */
function isReachable(day: Day, unit: Unit, by: number): boolean {
  const year = yearOf(day) + by * (YEARS[unit] ?? YEARS_OF_DAYS[unit] ?? (FINER_THAN_DAY.has(unit) ? 0 : 1))
  return year > 9 && year < 9990
}

const FINER_THAN_DAY: ReadonlySet<Unit> = new Set(['second', 'minute', 'hour'])

/** "over the weekend": the one just past or still on, unless the verb looks ahead. */
const weekendNear = (day: Day, tense: Tense): Day =>
  tense === 'future' || weekdayOf(day) >= 6 ? day : addDays(day, -7)

function shifted(meaning: Meaning & { is: 'shift' }, setting: Setting, tense: Tense): Resolved {
  const { unit } = meaning
  // "A day earlier, two men …": where the text has named no date yet, news counts from its own day.
  const isOwnDay = meaning.from === 'text' && !setting.last && !setting.previous && !setting.narrative
  const from = isOwnDay || (meaning.edge && !setting.narrative) ? 'draft' : meaning.from
  // "Sales in the quarter rose" is told when it is over.
  const by = isOwnDay && unit === 'quarter' && meaning.by === 0 && tense !== 'future' ? -1 : meaning.by
  const origin = from === 'draft' ? setting.draft : setting.last && dayWithin(setting.last)
  if (!origin) {
    const year =
      setting.last && /^BC\d{4}/.test(setting.last) && unit === 'year'
        ? Number(setting.last.slice(2, 6)) - by
        : 0
    return year > 0 ? { value: `BC${String(year).padStart(4, '0')}`, from: 'text' } : NOTHING
  }
  // "down from a year earlier", of a quarter
  const part =
    from === 'text' && unit === 'year' && by === -1 ? /^(\d{4})(-[QH]\d)$/.exec(setting.last!) : null
  if (part) return { value: yearValue(Number(part[1]) - 1) + part[2], from }
  if (unit === 'weekend' && meaning.nearest) return { value: inUnit(weekendNear(origin, tense), unit), from }
  if (!isReachable(origin, unit, by)) return NOTHING
  // Hours from a day: the day itself is all that can be said.
  if (FINER_THAN_DAY.has(unit)) return { value: origin, from }
  if (unit === 'day' && from === 'text' && !dayOfText(setting)) return NOTHING
  if (!Number.isInteger(by) && unit === 'year')
    return { value: addUnits(origin, 'month', by * 12).slice(0, 7), from }
  return { value: inUnit(addUnits(origin, unit, by), unit), from }
}

/** The nearest day of that name: the one just past, the draft's own day included, unless the verb looks ahead. */
function weekday(meaning: Meaning & { is: 'weekday' }, setting: Setting, tense: Tense): string | undefined {
  const origin = meaning.from === 'text' ? dayOfText(setting) : setting.draft
  if (!origin) return undefined
  const { turn, weekday: name, weeks = 0 } = meaning
  if (meaning.day !== undefined) return onDayOfMonth(name, meaning.day, origin, tense)
  if (meaning.ends && setting.previous) return firstAfter(setting.previous, name)
  // "fell on Wednesday ahead of Friday's meeting"
  if (meaning.ahead) {
    const last = setting.previous
    return firstAfter(last && Math.abs(daysBetween(last, origin)) < 7 ? last : origin, name)
  }
  // "is forecast to rise Monday and Tuesday": what is to come goes on.
  if (meaning.follows && turn === undefined && setting.previous && setting.previous >= origin)
    return firstAfter(setting.previous, name)
  // "lasted from Thursday to Monday": the Monday just past, and the Thursday before it.
  if (meaning.until !== undefined && turn === undefined && tense !== 'future')
    return lastBefore(lastBefore(addDays(origin, 1), meaning.until), name)
  const ahead = (name - weekdayOf(origin) + 7) % 7
  const back = ahead - 7
  // "this Sunday" is a Sunday past where the verb says so, though the week isn't over.
  const againstTense = (day: number): number => {
    const today = weekdayOf(origin)
    if (tense === 'past' && day > today) return -7
    return tense === 'future' && day < today ? 7 : 0
  }
  const offset = (): number => {
    if (turn === 1)
      return meaning.from === 'text' ? ahead || 7 : daysBetween(origin, addDays(mondayOf(origin), 6 + name))
    // On a Thursday nobody calls the day before "last Wednesday".
    if (turn === -1) return back === -1 ? -8 : back
    if (turn === 0) return daysBetween(origin, addDays(mondayOf(origin), name - 1)) + againstTense(name)
    if (meaning.nearest === 'past') return back
    if (meaning.nearest) return meaning.nearest === 'future' ? ahead || 7 : ahead
    if (ahead === 0) return 0
    return tense === 'future' ? ahead : back
  }
  return addDays(origin, offset() + 7 * weeks)
}

const firstAfter = (day: Day, name: number): Day => addDays(day, (name - weekdayOf(day) + 7) % 7 || 7)
const lastBefore = (day: Day, name: number): Day => addDays(day, -((weekdayOf(day) - name + 7) % 7 || 7))

/** "Tuesday the 19th": the nearest month whose 19th is a Tuesday, in the verb's direction if that is known. */
function onDayOfMonth(name: number, day: number, origin: Day, tense: Tense): Day | undefined {
  const first = dayFrom(yearOf(origin), monthOf(origin), 1)
  const candidates: Day[] = []
  for (let months = -MONTHS_AROUND; months <= MONTHS_AROUND; months++) {
    const month = addUnits(first, 'month', months)
    if (day > daysInMonth(monthOf(month), yearOf(month))) continue
    const candidate = addDays(month, day - 1)
    if (weekdayOf(candidate) === name) candidates.push(candidate)
  }
  const inTense = candidates.filter((candidate) =>
    tense === 'past' ? candidate <= origin : tense === 'future' ? candidate >= origin : true,
  )
  const near = (candidate: Day): number => Math.abs(daysBetween(origin, candidate))
  return inTense.reduce<Day | undefined>(
    (best, candidate) => (best && near(best) <= near(candidate) ? best : candidate),
    undefined,
  )
}

const MONTHS_AROUND = 11

/** "the first Monday of October", "the last Friday of next month" */
function nthWeekday(
  { base, weekday: name, nth }: Meaning & { is: 'nth-weekday' },
  setting: Setting,
  tense: Tense,
  yearKnown: boolean,
): Resolved {
  const { value, from } = meantBy(base, setting, tense, yearKnown)
  if (!value || !/^\d{4}-\d\d$/.test(value)) return NOTHING
  const first = `${value}-01`
  const day =
    nth > 0
      ? addDays(firstAfter(addDays(first, -1), name), 7 * (nth - 1))
      : lastBefore(addUnits(first, 'month', 1), name)
  return day.startsWith(value) ? { value: day, from } : NOTHING
}

type Part = Pick<Meaning & { is: 'yearless' }, 'month' | 'day' | 'season' | 'quarter' | 'half'>

const firstMonth = ({ month, season, quarter, half }: Part): number =>
  month ?? (season ? SEASON_START[season] : quarter ? 3 * quarter - 2 : half === 2 ? 7 : 1)

function partOfYear(year: number, part: Part): string | undefined {
  const { month, day, season, quarter, half } = part
  if (month !== undefined && day !== undefined)
    return day <= daysInMonth(month, year) ? dayFrom(year, month, day) : undefined
  if (month !== undefined) return monthValue(year, month)
  if (season) return `${yearValue(year)}-${season}`
  return quarter ? `${yearValue(year)}-Q${quarter}` : `${yearValue(year)}-H${half}`
}

const middleOf = (year: number, part: Part): Day =>
  dayFrom(year, firstMonth(part), Math.min(part.day ?? 15, daysInMonth(firstMonth(part), year)))

/** In narrative the year that the text is in; else the nearest such date, with some weight on the verb. */
function yearless(
  meaning: Meaning & { is: 'yearless' },
  setting: Setting,
  tense: Tense,
  yearKnown: boolean,
): Resolved {
  const { turn } = meaning
  const { story } = setting
  // "founded in 1998, it will report on April 20": what is to come is not of that year.
  const isTold = setting.narrative || (yearKnown && tense !== 'future')
  if (isTold && story && turn === undefined) {
    const year = yearInText(story, meaning)
    if (year !== undefined && (setting.narrative || !isAgainst(tense, year, meaning, setting.draft)))
      return { value: partOfYear(year, meaning), from: 'text' }
    if (/^BC/.test(story)) return NOTHING
  }
  const { draft } = setting
  if (turn !== undefined) return inTurn(meaning, turn, setting)
  const byWeekday = meaning.weekday && meaning.day ? yearOfWeekday(meaning, draft) : undefined
  const year = byWeekday ?? nearestYear(meaning, draft, tense)
  const told = yearWritten(meaning, year, setting, tense)
  return { value: partOfYear(told ?? year, meaning), from: told === undefined ? 'draft' : 'text' }
}

/**
 * The year that a date gives to the paragraphs behind it: "The committee met on 4 June 2018. … The minutes of 28 May were
 * read." It must be the nearest as well, or that of a story long ago ("In 1912 they sailed. … By March they were lost");
 * where nobody knows the draft's day, it doesn't say which date is still to come.
 */
function yearWritten(
  part: Part,
  nearest: number,
  { written, story, isDated, draft }: Setting,
  tense: Tense,
): number | undefined {
  const year = written && part.month !== undefined ? yearInText(written, part) : undefined
  if (year === undefined || year === nearest) return year
  if (!isDated) return tense === 'future' ? undefined : year
  const isOfStory = tense === 'past' && story?.slice(0, 4) === written!.slice(0, 4)
  return isOfStory && yearOf(draft) - year >= LONG_AGO ? year : undefined
}

/** Years after which nobody takes a month that is told of for the last one. */
const LONG_AGO = 15

/** "growth for 2015, down from a forecast made in September", written in March 2015: not that September. */
const isAgainst = (tense: Tense, year: number, part: Part, draft: Day): boolean =>
  tense === 'past' && middleOf(year, part) > addDays(draft, DAYS_AHEAD)

const DAYS_AHEAD = 31

/** "last March" from the draft's day, "the previous April" from the text's. */
function inTurn(meaning: Meaning & { is: 'yearless' }, turn: number, { draft, last }: Setting): Resolved {
  const origin = meaning.from === 'text' ? last && dayWithin(last) : draft
  if (!origin) return NOTHING
  const year = turn === 0 ? yearOf(origin) : turned(meaning, origin, turn > 0 ? 1 : -1)
  return { value: partOfYear(year, meaning), from: meaning.from ?? 'draft' }
}

function yearInText(last: string, part: Part): number | undefined {
  if (!/^\d{4}/.test(last)) return undefined
  const year = Number(last.slice(0, 4))
  const month = /^\d{4}-\d\d/.test(last) ? Number(last.slice(5, 7)) : undefined
  // "in December 1941 … in January": the story has gone on into the next year.
  return month !== undefined && month >= 11 && firstMonth(part) <= 2 && part.season === undefined
    ? year + 1
    : year
}

function turned(part: Part, draft: Day, turn: 1 | -1): number {
  const year = yearOf(draft)
  const here = middleOf(year, part)
  const isThere =
    part.day === undefined && (here.slice(0, 7) === draft.slice(0, 7) || isInSeason(part, draft))
  if (turn === 1) return here > draft && !isThere ? year : year + 1
  return here < draft && !isThere ? year : year - 1
}

/** Said in July, "last summer" is the one of the year before. */
function isInSeason({ season }: Part, draft: Day): boolean {
  if (!season || season === 'WI') return false
  const months = monthOf(draft) - SEASON_START[season]
  return months >= 0 && months < 3
}

/** How many times nearer a date must be to be taken against what the verb says. */
const AGAINST_PAST = 12
const AGAINST_FUTURE = 4

function nearestYear(part: Part, draft: Day, tense: Tense): number {
  const year = yearOf(draft)
  const distance = (candidate: number): number => Math.abs(daysBetween(draft, middleOf(candidate, part)))
  const past = middleOf(year, part) <= draft || isSameMonth(part, draft) ? year : year - 1
  const future = middleOf(year, part) >= draft || isSameMonth(part, draft) ? year : year + 1
  if (past === future) return past
  // "expected to close in the third quarter", written in October
  if (part.quarter && tense) return tense === 'past' ? past : future
  if (part.half) return halfYear(part.half, draft, tense)
  const weight = { past: 1 / AGAINST_PAST, future: AGAINST_FUTURE, none: 1 }[tense ?? 'none']
  return distance(past) * weight <= distance(future) ? past : future
}

/** Results of a half are told when it is over or nearly so. */
function halfYear(half: number, draft: Day, tense: Tense): number {
  const isBegun = monthOf(draft) > (half === 1 ? 4 : 7)
  return isBegun || tense === 'future' ? yearOf(draft) : yearOf(draft) - 1
}

const isSameMonth = (part: Part, draft: Day): boolean =>
  part.day === undefined && firstMonth(part) === monthOf(draft)

/** "Tuesday, March 3" names its year by its weekday. */
function yearOfWeekday(
  { weekday: name, month, day }: Meaning & { is: 'yearless' },
  draft: Day,
): number | undefined {
  const year = yearOf(draft)
  return [year, year - 1, year + 1].find(
    (candidate) =>
      day! <= daysInMonth(month!, candidate) && weekdayOf(dayFrom(candidate, month!, day!)) === name,
  )
}

function nthOfMonth(day: number, setting: Setting): Resolved {
  const { last, draft } = setting
  const inText = last && /^\d{4}-\d\d(-|$)/.test(last) ? last : undefined
  const month = (inText ?? draft).slice(0, 7)
  if (day > daysInMonth(Number(month.slice(5)), Number(month.slice(0, 4)))) return NOTHING
  return { value: `${month}-${String(day).padStart(2, '0')}`, from: inText ? 'text' : 'draft' }
}

function within(meaning: Meaning & { is: 'within' }, setting: Setting, tense: Tense): Resolved {
  const base = meantBy(meaning.base, setting, tense, false)
  if (!base.value || !/^\d{4}/.test(base.value)) return NOTHING
  if (meaning.weekday !== undefined) {
    const day = dayWithin(base.value)
    return day ? { value: addDays(mondayOf(day), meaning.weekday - 1), from: base.from } : NOTHING
  }
  if (meaning.day !== undefined && meaning.month === undefined) {
    const [year, month] = [yearOf(base.value), monthOf(base.value)]
    return /^\d{4}-\d\d$/.test(base.value) && meaning.day <= daysInMonth(month, year)
      ? { value: dayFrom(year, month, meaning.day), from: base.from }
      : NOTHING
  }
  return { value: partOfYear(Number(base.value.slice(0, 4)), meaning), from: base.from }
}
