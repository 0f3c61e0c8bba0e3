import type { Reading } from '../../draft/reading'
import type { Token } from '../../draft/tokens'
import { type Cover, coverOf, isCovered, isTouched } from './cover'
import type { Recognised } from './expression'
import { isCapitalised, isMarkAt, lowerAt, type Scan } from './scan'

/** Spans of a paragraph whose words are not the writer's own: quotations, code, addresses, titles in italics. */
export interface Foreign {
  readonly quoted: Cover
  readonly opaque: Cover
  readonly titles: Cover
  /** A block quotation, or a headline set in capitals of its own. */
  readonly all: boolean
  /** Whether the paragraph talks the reader through something, where "now" and "current" are steps, not times. */
  readonly instructs: boolean
}

const ADDRESSES = new Set([
  'you',
  'your',
  'we',
  "let's",
  'let’s',
  'us',
  "we've",
  'we’ve',
  "you'll",
  'you’ll',
  "we'll",
  'we’ll',
  "we're",
  'we’re',
])

export function foreignOf({ paragraph, quotations, tokens }: Reading): Foreign {
  return {
    quoted: coverOf(quotations.map(({ inner }) => inner)),
    opaque: coverOf(paragraph.opaque),
    titles: coverOf(
      paragraph.emphasised.filter((span) => isTitle(paragraph.prose.slice(span.start, span.end))),
    ),
    all: paragraph.kind === 'quote',
    instructs: paragraph.opaque.length > 0 || tokens.some(({ lower }) => ADDRESSES.has(lower)),
  }
}

