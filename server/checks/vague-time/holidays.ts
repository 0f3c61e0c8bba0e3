import { withPart } from './adverbs'
import type { Meaning, Recognised } from './expression'
import { isCapitalised, isMarkAt, lowerAt, type Scan, yearAt } from './scan'

/** When a holiday is: a day of a month, a weekday of one ("the fourth Thursday of November"), or no such day. */
type When =
  | { readonly month: number; readonly day: number }
  | { readonly month: number; readonly weekday: number; readonly nth: number }
  | undefined

/** Longer names before shorter ones with the same beginning. */
const HOLIDAY_NAMES: readonly (readonly [string, When])[] = [
  ['christmas eve', { month: 12, day: 24 }],
  ['christmas day', { month: 12, day: 25 }],
  ['christmas', { month: 12, day: 25 }],
  ['halloween', { month: 10, day: 31 }],
  ["new year 's day", { month: 1, day: 1 }],
  ["new year 's eve", { month: 12, day: 31 }],
  ["valentine 's day", { month: 2, day: 14 }],
  ['independence day', { month: 7, day: 4 }],
  ['veterans day', { month: 11, day: 11 }],
  ['boxing day', { month: 12, day: 26 }],
  ['memorial day', { month: 5, weekday: 1, nth: -1 }],
  ['labor day', { month: 9, weekday: 1, nth: 1 }],
  ['thanksgiving day', { month: 11, weekday: 4, nth: 4 }],
  ['thanksgiving', { month: 11, weekday: 4, nth: 4 }],
  ['easter sunday', undefined],
  ['easter monday', undefined],
  ['easter day', undefined],
  ['easter', undefined],
  ['ramadan', undefined],
  ['hanukkah', undefined],
]

const BY_HEAD = new Map<string, (readonly [readonly string[], When])[]>()
for (const [name, when] of HOLIDAY_NAMES) {
  const words = name.split(' ')
  BY_HEAD.set(words[0]!, [...(BY_HEAD.get(words[0]!) ?? []), [words, when]])
}

/** "Christmas", "Labor Day", "New Year's Eve 1999": with a year explicit, else the text's own. */
export function holidayAt(scan: Scan, i: number): Recognised | undefined {
  if (!isCapitalised(scan, i)) return undefined
  const found = BY_HEAD.get(lowerAt(scan, i))?.find(([words]) =>
    words.every((word, k) => lowerAt(scan, i + k) === word),
  )
  if (!found) return undefined
  const [words, when] = found
  const end = i + words.length
  const comma = isMarkAt(scan, end, ',') ? 1 : 0
  const year = yearAt(scan, end + comma)
  if (year !== undefined)
    return { start: i, end: end + comma + 1, kind: 'explicit', meaning: meaningOf(when, year) }
  // "Christmas Island"
  if (scan.tokens[end]?.kind === 'word' && isCapitalised(scan, end)) return undefined
  return withPart(scan, { start: i, end, kind: 'anaphoric', meaning: meaningOf(when) })
}

const pad = (value: number): string => String(value).padStart(2, '0')

function meaningOf(when: When, year?: number): Meaning {
  if (!when) return year === undefined ? { is: 'unknown' } : { is: 'value', value: String(year) }
  if ('day' in when)
    return year === undefined
      ? { is: 'yearless', month: when.month, day: when.day }
      : { is: 'value', value: `${year}-${pad(when.month)}-${pad(when.day)}` }
  const base: Meaning =
    year === undefined
      ? { is: 'yearless', month: when.month }
      : { is: 'value', value: `${year}-${pad(when.month)}` }
  return { is: 'nth-weekday', base, weekday: when.weekday, nth: when.nth }
}
