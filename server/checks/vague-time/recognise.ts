import type { Token } from '../../draft/tokens'
import { adverbAt, fixedPhraseAt } from './adverbs'
import { clockAt } from './clock'
import { absoluteAt, bareCentury } from './containers'
import { dayWithinMonth, quarterAt, yearEarlier } from './definite'
import { durationAt } from './durations'
import type { Recognised } from './expression'
import { holidayAt } from './holidays'
import { FOLLOWERS } from './lexicon'
import { roughAt, vagueStretchAt } from './rough'
import { behindHyphen, isMarkAt, lowerAt, ordinalAt, type Scan, scanOf, unitAt, yearAt } from './scan'
import { setAt } from './sets'
import { determinedAt } from './turns'
import { nthWeekdayAt, weekdayAt } from './weekdays'
import { endOfYearsAt } from './years'

/** Finds every expression of time in a paragraph's tokens, in one pass from left to right; none overlaps another. */
export function recognise(tokens: readonly Token[]): { scan: Scan; found: Recognised[] } {
  const scan = scanOf(tokens)
  const found: Recognised[] = []
  for (let i = 0; i < tokens.length; i++) {
    if (!scan.words[i] && tokens[i]!.kind !== 'number') continue
    if (DETERMINERS.has(tokens[i]!.lower) && !mayFollow(scan, i + 1)) continue
    const recognised = expressionAt(scan, i)
    if (!recognised || recognised.end <= i) continue
    const floor = found[found.length - 1]?.end ?? 0
    found.push({ ...recognised, start: Math.max(floor, widened(scan, recognised)) })
    i = recognised.end - 1
  }
  return { scan, found }
}

/** The commonest words of all, which seldom begin an expression of time: what follows tells at one look. */
const DETERMINERS = new Set(['the', 'a', 'an', 'this', 'that'])

const mayFollow = ({ tokens, words }: Scan, i: number): boolean =>
  words[i] !== undefined || tokens[i]?.kind !== 'word' || FOLLOWERS.has(tokens[i]!.lower)

const LEADS_IN = new Set(['at', 'by', 'during', 'to', 'of', 'right', 'just', 'long'])
const ARTICLES = new Set(['a', 'an', 'some', 'several', 'many', 'few', 'couple', 'another'])

/** The longest expression that begins at a token. */
function expressionAt(scan: Scan, i: number): Recognised | undefined {
  const word = scan.words[i]
  if (!word) {
    return firstLongest(
      absoluteAt(scan, i),
      bareClock(scan, i),
      durationAt(scan, i),
      bareCentury(scan, i),
      bareNth(scan, i),
      endOfYearsAt(scan, i),
    )
  }
  switch (word.is) {
    case 'weekday':
      return weekdayAt(scan, i)
    case 'month':
      return absoluteAt(scan, i)
    case 'number':
      return firstLongest(durationAt(scan, i), bareClock(scan, i), bareCentury(scan, i))
    case 'unit':
      return firstLongest(durationAt(scan, i), endOfUnit(scan, i), yearEarlier(scan, i, i))
    case 'part':
      return partAt(scan, i)
    case 'season':
      return absoluteAt(scan, i)
    case 'ordinal':
      return firstLongest(
        absoluteAt(scan, i),
        bareCentury(scan, i),
        quarterAt(scan, i, i),
        nthWeekdayAt(scan, i, i + 1, word.value),
      )
    case 'holiday':
    case 'named-day':
      return holidayAt(scan, i)
    case 'opener':
      if (LEADS_IN.has(lowerAt(scan, i))) return fixedPhraseAt(scan, i)
      if (ARTICLES.has(lowerAt(scan, i))) return firstLongest(fixedPhraseAt(scan, i), durationAt(scan, i))
      return firstLongest(
        fixedPhraseAt(scan, i),
        roughAt(scan, i),
        vagueStretchAt(scan, i),
        determinedAt(scan, i),
        absoluteAt(scan, i),
        durationAt(scan, i),
        setAt(scan, i),
        adverbAt(scan, i),
        fiscalYearAt(scan, i),
        overnightAt(scan, i),
      )
  }
}

function firstLongest(...candidates: readonly (Recognised | undefined)[]): Recognised | undefined {
  let best: Recognised | undefined
  for (const candidate of candidates) {
    if (candidate && (!best || candidate.end > best.end)) best = candidate
  }
  return best
}

function bareClock(scan: Scan, i: number): Recognised | undefined {
  const clock = clockAt(scan, i)
  if (!clock) return undefined
  // "8 a.m. Monday", "8:30, October 15"
  const at = isMarkAt(scan, clock.end, ',') ? clock.end + 1 : clock.end
  const day =
    scan.words[at]?.is === 'weekday' ? weekdayAt(scan, at) : (adverbDay(scan, at) ?? absoluteDay(scan, at))
  if (day && !day.suffix) return { ...day, start: i, suffix: clock.suffix }
  return { start: i, end: clock.end, kind: 'time-of-day', meaning: { is: 'unknown' }, suffix: clock.suffix }
}

