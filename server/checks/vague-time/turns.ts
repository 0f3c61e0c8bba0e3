import { withClock, withPart } from './adverbs'
import { simpleContainerAt, weaker } from './containers'
import { afterThe } from './definite'
import type { Meaning, Recognised, TimeKind, Unit } from './expression'
import { HOLIDAYS } from './lexicon'
import { monthAt } from './months'
import {
  countAt,
  digitsAt,
  durationValue,
  isCapitalised,
  isMarkAt,
  lowerAt,
  type Scan,
  unitAt,
  yearAt,
} from './scan'
import { tenseAt } from './tense'
import { nthWeekdayAt } from './weekdays'

const LAST = new Set(['last', 'past', 'previous', 'preceding', 'prior'])
const NEXT = new Set(['next', 'coming', 'upcoming', 'following', 'ensuing'])
/** Those that count from what the text speaks of, whoever wrote it and when. */
export const OF_TEXT = new Set(['previous', 'preceding', 'prior', 'following', 'ensuing'])

const YEARLY: ReadonlySet<Unit> = new Set(['week', 'month', 'quarter', 'year', 'decade', 'century'])
const STRETCHES = new Set(['over', 'within', 'during', 'for', 'in'])

export const turnOf = (word: string): number | undefined =>
  LAST.has(word) ? -1 : NEXT.has(word) ? 1 : undefined

/** "last week", "the next day", "this morning", "the past three years", "that month", "these days" … */
export function determinedAt(scan: Scan, i: number): Recognised | undefined {
  const first = lowerAt(scan, i)
  const definite = first === 'the' || first === 'its' || first === 'their'
  if (first === 'this' || first === 'that' || first === 'these' || first === 'those')
    return demonstrative(scan, i, first)
  const at = definite ? i + 1 : i
  const word = lowerAt(scan, at)
  if (definite && word === 'same') return head(scan, i, at + 1, 0, 'text')
  if (definite && word === 'current') return head(scan, i, at + 1, 0, 'draft')
  const unit = unitAt(scan, at + 1)
  // "the latest quarter"
  if (definite && word === 'latest' && unit && !unit.plural && YEARLY.has(unit.unit)) {
    const meaning: Meaning = { is: 'shift', from: 'draft', unit: unit.unit, by: -1 }
    return { start: i, end: at + 2, kind: 'anaphoric', meaning }
  }
  const turn = turnOf(word)
  // "her last day at work", "its last month of trading"
  if (word === 'last' && unit && OF_LIVES.has(unit.unit) && isOfOwner(scan, at)) return undefined
  if (turn !== undefined) return isVerb(scan, at) ? undefined : turned(scan, i, at, word, turn, definite)
  return definite ? afterThe(scan, i) : undefined
}

const OF_LIVES: ReadonlySet<Unit> = new Set(['day', 'week', 'month'])

