import type { Recognised } from './expression'
import { isCapitalised, isMarkAt, lowerAt, type Scan } from './scan'
import { tenseAt } from './tense'

const GENERAL = new Set(
  'world society youth generation children kids parents students teenagers standards terms prices money dollars technology market markets economy consumers women men families culture politics language audience audiences readers values'.split(
    ' ',
  ),
)
const PRESENT =
  /^(is|are|has|have|live|lives|use|uses|own|owns|remain|remains|stand|stands|know|knows|think|want|wants|make|makes|face|faces|account|accounts|employ|employs|there|it|we|most|many|more|nearly|take|keep|work|feel|need|believe|offer|play|serve|form|spend|eat|drink|grow|produce|sell|buy|earn|travel|speak)$/
const DATED = /ed$|^(was|were|had|said|will|met|won|told|took|made|went|came|began|announced|'ll|shall)$/

/** Whether "today" means these times and not this day: "today's world", "of today", "Today most people own one." */
export function nowadays(scan: Scan, { start, end, kind }: Recognised): boolean {
  if (kind !== 'relative' || lowerAt(scan, end - 1) !== 'today' || end - start !== 1) return false
  const before = lowerAt(scan, start - 1)
  // "the youth of today", but "as of today"
  if (before === 'of' && lowerAt(scan, start - 2) === 'as') return false
  if (/^(of|even|than|still)$/.test(before)) return true
  if (/^'s$/.test(lowerAt(scan, end))) return GENERAL.has(lowerAt(scan, end + 1))
  if (/^(known|called)$/.test(before) || /^(known|called|as)$/.test(lowerAt(scan, end))) return true
  const opens = start === 0 || /^[.!?”"]$/.test(scan.tokens[start - 1]!.text)
  if (!opens) {
    // "what is today Germany", "the house is today a museum"
    if (
      /^(is|are)$/.test(before) &&
      (isCapitalised(scan, end) || /^(an?|the|one|home|part)$/.test(lowerAt(scan, end)))
    )
      return true
    if (
      scan.tokens[start - 1]?.kind === 'word' &&
      /^(is|are|has|have|may|can|remains?)$/.test(lowerAt(scan, end))
    )
      // "the Home Office today is to begin"
      return !/^(to|set|due|expected|scheduled|being|been)$|ing$/.test(lowerAt(scan, end + 1))
    return isGeneral(scan, start, end)
  }
  const at = isMarkAt(scan, end, ',') ? end + 1 : end
  for (let i = at; i < Math.min(scan.tokens.length, at + 12); i++) {
    const word = lowerAt(scan, i)
    if (DATED.test(word)) return false
    if (/^[.!?]$/.test(word)) return false
    if (PRESENT.test(word) && i > at) return true
  }
  return false
}

const COMPARES =
  /^(most|many|still|ever|largest|biggest|best|oldest|widely|commonly|common|modern|typical|exist|exists|available|known|used|see|popular|than)$/
const SENTENCE_REACH = 20

/** "the most used language today", "the town as we see it today": what is so, and not what happens. */
function isGeneral(scan: Scan, start: number, end: number): boolean {
  let compares = false
  let isSo = false
  for (let i = start - 1; i >= Math.max(0, start - SENTENCE_REACH); i--) {
    const word = lowerAt(scan, i)
    if (/^[.!?;:]$/.test(word)) break
    compares ||= COMPARES.test(word)
    isSo ||= /^(is|are)$/.test(word)
  }
  return compares && (isSo || tenseAt(scan.tokens, start, end) === undefined)
}
