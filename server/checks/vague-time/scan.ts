import { opensWithCapital } from '../../draft/capital'
import type { Token } from '../../draft/tokens'
import { wordTable } from '../../draft/word-filter'
import type { Unit } from './expression'
import { LEXICON, type Word } from './lexicon'

/** A paragraph's tokens with what each can be to an expression of time. */
export interface Scan {
  readonly tokens: readonly Token[]
  readonly words: readonly (Word | undefined)[]
  /** Where an expression may begin: at words of time and at numbers. */
  readonly starts: readonly number[]
}

/** Scans tokens, of which the first `shared` ones have been scanned `before`. */
export function scanOf(tokens: readonly Token[], before: Omit<Scan, 'tokens'>, shared: number): Scan {
  const words = new Array<Word | undefined>(tokens.length)
  for (let i = 0; i < shared; i++) words[i] = before.words[i]
  const starts = before.starts.filter((i) => i < shared)
  for (let i = shared; i < tokens.length; i++) {
    const token = tokens[i]!
    if (token.kind === 'number') starts.push(i)
    else {
      const word = wordOfTime(token)
      if (word === undefined) continue
      words[i] = word
      starts.push(i)
    }
  }
  return { tokens, words, starts }
}

const wordOfTime = wordTable(LEXICON)

export const lowerAt = ({ tokens }: Scan, i: number): string => tokens[i]?.lower ?? ''
export const isMarkAt = ({ tokens }: Scan, i: number, text: string): boolean => tokens[i]?.text === text
export const isAdjacent = ({ tokens }: Scan, i: number): boolean => tokens[i]?.spaced === false
export const isCapitalised = ({ tokens }: Scan, i: number): boolean => opensWithCapital(tokens[i]?.text ?? '')

export const isDash = (text: string | undefined): boolean =>
  text === '-' || text === '–' || text === '—' || text === '‑'

/** The index behind a hyphen or dash that joins two tokens, else the same index. */
export function behindHyphen(scan: Scan, i: number): number {
  const text = scan.tokens[i]?.text
  return text === '-' || text === '\u2010' || text === '\u2011' ? i + 1 : i
}

const ZERO = 48

/** The index behind the point of an abbreviation ("Oct."). */
export const behindPoint = (scan: Scan, i: number): number =>
  isMarkAt(scan, i, '.') && isAdjacent(scan, i) ? i + 1 : i

export function digitsAt({ tokens }: Scan, i: number, most = 4): number | undefined {
  const token = tokens[i]
  if (token?.kind !== 'number' || token.text.length > most) return undefined
  let value = 0
  for (let k = 0; k < token.text.length; k++) {
    const digit = token.text.charCodeAt(k) - ZERO
    if (digit < 0 || digit > 9) return undefined
    value = value * 10 + digit
  }
  return value
}

const MEASURES = new Set(
  'people soldiers troops men women children dead wounded ships tanks aircraft planes miles km kilometers kilometres metres meters m feet ft tons tonnes kg pounds dollars euros percent per points votes seats deaths casualties prisoners civilians homes houses jobs workers students members casualties copies words pages others and'.split(
    ' ',
  ),
)
const TEMPORAL = new Set(
  'as in since by from until till before after of during early late mid to and through between around about circa ca c for summer winter spring autumn fall election year years christmas'.split(
    ' ',
  ),
)

