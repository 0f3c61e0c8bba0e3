import type { Splice } from '../draft/change'
import type { Finder, Finding, FoundByBlock, Read } from './check'

/** What was looked at last, and what was found. */
interface Looked<Facts, Detail> {
  readonly read: Read<Facts>
  readonly found: FoundByBlock<Finding<Detail>>
}

/**
 * A finder that isn't asked again where an edit has touched only paragraphs that say nothing to it, before as after, and has
 * moved none: most that is typed at the end of a draft. It must find nothing of a paragraph without facts, nor by it.
 */
export function unlessUntouched<Facts, Detail>(find: Finder<Facts, Detail>): Finder<Facts, Detail> {
  let last: Looked<Facts, Detail> | undefined
  // What was left untouched the finder never hears of: it knows the facts as they stood when it was asked.
  return function* (read, splice) {
    if (last && isUntouched(read, splice, last.read)) {
      last = { read, found: last.found }
      return last.found
    }
    const found = yield* find(read, splice)
    last = { read, found }
    return found
  }
}

function isUntouched<Facts>(
  { facts, draft: { blocks }, config, date, today }: Read<Facts>,
  { from, removed, added }: Splice,
  before: Read<Facts>,
): boolean {
  if (removed !== added || config !== before.config || today !== before.today) return false
  if (date?.day !== before.date?.day) return false
  const end = from + added
  // Where the last block behind the edit, or in front of it, has not moved, none has.
  const isLastTouched = added > 0 && end === blocks.length
  if (!isLastTouched && blocks.at(-1) !== before.draft.blocks.at(-1)) return false
  for (let i = from; i < end; i++) if (facts[i] !== undefined || before.facts[i] !== undefined) return false
  return true
}
