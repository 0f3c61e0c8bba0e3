import { withPart } from './adverbs'
import { simpleContainerAt, weaker } from './containers'
import { namedDateAt } from './dates'
import { durationAt } from './durations'
import type { Recognised, Unit } from './expression'
import { hoursAt } from './rough'
import {
  behindHyphen,
  countAt,
  durationValue,
  endsClause,
  isAdjacent,
  isMarkAt,
  lowerAt,
  ordinalAt,
  type Scan,
  standsAlone,
  unitAt,
  yearAt,
} from './scan'
import { seasonAt } from './seasons'
import { tenseAt } from './tense'
import { nthWeekdayAt } from './weekdays'
import { yearPhraseAt } from './years'

const YEARLY: ReadonlySet<Unit> = new Set(['week', 'month', 'quarter', 'year', 'decade', 'century'])

/** What a bare "the" leads in: quarters, halves, seasons, the day's parts, "the year". */
export function afterThe(scan: Scan, i: number): Recognised | undefined {
  const beyond = unitAfterNext(scan, i)
  if (beyond) return beyond
  const ordinal = ordinalAt(scan, i + 1)
  if (ordinal) return ordinalPhrase(scan, i, ordinal.end, ordinal.value!)
  const word = scan.words[i + 1]
  if (word?.is === 'season') return seasonAt(scan, i, i + 1)
  if (word?.is === 'part' && lowerAt(scan, i + 2) === 'of') {
    const date = simpleContainerAt(scan, i + 3)
    if (date && !date.suffix) return { ...date, start: i, suffix: word.time ?? `T${word.part}` }
  }
  // "the night before last"
  if (word?.is === 'part' && lowerAt(scan, i + 2) === 'before' && lowerAt(scan, i + 3) === 'last')
    return {
      start: i,
      end: i + 4,
      kind: 'relative',
      meaning: { is: 'shift', from: 'draft', unit: 'day', by: -2 },
      suffix: `T${word.part}`,
    }
  if (word?.is === 'part' && lowerAt(scan, i + 2) === 'hours') return hoursAt(scan, i, i + 1)
  if (word?.is === 'part' && !word.plural && !word.time)
    return { start: i, end: i + 2, kind: 'time-of-day', meaning: { is: 'unknown' }, suffix: `T${word.part}` }
  if (word?.is === 'unit' && !word.plural && lowerAt(scan, i + 2) === 'before' && word.unit === 'day')
    return dayBefore(scan, i)
  if (word?.is === 'unit' && !word.plural && word.unit === 'day' && lowerAt(scan, i + 2) === 'after')
    return dayAfter(scan, i)
  // "the 1988 quarter"
  const year = /^(quarter|period)$/.test(lowerAt(scan, i + 2)) ? yearAt(scan, i + 1) : undefined
  if (year !== undefined)
    return { start: i, end: i + 3, kind: 'explicit', meaning: { is: 'value', value: String(year) } }
  if (word?.is === 'unit' && word.unit === 'year' && yearAt(scan, i + 2) !== undefined)
    return {
      start: i + 2,
      end: i + 3,
      kind: 'explicit',
      meaning: { is: 'value', value: lowerAt(scan, i + 2) },
    }
  const named =
    unitNamedByDate(scan, i) ??
    yearEarlier(scan, i, i + 1) ??
    theWeekend(scan, i) ??
    unitBeside(scan, i) ??
    unitsAhead(scan, i)
  if (named) return named
  if (
    word?.is === 'unit' &&
    !word.plural &&
    (YEARLY.has(word.unit) || word.unit === 'weekend') &&
    !/^(of|that|when)$/.test(lowerAt(scan, i + 2))
  )
    return {
      start: i,
      end: i + 2,
      kind: 'anaphoric',
      meaning: { is: 'shift', from: 'text', unit: word.unit, by: 0 },
    }
  return yearPhraseWithThe(scan, i) ?? countedUnits(scan, i)
}