/** A year of four digits, told from other numbers by its neighbours ("in 1812", but not "1,812" or "1500 men"). */
export function yearAt(scan: Scan, i: number): number | undefined {
  const value = digitsAt(scan, i)
  if (value === undefined || value < 1000 || value > 2199 || scan.tokens[i]!.text.length !== 4)
    return undefined
  const before = scan.tokens[i - 1]
  if (before && !scan.tokens[i]!.spaced && /[$€£#.:/@+,]/.test(before.text)) return undefined
  const after = scan.tokens[i + 1]
  if (after && !after.spaced && /[%°/@]/.test(after.text)) return undefined
  // "1942:3", but not the heading "1942: The turn"
  if (after && !after.spaced && after.text === ':' && isAdjacent(scan, i + 2)) return undefined
  if (after?.kind === 'mark' && /[%°]/.test(after.text)) return undefined
  if (after && after.kind === 'word' && MEASURES.has(after.lower) && after.lower !== 'and') return undefined
  // "1430 GMT"
  if (after?.kind === 'word' && /^(GMT|UTC|EST|EDT|BST|CET|hrs)$/.test(after.text)) return undefined
  const next = scan.words[i + 1]
  // "1988 quarter" is of a year, "1500 days" aren't.
  if (next?.is === 'unit' && (next.plural || value < 1900)) return undefined
  if (value >= 1900 && value < 2060) return value
  const cue = before?.lower ?? 'in'
  const isRange =
    (after?.text === '-' || after?.text === '–') && /^\d{2,4}$/.test(scan.tokens[i + 2]?.text ?? '')
  if (isRange || (cue === 'the' && after?.kind === 'word')) return value
  if (TEMPORAL.has(cue) || cue === '(' || cue === '–' || cue === '—' || cue === '-') return value
  return undefined
}

const CLAUSE_END = /^[.,;:!?)”"’—–-]$/

/** Whether a clause ends before a token. */
export const endsClause = (scan: Scan, i: number): boolean => {
  const token = scan.tokens[i]
  return !token || CLAUSE_END.test(token.text)
}

/** Whether a number of the month can end before a token: "on the 5th", "the 5th and the 8th", but not "the 5th man". */
export const standsAlone = (scan: Scan, i: number): boolean => {
  const token = scan.tokens[i]
  return (
    !token || /^[.,;:!?)]$/.test(token.text) || /^(and|to|at|the|in|when|but|for|or|from)$/.test(token.lower)
  )
}

/** How many: "two", "twenty-one", "1.5", "a few" (`undefined` value). */
export interface Count {
  readonly end: number
  readonly value: number | undefined
}

const VAGUE_COUNTS = new Set(['few', 'several', 'many', 'some', 'couple', 'numerous'])

/** Reads a number of units: digits or words, "a", "half a", "a couple of", "a few". */
export function countAt(scan: Scan, i: number): Count | undefined {
  const { tokens, words } = scan
  const token = tokens[i]
  if (!token) return undefined
  if (token.kind === 'number') {
    const value = Number(token.text.replace(/,/g, ''))
    if (!Number.isFinite(value)) return undefined
    const large = words[i + 1]
    if (large?.is === 'number' && large.value >= 1000) return { end: i + 2, value: value * large.value }
    return withHalf(scan, i + 1, value)
  }
  const lower = token.lower
  if (lower === 'half' && (lowerAt(scan, i + 1) === 'a' || lowerAt(scan, i + 1) === 'an'))
    return { end: i + 2, value: 0.5 }
  if (lower === 'a' || lower === 'an') {
    const next = lowerAt(scan, i + 1)
    if (next === 'couple') return { end: lowerAt(scan, i + 2) === 'of' ? i + 3 : i + 2, value: 2 }
    if (next === 'few') return { end: i + 2, value: undefined }
    if (next === 'dozen' || next === 'hundred' || next === 'thousand') return countAt(scan, i + 1)
    if (next === 'half') return { end: i + 2, value: 0.5 }
    if (next === 'quarter') {
      const of =
        lowerAt(scan, i + 2) === 'of' && lowerAt(scan, i + 3) === 'a' ? i + 4 : behindHyphen(scan, i + 2)
      if (lowerAt(scan, of) === 'century') return { end: of, value: 0.25 }
    }
    if (next === 'number' && lowerAt(scan, i + 2) === 'of') return { end: i + 3, value: undefined }
    return { end: i + 1, value: 1 }
  }
  if (lower === 'couple' && lowerAt(scan, i + 1) === 'of') return { end: i + 2, value: undefined }
  if (VAGUE_COUNTS.has(lower)) return { end: i + 1, value: undefined }
  const word = words[i]
  if (word?.is !== 'number') return undefined
  let value = word.value
  let end = i + 1
  const low = words[behindHyphen(scan, end)]
  if (value >= 20 && value < 100 && low?.is === 'number' && low.value < 10 && low.value > 0) {
    value += low.value
    end = behindHyphen(scan, end) + 1
  }
  const limit = end + 3
  for (let next = words[end]; end < limit && next?.is === 'number' && next.value >= 100; next = words[end]) {
    value *= next.value
    end++
  }
  return withHalf(scan, end, value)
}

/** "two and a half", "two-and-a-half-year" */
function withHalf(scan: Scan, end: number, value: number): Count {
  const and = behindHyphen(scan, end)
  if (lowerAt(scan, and) !== 'and') return { end, value }
  const article = behindHyphen(scan, and + 1)
  const half = behindHyphen(scan, article + 1)
  const isHalf = lowerAt(scan, article) === 'a' && lowerAt(scan, half) === 'half'
  return isHalf ? { end: half + 1, value: value + 0.5 } : { end, value }
}

/** An ordinal: "first", "21st", "twenty-first". */
export function ordinalAt(scan: Scan, i: number): Count | undefined {
  const { tokens, words } = scan
  const digits = digitsAt(scan, i, 2)
  if (digits !== undefined) {
    const suffix = tokens[i + 1]
    return suffix?.kind === 'word' && !suffix.spaced && /^(st|nd|rd|th)$/.test(suffix.lower)
      ? { end: i + 2, value: digits }
      : undefined
  }
  const word = words[i]
  if (word?.is === 'ordinal') return { end: i + 1, value: word.value }
  if (word?.is !== 'number' || word.value < 20 || word.value > 90) return undefined
  const low = words[behindHyphen(scan, i + 1)]
  if (low?.is !== 'ordinal' || low.value > 9) return undefined
  return { end: behindHyphen(scan, i + 1) + 1, value: word.value + low.value }
}

export function unitAt(scan: Scan, i: number): { unit: Unit; plural: boolean } | undefined {
  const word = scan.words[i]
  if (word?.is === 'unit') return word
  return word?.is === 'ordinal' && lowerAt(scan, i) === 'second'
    ? { unit: 'second', plural: false }
    : undefined
}

const CODES: Record<Unit, string> = {
  second: 'TS',
  minute: 'TM',
  hour: 'TH',
  day: 'D',
  weekend: 'WE',
  week: 'W',
  fortnight: 'W',
  month: 'M',
  quarter: 'Q',
  season: 'M',
  year: 'Y',
  decade: 'DE',
  century: 'CE',
  millennium: 'ML',
}

const HALVES: Partial<Record<Unit, string>> = {
  hour: 'PT30M',
  day: 'PT12H',
  year: 'P6M',
  decade: 'P5Y',
  century: 'P50Y',
}

/** `P3D`, `PT2H`, `PXY` */
export function durationValue(unit: Unit, value: number | undefined): string {
  if (value === 0.5 && HALVES[unit]) return HALVES[unit]
  const code = CODES[unit]
  const count = value === undefined ? 'X' : String(unit === 'fortnight' ? value * 2 : value)
  return code.startsWith('T') ? `PT${count}${code[1]}` : `P${count}${code}`
}
