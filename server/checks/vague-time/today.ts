import type { Recognised } from './expression'
import { isMarkAt, lowerAt, type Scan } from './scan'

const GENERAL = new Set(
  'world society youth generation children kids parents students teenagers standards terms prices money dollars technology market markets economy consumers women men families culture politics language audience audiences readers values'.split(
    ' ',
  ),
)
const PRESENT =
  /^(is|are|has|have|live|lives|use|uses|own|owns|remain|remains|stand|stands|know|knows|think|want|wants|make|makes|face|faces|account|accounts|employ|employs|there|it|we|most|many|more|nearly)$/
const DATED = /ed$|^(was|were|had|said|will|met|won|told|took|made|went|came|began|announced|'ll|shall)$/

/** Whether "today" means these times and not this day: "today's world", "of today", "Today most people own one." */
export function nowadays(scan: Scan, { start, end, kind }: Recognised): boolean {
  if (kind !== 'relative' || lowerAt(scan, end - 1) !== 'today' || end - start !== 1) return false
  const before = lowerAt(scan, start - 1)
  if (/^(of|even|than|still)$/.test(before)) return true
  if (/^['’]s$/.test(lowerAt(scan, end))) return GENERAL.has(lowerAt(scan, end + 1))
  if (/^(known|called)$/.test(before) || /^(known|called|as)$/.test(lowerAt(scan, end))) return true
  const opens = start === 0 || /^[.!?”"]$/.test(scan.tokens[start - 1]!.text)
  if (!opens)
    return (
      scan.tokens[start - 1]?.kind === 'word' &&
      /^(is|are|has|have|may|can|remains?)$/.test(lowerAt(scan, end))
    )
  const at = isMarkAt(scan, end, ',') ? end + 1 : end
  for (let i = at; i < Math.min(scan.tokens.length, at + 12); i++) {
    const word = lowerAt(scan, i)
    if (DATED.test(word)) return false
    if (/^[.!?]$/.test(word)) return false
    if (PRESENT.test(word) && i > at) return true
  }
  return false
}