/** "the nine months", "the two weeks" */
function countedUnits(scan: Scan, i: number): Recognised | undefined {
  const count = countAt(scan, i + 1)
  const unit = count && unitAt(scan, count.end)
  if (!unit?.plural || count?.value === undefined) return undefined
  const found = durationAt(scan, i + 1)
  return found?.kind === 'duration' ? { ...found, start: i } : undefined
}

/** "the 1990s", "the '90s" */
export function yearPhraseWithThe(scan: Scan, i: number): Recognised | undefined {
  const at =
    isMarkAt(scan, i + 1, "'") || isMarkAt(scan, i + 1, '’') || isMarkAt(scan, i + 1, '‘') ? i + 2 : i + 1
  const found = scan.tokens[at]?.kind === 'number' ? yearPhraseAt(scan, at) : undefined
  return found && found.end > at + 1 ? { ...found, start: i } : undefined
}

/** "the week of March 4", "the weekend of October 12" */
function unitNamedByDate(scan: Scan, i: number): Recognised | undefined {
  const unit = unitAt(scan, i + 1)?.unit
  if ((unit !== 'week' && unit !== 'weekend') || lowerAt(scan, i + 2) !== 'of') return undefined
  const day = namedDateAt(scan, i + 3)
  if (!day || day.suffix || day.conflict) return undefined
  const holdsDay = day.meaning.is === 'yearless' ? day.meaning.day !== undefined : day.meaning.is === 'value'
  return holdsDay
    ? { start: i, end: day.end, kind: day.kind, meaning: { is: 'unit-of', base: day.meaning, unit } }
    : undefined
}

/** "the year-earlier period", "year-ago earnings", where `i` is the unit. */
export function yearEarlier(scan: Scan, start: number, i: number): Recognised | undefined {
  const unit = unitAt(scan, i)?.unit
  if (unit !== 'year' || behindHyphen(scan, i + 1) === i + 1) return undefined
  if (!/^(earlier|ago)$/.test(lowerAt(scan, i + 2))) return undefined
  const end = /^(period|quarter|half|month)$/.test(lowerAt(scan, i + 3)) ? i + 4 : i + 3
  return { start, end, kind: 'anaphoric', meaning: { is: 'shift', from: 'text', unit, by: -1 } }
}

/** "the month before", "the year after" */
function unitBeside(scan: Scan, i: number): Recognised | undefined {
  const word = scan.words[i + 1]
  const beside = lowerAt(scan, i + 2)
  if (word?.is !== 'unit' || word.plural || !YEARLY.has(word.unit)) return undefined
  if (!/^(before|after)$/.test(beside) || !endsClause(scan, i + 3)) return undefined
  const by = beside === 'before' ? -1 : 1
  return {
    start: i,
    end: i + 3,
    kind: 'anaphoric',
    meaning: { is: 'shift', from: 'text', unit: word.unit, by },
  }
}

/** "in the months ahead", "in the years to come" */
function unitsAhead(scan: Scan, i: number): Recognised | undefined {
  const word = scan.words[i + 1]
  if (word?.is !== 'unit' || !word.plural) return undefined
  const toCome = lowerAt(scan, i + 2) === 'to' && lowerAt(scan, i + 3) === 'come'
  if (lowerAt(scan, i + 2) !== 'ahead' && !toCome) return undefined
  return {
    start: i,
    end: toCome ? i + 4 : i + 3,
    kind: 'fuzzy',
    meaning: { is: 'value', value: durationValue(word.unit, undefined) },
  }
}

