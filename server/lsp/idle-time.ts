/** Right behind an answer nobody asks anything for a while: a typist's next key comes after some fifty milliseconds. */
const SOON = 3
const NO_LONGER_SOON = 13
/** Who has asked nothing for so long isn't typing. */
const LONG_SINCE = 400
/** How often it is looked whether there is time. All are milliseconds. */
const LOOKED_EVERY = 4

/** The time in which no editor waits for an answer, for work that can wait. */
export interface IdleTime {
  /** An editor waits from now on, until what is returned is called. */
  awaited(): () => void
  /** Comes when there is time for a little work. What has arrived meanwhile has its turn before. */
  turn(): Promise<void>
}

/** @param now Milliseconds, as of `performance.now`. */
export function createIdleTime(pause: () => Promise<void>, now: () => number): IdleTime {
  let waiting = 0
  let last = now()
  const hasTime = (): boolean => {
    const quiet = now() - last
    return waiting === 0 && ((quiet >= SOON && quiet < NO_LONGER_SOON) || quiet >= LONG_SINCE)
  }
  return {
    awaited() {
      waiting++
      return () => {
        waiting--
        last = now()
      }
    },
    async turn() {
      await pause()
      while (!hasTime()) await new Promise((resolve) => setTimeout(resolve, LOOKED_EVERY))
    },
  }
}
