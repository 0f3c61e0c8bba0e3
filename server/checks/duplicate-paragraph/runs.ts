import type { Repeat } from './repeats'

/** How many paragraphs may stand between two of a run: a crosshead or an advertisement in a block pasted twice. */
const LARGEST_GAP = 3

/**
 * Groups repeats into runs: a block of paragraphs pasted twice, whose later copies follow each other as the earlier
 * ones do. Exact and near copies make runs; each repeat is in one.
 */
export function runsOf(repeats: readonly Repeat[]): readonly (readonly Repeat[])[] {
  const runs: Repeat[][] = []
  for (const repeat of repeats) {
    if (repeat.kind === 'contained') continue
    const run = runs.find((candidate) => continues(candidate.at(-1)!, repeat))
    if (run) run.push(repeat)
    else runs.push([repeat])
  }
  return runs
}

function continues(last: Repeat, next: Repeat): boolean {
  const later = next.block - last.block
  const earlier = next.repeats - last.repeats
  // A block pasted behind itself must not swallow its own first copy.
  return later >= 1 && later <= LARGEST_GAP && earlier >= 1 && earlier <= LARGEST_GAP
}
