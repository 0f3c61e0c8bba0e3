import { withClock, withPart } from './adverbs'
import { dayOfPairAt, monthAt, namedDateAt, numericDateAt, yearPhraseAt } from './dates'
import type { Meaning, Recognised, TimeKind, Unit } from './expression'
import {
  countAt,
  digitsAt,
  durationValue,
  isAdjacent,
  isMarkAt,
  lowerAt,
  ordinalAt,
  type Scan,
  unitAt,
  yearAt,
} from './scan'

const LAST = new Set(['last', 'past', 'previous', 'preceding', 'prior'])
const NEXT = new Set(['next', 'coming', 'upcoming', 'following', 'ensuing'])
/** Those that count from what the text speaks of, whoever wrote it and when. */
const OF_TEXT = new Set(['previous', 'preceding', 'prior', 'following', 'ensuing'])

const turnOf = (word: string): number | undefined => (LAST.has(word) ? -1 : NEXT.has(word) ? 1 : undefined)

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
  const turn = turnOf(word)
  if (turn !== undefined) return isVerb(scan, at) ? undefined : turned(scan, i, at, word, turn, definite)
  return definite ? afterThe(scan, i) : undefined
}

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
      OF_TEXT.has(word) || isOfSomething(scan, count.end + 1),
    )
  }
  const unit = unitAt(scan, i + 1)
  if (unit?.plural) {
    if (isOfSomething(scan, i + 2)) return undefined
    return stretch(scan, start, i + 1, undefined, OF_TEXT.has(word))
  }
  if (
    unit &&
    definite &&
    (word === 'past' || word === 'last' || word === 'coming') &&
    unit.unit !== 'weekend'
  ) {
    if (word === 'last' && isOfSomething(scan, i + 2)) return lastOf(scan, start, i + 1, unit.unit)
    return stretch(scan, start, i + 1, 1, isOfSomething(scan, i + 2))
  }
  if (unit?.unit === 'day' && !definite && word === 'next')
    return {
      start,
      end: i + 2,
      kind: 'anaphoric',
      meaning: { is: 'shift', from: 'text', unit: 'day', by: 1 },
    }
  if (!definite && OF_TEXT.has(word)) return undefined
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

