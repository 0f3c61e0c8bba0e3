import { adverbAt, withPart } from './adverbs'
import { bareCentury, containerAt, weaker } from './containers'
import { dateBehindWeekday } from './dates'
import type { Meaning, Recognised } from './expression'
import { durationValue, isMarkAt, lowerAt, type Scan, unitAt } from './scan'
import { isOfSomething } from './turns'

const ROUGH = new Set(['early', 'late', 'mid'])

/** "late 2014", "mid-March", "early in 1941", "the end of next year", "earlier this week", "the late 1980s" */
export function roughAt(scan: Scan, i: number): Recognised | undefined {
  let at = i
  if (lowerAt(scan, at) === 'the') at++
  const word = lowerAt(scan, at)
  if (/^(beginning|start|end|middle|close|turn)$/.test(word) && lowerAt(scan, at + 1) === 'of') {
    return edgeOf(wrapped(i, containerAt(scan, at + 2)))
  }
  if (word === 'latter') return at > i ? latterAt(scan, i, at + 1) : undefined
  if (word === 'earlier' || word === 'later') {
    if (at > i) return undefined
    const inner = lowerAt(scan, at + 1) === 'in' ? at + 2 : at + 1
    const weekday = scan.words[inner]
    if (weekday?.is === 'weekday' && !weekday.plural && !weekday.short)
      return withPart(scan, {
        start: i,
        end: inner + 1,
        kind: 'relative',
        meaning: { is: 'weekday', weekday: weekday.weekday },
      })
    // "Earlier in the day, …"
    if (inner > at + 1 && lowerAt(scan, inner) === 'the' && lowerAt(scan, inner + 1) === 'day')
      return {
        start: i,
        end: inner + 2,
        kind: 'anaphoric',
        meaning: { is: 'shift', from: 'text', unit: 'day', by: 0 },
      }
    const found = containerAt(scan, inner)
    if (!found || (inner === at + 1 && !/^(this|that|last|next|today|in|the)$/.test(lowerAt(scan, inner))))
      return laterToday(scan, i, at)
    return { ...found, start: i }
  }
  if (!ROUGH.has(word)) return undefined
  let inner = at + 1
  if (isMarkAt(scan, inner, '-')) inner++
  else if (lowerAt(scan, inner) === 'in' || lowerAt(scan, inner) === 'on') inner++
  if (lowerAt(scan, inner) === 'to' || lowerAt(scan, inner) === '-') return undefined
  // "the early hours of Sunday"
  if (word === 'early' && lowerAt(scan, inner) === 'hours' && lowerAt(scan, inner + 1) === 'of') {
    const day = containerAt(scan, inner + 2) ?? weekdayIn(scan, inner + 2)
    if (day && !day.suffix) return { ...day, start: i, suffix: 'TMO' }
  }
  const part = scan.words[inner]
  if (part?.is === 'part' && !part.plural) {
    const hours = hoursAt(scan, i, inner)
    if (hours) return hours
    return {
      start: i,
      end: inner + 1,
      kind: 'time-of-day',
      meaning: { is: 'unknown' },
      suffix: `T${part.part}`,
    }
  }
  const weekday = scan.words[inner]
  if (weekday?.is === 'weekday' && !weekday.plural && !weekday.short) {
    const behind = scan.words[inner + 1]
    // "late on Thursday nights" is every week.
    if (behind?.is === 'part' && behind.plural) return undefined
    const dated = dateBehindWeekday(scan, inner, inner + 1, weekday.weekday)
    if (dated) return wrapped(i, dated)
    return withPart(scan, {
      start: i,
      end: inner + 1,
      kind: 'relative',
      meaning: { is: 'weekday', weekday: weekday.weekday },
    })
  }
  const century = bareCentury(scan, inner)
  if (century) return wrapped(i, century)
  const day = adverbAt(scan, inner)
  if (day && day.kind === 'relative') return { ...day, start: i }
  return wrapped(i, containerAt(scan, inner))
}

function weekdayIn(scan: Scan, i: number): Recognised | undefined {
  const word = scan.words[i]
  if (word?.is !== 'weekday' || word.plural || word.short) return undefined
  return { start: i, end: i + 1, kind: 'relative', meaning: { is: 'weekday', weekday: word.weekday } }
}

/** "the latter half of 2008", "the latter part of the year" */
function latterAt(scan: Scan, start: number, i: number): Recognised | undefined {
  const word = lowerAt(scan, i)
  if ((word !== 'half' && word !== 'part') || lowerAt(scan, i + 1) !== 'of') return undefined
  const outer = containerAt(scan, i + 2)
  if (!outer || word === 'part') return wrapped(start, outer)
  return { start, end: outer.end, kind: outer.kind, meaning: { is: 'within', base: outer.meaning, half: 2 } }
}

/** "the early morning hours of April 30", "the evening hours", at the part of the day. */
export function hoursAt(scan: Scan, start: number, i: number): Recognised | undefined {
  const part = scan.words[i]
  if (part?.is !== 'part' || lowerAt(scan, i + 1) !== 'hours') return undefined
  const suffix = part.time ?? `T${part.part}`
  const day = lowerAt(scan, i + 2) === 'of' ? containerAt(scan, i + 3) : undefined
  if (day && !day.suffix) return { ...day, start, suffix }
  return { start, end: i + 2, kind: 'time-of-day', meaning: { is: 'unknown' }, suffix }
}

function laterToday(scan: Scan, i: number, at: number): Recognised | undefined {
  const found = lowerAt(scan, at + 1) === 'today' ? adverbAt(scan, at + 1) : undefined
  return found && { ...found, start: i }
}

function wrapped(start: number, inner: Recognised | undefined): Recognised | undefined {
  return inner && { ...inner, start, kind: weaker(inner.kind) }
}

/** "the end of the year": which year, only the kind of text tells. */
export function edgeOf(found: Recognised | undefined): Recognised | undefined {
  if (found?.meaning.is !== 'shift' || found.meaning.from !== 'text' || found.meaning.by !== 0) return found
  return { ...found, meaning: { ...found.meaning, edge: true } }
}

const FEW = new Set(['few', 'several', 'many', 'couple'])

/** "recent years", "the coming weeks", "a few more weeks" */
export function vagueStretchAt(scan: Scan, i: number): Recognised | undefined {
  const at = lowerAt(scan, i) === 'the' ? i + 1 : i
  const word = lowerAt(scan, at)
  if (!/^(recent|coming|upcoming|past|future)$/.test(word)) return undefined
  const few = FEW.has(lowerAt(scan, at + 1)) ? at + 2 : at + 1
  const unit = unitAt(scan, few)
  if (!unit?.plural) return undefined
  const value = word === 'recent' ? 'PAST_REF' : durationValue(unit.unit, undefined)
  const meaning: Meaning = { is: 'value', value }
  return { start: i, end: few + 1, kind: isOfSomething(scan, few + 1) ? 'duration' : 'fuzzy', meaning }
}
