import type { Reading } from '../../draft/reading'
import { wordFilter } from '../../draft/word-filter'
import { type Cover, coverOf, isCovered, isTouched } from './cover'
import type { Recognised } from './expression'
import { isFalseFriend } from './false-friends'
import { isName } from './names'
import { isMarkAt, lowerAt, type Scan, unitAt } from './scan'
import { tenseAt } from './tense'

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

const ADDRESSES = new Set(['you', 'your', 'we', "let's", 'us', "we've", "you'll", "we'll", "we're"])
const mayAddress = wordFilter(ADDRESSES)

export function foreignOf(
  { paragraph, prose, quotations, tokens }: Reading,
  found: readonly Recognised[],
): Foreign {
  const quoted = coverOf(quotations.filter(({ doubtful }) => !doubtful).map(({ inner }) => inner))
  return {
    quoted,
    opaque: coverOf(paragraph.opaque),
    titles: coverOf(paragraph.emphasised.filter((span) => isTitle(prose.slice(span.start, span.end)))),
    all: paragraph.kind === 'quote',
    // Asked of few paragraphs: those that hold a "now" or the like.
    instructs:
      found.some((recognised) => recognised.kind === 'fuzzy' || mayLackYear(recognised)) &&
      (paragraph.opaque.length > 0 ||
        tokens.some((token) => mayAddress(token) && ADDRESSES.has(token.lower) && !isCovered(quoted, token))),
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
  if (foreign.instructs && mayLackYear(expression)) return true
  if (isHabit(scan, expression)) return true
  if (isLongPast(scan, expression)) return true
  return isName(scan, expression) || isPlaced(scan, expression) || isFalseFriend(scan, expression)
}

/** "by the end of the year", "in the spring": of no year, unless the text names one. */
const mayLackYear = ({ kind, meaning }: Recognised): boolean =>
  kind === 'anaphoric' &&
  ((meaning.is === 'shift' && meaning.edge === true) ||
    (meaning.is === 'yearless' && meaning.season !== undefined))

/** "3,000 years ago", "hundreds of years ago", "centuries ago" are as clear in a year as now. */
function isLongPast(scan: Scan, { start, end, kind, meaning }: Recognised): boolean {
  if (kind === 'fuzzy' && lowerAt(scan, end - 1) === 'ago')
    return (
      /^(centuries|millennia)$/.test(lowerAt(scan, start)) ||
      (lowerAt(scan, start - 1) === 'of' &&
        /^(hundreds|thousands|millions|billions)$/.test(lowerAt(scan, start - 2)))
    )
  return (
    meaning.is === 'shift' &&
    meaning.from === 'draft' &&
    ((meaning.unit === 'year' && Math.abs(meaning.by) >= 100) ||
      (/^(century|millennium)$/.test(meaning.unit) && Math.abs(meaning.by) > 1))
  )
}

const STEPS = new Set(['now', 'current', 'currently', 'moment', 'future', 'far', 'time'])
const HABITUAL = new Set(
  'usually typically annually regularly often generally always normally traditionally'.split(' '),
)
const EACH = new Set(['each', 'every'])
const RECURRING_SEASON = new Set(
  'rainy dry wet monsoon growing breeding nesting flowering hunting hurricane typhoon flu mating'.split(' '),
)
const HABIT_REACH_BACK = 12
const HABIT_REACH_ON = 8

/** "The rains usually come from July to September": what is so every year needs none. */
function isHabit(scan: Scan, recognised: Recognised): boolean {
  const { start, end, kind, meaning } = recognised
  const isDate = kind === 'incomplete' && meaning.is === 'yearless'
  const isWeekday = kind === 'relative' && meaning.is === 'weekday' && meaning.turn === undefined
  const isNth = kind === 'incomplete' && meaning.is === 'nth-weekday'
  const isOfYear = mayLackYear(recognised)
  if (!isDate && !isWeekday && !isNth && !isOfYear) return false
  const { tokens } = scan
  if (isWeekday && tenseAt(tokens, start, end) !== undefined) return false
  if (isDate && meaning.day === undefined && isInstruction(scan, start, end)) return true
  if (isDate && meaning.day === undefined && isOfRange(scan, start, end) && !tenseAt(tokens, start, end))
    return true
  for (let i = start - 1; i >= Math.max(0, start - HABIT_REACH_BACK); i--) {
    if (isSentenceEnd(lowerAt(scan, i))) break
    if (isHabitual(scan, i, isOfYear)) return true
  }
  for (let i = end; i < Math.min(tokens.length, end + HABIT_REACH_ON); i++) {
    if (isSentenceEnd(lowerAt(scan, i))) return false
    // "In winter the road is often closed"
    if (HABITUAL.has(lowerAt(scan, i)) && /^(is|are)$/.test(lowerAt(scan, i - 1))) return true
    // "the plan adopted in June calls for a meeting each spring": the verb has it otherwise.
    if (isHabitual(scan, i, isOfYear)) return tenseAt(tokens, start, end) !== 'past'
  }
  return false
}

/** With what instructions for every year begin. */
const IMPERATIVES = new Set(
  'sow plant prune feed cut pick harvest water mulch lift divide trim deadhead transplant thin weed graft clip mow dig repot shear stake spray fertilise fertilize'.split(
    ' ',
  ),
)

/** So far back an instruction may begin, in tokens. */
const INSTRUCTION_REACH = 60

/** "Sow in March and plant out in late May." */
function isInstruction(scan: Scan, start: number, end: number): boolean {
  let first = start
  while (first > 0 && !isSentenceEnd(lowerAt(scan, first - 1))) {
    first--
    if (start - first > INSTRUCTION_REACH) return false
  }
  if (!IMPERATIVES.has(lowerAt(scan, first))) return false
  // "Cut the hedge": a past would have its subject in front.
  return /^(the|your|a|an|back|out)$/.test(lowerAt(scan, first + 1)) || !tenseAt(scan.tokens, start, end)
}

/** "It rains between November and April": one of two months that hold a stretch of every year. */
function isOfRange(scan: Scan, start: number, end: number): boolean {
  const isJoint = (i: number): boolean => /^(to|and|through|until|till|[-–—])$/.test(lowerAt(scan, i))
  const isRough = (i: number): boolean => /^(early|mid|late|-)$/.test(lowerAt(scan, i))
  let next = end + 1
  while (isRough(next)) next++
  if (isJoint(end) && scan.words[next]?.is === 'month')
    return /^(between|from)$/.test(lowerAt(scan, start - 1))
  const first = start - 2
  if (!isJoint(start - 1) || scan.words[first]?.is !== 'month') return false
  for (let i = first - 1; i >= first - 6; i--) {
    if (/^(between|from)$/.test(lowerAt(scan, i))) return true
    if (!isRough(i) && !/^(the|beginning|start|end|middle|of)$/.test(lowerAt(scan, i))) return false
  }
  return false
}

const isSentenceEnd = (word: string): boolean => /^[.!?]$/.test(word)

function isHabitual(scan: Scan, i: number, isOfYear: boolean): boolean {
  const word = lowerAt(scan, i)
  if (HABITUAL.has(word)) return true
  if (word === 'feast' || word === 'birthday') return true
  if (word === 'per' || word === 'weekly' || word === 'daily') return true
  // "it can get cold in the winter"
  if (isOfYear && /^(can|may|might|could|would)$/.test(word)) return true
  // "once a year", "twice every winter"
  if (/^(once|twice|times)$/.test(word))
    return /^(an?|each|every|per)$/.test(lowerAt(scan, i + 1)) && scan.words[i + 2] !== undefined
  if (EACH.has(word)) return unitAt(scan, i + 1) !== undefined || scan.words[i + 1] !== undefined
  if (word === 'season') return RECURRING_SEASON.has(lowerAt(scan, i - 1))
  // "its fiscal year ends June 30"
  return (
    word === 'year' &&
    /^(fiscal|financial|tax|school|academic)$/.test(lowerAt(scan, i - 1)) &&
    /^(ends|begins|starts|runs|closes)$/.test(lowerAt(scan, i + 1))
  )
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
