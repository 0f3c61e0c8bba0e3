import type { Token } from '../../draft/tokens'
import { wordFilter } from '../../draft/word-filter'
import type { Before } from '../read-on'
import { adverbAt, fixedPhraseAt, mayLeadIn } from './adverbs'
import { clockAt } from './clock'
import { absoluteAt, bareCentury } from './containers'
import { dayWithinMonth, quarterAt, yearEarlier } from './definite'
import { durationAt } from './durations'
import type { Recognised } from './expression'
import { holidayAt } from './holidays'
import { FOLLOWERS, type Opening, type Word } from './lexicon'
import { roughAt, vagueStretchAt } from './rough'
import { behindHyphen, isMarkAt, lowerAt, ordinalAt, type Scan, scanOf, unitAt, yearAt } from './scan'
import { setAt } from './sets'
import { determinedAt } from './turns'
import { nthWeekdayAt, weekdayAt } from './weekdays'
import { endOfYearsAt } from './years'

/** No expression of time, with all that is looked at behind it, has so many tokens. */
const LONGEST = 40

/** What was recognised in a paragraph's tokens. */
export interface Recognition {
  readonly scan: Scan
  readonly found: readonly Recognised[]
}

const NOTHING: Before<Recognition> = {
  kept: { scan: { tokens: [], words: [], starts: [] }, found: [] },
  shared: 0,
}

/**
 * Finds every expression of time in a paragraph's tokens, in one pass from left to right; none overlaps another. What was
 * found before is taken over as far as none of the tokens that are not shared can matter.
 */
export function recognise(tokens: readonly Token[], { kept, shared } = NOTHING): Recognition {
  const scan = scanOf(tokens, kept.scan, shared)
  const settled = shared - LONGEST
  const found = kept.found.filter(({ end }) => end <= settled)
  let behind = Math.min(settled, kept.found[found.length]?.start ?? settled)
  for (const i of scan.starts) {
    if (i < behind) continue
    const word = scan.words[i]
    if (word?.is === 'opener' && !mayOpen(scan, i, word.as)) continue
    const recognised = word ? wordAt(scan, i, word) : figuresAt(scan, i)
    if (!recognised || recognised.end <= i) continue
    const start = Math.max(found.at(-1)?.end ?? 0, widened(scan, recognised))
    found.push(start === recognised.start ? recognised : { ...recognised, start })
    behind = recognised.end
  }
  return { scan, found }
}

/** Whether what stands behind "the", "a" or "this", the commonest words of all, may belong to an expression of time. */
function mayFollow({ tokens, words }: Scan, i: number): boolean {
  const next = tokens[i]
  if (words[i] !== undefined || next?.kind !== 'word') return true
  return mayBeFollower(next) && FOLLOWERS.has(next.lower)
}

const mayBeFollower = wordFilter(FOLLOWERS)

/** Most of the openers are the commonest words of all, and open nothing: what stands behind them tells at a glance. */
function mayOpen(scan: Scan, i: number, as: Opening): boolean {
  switch (as) {
    case 'the':
    case 'article':
    case 'demonstrative':
      return mayFollow(scan, i + 1)
    case 'lead-in':
      return mayLeadIn(scan, i)
    case 'nothing':
      return false
    default:
      return true
  }
}

/** The longest expression that begins at a number in figures. */
const figuresAt = (scan: Scan, i: number): Recognised | undefined =>
  longest(
    absoluteAt(scan, i),
    bareClock(scan, i),
    durationAt(scan, i),
    bareCentury(scan, i),
    bareNth(scan, i),
    endOfYearsAt(scan, i),
  )

/** The longest expression that begins at a word of time. */
function wordAt(scan: Scan, i: number, word: Word): Recognised | undefined {
  switch (word.is) {
    case 'opener':
      return openerAt(scan, i, word.as)
    case 'weekday':
      return weekdayAt(scan, i)
    case 'month':
    case 'season':
      return absoluteAt(scan, i)
    case 'number':
      return longest(durationAt(scan, i), bareClock(scan, i), bareCentury(scan, i))
    case 'unit':
      return longest(durationAt(scan, i), endOfUnit(scan, i), yearEarlier(scan, i, i))
    case 'part':
      return partAt(scan, i)
    case 'ordinal':
      return longest(
        absoluteAt(scan, i),
        bareCentury(scan, i),
        quarterAt(scan, i, i),
        nthWeekdayAt(scan, i, i + 1, word.value),
      )
    case 'holiday':
    case 'named-day':
      return holidayAt(scan, i)
  }
}

/** Each opener is tried for what it can open, and no more: most of them open nothing. */
function openerAt(scan: Scan, i: number, as: Opening): Recognised | undefined {
  switch (as) {
    case 'the':
      return longest(
        fixedPhraseAt(scan, i),
        roughAt(scan, i),
        vagueStretchAt(scan, i),
        determinedAt(scan, i),
        absoluteAt(scan, i),
      )
    case 'article':
      return longest(fixedPhraseAt(scan, i), durationAt(scan, i))
    case 'demonstrative':
      return longest(fixedPhraseAt(scan, i), determinedAt(scan, i))
    case 'lead-in':
      return fixedPhraseAt(scan, i)
    case 'count':
      return longest(fixedPhraseAt(scan, i), durationAt(scan, i))
    case 'turn':
      return longest(fixedPhraseAt(scan, i), vagueStretchAt(scan, i), determinedAt(scan, i))
    case 'stretch':
      return longest(vagueStretchAt(scan, i), adverbAt(scan, i))
    case 'rough':
      return roughAt(scan, i)
    case 'each':
      return setAt(scan, i)
    case 'adverb':
      return adverbAt(scan, i)
    case 'fiscal':
      return fiscalYearAt(scan, i)
    case 'overnight':
      return overnightAt(scan, i)
    case 'nothing':
      return undefined
  }
}

function longest(...candidates: readonly (Recognised | undefined)[]): Recognised | undefined {
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
  const at = /^'s$/.test(lowerAt(scan, i + 1)) ? i + 2 : isLed ? behindHyphen(scan, i + 1) : i
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
