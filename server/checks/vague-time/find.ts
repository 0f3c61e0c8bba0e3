import type { House } from '../../config/config'
import type { Span } from '../../draft/span'
import type { Finding, Read } from '../check'
import { type Day, daysBetween, dayWithin, yearOf } from './calendar'
import { conflictMessage } from './conflict'
import type { Expression, TimeFacts, TimeKind } from './expression'
import { type DayForm, HOUSE_STYLES } from './house-styles'
import { type Resolved, resolve, type Setting } from './resolve'
import { type Writing, writeValue } from './write-date'

/** An expression of time at its place in the draft, with its value. Offsets count from the draft's start. */
export interface Placed extends Span {
  readonly expression: Expression
  readonly value: string | undefined
  readonly from: Resolved['from']
}

/** What the check keeps of a finding for its fixes. */
export interface VagueTime {
  readonly placed: Placed
  readonly writing: Writing
}

/** Every expression of time in the draft, in order, reckoned from the draft's day (or today's) and from the text. */
export function placedTimes({ draft, facts, date, today }: Read<TimeFacts>): Placed[] {
  const placed: Placed[] = []
  const day = date?.day ?? today
  const narrative = isNarrative(facts, day)
  let last: string | undefined
  let previous: Day | undefined
  draft.blocks.forEach((block, i) => {
    for (const expression of facts[i] ?? []) {
      const setting: Setting = { draft: day, last, previous, narrative }
      const { value, from } = resolve(expression, setting)
      placed.push({
        start: block.start + expression.start,
        end: block.start + expression.end,
        expression,
        value,
        from,
      })
      previous = value && /^\d{4}-\d\d-\d\d/.test(value) ? value.slice(0, 10) : undefined
      if (value && movesText(expression, value, narrative)) last = value
    }
  })
  return placed
}

/** Whether an expression takes the text to another time: one that has a place in the calendar. */
function movesText({ kind, quiet }: Expression, value: string, narrative: boolean): boolean {
  if (kind === 'relative' && (quiet || narrative)) return false
  if (kind === 'time-of-day' || kind === 'duration' || kind === 'set' || kind === 'fuzzy') return false
  return dayWithin(value) !== undefined || /^BC\d{4}/.test(value)
}

const NARRATIVE_FROM = 3

/** A text tells a story of other years if it dates months and days in them, and more often than it reckons from today. */
function isNarrative(facts: readonly (TimeFacts | undefined)[], day: Day): boolean {
  let dated = 0
  let reckoned = 0
  for (const paragraph of facts) {
    for (const { kind, meaning, quiet } of paragraph ?? []) {
      if (kind === 'relative' && !quiet) reckoned++
      if ((kind !== 'explicit' && kind !== 'approximate') || meaning.is !== 'value') continue
      if (/^\d{4}-/.test(meaning.value) && Math.abs(yearOf(meaning.value) - yearOf(day)) > 0) dated++
      else if (/^BC/.test(meaning.value)) dated++
    }
  }
  return dated >= NARRATIVE_FROM && dated > 2 * reckoned
}

const FLAGGED: ReadonlySet<TimeKind> = new Set(['relative', 'incomplete', 'fuzzy', 'approximate'])

/** The findings: what a reader can't place. */
export function findVagueTimes(read: Read<TimeFacts>): Finding<VagueTime>[] {
  const all = placedTimes(read)
  const writing = writingOf(read, all)
  const isMarked = markDetector(read)
  return all.flatMap((placed) => {
    const { expression } = placed
    if (expression.quiet || isMarked(placed)) return []
    if (expression.conflict) return [conflictFinding(placed, writing, read)]
    if (!FLAGGED.has(expression.kind) || stands(placed, read)) return []
    return [findingOf(placed, writing, read)]
  })
}

/** What the text places, and what the house lets stand. */
function stands({ expression, value, from }: Placed, { date, config }: Read<TimeFacts>): boolean {
  if (expression.kind === 'incomplete') return from === 'text'
  if (expression.kind !== 'relative' || !date || !value) return false
  const { weekdayWithin } = HOUSE_STYLES[config.house]
  const isWeekday = expression.meaning.is === 'weekday'
  const day = dayWithin(value)
  return (
    isWeekday &&
    day !== undefined &&
    Math.abs(daysBetween(date.day, day)) <= weekdayWithin &&
    weekdayWithin > 0
  )
}

