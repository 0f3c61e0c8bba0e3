import { lineNumberAt } from '../../draft/line-number'
import type { Finding, Fix, Read } from '../check'
import type { Fingerprint } from './fingerprint'
import { removalEdits } from './removal'
import type { Repeat } from './repeats'
import { runsOf } from './runs'

type RepeatFinding = Finding<Repeat>

/** All fixes of a repeat that edits can do, likeliest first. */
export function repeatFixes(
  finding: RepeatFinding,
  all: readonly RepeatFinding[],
  read: Read<Fingerprint>,
): Fix[] {
  const repeat = finding.detail
  const one = repeat.kind === 'contained' ? removeShorter(repeat, read) : removeOne(repeat, read)
  return [...one, ...removeRun(repeat, all, read), ...removeAllLater(repeat, all, read)]
}

function removal(read: Read<Fingerprint>, title: string, blocks: readonly number[]): Fix[] {
  const edits = removalEdits(read.draft, blocks)
  return edits ? [{ title, preferred: false, edits }] : []
}

function removeOne(repeat: Repeat, read: Read<Fingerprint>): Fix[] {
  const exact = repeat.kind === 'exact'
  const copy = removal(read, 'Remove this copy', [repeat.block]).map((fix) =>
    exact ? { ...fix, preferred: true, inFixAll: true } : fix,
  )
  return [...copy, ...removal(read, 'Remove the earlier one, keep this', [repeat.repeats])]
}

function removeShorter({ block, repeats }: Repeat, read: Read<Fingerprint>): Fix[] {
  const words = (index: number) => read.facts[index]?.words ?? 0
  const shorter = words(block) <= words(repeats) ? block : repeats
  const line = lineNumberAt(read.draft.text, read.draft.blocks[shorter]!.start)
  return removal(read, `Remove the shorter one (line ${line})`, [shorter])
}

function removeRun(repeat: Repeat, all: readonly RepeatFinding[], read: Read<Fingerprint>): Fix[] {
  const run = runsOf(all.map(({ detail }) => detail)).find((members) => members.includes(repeat))
  if (!run || run.length < 2) return []
  return [
    ...removal(
      read,
      `Remove these ${run.length} repeated paragraphs`,
      run.map(({ block }) => block),
    ),
    ...removal(
      read,
      `Remove the earlier ${run.length} paragraphs, keep these`,
      run.map(({ repeats }) => repeats),
    ),
  ]
}

function removeAllLater(repeat: Repeat, all: readonly RepeatFinding[], read: Read<Fingerprint>): Fix[] {
  const copies = all.filter(({ detail }) => detail.kind === 'exact').map(({ detail }) => detail.block)
  if (repeat.kind !== 'exact' || copies.length < 2) return []
  const removable = copies.filter((block) => removalEdits(read.draft, [block]))
  return removal(read, 'Remove all later copies in this draft', removable)
}
