import type { Reading } from '../../draft/reading'
import type { Reader } from '../check'
import { readingOn } from '../read-on'
import type { Expression, Recognised, Tense, TimeFacts } from './expression'
import { isNoTime } from './false-friends'
import { startsSentence } from './names'
import { type Foreign, foreignOf, isQuiet } from './quiet'
import { type Recognition, recognise } from './recognise'
import { isCapitalised, lowerAt, type Scan } from './scan'
import { tenseAt } from './tense'
import { isOfTimetable } from './timetable'
import { nowadays } from './today'

/**
 * Reads paragraphs' expressions of time. Nothing here depends on the draft or its date. What was recognised well in front of
 * an edit is taken over.
 */
export const createTimeReader = (): Reader<TimeFacts> =>
  readingOn<Recognition, TimeFacts>((reading, before) => {
    const recognition = recognise(reading.tokens, before)
    const { scan, found } = recognition
    return { kept: recognition, facts: found.length ? timesOf(reading, scan, found) : undefined }
  })

function timesOf(reading: Reading, scan: Scan, found: readonly Recognised[]): TimeFacts {
  let foreign: Foreign | undefined
  const isQuietHere = (recognised: Recognised): boolean => {
    if (!mayBeReported(recognised)) return false
    foreign ??= foreignOf(reading, found)
    return isQuiet(scan, recognised, foreign)
  }
  let year: YearGiven | undefined
  return joined(scan, found)
    .filter((recognised) => !isOfStory(scan, recognised) && !isNoTime(scan, recognised))
    .map((recognised) => {
      const expression = expressionOf(
        scan,
        meant(scan, recognised),
        isQuietHere(recognised),
        year !== undefined && (year.dated || year.opens || !hasSentenceEnd(scan, year.at, recognised.start)),
      )
      // Behind "last November" nobody knows which year a date is of.
      year = recognised.kind === 'relative' ? undefined : (yearGiven(scan, recognised) ?? year)
      return expression
    })
}

/** What is explicit, a time of day, a duration or a habit is listed, and never reported, unless it can't be. */
const mayBeReported = ({ kind, conflict }: Recognised): boolean =>
  conflict !== undefined ||
  !(kind === 'explicit' || kind === 'time-of-day' || kind === 'duration' || kind === 'set')

/** Tells of each other what belongs together: the ends of one stretch ("from Monday to Friday"), a time and its day. */
function joined(scan: Scan, found: readonly Recognised[]): readonly Recognised[] {
  return found.map((recognised, k) => {
    const { meaning } = recognised
    const day = found[k + 1]
    if (recognised.kind === 'time-of-day' && day && isDayOf(scan, recognised, day))
      return { ...recognised, meaning: day.meaning }
    if (meaning.is !== 'weekday') return recognised
    if (meaning.turn === undefined && isAhead(scan, recognised))
      return { ...recognised, meaning: { ...meaning, ahead: true } }
    const next = found[k + 1]
    if (next?.meaning.is === 'weekday' && isStretch(scan, recognised, next))
      return { ...recognised, meaning: { ...meaning, until: next.meaning.weekday } }
    const before = found[k - 1]
    if (before?.meaning.is !== 'weekday') return recognised
    if (isStretch(scan, before, recognised)) return { ...recognised, meaning: { ...meaning, ends: true } }
    return isListed(scan, before, recognised)
      ? { ...recognised, meaning: { ...meaning, follows: true } }
      : recognised
  })
}

/** "at 5 a.m. on October 3" */
const isDayOf = (scan: Scan, clock: Recognised, { start, meaning, kind, suffix }: Recognised): boolean =>
  start === clock.end + 1 &&
  lowerAt(scan, clock.end) === 'on' &&
  kind !== 'set' &&
  !suffix &&
  (meaning.is === 'value' || meaning.is === 'yearless' || meaning.is === 'weekday')

const isStretch = (scan: Scan, first: Recognised, last: Recognised): boolean =>
  last.start === first.end + 1 && /^(to|through|until|till|-|–)$/.test(lowerAt(scan, first.end))

const FIXTURE = /^(game|match|final|opener|fight|race|tie|derby|clash|bout)$/

/** "ahead of Friday's meeting", "awaited Friday's report", "named two starters for Sunday's game" */
function isAhead(scan: Scan, { start, end }: Recognised): boolean {
  const before = lowerAt(scan, start - 1)
  if (/^(await|awaits|awaited|awaiting)$/.test(before)) return true
  if (before === 'of') return /^(ahead|advance)$/.test(lowerAt(scan, start - 2))
  return before === 'for' && /^'s$/.test(lowerAt(scan, end)) && FIXTURE.test(lowerAt(scan, end + 1))
}

