import type { Repeat } from './repeats'

/** A block of paragraphs that stands twice, as its repeats in the order of the text. */
export type Run = readonly Repeat[]

/** How many paragraphs on a run may go: a crosshead or an advertisement may stand in a block pasted twice. */
const LARGEST_STEP = 3

const NO_RUN: Run = []

/**
 * Groups repeats into runs: a block of paragraphs pasted twice, whose later copies follow each other as the earlier
 * ones do. Exact and near copies make runs; each of them is in one at most. Repeats come in the order of the text.
 */
export function runsOf(repeats: readonly Repeat[]): (repeat: Repeat) => Run {
  const runs = new Map<Repeat, Repeat[]>()
  let open: Repeat[][] = []
  for (const repeat of repeats) {
    if (repeat.kind === 'contained') continue
    open = open.filter((run) => repeat.block - run.at(-1)!.block <= LARGEST_STEP)
    const run = open.find((candidate) => continues(candidate, repeat))
    if (run) run.push(repeat)
    const of = run ?? [repeat]
    if (!run) open.push(of)
    runs.set(repeat, of)
  }
  return (repeat) => {
    const run = runs.get(repeat)
    return run && run.length > 1 ? run : NO_RUN
  }
}

function continues(run: Run, next: Repeat): boolean {
  const step = next.repeats - run.at(-1)!.repeats
  // Two copies of one paragraph behind each other repeat the same one, and three of them repeat themselves: no runs.
  return step >= 1 && step <= LARGEST_STEP && next.repeats < run[0]!.block
}

export function isSameRun(a: Run, b: Run): boolean {
  return (
    a.length === b.length &&
    a.every(({ block, repeats }, i) => block === b[i]!.block && repeats === b[i]!.repeats)
  )
}

/** A paragraph of a run, and the earlier one that it repeats. */
export type Twins = Pick<Repeat, 'block' | 'repeats'>

/**
 * All of a block that was pasted twice: the repeats, and what stands the same between them in both places though it is
 * too short to be reported ("Thank you.", a crosshead).
 */
export function twinsOf(run: Run, isSame: (a: number, b: number) => boolean): Twins[] {
  return run.flatMap((repeat, i) => {
    const before = run[i - 1]
    if (!before || repeat.block - before.block !== repeat.repeats - before.repeats) return [repeat]
    const between: Twins[] = []
    for (let step = 1; before.block + step < repeat.block; step++) {
      const twins = { block: before.block + step, repeats: before.repeats + step }
      if (isSame(twins.block, twins.repeats)) between.push(twins)
    }
    return [...between, repeat]
  })
}
