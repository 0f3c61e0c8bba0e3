import type { Token } from '../../draft/tokens'
import type { Recognised } from './expression'
import { endsClause, isAdjacent, isCapitalised, isMarkAt, lowerAt, type Scan } from './scan'

const BEFORE_WEEKDAY = new Set(
  'black good holy ash palm easter super cyber bloody shrove maundy giving sheffield fat whit casual taco blue ruby freaky manic tgi man girl'.split(
    ' ',
  ),
)
/** Nouns before which a weekday is every one of its name: "Friday prayers", "the Monday crowd". */
const WEEKLY = new Set(
  'prayers lunch lunches brunch cartoons crowd matinee matinees roast job jobs market markets flights classes sessions editions sailings services deliveries collections supplement supplements league roasts drinks paper papers shoppers shift shifts staff'.split(
    ' ',
  ),
)
/** "On the Saturday they left": a day that the text has named. */
const BEHIND_THE_DAY = /^(they|he|she|it|we|the|and|but|in|at)$/
/** Words that have a capital within a sentence only in a title: "Taking Back Sunday", "The Man Who Was Thursday". */
const SMALL_WORDS = new Set(
  'was is are be of on in the a an and or back next any every to for with who what when never comes ever from'.split(
    ' ',
  ),
)
const WORKS = new Set(
  'band song film movie novel album single group show series book play musical sang sings hummed covered recorded'.split(
    ' ',
  ),
)
const BEHIND_TIME = new Set(
  'times night nights mail post express herald telegraph mirror club school service mass market review magazine football independent roast lights live show programme program afternoons paper people digest tonight'.split(
    ' ',
  ),
)
/** Between "a" and a weekday a word may be a noun ("held a rally Friday"), so these are told by their names. */
const WHAT_A_DAY_IS_LIKE = new Set(
  'wet rainy cold chilly freezing frosty icy snowy warm hot humid muggy sunny bright cloudy foggy misty windy stormy grey gray dull dreary bleak crisp glorious lovely beautiful lazy quiet slow sleepy busy hectic typical ordinary normal average given particular recent'.split(
    ' ',
  ),
)
/** "in their Sunday clothes", "a Sunday roast": of no Sunday in particular. */
const OF_SUNDAYS = new Set(
  'roast clothes best suit suits dress finery lunch joint papers supplement supplements'.split(' '),
)
const STREETS = new Set('street avenue road lane crescent terrace boulevard'.split(' '))
const SURNAMES_AFTER = new Set(['theresa', 'elaine', 'brian', 'imelda', 'rollo', 'james', 'rose'])
const NAMED_DAYS: readonly (readonly [number, number])[] = [[9, 11]]
/** Days with a name only before such words: "the Jan. 6 committee", "the July 4 weekend". */
const DAYS_BY_NOUN: readonly (readonly [number, number, RegExp])[] = [
  [1, 6, /^(attacks?|riots?|rioters?|committee|insurrection|panel|hearings?|defendants?)$/],
  [7, 4, /^(holiday|weekend|parades?|fireworks|celebrations?|picnics?|is)$/],
]

/** Names and titles that hold a word of time: USA Today, Black Friday, September 11, Theresa May. */
export function isName(scan: Scan, { start, end, meaning, kind }: Recognised): boolean {
  const { tokens, words } = scan
  const first = words[start]
  const before = lowerAt(scan, start - 1)
  // "Sunday Street", "May Avenue"
  if (
    end === start + 1 &&
    isCapitalised(scan, start) &&
    isCapitalised(scan, end) &&
    STREETS.has(lowerAt(scan, end))
  )
    return true
  const beforeCapital = isCapitalised(scan, start - 1) && !startsSentence(tokens, start - 1)
  if (
    meaning.is === 'yearless' &&
    (NAMED_DAYS.some(([month, day]) => meaning.month === month && meaning.day === day) ||
      DAYS_BY_NOUN.some(
        ([month, day, noun]) =>
          meaning.month === month && meaning.day === day && noun.test(lowerAt(scan, end)),
      ) ||
      isHolidayOrMovement(scan, start, end))
  )
    return true
  if (first?.is === 'weekday') {
    if (BEFORE_WEEKDAY.has(before) && isCapitalised(scan, start - 1)) return true
    if (BEHIND_TIME.has(lowerAt(scan, end)) && (isCapitalised(scan, end) || lowerAt(scan, end) === 'school'))
      return true
    if (isTitleWithWeekday(scan, start, end) || isWeekly(scan, end)) return true
    // "the Wednesday Group", as "the October Revolution"
    if (
      before === 'the' &&
      end === start + 1 &&
      scan.tokens[end]?.kind === 'word' &&
      isCapitalised(scan, end)
    )
      return true
    // "the Sunday before the vote", "On the Saturday, the second day of the fair"
    const isBare = end === start + 1 && (endsClause(scan, end) || BEHIND_THE_DAY.test(lowerAt(scan, end)))
    if (
      before === 'the' &&
      (isBare || /^(before|after|of|when|that|following|preceding)$/.test(lowerAt(scan, end)))
    )
      return true
    const part = lowerAt(scan, end - 1)
    if (end > start + 1 && part === 'night' && isCapitalised(scan, end - 1)) return true
    // "on a Monday" is any Monday.
    if (/^(one|any|named|called)$/.test(before)) return true
    if (/^an?$/.test(before) && /^(on|of|like|for|than)$/.test(lowerAt(scan, start - 2))) return true
    // "It was a Tuesday.", "a wet Sunday", but "a special Tuesday meeting"
    if (
      isIndefinite(scan, start) &&
      (endsClause(scan, end) || /^(in|when|that|at|as|with|for|is|was|[a-z]+ed)$/.test(lowerAt(scan, end)))
    )
      return true
    return lowerAt(scan, start) === 'sunday' && OF_SUNDAYS.has(lowerAt(scan, start + 1))
  }
  // "the Winter Olympics"
  if (words[end - 1]?.is === 'season' && scan.tokens[end]?.kind === 'word' && isCapitalised(scan, end))
    return true
  if (first?.is === 'month') {
    const alone = end === start + 1
    if (alone && first.month === 5 && lowerAt(scan, end) === 'day') return true
    if (alone && /^(named|called)$/.test(before)) return true
    // "the warmest October", "a typical March"
    if (alone && /(?:[^t]est|^typical|^average|^normal|^usual)$/.test(before)) return true
    if (alone && (SURNAMES_AFTER.has(before) || isPersonalName(scan, start, end))) return true
    if (alone && lowerAt(scan, end) === 'of' && lowerAt(scan, end + 1) === 'dimes') return true
    // "the October Revolution"
    return alone && before === 'the' && scan.tokens[end]?.kind === 'word' && isCapitalised(scan, end)
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
    // "Tomorrow Never Dies"
    if (first?.is === 'opener' && isCapitalised(scan, end) && SMALL_WORDS.has(lowerAt(scan, end))) return true
    if (BEHIND_TIME.has(lowerAt(scan, end)) && isCapitalised(scan, start) && isCapitalised(scan, end))
      return true
  }
  return false
}