/** "over the weekend", "at the weekend" */
function theWeekend(scan: Scan, i: number): Recognised | undefined {
  if (
    unitAt(scan, i + 1)?.unit !== 'weekend' ||
    !/^(over|at|during|on|by|before|until|since)$/.test(lowerAt(scan, i - 1))
  )
    return undefined
  if (/^(of|that|when|before|after)$/.test(lowerAt(scan, i + 2))) return undefined
  // "the baths are open at the weekend" is every weekend.
  if (tenseAt(scan.tokens, i, i + 2) === undefined) return undefined
  return {
    start: i,
    end: i + 2,
    kind: 'relative',
    meaning: { is: 'shift', from: 'draft', unit: 'weekend', by: 0, nearest: true },
  }
}

/** "the week after next", "the month before last" */
function unitAfterNext(scan: Scan, i: number): Recognised | undefined {
  const unit = unitAt(scan, i + 1)
  const joint = `${lowerAt(scan, i + 2)} ${lowerAt(scan, i + 3)}`
  if (!unit || unit.plural || (joint !== 'after next' && joint !== 'before last')) return undefined
  if (scan.words[i + 4]) return undefined
  return {
    start: i,
    end: i + 4,
    kind: 'relative',
    meaning: { is: 'shift', from: 'draft', unit: unit.unit, by: joint === 'after next' ? 2 : -2 },
  }
}

/** "the day after tomorrow", "the day after" */
function dayAfter(scan: Scan, i: number): Recognised | undefined {
  if (lowerAt(scan, i + 3) === 'tomorrow')
    return withPart(scan, {
      start: i,
      end: i + 4,
      kind: 'relative',
      meaning: { is: 'shift', from: 'draft', unit: 'day', by: 2 },
    })
  return endsClause(scan, i + 3)
    ? { start: i, end: i + 3, kind: 'anaphoric', meaning: { is: 'shift', from: 'text', unit: 'day', by: 1 } }
    : undefined
}

/** "the day before", "the day before yesterday" */
function dayBefore(scan: Scan, i: number): Recognised | undefined {
  if (lowerAt(scan, i + 3) === 'yesterday')
    return withPart(scan, {
      start: i,
      end: i + 4,
      kind: 'relative',
      meaning: { is: 'shift', from: 'draft', unit: 'day', by: -2 },
    })
  if (!endsClause(scan, i + 3)) return undefined
  return {
    start: i,
    end: i + 3,
    kind: 'anaphoric',
    meaning: { is: 'shift', from: 'text', unit: 'day', by: -1 },
  }
}

/** "the third quarter of 2013", "the 20th century", "the first half of next year", "the 5th" */
function ordinalPhrase(scan: Scan, start: number, i: number, value: number): Recognised | undefined {
  const century = behindDash(scan, i)
  if (/^(century|centuries)$/.test(lowerAt(scan, century))) {
    const era = lowerAt(scan, century + 1) === 'bc' || lowerAt(scan, century + 1) === 'bce'
    const name = String(value - 1).padStart(2, '0')
    return {
      start,
      end: century + (era ? 2 : 1),
      kind: 'explicit',
      meaning: { is: 'value', value: era ? `BC${name}` : name },
    }
  }
  const quarter = quarterOrHalf(scan, start, i, value)
  if (quarter) return quarter
  const count = value === 1 ? countAt(scan, i) : undefined
  const counted = count && unitAt(scan, count.end)
  // "the first nine months"
  if (counted?.plural)
    return {
      start,
      end: count!.end + 1,
      kind: 'duration',
      meaning: { is: 'value', value: durationValue(counted.unit, count!.value) },
    }
  const weekday = nthWeekdayAt(scan, start, i, value)
  if (weekday) return weekday
  const inMonth = dayWithinMonth(scan, start, i, value)
  if (inMonth) return inMonth
  const unit = unitAt(scan, i)
  if (unit && lowerAt(scan, i + 1) === 'of') {
    const outer = simpleContainerAt(scan, i + 2)
    if (outer && unit.unit === 'day' && outer.meaning.is === 'yearless')
      return { ...outer, start, meaning: { ...outer.meaning, day: value } }
    if (outer)
      return {
        start,
        end: outer.end,
        kind: weaker(outer.kind),
        meaning: { is: 'value', value: durationValue(unit.unit, 1) },
      }
  }
  return start < i - 1 && isAdjacent(scan, i - 1) && scan.tokens[i - 2]?.kind === 'number'
    ? theNth(scan, start, i, value)
    : undefined
}

