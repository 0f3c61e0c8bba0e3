import type { Attribution } from './attribution'
import type { QuoteFact } from './facts'

/** What is to be said of a quotation: part of the JSON contract. */
export type Verdict = 'attributed' | 'unattributed' | 'fragment' | 'not-speech' | 'unclosed'

export function verdictOf({ shape, source: own }: QuoteFact, source: Attribution | undefined): Verdict {
  if (shape === 'term') return 'not-speech'
  if (source) return 'attributed'
  // "… it was said", "they called it": speech, of which the paragraph knows no more.
  if (own?.cue && !own.speaker && shape !== 'sentence') return 'attributed'
  if (shape === 'words') return 'not-speech'
  return shape === 'fragment' ? 'fragment' : 'unattributed'
}
