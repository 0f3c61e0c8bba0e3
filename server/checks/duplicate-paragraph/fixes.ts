import type { Finding, Fix, Read } from '../check'
import type { Fingerprint } from './fingerprint'
import { removalEdits } from './removal'
import type { Repeat } from './repeats'

/** What is remembered of a finding: the repeat, and the run that it is part of. */
export interface RepeatInRun extends Repeat {
  readonly run: readonly Repeat[]
}

type RepeatFinding = Finding<RepeatInRun>

/** The fixes of one repeat that edits can do, likeliest first. */
export function repeatFixes({ detail }: RepeatFinding, read: Read<Fingerprint>): Fix[] {
  const one = detail.kind === 'contained' ? removeShorter(detail, read) : removeOne(detail, read)
  return [...one, ...removeRun(detail, read)]
}

/** *Remove all later copies in this draft*, where there are several. */
export function draftFixes(all: readonly RepeatFinding[], read: Read<Fingerprint>): Fix[] {
  const copies = all.filter(({ kind }) => kind === 'exact').map(({ detail }) => detail.block)
  if (copies.length < 2) return []
  const removable = copies.filter((block) => removalEdits(read.draft, [block]))
  return removal(read, 'Remove all later copies in this draft', removable)
}

function removal(read: Read<Fingerprint>, title: string, blocks: readonly number[]): Fix[] {
  const edits = removalEdits(read.draft, blocks)
  return edits ? [{ title, preferred: false, edits }] : []
}

function removeOne({ kind, block, repeats }: Repeat, read: Read<Fingerprint>): Fix[] {
  const copy = removal(read, 'Remove this copy', [block])
  const preferred = kind === 'exact' ? copy.map((fix) => ({ ...fix, preferred: true, inFixAll: true })) : copy
  return [...preferred, ...removal(read, 'Remove the earlier one, keep this', [repeats])]
}

function removeShorter({ block, repeats }: Repeat, { facts, ...read }: Read<Fingerprint>): Fix[] {
  const isThis = facts[block]!.words <= facts[repeats]!.words
  const title = `Remove the shorter one (${isThis ? 'this' : 'the earlier'})`
  return removal({ ...read, facts }, title, [isThis ? block : repeats])
}

function removeRun({ run }: RepeatInRun, read: Read<Fingerprint>): Fix[] {
  if (run.length < 2) return []
  const later = run.map(({ block }) => block)
  const earlier = run.map(({ repeats }) => repeats)
  return [
    ...removal(read, `Remove these ${run.length} repeated paragraphs`, later),
    ...removal(read, `Remove the earlier ${run.length} paragraphs, keep these`, earlier),
  ]
}
