import type { TextEdit } from '../check'
import type { Placed } from './time-walk'
import { type Writing, writeDay, writeValue } from './write-date'

/** Words after which a date needs no "on" or "in" of its own. */
const LEADS_IN = new Set(
  'on in at since until till by before after from to through between and of for with during around about like than versus'.split(
    ' ',
  ),
)
/** Of these, what a month, year or week can't follow directly where a weekday or "last week" could. */
const KEEPS_IN = new Set(['than', 'and', 'about', 'like'])
const DETERMINERS = /^(the|a|an|his|her|its|their|our|my|your|this|that|each|every|one|another)$/
const SUBJECT_VERB = /^(is|was|will|would|marks|marked|brings|brought|sees|saw|may|might|looks|promises)\b/
const ROUGH = /^(?:the )?(early|late|mid)(?: in | on |[ -])/i
const BOUNDARY = /^(?:the )?(beginning|start|end|middle|close|turn) of /i

/** What stands around the words to be replaced. */
interface Around {
  readonly text: string
  readonly start: number
  readonly end: number
  readonly words: string
  /** The word before, in lower case; empty at the start of a sentence. */
  readonly before: string
  readonly after: string
}

const WINDOW = 80

function aroundOf(text: string, { start, end }: Placed): Around {
  const head = text.slice(Math.max(0, start - WINDOW), start)
  const before = /([\p{L}\p{N}’']+)[ \t\n]+$/u.exec(head)?.[1]?.toLowerCase() ?? ''
  return { text, start, end, words: text.slice(start, end), before, after: text.slice(end, end + WINDOW) }
}

/** The edit that puts the date in place of a relative expression, if the sentence can take it. */
export function replacementFor(text: string, placed: Placed, writing: Writing): TextEdit | undefined {
  const { value } = placed
  if (!value) return undefined
  const around = aroundOf(text, placed)
  if (/^['’]s?(?![\p{L}])/u.test(around.after) && !/^['’]\s*$/.test(around.after.slice(0, 2))) {
    return possessive(around, value, writing)
  }
  if (isRounded(placed, around)) return undefined
  const clock = /T\d\d:\d\d$/.test(value) ? withClock(around, value, writing) : undefined
  if (clock) return edit(around, clock, writeDay(value.slice(0, 10), writing).comma)
  const bare = value.replace(/T\d\d:\d\d$/, '')
  const written = writeValue(bare, writing)
  if (!written) return undefined
  const rough = ROUGH.exec(around.words)
  if (rough) {
    const inner = `${rough[1]} ${written.preposition || 'on'} ${written.text}`
    if (DETERMINERS.test(around.before)) return undefined
    return edit(around, inner, written.comma)
  }
  const boundary = BOUNDARY.exec(around.words)
  if (boundary) return edit(around, boundary[0] + written.text, written.comma)
  // "a Tuesday meeting" is one of many, and has no date; before its noun, a date stands before its noun as it is.
  if (/^an?$/.test(around.before)) return undefined
  if (DETERMINERS.test(around.before))
    return isDay(bare) ? edit(around, written.text, written.comma) : undefined
  const isSubject = !around.before && SUBJECT_VERB.test(around.after.trimStart())
  const led = LEADS_IN.has(around.before) && !(KEEPS_IN.has(around.before) && written.preposition === 'in')
  const preposition = led || isSubject || !written.preposition ? '' : `${written.preposition} `
  return edit(around, preposition + written.text, written.comma)
}

const ROUNDED =
  /^(over|under|nearly|almost|about|around|than|just|some|roughly|approximately|only|least|barely)$/
const OPENS_ROUNDED =
  /^(over|under|nearly|almost|about|around|more|less|at least|up to|roughly|approximately)\b/i

/** "nearly a decade ago", "three hours ago": no date says that much and no more. */
function isRounded({ expression }: Placed, { words, before }: Around): boolean {
  if (expression.meaning.is !== 'shift') return false
  if (/^(second|minute|hour)$/.test(expression.meaning.unit)) return true
  return /\bago$/i.test(words) && (ROUNDED.test(before) || OPENS_ROUNDED.test(words))
}

const isDay = (value: string): boolean => /^\d{4}-\d\d-\d\d$/.test(value)

/** "tomorrow at 8 a.m." → "at 8 a.m. on October 16, 2013"; "8 a.m. Monday" → "8 a.m. on October 14, 2013". */
function withClock({ words, before }: Around, value: string, writing: Writing): string | undefined {
  const day = writeDay(value.slice(0, 10), writing)
  const on = day.preposition ? `${day.preposition} ` : ''
  const first = /^(\d[\d:.]*(?: ?[ap]\.?m\.?)?(?: [A-Z]{2,4})?),? (?:on )?[A-Za-z]/.exec(words)
  if (first) return `${first[1]} ${on}${day.text}`
  const last = /(?:,? at |,? )(\d[\d:.]*(?: ?[ap]\.?m\.?)?(?: [A-Z]{2,4})?)$/i.exec(words)
  if (!last || before === 'on') return undefined
  return `at ${last[1]} ${on}${day.text}`
}

const NOUN_END =
  /^['’]s ([\p{L}-]+)(?=[.,;:!?]|$| (?:of|in|on|at|was|is|were|are|will|had|has|have|to|by|for|that|and|with|from)\b)/u

/** "yesterday's vote" → "the October 14, 2013, vote"; "last week's vote" → "the vote in the week of October 7, 2013". */
function possessive(around: Around, value: string, writing: Writing): TextEdit | undefined {
  const written = writeValue(value, writing)
  if (!written || (!around.after.startsWith('’s') && !around.after.startsWith("'s"))) return undefined
  const { start, end, before, after } = around
  if (DETERMINERS.test(before)) return undefined
  const capital = isCapital(around)
  const isWeekdayAlone = /^[A-Z][a-z]+day$/.test(written.text)
  if (isWeekdayAlone) return { start, end, newText: written.text }
  const article = capital ? 'The' : 'the'
  if (/^(the )/.test(written.text)) {
    const noun = NOUN_END.exec(after)
    if (!noun) return undefined
    const inner = `${article} ${noun[1]} ${written.preposition} ${written.text}`
    const stop = end + noun[0].length
    return { start, end: stop, newText: inner + commaFor(written.comma, around.text, stop) }
  }
  if (!/^['’]s [\p{Ll}\p{Lu}]/u.test(after)) return undefined
  return { start, end: end + 2, newText: `${article} ${written.text}${written.comma ? ',' : ''}` }
}

/** Whether the words open a sentence, so that what replaces them must. */
const isCapital = ({ words, before }: Around): boolean =>
  /^\p{Lu}/u.test(words) && !/^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)/.test(words)
    ? true
    : before === '' && /^\p{Lu}/u.test(words)

function edit(around: Around, replacement: string, comma: boolean): TextEdit {
  const { start, end, text } = around
  const capital = isCapital(around)
  const cased = capital ? replacement[0]!.toUpperCase() + replacement.slice(1) : replacement
  return { start, end, newText: cased + commaFor(comma, text, end) }
}

/** The comma behind a year, unless other punctuation stands there or the paragraph ends. */
const commaFor = (wanted: boolean, text: string, at: number): string =>
  wanted && /^[ \t\n]?[\p{L}\p{N}("“‘$]/u.test(text.slice(at, at + 2)) ? ',' : ''
