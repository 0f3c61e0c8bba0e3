import { withPart } from './adverbs'
import { dateBehindWeekday } from './dates'
import type { Recognised } from './expression'
import { behindPoint, isCapitalised, isMarkAt, lowerAt, type Scan } from './scan'
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
  if (lowerAt(scan, end) === 'week' && !/^['’]s$/.test(lowerAt(scan, end + 1)))
    return {
      start: i,
      end: end + 1,
      kind: 'relative',
      meaning: { is: 'weekday', weekday, turn: 0, weeks: 1 },
    }
  const of = lowerAt(scan, end) === 'of' ? end + 1 : end
  if (/^(this|last|next|that)$/.test(lowerAt(scan, of)) && lowerAt(scan, of + 1) === 'week') {
    const base = determinedAt(scan, of)
    if (base)
      return {
        start: i,
        end: base.end,
        kind: base.kind,
        meaning: { is: 'within', base: base.meaning, weekday },
      }
  }
  return withPart(scan, { start: i, end, kind: 'relative', meaning: { is: 'weekday', weekday } })
}

/** The end of "Monday to Friday", which is every week's. */
function workingWeekEnd(scan: Scan, i: number): number | undefined {
  if (!/^(to|through|thru|-|–)$/.test(lowerAt(scan, i + 1))) return undefined
  const first = scan.words[i]
  const last = scan.words[i + 2]
  if (first?.is !== 'weekday' || last?.is !== 'weekday' || lowerAt(scan, i - 1) === 'from') return undefined
  return first.weekday === 1 && last.weekday >= 5 ? i + 3 : undefined
}
