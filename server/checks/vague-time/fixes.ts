import type { Finding, Fix, Read } from '../check'
import { aroundOf, commaFor, isCapital } from './around'
import { readingsOf } from './conflict'
import type { TimeFacts } from './expression'
import type { VagueTime } from './find'
import { replacementFor } from './replace'
import type { Placed } from './time-walk'
import { writeValue } from './write-date'

/** All fixes of a finding, likeliest first. */
export function timeFixes(finding: Finding<VagueTime>, read: Read<TimeFacts>): Fix[] {
  const mark = markFix(finding, read)
  switch (finding.kind) {
    case 'relative':
      return [...replaceFix(finding, read), mark]
    case 'incomplete':
      return [...yearFix(finding, read), mark]
    case 'conflict':
      return [...conflictFixes(finding, read), mark]
    case 'fuzzy':
      return [...asOfFix(finding, read), mark]
    default:
      return [mark]
  }
}

/** The expression at the place of its finding. */
const placedOf = ({ start, end, detail }: Finding<VagueTime>): Placed => ({ ...detail.timed, start, end })

function replaceFix(finding: Finding<VagueTime>, { date }: Read<TimeFacts>): Fix[] {
  const { paragraph, writing } = finding.detail
  const placed = placedOf(finding)
  const replacement = replacementFor(placed, paragraph, writing)
  if (!replacement) return []
  const { start, end, newText } = replacement
  const shown = newText.replace(/,$/, '')
  const known = date !== undefined
  return [
    {
      title: `Replace with "${shown}"${known ? '' : ', reckoned from today'}`,
      preferred: known,
      inFixAll: known,
      edits: [{ start, end, newText }],
    },
  ]
}

const DAY_OF_MONTH = /^the \d{1,2}(?:st|nd|rd|th)$/i

/** The time behind a date: "March 3 at 8 a.m." */
const CLOCK_BEHIND = /(?:,? at |,? @ ?|,? )\d[\d:.]*(?: ?[ap]\.?m\.?| o['’]clock)?(?: [A-Z]{2,4})?$/i

/** "April 5" → "April 5, 2014,"; "5 April" → "5 April 2014"; "March" → "March 2014". */
function yearFix(finding: Finding<VagueTime>, { date }: Read<TimeFacts>): Fix[] {
  const { paragraph, writing } = finding.detail
  const placed = placedOf(finding)
  const { value, start, end, expression } = placed
  const { words, tail } = aroundOf(placed, paragraph)
  const year = value?.slice(0, 4)
  if (!value || !year || !/^\d{4}$/.test(year) || /^['’]s?\b/.test(tail)) return []
  const title = `Add the year (${year})${date ? '' : ', reckoned from today'}`
  const insert = (at: number, newText: string): Fix[] => [
    { title, preferred: false, edits: [{ start: at, end: at, newText }] },
  ]
  // "14–17 December": the month stands behind the last of them.
  if (/^\d{1,2}$/.test(words)) {
    const month = MONTH_BEHIND.exec(tail)
    return month ? insert(end + month[0].length, ` ${year}`) : []
  }
  // "the January-March quarter"
  const lastMonth = /^[-–](?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*/.exec(tail)
  if (lastMonth) return insert(end + lastMonth[0].length, ` ${year}`)
  const listed = /\d$/.test(words) && expression.suffix === undefined ? DAYS_BEHIND.exec(tail) : null
  if (listed) {
    const rest = tail.slice(listed[0].length)
    return ENDS_DAYS.test(rest) ? insert(end + listed[0].length, `, ${year}${commaFor(true, rest)}`) : []
  }
  if (DAY_OF_MONTH.test(words)) {
    const written = writeValue(value, writing)
    if (!written) return []
    const newText = written.text + commaFor(written.comma, tail)
    return [{ title, preferred: false, edits: [{ start, end, newText }] }]
  }
  // "in the spring" → "in the spring of 2014"
  if (/-(SP|SU|FA|WI|Q\d)$/.test(value)) {
    return insert(end, /^the\b/i.test(words) ? ` of ${year}` : ` ${year}`)
  }
  const clock = expression.suffix && /T\d\d:\d\d$/.test(value) ? CLOCK_BEHIND.exec(words) : null
  const behind = clock && clock.index > 0 && !/ \d{1,2}$/.test(clock[0]) ? clock[0] : ''
  const dayLast = /\d(?:st|nd|rd|th)?$/.test(words.slice(0, words.length - behind.length))
  const newText = dayLast ? `, ${year}${commaFor(true, behind + tail)}` : ` ${year}`
  return insert(end - behind.length, newText)
}

const DAY_JOINT = String.raw`(?:\s?[-–]\s?|,\s|,?\s(?:and|or|to|through|until|&)\s)`
/** "Dec. 14 to 17", "March 4, 11 and 18" */
const DAYS_BEHIND = new RegExp(`^(?:${DAY_JOINT}\\d{1,2}(?![\\d:%.]\\d|\\d|%))+`)
/** "14–17 December" */
const MONTH_BEHIND = new RegExp(
  `^(?:${DAY_JOINT}\\d{1,2}(?:st|nd|rd|th)?)+\\s(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*`,
)
/** What can follow the days of a month, and shows that they are days: not "December 8 and 9 others". */
const ENDS_DAYS =
  /^(?:$|[.,;:!?)\]—–]|\s(?:and|but|or|at|in|for|on|by|with|from|to|as|when|while|before|after|during|because|if|the|a|will|was|were|is|are)\b)/

/** Both readings of a date that can't be; which is meant, only the writer knows. */
function conflictFixes({ start, end, detail }: Finding<VagueTime>, { draft }: Read<TimeFacts>): Fix[] {
  const { conflict } = detail.timed.expression
  if (!conflict) return []
  return readingsOf(draft.text.slice(start, end), conflict).map((newText) => ({
    title: `Replace with "${newText}"`,
    preferred: false,
    edits: [{ start, end, newText }],
  }))
}

/** "is currently closed" → "is, as of October 2013, closed", where the house wants it. */
function asOfFix(finding: Finding<VagueTime>, { date }: Read<TimeFacts>): Fix[] {
  const { start, end } = finding
  const { paragraph, writing } = finding.detail
  const around = aroundOf(placedOf(finding), paragraph)
  const { words, tail } = around
  if (!writing.style.asOf || !date || !/^(currently|now|presently|nowadays)$/i.test(words)) return []
  const month = writeValue(date.day.slice(0, 7), writing)!
  const asOf = `${isCapital(around) ? 'As' : 'as'} of ${month.text}`
  const goesOn = /^\s[\p{L}\p{N}("“]/u.test(tail)
  const isInside = goesOn && !isCapital(around) && / $/.test(around.head) && !/, $/.test(around.head)
  const newText = `${isInside ? ', ' : ''}${asOf}${goesOn ? ',' : ''}`
  const from = isInside ? start - 1 : start
  return [{ title: `Replace with "${asOf}"`, preferred: false, edits: [{ start: from, end, newText }] }]
}

function markFix({ end }: Finding<VagueTime>, { draft, config }: Read<TimeFacts>): Fix {
  const possessive = /^['’]s\b/.exec(draft.text.slice(end, end + 3))
  const at = end + (possessive?.[0].length ?? 0)
  const newText = ` ${config.mark.replace('%s', 'when?')}`
  return { title: 'Mark for the desk', preferred: false, edits: [{ start: at, end: at, newText }] }
}