/** "the third quarter", "the first half of 2013", "second half of last year", where `i` is behind the ordinal. */
function quarterOrHalf(scan: Scan, start: number, i: number, value: number): Recognised | undefined {
  const word = lowerAt(scan, i)
  if (!(word === 'quarter' && value <= 4) && !(word === 'half' && value <= 2)) return undefined
  const part = word === 'quarter' ? { quarter: value } : { half: value }
  const outer =
    lowerAt(scan, i + 1) === 'of' ? simpleContainerAt(scan, i + 2) : simpleContainerAt(scan, i + 1)
  if (outer)
    return {
      start,
      end: outer.end,
      kind: outer.kind,
      meaning: { is: 'within', base: outer.meaning, ...part },
    }
  return word === 'half' && !isOfBusiness(scan, start, i)
    ? undefined
    : { start, end: i + 1, kind: 'anaphoric', meaning: { is: 'yearless', ...part } }
}

const BUSINESS = new Set(
  (
    'profit profits earnings income results result sales revenue revenues turnover loss losses output production exports ' +
    'imports growth economy orders dividend gdp earned'
  ).split(' '),
)
const BUSINESS_REACH = 12

/** "profit in the first half" is of a year, a goal in the first half isn't. */
function isOfBusiness(scan: Scan, start: number, end: number): boolean {
  for (let i = start - 1; i >= Math.max(0, start - BUSINESS_REACH) && !isMarkAt(scan, i, '.'); i--)
    if (BUSINESS.has(lowerAt(scan, i))) return true
  for (let i = end + 1; i < end + BUSINESS_REACH && !isMarkAt(scan, i, '.'); i++)
    if (BUSINESS.has(lowerAt(scan, i))) return true
  return false
}

/** "fourth-quarter profit", "its third quarter", at the ordinal. */
export function quarterAt(scan: Scan, start: number, i: number): Recognised | undefined {
  const ordinal = ordinalAt(scan, i)
  if (!ordinal?.value) return undefined
  const at = behindHyphen(scan, ordinal.end)
  const isProfit =
    at > ordinal.end || /^(its|their|his|our|in|for|from|of|fiscal)$/.test(lowerAt(scan, start - 1))
  // "a second quarter of the field"
  if (!isProfit || (lowerAt(scan, at + 1) === 'of' && !simpleContainerAt(scan, at + 2))) return undefined
  return quarterOrHalf(scan, start, at, ordinal.value)
}

const behindDash = (scan: Scan, i: number): number => (isMarkAt(scan, i, '-') ? i + 1 : i)

/** "the 20th of next month", "the 5th of that month" */
export function dayWithinMonth(scan: Scan, start: number, i: number, day: number): Recognised | undefined {
  const of = lowerAt(scan, i) === 'day' ? i + 1 : i
  if (lowerAt(scan, of) !== 'of' || day > 31) return undefined
  const month = simpleContainerAt(scan, of + 1)
  if (month?.meaning.is !== 'shift' || month.meaning.unit !== 'month') return undefined
  return {
    start,
    end: month.end,
    kind: month.kind,
    meaning: { is: 'within', base: month.meaning, day },
  }
}

/** "on the 5th" */
function theNth(scan: Scan, start: number, end: number, day: number): Recognised | undefined {
  const before = lowerAt(scan, start - 1)
  if (day < 1 || day > 31 || !/^(on|by|until|till|from|since|after|before|of)$/.test(before)) return undefined
  if (!standsAlone(scan, end)) return undefined
  return { start, end, kind: 'incomplete', meaning: { is: 'day-of-month', day } }
}