/** "a Sunday", "one wet Sunday", "a very wet Sunday"; but "in a statement Monday" */
function isIndefinite(scan: Scan, start: number): boolean {
  const behind = WHAT_A_DAY_IS_LIKE.has(lowerAt(scan, start - 1)) ? start - 1 : start
  const article = /^(very|rather|particularly)$/.test(lowerAt(scan, behind - 1)) ? behind - 2 : behind - 1
  return /^(an?|one|any)$/.test(lowerAt(scan, article))
}

/** "its Saturday flights", "its Tuesday and Saturday flights" */
const isWeekly = (scan: Scan, end: number): boolean =>
  WEEKLY.has(lowerAt(scan, end)) ||
  (/^(and|or)$/.test(lowerAt(scan, end)) &&
    scan.words[end + 1]?.is === 'weekday' &&
    WEEKLY.has(lowerAt(scan, end + 2)))

/** "the Fourth of July", "the 26th of July Movement" */
function isHolidayOrMovement(scan: Scan, start: number, end: number): boolean {
  if (lowerAt(scan, start) !== 'the' || lowerAt(scan, end - 2) !== 'of') return false
  if (lowerAt(scan, start + 1) === 'fourth' && lowerAt(scan, end - 1) === 'july') return true
  return scan.tokens[end]?.kind === 'word' && isCapitalised(scan, end)
}

/** "Taking Back Sunday", "the song Manic Monday", "the Mail on Sunday", "Tuesday Weld", "monday.com", "Friday the 13th" */
function isTitleWithWeekday(scan: Scan, start: number, end: number): boolean {
  const { tokens } = scan
  const before = lowerAt(scan, start - 1)
  if (isMarkAt(scan, end, '.') && isAdjacent(scan, end) && isAdjacent(scan, end + 1) && tokens[end + 1])
    return true
  if (
    lowerAt(scan, start) === 'friday' &&
    lowerAt(scan, start + 1) === 'the' &&
    lowerAt(scan, start + 2) === '13'
  )
    return true
  if (before === 'on' && lowerAt(scan, start - 2) === 'mail') return true
  if (isTitleOfPossessive(scan, end)) return true
  const isName =
    startsSentence(tokens, start) &&
    end === start + 1 &&
    tokens[end]?.kind === 'word' &&
    isCapitalised(scan, end)
  if (isName && tokens[end]!.text.length > 1) return true
  if (!isCapitalised(scan, start - 1) || startsSentence(tokens, start - 1)) return false
  if (SMALL_WORDS.has(before)) return true
  for (let i = start - 2; i >= Math.max(0, start - 5); i--) if (WORKS.has(lowerAt(scan, i))) return true
  return false
}

/** "Thursday's Child is her best novel", but "Thursday's Senate vote" */
function isTitleOfPossessive(scan: Scan, i: number): boolean {
  if (!/^'s$/.test(lowerAt(scan, i)) || !isCapitalised(scan, i + 1)) return false
  let end = i + 2
  while (isCapitalised(scan, end)) end++
  return endsClause(scan, end) || /^(is|was|has|had|by|and)$/.test(lowerAt(scan, end))
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
  if (/^'s$/.test(next?.lower ?? '')) return !startsSentence(tokens, start)
  if (before && isCapitalised(scan, start - 1) && !startsSentence(tokens, start - 1)) return true
  if (startsSentence(tokens, start)) return true
  return next?.kind === 'word' && isCapitalised(scan, end) && !LEADS_IN.has(before)
}

export function startsSentence(tokens: readonly Token[], i: number): boolean {
  for (let k = i - 1; k >= 0; k--) {
    const { text, kind } = tokens[k]!
    if (kind === 'mark' && /^["“'‘(*_[]$/.test(text)) continue
    return /^[.!?:…—–•|-]$/.test(text)
  }
  return true
}