/** "20th of next month" */
function bareNth(scan: Scan, i: number): Recognised | undefined {
  const ordinal = ordinalAt(scan, i)
  return ordinal?.value ? dayWithinMonth(scan, i, ordinal.end, ordinal.value) : undefined
}

const adverbDay = (scan: Scan, i: number): Recognised | undefined => {
  const found = adverbAt(scan, i)
  return found?.kind === 'relative' ? found : undefined
}

const absoluteDay = (scan: Scan, i: number): Recognised | undefined => {
  const found = absoluteAt(scan, i)
  return found && (found.meaning.is === 'yearless' || found.meaning.is === 'value') && found.end > i + 1
    ? found
    : undefined
}

/** "year's end", "month's end", "by year-end" */
function endOfUnit(scan: Scan, i: number): Recognised | undefined {
  const unit = unitAt(scan, i)?.unit
  if (unit !== 'year' && unit !== 'month' && unit !== 'week') return undefined
  const isLed = /^(by|at|before|until|since)$/.test(lowerAt(scan, i - 1))
  const at = /^['’]s$/.test(lowerAt(scan, i + 1)) ? i + 2 : isLed ? behindHyphen(scan, i + 1) : i
  if (lowerAt(scan, at) !== 'end') return undefined
  return {
    start: i,
    end: at + 1,
    kind: 'anaphoric',
    meaning: { is: 'shift', from: 'text', unit, by: 0, edge: true },
  }
}

const NAMED_TIMES = new Set('noon midday midnight dawn dusk daybreak sunrise sunset nightfall'.split(' '))

/** "noon", "midnight", and "night" after "at", "by", "that" … */
function partAt(scan: Scan, i: number): Recognised | undefined {
  const word = scan.words[i]
  if (word?.is !== 'part') return undefined
  const before = lowerAt(scan, i - 1)
  const isTime = NAMED_TIMES.has(lowerAt(scan, i))
    ? /^(at|by|until|till|before|after|around|about|from|since|to|and)$/.test(before)
    : word.plural
      ? /^(at|in|on)$/.test(before)
      : /^(at|by|in|all|one|during)$/.test(before) && lowerAt(scan, i) === 'night'
  if (!isTime) return undefined
  const on = lowerAt(scan, i + 1) === 'on' || lowerAt(scan, i + 1) === 'of' ? i + 2 : i + 1
  const suffix = word.time ?? `T${word.part}`
  const day =
    scan.words[on]?.is === 'weekday' ? weekdayAt(scan, on) : (adverbDay(scan, on) ?? absoluteDay(scan, on))
  if (day && !day.suffix && day.kind !== 'set') return { ...day, start: i, suffix }
  return { start: i, end: i + 1, kind: 'time-of-day', meaning: { is: 'unknown' }, suffix }
}

/** "it rained overnight", but no "overnight bus" */
function overnightAt(scan: Scan, i: number): Recognised | undefined {
  if (lowerAt(scan, i) !== 'overnight' || /^(an?|the|his|her|their|its)$/.test(lowerAt(scan, i - 1)))
    return undefined
  return { start: i, end: i + 1, kind: 'time-of-day', meaning: { is: 'unknown' }, suffix: 'TNI' }
}

/** "fiscal 1998", "fiscal year 1998" */
function fiscalYearAt(scan: Scan, i: number): Recognised | undefined {
  if (lowerAt(scan, i) !== 'fiscal') return undefined
  const at = lowerAt(scan, i + 1) === 'year' ? i + 2 : i + 1
  const year = yearAt(scan, at)
  return year === undefined
    ? undefined
    : { start: i, end: at + 1, kind: 'explicit', meaning: { is: 'value', value: String(year) } }
}

const MODIFIERS: readonly (readonly string[])[] = [
  ['more', 'than'],
  ['less', 'than'],
  ['at', 'least'],
  ['at', 'most'],
  ['up', 'to'],
  ['no', 'more', 'than'],
  ['about'],
  ['around'],
  ['nearly'],
  ['almost'],
  ['approximately'],
  ['roughly'],
  ['over'],
  ['under'],
  ['some'],
  ['just'],
  ['only'],
  ['close', 'to'],
  ['another'],
]

/** Where an expression begins with the words that make it more or less: "about two years", "more than a week". */
function widened(scan: Scan, { kind, start, meaning }: Recognised): number {
  const isLong =
    kind === 'duration' ||
    (meaning.is === 'shift' && Math.abs(meaning.by) >= 1 && scan.words[start]?.is === 'number')
  if (!isLong) return start
  for (const words of MODIFIERS) {
    const at = start - words.length
    if (at >= 0 && words.every((word, k) => lowerAt(scan, at + k) === word)) return at
  }
  return start
}