/** Emphasised words that begin with a capital and hold several: *The Day of the Jackal*. */
function isTitle(words: string): boolean {
  const capitals = words.match(/(?<![\p{L}'’])\p{L}/gu) ?? []
  if (capitals.length < 2 || capitals.length > TITLE_LIMIT) return false
  return capitals.filter((initial) => initial !== initial.toLowerCase()).length * 2 > capitals.length
}

const TITLE_LIMIT = 12

/** Whether an expression is none of the check's business, for what stands around it. */
export function isQuiet(scan: Scan, expression: Recognised, foreign: Foreign): boolean {
  const span = { start: scan.tokens[expression.start]!.start, end: scan.tokens[expression.end - 1]!.end }
  if (foreign.all || isCovered(foreign.quoted, span) || isTouched(foreign.opaque, span)) return true
  if (isCovered(foreign.titles, span)) return true
  if (foreign.instructs && STEPS.has(lowerAt(scan, expression.end - 1)) && expression.kind === 'fuzzy')
    return true
  if (isHabit(scan, expression)) return true
  return isName(scan, expression) || isPlaced(scan, expression) || isFalseFriend(scan, expression)
}

const STEPS = new Set(['now', 'current', 'currently', 'moment', 'shortly', 'soon', 'future', 'time'])
const HABITUAL = new Set(
  'each every usually typically annually regularly often generally always normally traditionally season seasons seasonal yearly'.split(
    ' ',
  ),
)
const HABIT_REACH = 14

/** "The rains usually come from July to September": what is so every year needs none. */
function isHabit({ tokens }: Scan, { start, end, kind, meaning }: Recognised): boolean {
  if (kind !== 'incomplete' || meaning.is !== 'yearless') return false
  for (let i = Math.max(0, start - HABIT_REACH); i < Math.min(tokens.length, end + HABIT_REACH); i++) {
    const { lower } = tokens[i]!
    if (HABITUAL.has(lower)) return true
    if (i >= end && /^[.!?]$/.test(lower)) return false
  }
  return false
}

const BEFORE_WEEKDAY = new Set(
  'black good holy ash palm easter super cyber bloody shrove maundy giving fat whit casual taco blue ruby freaky man girl'.split(
    ' ',
  ),
)
const BEHIND_TIME = new Set(
  'times night nights mail post express herald telegraph mirror club school service mass market review magazine football independent roast lights live show programme program afternoons paper people digest tonight'.split(
    ' ',
  ),
)
const SURNAMES_AFTER = new Set(['theresa', 'elaine', 'brian', 'imelda', 'rollo', 'james', 'rose'])
const NAMED_DAYS: readonly (readonly [number, number])[] = [[9, 11]]

/** Names and titles that hold a word of time: USA Today, Black Friday, September 11, Theresa May. */
function isName(scan: Scan, { start, end, meaning, kind }: Recognised): boolean {
  const { tokens, words } = scan
  const first = words[start]
  const before = lowerAt(scan, start - 1)
  const beforeCapital = isCapitalised(scan, start - 1) && !startsSentence(tokens, start - 1)
  if (
    meaning.is === 'yearless' &&
    NAMED_DAYS.some(([month, day]) => meaning.month === month && meaning.day === day)
  )
    return true
  if (first?.is === 'weekday') {
    if (BEFORE_WEEKDAY.has(before) && isCapitalised(scan, start - 1)) return true
    if (BEHIND_TIME.has(lowerAt(scan, end)) && (isCapitalised(scan, end) || lowerAt(scan, end) === 'school'))
      return true
    const part = lowerAt(scan, end - 1)
    if (end > start + 1 && part === 'night' && isCapitalised(scan, end - 1)) return true
    // "on a Monday" is any Monday.
    if (/^(a|an|any|one)$/.test(before) && /^(on|of|like|for|than)$/.test(lowerAt(scan, start - 2)))
      return true
    return lowerAt(scan, start + 1) === 'roast'
  }
  if (first?.is === 'month') {
    const alone = end === start + 1
    if (alone && first.month === 5 && lowerAt(scan, end) === 'day') return true
    if (alone && (SURNAMES_AFTER.has(before) || isPersonalName(scan, start, end))) return true
    if (alone && lowerAt(scan, end) === 'of' && lowerAt(scan, end + 1) === 'dimes') return true
    return false
  }
  // "Today" or "This Week" in capitals within a sentence is a newspaper, a programme, a book.
  if (kind === 'relative' || kind === 'fuzzy') {
    const inner =
      start + 1 < end &&
      isCapitalised(scan, end - 1) &&
      isCapitalised(scan, start) &&
      !isDateWord(scan, end - 1)
    if (inner) return true
    if (isCapitalised(scan, start) && !startsSentence(tokens, start) && first?.is === 'opener') return true
    if (isCapitalised(scan, start) && beforeCapital && first?.is === 'opener') return true
    if (BEHIND_TIME.has(lowerAt(scan, end)) && isCapitalised(scan, start) && isCapitalised(scan, end))
      return true
  }
  return false
}

const isDateWord = ({ words }: Scan, i: number): boolean => {
  const is = words[i]?.is
  return is === 'weekday' || is === 'month' || is === 'holiday' || is === 'season'
}

const TITLES = new Set(
  'mr mrs ms miss dr sir lady lord prime minister president senator sen rep judge'.split(' '),
)
const LEADS_IN = new Set(
  'in since by from until till before after of during early late mid last next this through to between and every each on for the or'.split(
    ' ',
  ),
)

/** "April Jones", "Ms. May", "May said", where nothing leads in as it would a date. */
function isPersonalName(scan: Scan, start: number, end: number): boolean {
  const { tokens } = scan
  const before = lowerAt(scan, isMarkAt(scan, start - 1, '.') ? start - 2 : start - 1)
  if (TITLES.has(before)) return true
  const isSpring = /^(march|april|may|june|august|jan)$/.test(lowerAt(scan, start))
  if (!isSpring || LEADS_IN.has(before)) return false
  const next = tokens[end]
  if (/^['’]s$/.test(next?.lower ?? '')) return !startsSentence(tokens, start)
  if (before && isCapitalised(scan, start - 1) && !startsSentence(tokens, start - 1)) return true
  if (startsSentence(tokens, start)) return true
  return next?.kind === 'word' && isCapitalised(scan, end) && !LEADS_IN.has(before)
}

function startsSentence(tokens: readonly Token[], i: number): boolean {
  for (let k = i - 1; k >= 0; k--) {
    const { text, kind } = tokens[k]!
    if (kind === 'mark' && /^["“'‘(*_[]$/.test(text)) continue
    return /^[.!?:…—–•|-]$/.test(text)
  }
  return true
}

/** "yesterday, March 3, 2021", "today (Oct. 15, 2013)", "Tuesday, 2 March 2021": the text itself gives the date. */
function isPlaced(scan: Scan, { start, end, kind }: Recognised): boolean {
  if (kind !== 'relative' && kind !== 'incomplete') return false
  if (isMarkAt(scan, end, ',') || isMarkAt(scan, end, '(')) {
    const at = lowerAt(scan, end + 1) === 'the' ? end + 2 : end + 1
    if (holdsYear(scan, at)) return true
  }
  // "from January to April 2015": the year stands behind the last of them.
  if (/^(to|and|or|through|until|till|[-–—])$/.test(lowerAt(scan, end))) {
    const at = /^(early|late|mid)$/.test(lowerAt(scan, end + 1)) ? end + 2 : end + 1
    if (kind === 'incomplete' && holdsYear(scan, at)) return true
  }
  // "on Sunday night (March 4)": the date beside it is what lacks its year, not the weekday.
  if (isMarkAt(scan, end, '(') && scan.words[end + 1]?.is === 'month') return true
  return (
    isMarkAt(scan, start - 1, ',') &&
    /^\d{4}$/.test(lowerAt(scan, start - 2)) &&
    scan.words[start - 4]?.is === 'month'
  )
}

/** Whether a date with its year begins at a token. */
function holdsYear(scan: Scan, i: number): boolean {
  const isDate =
    scan.words[i]?.is === 'month' || scan.words[i + 1]?.is === 'month' || scan.words[i]?.is === 'weekday'
  if (!isDate) return /^\d{4}$/.test(lowerAt(scan, i)) && isMarkAt(scan, i + 1, '-')
  for (let k = i + 1; k < i + 8; k++) {
    const text = lowerAt(scan, k)
    if (/^\d{4}$/.test(text)) return true
    if (text === '' || (!scan.words[k] && !/^(\d{1,2}|[,.]|st|nd|rd|th)$/.test(text))) return false
  }
  return false
}

/** Words that only look like an expression that can't be placed. */
function isFalseFriend(scan: Scan, { start, end }: Recognised): boolean {
  const word = lowerAt(scan, start)
  const before = lowerAt(scan, start - 1)
  const next = lowerAt(scan, end)
  switch (end - start === 1 ? word : '') {
    case 'now':
      // "now that", "by now known", "until now", "Now, let us see", "now and then"
      return (
        /^(that|and|or)$/.test(next) ||
        /^(until|till|than|just|from|here|before|by|but|every|even)$/.test(before) ||
        isCapitalised(scan, start) ||
        before === 'for'
      )
    case 'soon':
    case 'shortly':
      // "as soon as", "too soon", "soon after", "shortly before"
      return (
        /^(as|after|before|afterwards?|thereafter|enough|to)$/.test(next) ||
        /^(as|too|how|so|very|sooner)$/.test(before)
      )
    case 'current':
      // "the current of the river", "against the current", "electric current"
      return (
        !/^[a-z]/.test(next) ||
        scan.tokens[end]?.kind !== 'word' ||
        /^(of|in|and|or|is|was|that|which|to|from|at|with|by|on|for|flows?|flowing|runs|ran|through)$/.test(
          next,
        ) ||
        /^(electric|electrical|alternating|direct|ocean|tidal|strong|a)$/.test(before)
      )
    case 'recent':
      return before === 'more' || /^(than|and|or)$/.test(next) || /^(most|more)$/.test(before)
    case 'recently':
      return /^(as|more|most|until)$/.test(before) || next === 'as'
    case 'presently':
      return false
    default:
      break
  }
  const phrase = lowerAt(scan, end - 1)
  // "the future of the harbour", "in the past tense": things, not times.
  if (/^(the)$/.test(word) && (phrase === 'future' || phrase === 'past') && end - start === 2)
    return (
      !/^(in|for)$/.test(before) ||
      next === 'of' ||
      (scan.tokens[end]?.kind === 'word' && /^(tense|participle|perfect)$/.test(next))
    )
  return false
}
