import type { Repeat } from './repeats'

/** How many paragraphs on a run may go: a crosshead or an advertisement may stand in a block pasted twice. */
const LARGEST_STEP = 3

/**
 * Groups repeats into runs: a block of paragraphs pasted twice, whose later copies follow each other as the earlier
 * ones do. Exact and near copies make runs; each of them is in one. Repeats come in the order of the text.
 */
export function runsOf(repeats: readonly Repeat[]): readonly (readonly Repeat[])[] {
  const runs: Repeat[][] = []
  let open: Repeat[][] = []
  for (const repeat of repeats) {
    if (repeat.kind === 'contained') continue
    open = open.filter((run) => repeat.block - run.at(-1)!.block <= LARGEST_STEP)
    const run = open.find((candidate) => continues(candidate.at(-1)!, repeat))
    if (run) {
      run.push(repeat)
      continue
    }
    const begun = [repeat]
    runs.push(begun)
    open.push(begun)
  }
  return runs
}

function continues(last: Repeat, next: Repeat): boolean {
  const step = next.repeats - last.repeats
  // Two copies of one paragraph behind each other repeat the same one: that is no run.
  return step >= 1 && step <= LARGEST_STEP
}