/** The noun that a determiner turns: a unit, weekday, month, season, part of the day. */
function head(
  scan: Scan,
  start: number,
  i: number,
  turn: number,
  from: 'draft' | 'text',
): Recognised | undefined {
  const word = scan.words[i]
  const kind: TimeKind = from === 'draft' ? 'relative' : 'anaphoric'
  const origin = from === 'text' ? { from } : {}
  if (lowerAt(scan, i) === 'fiscal' || lowerAt(scan, i) === 'calendar' || lowerAt(scan, i) === 'school')
    return unitAt(scan, i + 1) ? head(scan, start, i + 1, turn, from) : undefined
  if (!word) return undefined
  if (word.is === 'unit' && !word.plural) {
    if (word.unit === 'second' || word.unit === 'minute' || word.unit === 'hour') return undefined
    return withPart(scan, {
      start,
      end: i + 1,
      kind,
      meaning: { is: 'shift', from, unit: word.unit, by: turn },
    })
  }
  if (word.is === 'weekday' && !word.plural && (!word.short || from === 'draft')) {
    // "the coming Friday": the next there is, not the one of next week.
    const ahead = turn === 1 && lowerAt(scan, i - 1) !== 'next'
    if (ahead && from === 'draft')
      return withPart(scan, {
        start,
        end: i + 1,
        kind,
        meaning: { is: 'weekday', weekday: word.weekday, ahead },
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
  if (word.is === 'holiday' && lowerAt(scan, i) === 'christmas')
    return { start, end: i + 1, kind, meaning: { is: 'yearless', month: 12, day: 25, turn, ...origin } }
  if (word.is !== 'part' || word.plural) return undefined
  return withClock(scan, {
    start,
    end: i + 1,
    kind,
    meaning: { is: 'shift', from, unit: 'day', by: turn },
    suffix: word.time ?? `T${word.part}`,
  })
}

const YEARLY: ReadonlySet<Unit> = new Set(['week', 'month', 'quarter', 'year', 'decade', 'century'])

/** What a bare "the" leads in: quarters, halves, seasons, the day's parts, "the year". */
function afterThe(scan: Scan, i: number): Recognised | undefined {
  const dayAfter = dayAfterTomorrow(scan, i)
  if (dayAfter) return dayAfter
  const ordinal = ordinalAt(scan, i + 1)
  if (ordinal) return ordinalPhrase(scan, i, ordinal.end, ordinal.value!)
  const word = scan.words[i + 1]
  if (word?.is === 'season') return seasonAt(scan, i, i + 1)
  if (word?.is === 'part' && lowerAt(scan, i + 2) === 'of') {
    const date = simpleContainerAt(scan, i + 3)
    if (date && !date.suffix) return { ...date, start: i, suffix: word.time ?? `T${word.part}` }
  }
  if (word?.is === 'part' && !word.plural && !word.time)
    return { start: i, end: i + 2, kind: 'time-of-day', meaning: { is: 'unknown' }, suffix: `T${word.part}` }
  if (word?.is === 'unit' && !word.plural && lowerAt(scan, i + 2) === 'before' && word.unit === 'day')
    return dayBefore(scan, i)
  if (word?.is === 'unit' && word.unit === 'year' && yearAt(scan, i + 2) !== undefined)
    return {
      start: i + 2,
      end: i + 3,
      kind: 'explicit',
      meaning: { is: 'value', value: lowerAt(scan, i + 2) },
    }
  if (
    word?.is === 'unit' &&
    !word.plural &&
    (YEARLY.has(word.unit) || word.unit === 'weekend') &&
    !/^(of|that|when)$/.test(lowerAt(scan, i + 2))
  )
    return {
      start: i,
      end: i + 2,
      kind: 'anaphoric',
      meaning: { is: 'shift', from: 'text', unit: word.unit, by: 0 },
    }
  return yearPhraseWithThe(scan, i)
}

/** "the 1990s", "the '90s" */
function yearPhraseWithThe(scan: Scan, i: number): Recognised | undefined {
  const at =
    isMarkAt(scan, i + 1, "'") || isMarkAt(scan, i + 1, '’') || isMarkAt(scan, i + 1, '‘') ? i + 2 : i + 1
  const found = scan.tokens[at]?.kind === 'number' ? yearPhraseAt(scan, at) : undefined
  return found && found.end > at + 1 ? { ...found, start: i } : undefined
}

/** "the day after tomorrow" */
function dayAfterTomorrow(scan: Scan, i: number): Recognised | undefined {
  if (
    lowerAt(scan, i + 1) !== 'day' ||
    lowerAt(scan, i + 2) !== 'after' ||
    lowerAt(scan, i + 3) !== 'tomorrow'
  )
    return undefined
  return {
    start: i,
    end: i + 4,
    kind: 'relative',
    meaning: { is: 'shift', from: 'draft', unit: 'day', by: 2 },
  }
}

/** "the day before", "the day before yesterday" */
function dayBefore(scan: Scan, i: number): Recognised | undefined {
  if (lowerAt(scan, i + 3) === 'yesterday')
    return {
      start: i,
      end: i + 4,
      kind: 'relative',
      meaning: { is: 'shift', from: 'draft', unit: 'day', by: -2 },
    }
  const next = scan.tokens[i + 3]
  if (next && !/^[.,;!?)]$/.test(next.text)) return undefined
  return {
    start: i,
    end: i + 3,
    kind: 'anaphoric',
    meaning: { is: 'shift', from: 'text', unit: 'day', by: -1 },
  }
}

/** "the third quarter of 2013", "the 20th century", "the first half of next year", "the 5th" */
function ordinalPhrase(scan: Scan, start: number, i: number, value: number): Recognised | undefined {
  const century = behindDash(scan, i)
  if (/^(century|centuries)$/.test(lowerAt(scan, century))) {
    const era = lowerAt(scan, century + 1) === 'bc' || lowerAt(scan, century + 1) === 'bce'
    const name = String(value - 1).padStart(2, '0')
    return {
      start,
      end: century + (era ? 2 : 1),
      kind: 'explicit',
      meaning: { is: 'value', value: era ? `BC${name}` : name },
    }
  }
  const word = lowerAt(scan, i)
  if ((word === 'quarter' && value <= 4) || (word === 'half' && value <= 2)) {
    const part = word === 'quarter' ? { quarter: value } : { half: value }
    const outer =
      lowerAt(scan, i + 1) === 'of' ? simpleContainerAt(scan, i + 2) : simpleContainerAt(scan, i + 1)
    if (!outer && word === 'half') return undefined
    if (!outer) return { start, end: i + 1, kind: 'anaphoric', meaning: { is: 'yearless', ...part } }
    return {
      start,
      end: outer.end,
      kind: outer.kind,
      meaning: { is: 'within', base: outer.meaning, ...part },
    }
  }
  const unit = unitAt(scan, i)
  if (unit && lowerAt(scan, i + 1) === 'of') {
    const outer = simpleContainerAt(scan, i + 2)
    if (outer && unit.unit === 'day' && outer.meaning.is === 'yearless')
      return { ...outer, start, meaning: { ...outer.meaning, day: value } }
    if (outer)
      return {
        start,
        end: outer.end,
        kind: weaker(outer.kind),
        meaning: { is: 'value', value: durationValue(unit.unit, 1) },
      }
  }
  return start < i - 1 && isAdjacent(scan, i - 1) && scan.tokens[i - 2]?.kind === 'number'
    ? theNth(scan, start, i, value)
    : undefined
}

const behindDash = (scan: Scan, i: number): number => (isMarkAt(scan, i, '-') ? i + 1 : i)

/** "on the 5th" */
function theNth(scan: Scan, start: number, end: number, day: number): Recognised | undefined {
  const before = lowerAt(scan, start - 1)
  const next = scan.tokens[end]
  if (day < 1 || day > 31 || !/^(on|by|until|till|from|since|after|before|of)$/.test(before)) return undefined
  if (next && !/^[.,;:!?)]$/.test(next.text) && !/^(and|to|at|the|in|when|but)$/.test(next.lower))
    return undefined
  return { start, end, kind: 'incomplete', meaning: { is: 'day-of-month', day } }
}

/** "the spring of 1942", "spring 1942", "last spring", "the winter" */
export function seasonAt(scan: Scan, start: number, i: number): Recognised | undefined {
  const word = scan.words[i]
  if (word?.is !== 'season') return undefined
  const { season } = word
  const of = lowerAt(scan, i + 1) === 'of'
  const year = yearAt(scan, of || isMarkAt(scan, i + 1, ',') ? i + 2 : i + 1)
  if (year !== undefined) {
    const end = of || isMarkAt(scan, i + 1, ',') ? i + 3 : i + 2
    return { start, end, kind: 'explicit', meaning: { is: 'value', value: `${year}-${season}` } }
  }
  const outer = of ? simpleContainerAt(scan, i + 2) : undefined
  if (outer && (outer.kind === 'relative' || outer.kind === 'anaphoric'))
    return { start, end: outer.end, kind: outer.kind, meaning: { is: 'within', base: outer.meaning, season } }
  if (of && !outer) return undefined
  const definite = start < i
  const name = lowerAt(scan, i)
  if (
    !definite &&
    !/^(in|this|by|during|since|until|of|early|late|mid|last|next|for)$/.test(lowerAt(scan, start - 1))
  )
    return undefined
  if (
    (name === 'spring' || name === 'fall') &&
    definite &&
    !/^(in|by|during|since|until|of|through|for|before|after)$/.test(lowerAt(scan, start - 1))
  )
    return undefined
  return { start, end: i + 1, kind: 'anaphoric', meaning: { is: 'yearless', season } }
}

/** "1942", "March 1942", "last year", "the month": a date that holds others and is itself held by none. */
function simpleContainerAt(scan: Scan, i: number): Recognised | undefined {
  const token = scan.tokens[i]
  if (!token) return undefined
  if (token.kind === 'number') return numericDateAt(scan, i) ?? namedDateAt(scan, i) ?? yearPhraseAt(scan, i)
  const named = namedDateAt(scan, i)
  if (named) return named
  const definite = token.lower === 'the'
  const word = lowerAt(scan, definite ? i + 1 : i)
  const turn = turnOf(word) ?? (/^(this|that|same|current)$/.test(word) ? 0 : undefined)
  if (turn === undefined)
    return definite ? (yearPhraseWithThe(scan, i) ?? head(scan, i, i + 1, 0, 'text')) : undefined
  const fromText = OF_TEXT.has(word) || word === 'that' || word === 'same' || (definite && turn !== 0)
  return head(scan, i, definite ? i + 2 : i + 1, turn, fromText ? 'text' : 'draft')
}

/** Any date that can hold others: "1942", "March 1942", "next year", "the year". */
export function containerAt(scan: Scan, i: number): Recognised | undefined {
  return absoluteAt(scan, i) ?? determinedAt(scan, i)
}

/** A date by its own name or figures. */
export function absoluteAt(scan: Scan, i: number): Recognised | undefined {
  const token = scan.tokens[i]
  if (!token) return undefined
  if (token.kind === 'number')
    return numericDateAt(scan, i) ?? dayOfPairAt(scan, i) ?? namedDateAt(scan, i) ?? yearPhraseAt(scan, i)
  const named = namedDateAt(scan, i)
  if (named) return monthOf(scan, named)
  return scan.words[i]?.is === 'season' ? seasonAt(scan, i, i) : undefined
}

/** "August of that year", "March last year" */
function monthOf(scan: Scan, named: Recognised): Recognised {
  if (named.meaning.is !== 'yearless') return named
  const { end, start } = named
  const at = lowerAt(scan, end) === 'of' ? end + 1 : end
  if (!/^(this|that|the|last|next)$/.test(lowerAt(scan, at))) return named
  const outer = determinedAt(scan, at)
  if (outer?.meaning.is !== 'shift' || outer.meaning.unit !== 'year') return named
  const { month, day } = named.meaning
  return {
    start,
    end: outer.end,
    kind: outer.kind,
    meaning: { is: 'within', base: outer.meaning, month, day },
  }
}

/** What a rough word makes of a date: "late 2014" is placed, but roughly. */
export const weaker = (kind: TimeKind): TimeKind => (kind === 'explicit' ? 'approximate' : kind)
