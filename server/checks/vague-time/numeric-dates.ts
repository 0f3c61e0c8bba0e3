import { daysInMonth } from './calendar'
import { clockAt } from './clock'
import { meaningOf } from './dates'
import type { Recognised } from './expression'
import { digitsAt, isAdjacent, isDash, type Scan } from './scan'

const SHORTEST_POINTED = '1.2.1234'.length
/** "10/30/89" is of the last century, "10/30/49" of this. */
const THIS_CENTURY_TO = 50
const pointed = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/

/** Dates in figures: "2013-10-15", "10/15/2013", "10/15/13", "15.10.2013". */
export function numericDateAt(scan: Scan, i: number): Recognised | undefined {
  const { tokens } = scan
  const { text } = tokens[i]!
  const point = text.length >= SHORTEST_POINTED ? pointed.exec(text) : null
  if (point) return figures(i, i + 1, Number(point[3]), Number(point[2]), Number(point[1]))
  const mark = tokens[i + 1]
  if (!mark || mark.spaced || !(isDash(mark.text) || mark.text === '/') || tokens[i + 3]?.text !== mark.text)
    return undefined
  if (!isAdjacent(scan, i + 2) || !isAdjacent(scan, i + 3) || !isAdjacent(scan, i + 4)) return undefined
  const [a, b, c] = [digitsAt(scan, i), digitsAt(scan, i + 2, 2), digitsAt(scan, i + 4)]
  if (a === undefined || b === undefined || c === undefined) return undefined
  const clock = clockAt(scan, i + 5, true)
  const end = clock?.end ?? i + 5
  if (tokens[i]!.text.length === 4 && a >= 1000 && c <= 31) return figures(i, end, a, b, c, clock?.suffix)
  const { length } = tokens[i + 4]!.text
  if (mark.text !== '/' || (length !== 4 && length !== 2) || tokens[i]!.text.length > 2) return undefined
  const year = length === 4 ? c : c + (c < THIS_CENTURY_TO ? 2000 : 1900)
  return a > 12 ? figures(i, end, year, b, a, clock?.suffix) : figures(i, end, year, a, b, clock?.suffix)
}

function figures(
  start: number,
  end: number,
  year: number,
  month: number,
  day: number,
  suffix?: string,
): Recognised | undefined {
  if (month < 1 || month > 12 || day < 1 || day > 31) return undefined
  if (day > daysInMonth(month, year))
    return { start, end, kind: 'explicit', meaning: { is: 'unknown' }, conflict: { year, month, day } }
  return { start, end, kind: 'explicit', meaning: meaningOf({ end, year, month, day }), suffix }
}
