import type { Finding, Fix, Read } from '../check'
import type { RepeatElsewhere } from './across-drafts'
import type { RepeatInRun } from './finder'
import type { Fingerprint } from './fingerprint'
import { removalEdits } from './removal'
import { twinsOf } from './runs'

type RepeatFinding = Finding<RepeatInRun | RepeatElsewhere>

/** The fixes of one repeat that edits can do, likeliest first. */
export function repeatFixes({ detail }: RepeatFinding, read: Read<Fingerprint>): Fix[] {
  if (!('run' in detail)) return removeHere(detail, read)
  const one = detail.kind === 'contained' ? removeShorter(detail, read) : removeOne(detail, read)
  return [...one, ...removeRun(detail, read)]
}

/** *Remove all later copies in this draft*, where there are several. */
export function draftFixes(all: readonly RepeatFinding[], read: Read<Fingerprint>): Fix[] {
  const copies = all.flatMap(({ kind, detail }) =>
    kind === 'exact' && 'run' in detail && !detail.meant ? [detail.block] : [],
  )
  if (copies.length < 2) return []
  const removable = copies.filter((block) => removalEdits(read.draft, [block]))
  return removal(read, 'Remove all later copies in this draft', removable)
}

/** Nothing is taken out of another draft, and nothing unasked: a paragraph may well be meant to stand in two. */
function removeHere({ kind, block, isShorter }: RepeatElsewhere, read: Read<Fingerprint>): Fix[] {
  if (kind !== 'contained') return removal(read, 'Remove this copy', [block])
  return isShorter ? removal(read, 'Remove the shorter one (this)', [block]) : []
}

function removal(read: Read<Fingerprint>, title: string, blocks: readonly number[]): Fix[] {
  const edits = removalEdits(read.draft, blocks)
  return edits ? [{ title, preferred: false, edits }] : []
}

function removeOne({ kind, block, repeats, meant }: RepeatInRun, read: Read<Fingerprint>): Fix[] {
  const copy = removal(read, 'Remove this copy', [block])
  const isSafe = kind === 'exact' && !meant
  const preferred = isSafe ? copy.map((fix) => ({ ...fix, preferred: true, inFixAll: true })) : copy
  return [...preferred, ...removal(read, 'Remove the earlier one, keep this', [repeats])]
}

function removeShorter({ block, repeats }: RepeatInRun, read: Read<Fingerprint>): Fix[] {
  const isThis = read.facts[block]!.words <= read.facts[repeats]!.words
  const title = `Remove the shorter one (${isThis ? 'this' : 'the earlier'})`
  return removal(read, title, [isThis ? block : repeats])
}

/** The fixes of a longer run are offered with its first finding: a thousand edits with a thousand findings are a million. */
const MOST_REPEATED = 100

function removeRun({ run, block }: RepeatInRun, read: Read<Fingerprint>): Fix[] {
  if (!run.length || (run.length > MOST_REPEATED && run[0]!.block !== block)) return []
  const proseOf = (index: number): string => read.draft.blocks[index]!.paragraph.prose
  const twins = twinsOf(run, (a, b) => proseOf(a) === proseOf(b))
  const later = twins.map((pair) => pair.block)
  const earlier = twins.map((pair) => pair.repeats)
  return [
    ...removal(read, `Remove these ${twins.length} repeated paragraphs`, later),
    ...removal(read, `Remove the earlier ${twins.length} paragraphs, keep these`, earlier),
  ]
}
