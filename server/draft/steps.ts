/** Work that can be laid down between its steps, and taken up again or left. It says nothing until its result. */
export type Steps<Result> = Generator<undefined, Result, undefined>

/** After so many of the smallest parts of most work a step ends: less than a millisecond's worth. */
const STEP = 128

/** Counts the parts of some work as they are done; says when it is time for a step to end, after so many of them. */
export function createPace(step = STEP): (parts?: number) => boolean {
  let done = 0
  return (parts = 1) => {
    done += parts
    if (done < step) return false
    done = 0
    return true
  }
}

/** Does all of it at once. */
export function finished<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}
