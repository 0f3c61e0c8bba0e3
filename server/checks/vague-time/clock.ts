import { digitsAt, isAdjacent, isCapitalised, isMarkAt, lowerAt, type Scan } from './scan'

const pad = (value: number): string => String(value).padStart(2, '0')

const LONGEST = '12.30'.length

/** A time of day; `suffix` is what TIMEX3 writes behind the day: `T08:30`. */
export interface Clock {
  readonly end: number
  readonly suffix: string
}

/** Reads "8:30", "8 a.m.", "8:30 pm GMT", "eight o'clock"; with `joined`, also "at 8:30" behind a date. */
export function clockAt(scan: Scan, i: number, joined = false): Clock | undefined {
  const at = joined && (lowerAt(scan, i) === 'at' || scan.tokens[i]?.text === '@') ? i + 1 : i
  const { tokens } = scan
  const token = tokens[at]
  if (!token) return undefined
  if (scan.words[at]?.is === 'number') {
    const word = scan.words[at]
    return word?.is === 'number' && word.value <= 12 && isOClock(scan, at + 1)
      ? { end: at + 2, suffix: `T${pad(word.value)}:00` }
      : undefined
  }
  if (token.kind !== 'number' || token.text.length > LONGEST) return undefined
  const four = token.text.length === 4 ? /^([01]\d|2[0-3])([0-5]\d)$/.exec(token.text) : null
  if (four && isZoned(scan, at + 1))
    return { end: zoneBehind(scan, at + 1), suffix: `T${four[1]}:${four[2]}` }
  const split = token.text.length > 2 ? /^(\d{1,2})\.(\d\d)$/.exec(token.text) : null
  const hour = split ? Number(split[1]) : digitsAt(scan, at, 2)
  if (hour === undefined || hour > 24) return undefined
  let end = at + 1
  let minutes = split ? Number(split[2]) : undefined
  if (
    minutes === undefined &&
    isMarkAt(scan, end, ':') &&
    isAdjacent(scan, end) &&
    isAdjacent(scan, end + 1)
  ) {
    minutes = tokens[end + 1]?.text.length === 2 ? digitsAt(scan, end + 1, 2) : undefined
    if (minutes === undefined || minutes > 59) return undefined
    end += 2
    if (isMarkAt(scan, end, ':') && isAdjacent(scan, end) && digitsAt(scan, end + 1, 2) !== undefined)
      end += 2
  }
  const half = halfOfDayAt(scan, end)
  if (half && hour >= 1 && hour <= 12) {
    const hours = (hour % 12) + (half.afternoon ? 12 : 0)
    return { end: zoneBehind(scan, half.end), suffix: `T${pad(hours)}:${pad(minutes ?? 0)}` }
  }
  if (split) return undefined
  if (minutes !== undefined) {
    const hours = lowerAt(scan, end) === 'hrs' || lowerAt(scan, end) === 'hours' ? end + 1 : end
    return { end: zoneBehind(scan, hours), suffix: `T${pad(hour)}:${pad(minutes)}` }
  }
  return isOClock(scan, end) ? { end: end + 1, suffix: `T${pad(hour)}:00` } : undefined
}

function isOClock(scan: Scan, i: number): boolean {
  const word = lowerAt(scan, i)
  return word === "o'clock"
}

/** "a.m.", "pm" */
function halfOfDayAt(scan: Scan, i: number): { afternoon: boolean; end: number } | undefined {
  const lower = lowerAt(scan, i)
  if (lower === 'am' || lower === 'pm') return { afternoon: lower === 'pm', end: i + 1 }
  if ((lower !== 'a' && lower !== 'p') || !isMarkAt(scan, i + 1, '.') || lowerAt(scan, i + 2) !== 'm')
    return undefined
  return {
    afternoon: lower === 'p',
    end: isMarkAt(scan, i + 3, '.') && isAdjacent(scan, i + 3) ? i + 4 : i + 3,
  }
}

const ZONES = new Set('GMT UTC EST EDT CST CDT MST MDT PST PDT ET CT MT PT BST CET CEST IST JST'.split(' '))

/** Whether figures before it tell a time: "1430 GMT". */
export const isZoned = (scan: Scan, i: number): boolean => ZONES.has(scan.tokens[i]?.text ?? '')

/** The index behind a time zone: "GMT", "Eastern time". */
function zoneBehind(scan: Scan, i: number): number {
  const text = scan.tokens[i]?.text ?? ''
  if (ZONES.has(text)) return i + 1
  return isCapitalised(scan, i) && lowerAt(scan, i + 1) === 'time' ? i + 2 : i
}
