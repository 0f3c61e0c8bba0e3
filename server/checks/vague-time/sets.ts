import type { Recognised } from './expression'
import { monthAt } from './months'
import { countAt, durationValue, lowerAt, type Scan, unitAt } from './scan'

/** "every Monday", "each year", "per day", "every two weeks" */
export function setAt(scan: Scan, i: number): Recognised | undefined {
  const word = lowerAt(scan, i)
  if (word !== 'every' && word !== 'each' && word !== 'per') return undefined
  let at = i + 1
  if (/^(other|single|passing)$/.test(lowerAt(scan, at)) || scan.words[at]?.is === 'ordinal') at++
  // "every second Thursday": a second is a unit, too
  else if (lowerAt(scan, at) === 'second' && scan.words[at + 1]?.is === 'weekday') at++
  const count = countAt(scan, at)
  const end = count && unitAt(scan, count.end) ? count.end : at
  const unit = unitAt(scan, end)
  const value = count?.value ?? (lowerAt(scan, i + 1) === 'other' ? 2 : 1)
  if (unit)
    return {
      start: i,
      end: end + 1,
      kind: 'set',
      meaning: { is: 'value', value: durationValue(unit.unit, value) },
    }
  const noun = scan.words[at]
  if (noun?.is === 'weekday') {
    const more = scan.words[at + 1]?.is === 'part' ? at + 2 : at + 1
    return { start: i, end: more, kind: 'set', meaning: { is: 'value', value: `XXXX-WXX-${noun.weekday}` } }
  }
  if (noun?.is === 'part')
    return { start: i, end: at + 1, kind: 'set', meaning: { is: 'value', value: `XXXX-XX-XXT${noun.part}` } }
  if (noun?.is === 'season')
    return { start: i, end: at + 1, kind: 'set', meaning: { is: 'value', value: `XXXX-${noun.season}` } }
  const month = monthAt(scan, at)
  return (
    month && {
      start: i,
      end: month.end,
      kind: 'set',
      meaning: { is: 'value', value: `XXXX-${String(month.month).padStart(2, '0')}` },
    }
  )
}
