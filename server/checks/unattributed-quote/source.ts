import type { Stretch } from './shape'

/** Who says it, and the words by which the draft says so; by tokens. */
export interface Source {
  /** Undefined where the draft points to whoever spoke last ("it added", "the statement went on"). */
  readonly speaker: Stretch | undefined
  readonly cue: Stretch | undefined
  /** The "it" that points to them, or the "who" that stands for the speaker. */
  readonly pronoun?: Stretch
}

export const one = (i: number): Stretch => ({ from: i, to: i + 1 })

export const source = (speaker: Stretch | undefined, cue: Stretch | undefined): Source | undefined =>
  speaker ? { speaker, cue } : undefined

export const DASHES = new Set(['—', '–', '―', '-'])
