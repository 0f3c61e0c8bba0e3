import type { Recognised } from './expression'
import { isCapitalised, lowerAt, type Scan } from './scan'

/** Whether an underscore joins the words beside it to a name in code: "recent_keys", and not "_recently_". */
const isJoined = ({ tokens }: Scan, i: number): boolean =>
  tokens[i]?.text === '_' &&
  !tokens[i]!.spaced &&
  i > 0 &&
  tokens[i - 1]!.kind !== 'mark' &&
  tokens[i + 1]?.spaced === false &&
  tokens[i + 1]!.kind !== 'mark'

/** "soon after the vote", "as soon as", "too soon", "as recently as 2009": words about another time, and none of their own. */
export function isNoTime(scan: Scan, { start, end, kind }: Recognised): boolean {
  if (isJoined(scan, start - 1) || isJoined(scan, end)) return true
  if (kind !== 'fuzzy' || end - start !== 1) return false
  const before = lowerAt(scan, start - 1)
  const next = lowerAt(scan, end)
  switch (lowerAt(scan, start)) {
    case 'soon':
    case 'shortly':
      return (
        /^(as|after|before|afterwards?|thereafter|enough)$/.test(next) ||
        /^(as|too|how|so|sooner)$/.test(before)
      )
    case 'recently':
      return next === 'as' || before === 'as'
    default:
      return false
  }
}

/** Words that only look like an expression that can't be placed. */
export function isFalseFriend(scan: Scan, { start, end }: Recognised): boolean {
  const word = lowerAt(scan, start)
  const before = lowerAt(scan, start - 1)
  const next = lowerAt(scan, end)
  // "at the last minute": before something, and not before today
  if (lowerAt(scan, end - 2) === 'last' && /^(minute|second|moment)$/.test(lowerAt(scan, end - 1)))
    return true
  switch (end - start === 1 ? word : '') {
    case 'now':
      // "now that", "by now known", "Now, let us see", "now and then"
      return (
        /^(that|and|or|-)$/.test(next) ||
        /^(than|just|from|here|before|by|but|every|even|as)$/.test(before) ||
        (isCapitalised(scan, start) && !isPresent(scan, end)) ||
        // "It was now dark", "he now returned": the now of a story
        (/^(was|were|had)$/.test(before) && isPronoun(scan, start - 2)) ||
        (/ed$/.test(next) && isPronoun(scan, start - 1))
      )
    case 'soon':
    case 'shortly':
      return next === 'to' || before === 'very'
    case 'current':
      // "the current of the river", "against the current", "electric current"
      return (
        !/^[a-z]/.test(next) ||
        scan.tokens[end]?.kind !== 'word' ||
        BEHIND_CURRENT.has(next) ||
        (next === 'working' && BEHIND_CURRENT.has(lowerAt(scan, end + 1))) ||
        // "current affairs", "a current account"
        /^(affairs|events|accounts?)$/.test(next) ||
        /^(of|in|and|or|as|is|was|that|which|to|from|at|with|by|on|for|flows?|flowing|runs|ran|through)$/.test(
          next,
        ) ||
        /^(electric|electrical|alternating|direct|ocean|tidal|strong|a)$/.test(before) ||
        // "the current passed through the coil"
        (/ed$/.test(next) && /^(through|from|to|by|over|along|into|with|at|in)$/.test(lowerAt(scan, end + 1)))
      )
    case 'recent':
      return (
        BEHIND_RECENT.has(next) ||
        before === 'more' ||
        /^(than|and|or)$/.test(next) ||
        /^(most|more)$/.test(before)
      )
    case 'recently':
      // "most recently as a teacher"
      return before === 'most'
    case 'yesterday':
    case 'today':
    case 'tomorrow':
      return isFigure(scan, start, end)
    default:
      break
  }
  // "in the past", "the future of the harbour": all time that was or will be, and nobody asks when.
  return end - start === 2 && word === 'the' && /^(future|past)$/.test(lowerAt(scan, end - 1))
}

const HAPPENINGS =
  /^(events|results|matches|games|meetings|talks|elections|polls|debates|votes|papers|proceedings|attacks|protests|consequences)$/
const BEHIND_YESTERDAY = /^(man|men|woman|women|people|news|hero|heroes|headlines|star|stars)$/

/** "yesterday's man", "the leaders of tomorrow", "He lives for today": no day is meant. */
function isFigure(scan: Scan, start: number, end: number): boolean {
  const word = lowerAt(scan, start)
  const isOwner = /^'s$/.test(lowerAt(scan, end))
  if (word === 'yesterday' && isOwner) return BEHIND_YESTERDAY.test(lowerAt(scan, end + 1))
  const before = lowerAt(scan, start - 1)
  const head = lowerAt(scan, start - 2)
  if (before === 'of' && word !== 'today' && !isOwner)
    return /(?:[^s]s|people|men|women|children|generation|world)$/.test(head) && !HAPPENINGS.test(head)
  return before === 'for' && /^(live|lives|lived|living)$/.test(head)
}

/** Things that a program shows or works on: one of them is current, whenever. */
const BEHIND_CURRENT = new Set(
  (
    'page frame line directory folder file user session window tab row column cell cursor position value node element branch date ' +
    'time selection thread process scope context buffer pane document paragraph sentence word character viewport shell prompt'
  )
    .split(' ')
    .flatMap((thing) => [thing, `${thing}s`]),
)

/** People who have just become what they are called: when, nobody asks. */
const BEHIND_RECENT = new Set(
  'convert converts graduate graduates arrival arrivals immigrant immigrants recruit recruits hire hires widow widower retiree retirees'.split(
    ' ',
  ),
)

const isPronoun = (scan: Scan, i: number): boolean => /^(he|she|it|they|i|we)$/.test(lowerAt(scan, i))

const SHORT_OF_VERB = 8

/** "Now the company is in debt", but not "Now take the second jar". */
function isPresent(scan: Scan, i: number): boolean {
  for (let k = i; k < i + SHORT_OF_VERB; k++) {
    const word = lowerAt(scan, k)
    if (/^(is|are|has|have|can|cannot|say|says|want|wants|plans?|faces?)$/.test(word)) return k > i
    if (/^[.!?,;:—–]?$/.test(word)) return false
  }
  return false
}
