import { simpleContainerAt, weaker } from './containers'
import type { Recognised, Unit } from './expression'
import { durationValue, isAdjacent, isMarkAt, lowerAt, ordinalAt, type Scan, unitAt, yearAt } from './scan'
import { seasonAt } from './seasons'
import { yearPhraseAt } from './years'

const YEARLY: ReadonlySet<Unit> = new Set(['week', 'month', 'quarter', 'year', 'decade', 'century'])

/** What a bare "the" leads in: quarters, halves, seasons, the day's parts, "the year". */
export function afterThe(scan: Scan, i: number): Recognised | undefined {
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
export function yearPhraseWithThe(scan: Scan, i: number): Recognised | undefined {
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
