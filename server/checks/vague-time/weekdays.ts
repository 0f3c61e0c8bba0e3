import { withPart } from './adverbs'
import { simpleContainerAt } from './containers'
import { dateBehindWeekday } from './dates'
import type { Recognised } from './expression'
import {
  behindPoint,
  isCapitalised,
  isMarkAt,
  lowerAt,
  ordinalAt,
  type Scan,
  standsAlone,
  unitAt,
} from './scan'
import { determinedAt } from './turns'

const WEEKDAY_CUES =
  /^(on|last|next|this|until|till|by|since|from|before|after|of|and|to|late|early|through)$/

/** "Tuesday", "Tuesday morning", "Tuesday, March 2, 2021", "Monday week", "Tuesday of next week", "Mondays" */
export function weekdayAt(scan: Scan, i: number): Recognised | undefined {
  const word = scan.words[i]
  if (word?.is !== 'weekday' || (word.short && !isCapitalised(scan, i))) return undefined
  // "the Edmonton Sun, August 16, 2008"
  if (word.short && isCapitalised(scan, i - 1) && !isMarkAt(scan, i + 1, '.')) return undefined
  const { weekday } = word
  const behind = behindPoint(scan, i + 1)
  const date = dateBehindWeekday(scan, i, word.short ? behind : i + 1, weekday)
  if (date) return date
  if (word.short && (behind === i + 1 || !WEEKDAY_CUES.test(lowerAt(scan, i - 1)))) return undefined
  const end = word.short ? behind : i + 1
  const part = scan.words[end]
  if (word.plural || (part?.is === 'part' && part.plural))
    return {
      start: i,
      end: part?.is === 'part' ? end + 1 : end,
      kind: 'set',
      meaning: { is: 'value', value: `XXXX-WXX-${weekday}` },
    }
  const last = workingWeekEnd(scan, i)
  if (last)
    return { start: i, end: last, kind: 'set', meaning: { is: 'value', value: `XXXX-WXX-${weekday}` } }
  return (
    counted(scan, i, end, weekday) ??
    ofWeek(scan, i, end, weekday) ??
    withPart(scan, { start: i, end, kind: 'relative', meaning: { is: 'weekday', weekday } })
  )
}

/** "Monday week", "Friday after next", "Tuesday the 19th" */
function counted(scan: Scan, start: number, end: number, weekday: number): Recognised | undefined {
  const kind = 'relative'
  if (lowerAt(scan, end) === 'week' && !/^'s$/.test(lowerAt(scan, end + 1)))
    return { start, end: end + 1, kind, meaning: { is: 'weekday', weekday, nearest: 'from-today', weeks: 1 } }
  if (lowerAt(scan, end) === 'after' && lowerAt(scan, end + 1) === 'next' && !scan.words[end + 2])
    return { start, end: end + 2, kind, meaning: { is: 'weekday', weekday, nearest: 'future', weeks: 1 } }
  if (lowerAt(scan, end) === 'before' && lowerAt(scan, end + 1) === 'last')
    return { start, end: end + 2, kind, meaning: { is: 'weekday', weekday, nearest: 'past', weeks: -1 } }
  const definite = lowerAt(scan, end) === 'the'
  const day = ordinalAt(scan, definite ? end + 1 : end)
  const isNumber = scan.tokens[definite ? end + 1 : end]?.kind === 'number'
  if (!day?.value || day.value > 31 || (!definite && !isNumber) || !standsAlone(scan, day.end))
    return undefined
  return withPart(scan, { start, end: day.end, kind, meaning: { is: 'weekday', weekday, day: day.value } })
}

/** "Tuesday of next week", "Wednesday evening last week", "Monday of the following week" */
function ofWeek(scan: Scan, start: number, end: number, weekday: number): Recognised | undefined {
  const part = scan.words[end]
  const behindPart = part?.is === 'part' ? end + 1 : end
  const at = lowerAt(scan, behindPart) === 'of' ? behindPart + 1 : behindPart
  const unit = lowerAt(scan, at) === 'the' ? at + 2 : at + 1
  if (lowerAt(scan, unit) !== 'week' || /^'s$/.test(lowerAt(scan, unit + 1))) return undefined
  const week = determinedAt(scan, at)
  if (week?.meaning.is !== 'shift') return undefined
  return {
    start,
    end: week.end,
    kind: week.kind,
    meaning: { is: 'within', base: week.meaning, weekday },
    suffix: part?.is === 'part' ? (part.time ?? `T${part.part}`) : undefined,
  }
}

/** The end of "Monday to Friday", which is every week's. */
function workingWeekEnd(scan: Scan, i: number): number | undefined {
  if (!/^(to|through|thru|-|–)$/.test(lowerAt(scan, i + 1))) return undefined
  const first = scan.words[i]
  const last = scan.words[i + 2]
  if (first?.is !== 'weekday' || last?.is !== 'weekday' || lowerAt(scan, i - 1) === 'from') return undefined
  // "open Tuesday to Sunday" are the hours of every week, "open Monday to Wednesday this week" aren't.
  const isHours = /^(open|opens|closed|hours)$/.test(lowerAt(scan, i - 1))
  if (/^(this|next|last)$/.test(lowerAt(scan, i + 3))) return undefined
  return isHours || (first.weekday === 1 && last.weekday >= 5) ? i + 3 : undefined
}

/**
 * "the first Monday of October", "the last Friday in March 2014", "the second Tuesday of each month", at the weekday;
 * `nth` counts from 1, and is -1 for the last.
 */
export function nthWeekdayAt(scan: Scan, start: number, i: number, nth: number): Recognised | undefined {
  const word = scan.words[i]
  if (word?.is !== 'weekday' || word.plural || word.short || nth > 5) return undefined
  const { weekday } = word
  const part = scan.words[i + 1]
  const behind = part?.is === 'part' && !part.plural ? i + 2 : i + 1
  const suffix = part?.is === 'part' && behind > i + 1 ? (part.time ?? `T${part.part}`) : undefined
  if (/^(of|in)$/.test(lowerAt(scan, behind))) {
    if (/^(each|every|the)$/.test(lowerAt(scan, behind + 1)) && unitAt(scan, behind + 2)?.unit === 'month') {
      if (lowerAt(scan, behind + 1) !== 'the')
        return {
          start,
          end: behind + 3,
          kind: 'set',
          meaning: { is: 'value', value: `XXXX-WXX-${weekday}` },
        }
    }
    const month = simpleContainerAt(scan, behind + 1)
    if (month && holdsMonth(month))
      return {
        start,
        end: month.end,
        kind: month.kind,
        meaning: { is: 'nth-weekday', base: month.meaning, weekday, nth },
        suffix,
      }
  }
  // "the first Sunday after the flood" is placed by what follows; "last Friday" isn't.
  return nth > 0 ? { start, end: behind, kind: 'anaphoric', meaning: { is: 'unknown' } } : undefined
}

const holdsMonth = ({ meaning }: Recognised): boolean =>
  meaning.is === 'value'
    ? /^\d{4}-\d\d$/.test(meaning.value)
    : meaning.is === 'yearless'
      ? meaning.month !== undefined && meaning.day === undefined
      : meaning.is === 'shift' && meaning.unit === 'month'
