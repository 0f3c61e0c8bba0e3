import type { Finding, Fix, Read } from '../check'
import { readingsOf } from './conflict'
import type { TimeFacts } from './expression'
import type { VagueTime } from './find'
import { replacementFor } from './replace'
import { writeValue } from './write-date'

/** All fixes of a finding, likeliest first. */
export function timeFixes(finding: Finding<VagueTime>, _all: unknown, read: Read<TimeFacts>): Fix[] {
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

function replaceFix(finding: Finding<VagueTime>, { draft, date }: Read<TimeFacts>): Fix[] {
  const { placed, writing } = finding.detail
  const replacement = replacementFor(draft.text, placed, writing)
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

/** "April 5" → "April 5, 2014,"; "5 April" → "5 April 2014"; "March" → "March 2014". */
function yearFix({ start, end, detail }: Finding<VagueTime>, { draft, date }: Read<TimeFacts>): Fix[] {
  const { value } = detail.placed
  const words = draft.text.slice(start, end)
  const year = value?.slice(0, 4)
  if (!value || !year || !/^\d{4}$/.test(year) || /^['’]s?\b/.test(draft.text.slice(end))) return []
  const title = `Add the year (${year})${date ? '' : ', reckoned from today'}`
  if (DAY_OF_MONTH.test(words)) {
    const written = writeValue(value, detail.writing)
    if (!written) return []
    const newText = written.text + (written.comma ? commaBefore(draft.text, end) : '')
    return [{ title, preferred: false, edits: [{ start, end, newText }] }]
  }
  const dayLast = /\d(?:st|nd|rd|th)?$/.test(words)
  const newText = dayLast ? `, ${year}${commaBefore(draft.text, end)}` : ` ${year}`
  return [{ title, preferred: false, edits: [{ start: end, end, newText }] }]
}

/** The comma behind a year, unless other punctuation stands there or nothing follows. */
const commaBefore = (text: string, at: number): string =>
  /^[ \t]*[\p{L}\p{N}("“]/u.test(text.slice(at, at + 8)) ? ',' : ''

/** Both readings of a date that can't be; which is meant, only the writer knows. */
function conflictFixes({ start, end, detail }: Finding<VagueTime>, { draft }: Read<TimeFacts>): Fix[] {
  const { conflict } = detail.placed.expression
  if (!conflict) return []
  return readingsOf(draft.text.slice(start, end), conflict).map((newText) => ({
    title: `Replace with "${newText}"`,
    preferred: false,
    edits: [{ start, end, newText }],
  }))
}

/** "currently" → "as of October 2013", where the house wants it. */
function asOfFix({ start, end, detail }: Finding<VagueTime>, { draft, date }: Read<TimeFacts>): Fix[] {
  const words = draft.text.slice(start, end)
  if (
    !detail.writing.style.asOf ||
    !date ||
    !/^(currently|now|presently|at the moment|nowadays)$/i.test(words)
  )
    return []
  const month = writeValue(date.day.slice(0, 7), detail.writing)!
  const newText = `${/^[A-Z]/.test(words) ? 'As' : 'as'} of ${month.text}`
  return [{ title: `Replace with "${newText}"`, preferred: false, edits: [{ start, end, newText }] }]
}

function markFix({ end }: Finding<VagueTime>, { draft, config }: Read<TimeFacts>): Fix {
  const possessive = /^['’]s\b/.exec(draft.text.slice(end, end + 3))
  const at = end + (possessive?.[0].length ?? 0)
  const newText = ` ${config.mark.replace('%s', 'when?')}`
  return { title: 'Mark for the desk', preferred: false, edits: [{ start: at, end: at, newText }] }
}