function findingOf(
  placed: Placed,
  writing: Writing,
  { draft, date, config }: Read<TimeFacts>,
): Finding<VagueTime> {
  const { expression, value, start, end } = placed
  const { kind, meaning } = expression
  const words = draft.text.slice(start, end).replace(/\s+/g, ' ')
  const isTurn =
    meaning.is === 'shift' && /^(week|month|year|quarter)$/.test(meaning.unit) && Math.abs(meaning.by) <= 1
  const lowered = date && isTurn && HOUSE_STYLES[config.house].toleratesTurns
  return {
    start,
    end,
    kind,
    message: messageOf(kind, words, value, writing),
    data: { value: value ?? null },
    detail: { placed, writing },
    ...(lowered ? { atMost: 'hint' as const } : {}),
  }
}

function messageOf(kind: TimeKind, words: string, value: string | undefined, writing: Writing): string {
  const written = value && writing.draft ? writeValue(value, writing)?.text : undefined
  switch (kind) {
    case 'relative':
      return written
        ? `“${words}” can be placed only by who knows when this was written. It means ${written}.`
        : `“${words}” can be placed only by who knows when this was written.`
    case 'incomplete':
      return `“${words}” lacks its year, and the text around it gives none.`
    case 'approximate':
      return `“${words}” is only roughly placed.`
    default:
      return `“${words}” can’t be placed: a reader can’t tell when that is or was.`
  }
}

function conflictFinding(placed: Placed, writing: Writing, { draft }: Read<TimeFacts>): Finding<VagueTime> {
  const { start, end, expression } = placed
  return {
    start,
    end,
    kind: 'conflict',
    message: conflictMessage(draft.text.slice(start, end), expression.conflict!),
    data: { value: null },
    detail: { placed, writing },
  }
}

/** How this draft's dates are to be written: by the house, or in the form that the draft uses most. */
function writingOf({ config, date, draft }: Read<TimeFacts>, all: readonly Placed[]): Writing {
  const style = HOUSE_STYLES[config.house]
  return { style, draft: date?.day, dayForm: style.dayForm ?? usualForm(config.house, draft.text, all) }
}

function usualForm(house: House, text: string, all: readonly Placed[]): DayForm {
  const counts: Record<DayForm, number> = {
    'month-day': 0,
    'short-month-day': 0,
    'day-month': 0,
    'weekday-day-month': 0,
    iso: 0,
  }
  for (const { expression, value, start, end } of all) {
    if (expression.kind !== 'explicit' || !value || !/^\d{4}-\d\d-\d\d/.test(value)) continue
    const words = text.slice(start, end)
    if (/^\d{4}-/.test(words)) counts.iso++
    else if (/^(the )?\d/.test(words)) counts['day-month']++
    else if (/\b(Jan|Feb|Aug|Sept?|Oct|Nov|Dec)\b\.? \d/.test(words)) counts['short-month-day']++
    else if (/^[A-Z][a-z]+ \d/.test(words)) counts['month-day']++
  }
  if (house === 'wikipedia') counts.iso = -1
  const forms = Object.keys(counts) as DayForm[]
  return forms.reduce((best, form) => (counts[form] > counts[best] ? form : best), 'month-day')
}

const BESIDE = 24

/** Words that have an editor's mark beside them have been noticed. */
function markDetector({ draft, config }: Read<TimeFacts>): (span: Span) => boolean {
  const opening = config.mark.slice(0, Math.max(0, config.mark.indexOf('%s'))).trim() || config.mark
  const closing = config.mark.slice(config.mark.indexOf('%s') + 2).trim()
  return ({ start, end }) => {
    const behind = draft.text
      .slice(end, end + BESIDE + opening.length)
      .replace(/^['’]s?/, '')
      .trimStart()
    if (behind.startsWith(opening)) return true
    const ahead = draft.text.slice(Math.max(0, start - BESIDE - opening.length), start).trimEnd()
    return closing !== '' && ahead.endsWith(closing) && ahead.includes(opening)
  }
}
