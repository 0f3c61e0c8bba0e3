import type { Reading } from '../draft/reading'
import { finished, type Steps } from '../draft/steps'
import type { Token } from '../draft/tokens'
import type { Reader } from './check'

/** What was kept of the paragraph that was read last, if it is the same one before an edit. */
export interface Before<Kept> {
  readonly kept: Kept
  /** How many of the first tokens are the same values as they were. */
  readonly shared: number
}

/**
 * A reader that goes on from what it kept of its last paragraph. Tokens are the same values only where a paragraph was read
 * on after an edit (`tokenize`), so they tell by themselves how far the two are one.
 */
export function readingOn<Kept, Facts>(
  read: (
    reading: Reading,
    before: Before<Kept> | undefined,
  ) => Steps<{ readonly kept: Kept; readonly facts: Facts | undefined }>,
): Reader<Facts> {
  let last: { readonly tokens: readonly Token[]; readonly kept: Kept } | undefined
  function* inSteps(reading: Reading): Steps<Facts | undefined> {
    const { tokens } = reading
    const shared = last ? sharedBy(last.tokens, tokens) : 0
    const { kept, facts } = yield* read(reading, last && shared > 0 ? { kept: last.kept, shared } : undefined)
    last = { tokens, kept }
    return facts
  }
  return Object.assign((reading: Reading) => finished(inSteps(reading)), { inSteps })
}

function sharedBy(before: readonly Token[], tokens: readonly Token[]): number {
  let shared = 0
  while (shared < tokens.length && tokens[shared] === before[shared]) shared++
  return shared
}