/** "Monday and Tuesday" */
const isListed = (scan: Scan, first: Recognised, last: Recognised): boolean =>
  last.start === first.end + 1 && /^(and|or|,)$/.test(lowerAt(scan, first.end))

const RESULTS =
  /^(profits?|sales|revenues?|earnings|income|growth|gdp|economy|orders|shipments|dividends?|analysts?|quarterly)$/
const RESULTS_REACH = 14

/** "Profit rose 12% in the first quarter": of which year, the text must say; in a match there is but one. */
function isOfResults(scan: Scan, { start, end, kind, meaning }: Recognised): boolean {
  if (kind !== 'anaphoric' || meaning.is !== 'yearless' || !meaning.quarter || meaning.turn !== undefined)
    return false
  for (let i = Math.max(0, start - RESULTS_REACH); i < end + RESULTS_REACH; i++)
    if (RESULTS.test(lowerAt(scan, i))) return true
  return false
}

/** "today" that means nowadays has no date. */
function meant(scan: Scan, recognised: Recognised): Recognised {
  if (isOfResults(scan, recognised)) return { ...recognised, kind: 'incomplete' }
  return nowadays(scan, recognised)
    ? { ...recognised, kind: 'fuzzy', meaning: { is: 'value', value: 'PRESENT_REF' } }
    : recognised
}

/** "They were soon surrounded", "would soon fall": soon after what was told before, and no time of its own. */
const isOfStory = (scan: Scan, { start, end, kind }: Recognised): boolean =>
  kind === 'fuzzy' &&
  /^(soon|shortly)$/.test(lowerAt(scan, start)) &&
  (tenseAt(scan.tokens, start, end) === 'past' || lowerAt(scan, start - 1) === 'would')

/** A year that a date gives to those behind it. */
interface YearGiven {
  readonly at: number
  /** With a month: it holds for the paragraph. A year by itself holds for its sentence. */
  readonly dated: boolean
  /** At the start of a sentence, which sets the scene: "In 1926 the mill opened." It holds for the paragraph. */
  readonly opens: boolean
}

/** "May 3, 2012", "in 2012"; but nothing is of the year in "his most since 2012". */
function yearGiven(scan: Scan, { start, end, kind, meaning }: Recognised): YearGiven | undefined {
  if ((kind !== 'explicit' && kind !== 'approximate') || meaning.is !== 'value') return undefined
  if (!/^\d{4}/.test(meaning.value)) return undefined
  const dated = meaning.value.length > 4
  return dated || !/^(since|from|until|till|for|of|through)$/.test(lowerAt(scan, start - 1))
    ? { at: end, dated, opens: lowerAt(scan, start - 1) === 'in' && startsSentence(scan.tokens, start - 1) }
    : undefined
}

/** "The flood of 1953 began": a year by which something is known, at the start of its sentence. */
const isOfEvent = (scan: Scan, start: number): boolean =>
  lowerAt(scan, start - 1) === 'of' &&
  lowerAt(scan, start - 3) === 'the' &&
  startsSentence(scan.tokens, start - 3)

function hasSentenceEnd(scan: Scan, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const { text } = scan.tokens[i]!
    const isStop = text === '.' || text === '!' || text === '?'
    if (isStop && scan.tokens[i + 1]?.spaced && isCapitalised(scan, i + 1)) return true
  }
  return false
}

function tenseOf({ tokens }: Scan, { start, end, meaning, kind }: Recognised): Tense {
  // What stands in the calendar by itself, or nowhere, stands there whatever the verb.
  if ((meaning.is === 'value' || meaning.is === 'unknown') && kind !== 'fuzzy') return undefined
  const tense = tenseAt(tokens, start, end)
  if (tense === 'future' || meaning.is !== 'weekday' || meaning.turn !== undefined) return tense
  return isOfTimetable(tokens, start, end, tense === 'past') ? 'future' : tense
}

function expressionOf(scan: Scan, found: Recognised, quiet: boolean, yearKnown: boolean): Expression {
  const { kind, meaning, suffix, conflict } = found
  return {
    start: scan.tokens[found.start]!.start,
    end: scan.tokens[found.end - 1]!.end,
    kind,
    meaning,
    suffix,
    conflict,
    tense: tenseOf(scan, found),
    quiet,
    yearKnown,
    opens:
      startsSentence(scan.tokens, found.start) ||
      startsSentence(scan.tokens, found.start - 1) ||
      isOfEvent(scan, found.start),
  }
}
