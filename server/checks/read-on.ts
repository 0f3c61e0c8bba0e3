import type { Reading } from '../draft/reading'
import type { Steps } from '../draft/steps'
import type { Token } from '../draft/tokens'
import type { Reader } from './check'

/** What was kept of the paragraph that was read last, if it is the same one before an edit. */
export interface Before<Kept> {
  readonly kept: Kept
  /** How many of the first tokens are the same values as they were. */
  readonly shared: number
}

/** What was found of a paragraph, and what is kept of it for the next time. */
export interface ReadOn<Kept, Facts> {
  readonly kept: Kept
  readonly facts: Facts | undefined
}

/**
 * A reader that goes on from what it kept of its last paragraph. Tokens are the same values only where a paragraph was read
 * on after an edit (`tokenize`), so they tell by themselves how far the two are one. Where a long paragraph takes a while, it
 * reads `inSteps`.
 */
export function readingOn<Kept, Facts>(
  read: (reading: Reading, before: Before<Kept> | undefined) => ReadOn<Kept, Facts>,
  inSteps?: (reading: Reading, before: Before<Kept> | undefined) => Steps<ReadOn<Kept, Facts>>,
): Reader<Facts> {
  let last: { readonly tokens: readonly Token[]; readonly kept: Kept } | undefined
  const before = ({ tokens }: Reading): Before<Kept> | undefined => {
    const shared = last ? sharedBy(last.tokens, tokens) : 0
    return last && shared > 0 ? { kept: last.kept, shared } : undefined
  }
  const remember = ({ tokens }: Reading, { kept, facts }: ReadOn<Kept, Facts>): Facts | undefined => {
    last = { tokens, kept }
    return facts
  }
  const reader = (reading: Reading) => remember(reading, read(reading, before(reading)))
  if (!inSteps) return reader
  return Object.assign(reader, {
    *inSteps(reading: Reading): Steps<Facts | undefined> {
      return remember(reading, yield* inSteps(reading, before(reading)))
    },
  })
}

function sharedBy(before: readonly Token[], tokens: readonly Token[]): number {
  let shared = 0
  while (shared < tokens.length && tokens[shared] === before[shared]) shared++
  return shared
}
