import { behindPoint, digitsAt, isCapitalised, isMarkAt, lowerAt, type Scan } from './scan'
import { yearBehind } from './years'

/** A month's name, told from the verbs and names that look like it by what stands around it. */
export function monthAt(scan: Scan, i: number): { month: number; end: number } | undefined {
  const word = scan.words[i]
  if (word?.is !== 'month' || (!isCapitalised(scan, i) && (word.short || LIKE_WORDS.has(lowerAt(scan, i)))))
    return undefined
  const end = behindPoint(scan, i + 1)
  const followed = digitsAt(scan, end, 4) !== undefined
  const preceded = digitsAt(scan, i - 1, 2) !== undefined || ordinalBefore(scan, i)
  if (
    LIKE_WORDS.has(lowerAt(scan, i)) &&
    !followed &&
    !preceded &&
    !isMonthCue(scan, i - 1) &&
    !yearBehind(scan, i + 1)
  )
    return undefined
  if (word.short && !followed && !preceded && end === i + 1) return undefined
  if (word.short && !followed && !preceded && !isMonthCue(scan, i - 1)) return undefined
  return { month: word.month, end: word.short ? end : i + 1 }
}

/** Months that are verbs or names as well: "March to the sea", "May I", "August company". */
const LIKE_WORDS = new Set(['march', 'may', 'august'])

const MONTH_CUES = new Set(
  'in since by from until till before after of during early late mid last next this through to between and for every each that following on'.split(
    ' ',
  ),
)
const isMonthCue = (scan: Scan, i: number): boolean =>
  MONTH_CUES.has(lowerAt(scan, i)) || isMarkAt(scan, i, '-')

const ordinalBefore = (scan: Scan, i: number): boolean =>
  (lowerAt(scan, i - 1) === 'of' && /^(st|nd|rd|th)$/.test(lowerAt(scan, i - 2))) ||
  /^(st|nd|rd|th)$/.test(lowerAt(scan, i - 1))