const isOfOwner = (scan: Scan, i: number): boolean =>
  /^(his|her|their|its|my|our|your|'s)$/.test(lowerAt(scan, i - 1))

/** "will last three days", "marched past" */
const isVerb = (scan: Scan, i: number): boolean =>
  lowerAt(scan, i) === 'last' &&
  /^(will|to|can|may|might|could|would|should|must|not|did|does|do|usually)$|n['’]t$/.test(
    lowerAt(scan, i - 1),
  )

function demonstrative(scan: Scan, i: number, first: string): Recognised | undefined {
  const near = first === 'this' || first === 'these'
  let at = i + 1
  const second = lowerAt(scan, at)
  if (second === 'same' || second === 'very' || second === 'entire' || second === 'whole') at++
  const turn = turnOf(second)
  if (near && turn !== undefined) {
    const count = countAt(scan, at + 1)
    return count && unitAt(scan, count.end)
      ? stretch(scan, i, count.end, count.value, false)
      : head(scan, i, at + 1, turn, 'draft')
  }
  if (!near && turn !== undefined) return undefined
  const fromText = !near || second === 'same'
  const found = head(scan, i, at, 0, fromText ? 'text' : 'draft')
  const unit = scan.words[at]
  // "this day" is the one spoken of.
  if (found && near && unit?.is === 'unit' && unit.unit === 'day')
    return { ...found, kind: 'anaphoric', meaning: { is: 'shift', from: 'text', unit: 'day', by: 0 } }
  return found
}

function turned(
  scan: Scan,
  start: number,
  i: number,
  word: string,
  turn: number,
  definite: boolean,
): Recognised | undefined {
  const count = countAt(scan, i + 1)
  if (count && unitAt(scan, count.end)) {
    const unit = unitAt(scan, count.end)!
    if (!unit.plural && count.value !== 1) return undefined
    return stretch(
      scan,
      start,
      count.end,
      count.value,
      OF_TEXT.has(word) ||
        isOfSomething(scan, count.end + 1) ||
        (word === 'next' && isOfStory(scan, start, count.end + 1)),
    )
  }
  const unit = unitAt(scan, i + 1)
  if (unit?.plural) {
    // "her last years", "the village's last days"
    if (word === 'last' && isOfOwner(scan, i)) return undefined
    if (isOfSomething(scan, i + 2)) return undefined
    return stretch(scan, start, i + 1, undefined, OF_TEXT.has(word))
  }
  // "over the next year", but "the next year he fell ill"
  if (
    unit &&
    definite &&
    word === 'next' &&
    YEARLY.has(unit.unit) &&
    STRETCHES.has(lowerAt(scan, start - 1))
  ) {
    const told = isOfStory(scan, start, i + 2)
    if (!told || lowerAt(scan, start - 1) === 'for') return stretch(scan, start, i + 1, 1, told)
  }
  if (
    unit &&
    definite &&
    !(word === 'last' && unit.unit === 'quarter') &&
    (word === 'past' || word === 'last' || word === 'coming') &&
    unit.unit !== 'weekend'
  ) {
    if (word === 'last' && isOfSomething(scan, i + 2)) return lastOf(scan, start, i + 1, unit.unit)
    return stretch(scan, start, i + 1, 1, isOfSomething(scan, i + 2))
  }
  // "Next morning he left."
  const part = scan.words[i + 1]
  if (part?.is === 'part' && !part.plural && !definite && word === 'next')
    return {
      start,
      end: i + 2,
      kind: 'anaphoric',
      meaning: { is: 'shift', from: 'text', unit: 'day', by: 1 },
      suffix: part.time ?? `T${part.part}`,
    }
  if (unit?.unit === 'day' && !definite && word === 'next')
    return {
      start,
      end: i + 2,
      kind: 'anaphoric',
      meaning: { is: 'shift', from: 'text', unit: 'day', by: 1 },
    }
  if (!definite && OF_TEXT.has(word) && scan.words[i + 1]?.is !== 'weekday') return undefined
  if (
    !definite &&
    (word === 'past' || word === 'coming' || word === 'upcoming') &&
    scan.words[i + 1]?.is !== 'weekday'
  )
    return undefined
  const isQuarter = unit?.unit === 'quarter' || scan.words[i + 1]?.is === 'weekday'
  return head(scan, start, i + 1, turn, OF_TEXT.has(word) || (definite && !isQuarter) ? 'text' : 'draft')
}

export const isOfSomething = (scan: Scan, i: number): boolean =>
  lowerAt(scan, i) === 'of' && !/^(this|last|next)$/.test(lowerAt(scan, i + 1))

const MEANT_TO_COME =
  /^(?:[Ww]ill|[Ww]ould|[Cc]ould|may|[Mm]ight|[Cc]an|[Ss]hould|said|says|told|expects?|[Ee]xpected|plans?|['’]ll)$/

/** "For the next two years she wrote nothing": they follow what was told before. */
function isOfStory(scan: Scan, start: number, end: number): boolean {
  if (tenseAt(scan.tokens, start, end) !== 'past') return false
  for (let i = Math.max(0, start - 8); i < end + 8; i++) {
    const word = lowerAt(scan, i)
    // "May" is a month.
    if (MEANT_TO_COME.test(scan.tokens[i]?.text ?? '')) return false
    if (word === 'to' && isInfinitive(scan, i)) return false
  }
  return true
}

/** "agreed to pay", and not "moved to the river" or "appeared to have won". */
const isInfinitive = (scan: Scan, i: number): boolean =>
  !isCapitalised(scan, i + 1) && !/^(the|an?|its?|his|her|their|this|that|have)$/.test(lowerAt(scan, i + 1))

/** "the last week of March 1942" */
function lastOf(scan: Scan, start: number, i: number, unit: Unit): Recognised | undefined {
  const date = simpleContainerAt(scan, i + 2)
  if (!date) return undefined
  return {
    start,
    end: date.end,
    kind: weaker(date.kind),
    meaning: { is: 'value', value: durationValue(unit, 1) },
  }
}

/** A stretch of time that ends or begins with the draft's day: "the past 24 hours", "the next few weeks". */
function stretch(
  scan: Scan,
  start: number,
  at: number,
  value: number | undefined,
  placed: boolean,
): Recognised {
  const { unit } = unitAt(scan, at)!
  const kind: TimeKind = placed ? 'duration' : value === undefined ? 'fuzzy' : 'relative'
  return { start, end: at + 1, kind, meaning: { is: 'value', value: durationValue(unit, value) } }
}

/** "next week on Tuesday", "last week Wednesday" */
function dayOfWeek(
  scan: Scan,
  start: number,
  i: number,
  week: Pick<Recognised, 'kind' | 'meaning'>,
): Recognised | undefined {
  const at = lowerAt(scan, i + 1) === 'on' ? i + 2 : i + 1
  const word = scan.words[at]
  if (word?.is !== 'weekday' || word.plural || word.short || /^'s$/.test(lowerAt(scan, at + 1)))
    return undefined
  return withPart(scan, {
    start,
    end: at + 1,
    kind: week.kind,
    meaning: { is: 'within', base: week.meaning, weekday: word.weekday },
  })
}

/** The noun that a determiner turns: a unit, weekday, month, season, part of the day. */
export function head(
  scan: Scan,
  start: number,
  i: number,
  turn: number,
  from: 'draft' | 'text',
): Recognised | undefined {
  const word = scan.words[i]
  const kind: TimeKind = from === 'draft' ? 'relative' : 'anaphoric'
  const origin = from === 'text' ? { from } : {}
  if (/^(fiscal|calendar|school|financial|tax)$/.test(lowerAt(scan, i)))
    return unitAt(scan, i + 1) ? head(scan, start, i + 1, turn, from) : undefined
  if (!word) return undefined
  if (word.is === 'unit' && !word.plural) {
    if (word.unit === 'second' || word.unit === 'minute' || word.unit === 'hour') return undefined
    // Nobody calls yesterday the last day.
    if (word.unit === 'day' && turn === -1 && from === 'draft') return undefined
    if (word.unit === 'week') {
      const onDay = dayOfWeek(scan, start, i, {
        kind,
        meaning: { is: 'shift', from, unit: 'week', by: turn },
      })
      if (onDay) return onDay
    }
    return withPart(scan, {
      start,
      end: i + 1,
      kind,
      meaning: { is: 'shift', from, unit: word.unit, by: turn },
    })
  }
  if (word.is === 'weekday' && !word.plural && (!word.short || from === 'draft')) {
    const nth = turn === -1 ? nthWeekdayAt(scan, start, i, -1) : undefined
    if (nth) return nth
    // "the coming Friday", "this past Friday": the next there is, not the one of next week.
    const isNearest = turn !== 0 && !/^(next|last)$/.test(lowerAt(scan, i - 1))
    if (isNearest && from === 'draft')
      return withPart(scan, {
        start,
        end: i + 1,
        kind,
        meaning: { is: 'weekday', weekday: word.weekday, nearest: turn === 1 ? 'future' : 'past' },
      })
    const meaning: Meaning = {
      is: 'weekday',
      weekday: word.weekday,
      turn,
      ...origin,
    }
    return withPart(scan, { start, end: i + 1, kind, meaning })
  }
  const month = monthAt(scan, i)
  if (month) {
    const day = digitsAt(scan, month.end, 2)
    const end = day === undefined ? month.end : month.end + 1
    const year = yearAt(scan, isMarkAt(scan, end, ',') ? end + 1 : end)
    if (year !== undefined) return undefined
    return { start, end, kind, meaning: { is: 'yearless', month: month.month, day, turn, ...origin } }
  }
  if (word.is === 'season')
    return { start, end: i + 1, kind, meaning: { is: 'yearless', season: word.season, turn, ...origin } }
  if (word.is === 'holiday') {
    const day = HOLIDAYS.get(lowerAt(scan, i))
    const meaning: Meaning = day
      ? { is: 'yearless', month: day[0], day: day[1], turn, ...origin }
      : { is: 'unknown' }
    return { start, end: i + 1, kind, meaning }
  }
  if (word.is !== 'part' || word.plural) return undefined
  return withClock(scan, {
    start,
    end: i + 1,
    kind,
    meaning: { is: 'shift', from, unit: 'day', by: turn },
    suffix: word.time ?? `T${word.part}`,
  })
}
