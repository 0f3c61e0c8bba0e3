import type { Recognised } from './expression'
import { digitsAt, isAdjacent, isCapitalised, isDash, isMarkAt, lowerAt, type Scan, yearAt } from './scan'

/** The year that follows a date: "October 15, 2013", "October, 2013", "October of 2013". */
export function yearBehind(scan: Scan, i: number): { year: number; end: number } | undefined {
  const at = isMarkAt(scan, i, ',') || lowerAt(scan, i) === 'of' ? i + 1 : i
  const year = digitsAt(scan, at)
  const era = year === undefined ? undefined : eraAt(scan, at + 1)
  if (year !== undefined && era?.before) return { year: -year, end: era.end }
  if (year === undefined || year < 1000 || year > 2199 || scan.tokens[at]!.text.length !== 4) return undefined
  return isCounted(scan, at + 1) ? undefined : { year, end: at + 1 }
}

/** "1942%", "1942:3", but not the heading "1942: The turn". */
const isCounted = (scan: Scan, i: number): boolean =>
  isAdjacent(scan, i) && (isMarkAt(scan, i, '%') || (isMarkAt(scan, i, ':') && isAdjacent(scan, i + 1)))

/** Years, decades and centuries: "1942", "1990s", "480 BC", "the '90s", "21st century". */
export function yearPhraseAt(scan: Scan, i: number): Recognised | undefined {
  const { tokens } = scan
  const digits = digitsAt(scan, i)
  if (digits === undefined) return undefined
  const token = tokens[i]!
  const after = tokens[i + 1]
  const era = eraAt(scan, i + 1)
  if (era) {
    const value = era.before ? `BC${String(digits).padStart(4, '0')}` : String(digits).padStart(4, '0')
    return { start: i, end: era.end, kind: 'explicit', meaning: { is: 'value', value } }
  }
  const isPlural = isDecadeEnding(scan, i + 1)
  if (isPlural && token.text.length === 4 && digits % 10 === 0 && digits >= 1000 && digits < 2200) {
    const value = digits % 100 === 0 && digits < 1900 ? token.text.slice(0, 2) : token.text.slice(0, 3)
    return { start: i, end: isPlural, kind: 'explicit', meaning: { is: 'value', value } }
  }
  const isShort = token.text.length === 2 && !token.spaced && /^['’‘]$/.test(tokens[i - 1]?.text ?? '')
  if (isPlural && isShort && digits % 10 === 0)
    return {
      start: i - 1,
      end: isPlural,
      kind: 'explicit',
      meaning: { is: 'value', value: `19${token.text[0]}` },
    }
  if (after && !after.spaced && after.kind === 'word') return undefined
  const year = yearAt(scan, i)
  if (year === undefined) return undefined
  return { start: i, end: i + 1, kind: 'explicit', meaning: { is: 'value', value: token.text } }
}

/** The index behind the "s" of "1990s" or "1990's", else undefined. */
function isDecadeEnding(scan: Scan, i: number): number | undefined {
  return isAdjacent(scan, i) && /^'?s$/.test(lowerAt(scan, i)) ? i + 1 : undefined
}

/** "BC", "B.C.", "BCE", "AD" behind a year. */
function eraAt(scan: Scan, i: number): { before: boolean; end: number } | undefined {
  const token = scan.tokens[i]
  if (token?.kind !== 'word' || !isCapitalised(scan, i)) return undefined
  if (/^(bc|bce)$/.test(token.lower)) return { before: true, end: i + 1 }
  if (/^(ad|ce)$/.test(token.lower)) return { before: false, end: i + 1 }
  if (token.lower !== 'b' || !isMarkAt(scan, i + 1, '.') || lowerAt(scan, i + 2) !== 'c') return undefined
  return { before: true, end: isMarkAt(scan, i + 3, '.') ? i + 4 : i + 3 }
}

/** The end of "1915-17", at its number. */
export function endOfYearsAt(scan: Scan, i: number): Recognised | undefined {
  const text = scan.tokens[i]!.text
  const last = digitsAt(scan, i, 2)
  if (last === undefined || text.length !== 2 || !isAdjacent(scan, i) || !isDash(scan.tokens[i - 1]?.text))
    return undefined
  const first = yearAt(scan, i - 2)
  if (first === undefined || !isAdjacent(scan, i - 1) || last <= first % 100) return undefined
  // "2010-2015-86" is a number of something.
  if (isDash(scan.tokens[i - 3]?.text)) return undefined
  const behind = scan.tokens[i + 1]
  if (behind && !behind.spaced && (isDash(behind.text) || behind.kind === 'word')) return undefined
  const value = `${Math.floor(first / 100)}${text}`
  return { start: i, end: i + 1, kind: 'explicit', meaning: { is: 'value', value } }
}
