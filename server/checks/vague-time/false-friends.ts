import type { Recognised } from './expression'
import { isCapitalised, lowerAt, type Scan } from './scan'

/** Words that only look like an expression that can't be placed. */
export function isFalseFriend(scan: Scan, { start, end }: Recognised): boolean {
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
