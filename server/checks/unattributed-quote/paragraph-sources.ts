import type { Token } from '../../draft/tokens'
import type { QuoteFact } from './facts'
import type { Frame, Quoted } from './frames'
import { isPaper, PRONOUNS } from './lexicon'
import { phraseBefore } from './noun-phrase'
import { isCapital } from './shape'
import type { Source } from './source'
import { cueBefore } from './source-before'
import { mainSubject } from './subject'

/**
 * Who is still speaking when a paragraph ends: whoever it lets begin to speak with its first words, and names in its
 * last ("“…,” Hale said."), or names by a pronoun there. Had the speech ended with the paragraph, its marks would
 * stand at the end.
 */
export function handedOn(
  frames: readonly Frame[],
  tokens: readonly Token[],
  sources: ReadonlyMap<Quoted, Source>,
  quote: QuoteFact | undefined,
): Source | undefined {
  if (quote?.shape !== 'sentence' && quote?.shape !== 'clause') return undefined
  const holder = frames.at(-1)!.quoted.length ? frames.at(-1)! : frames.at(-2)
  const item = holder?.quoted.at(-1)
  const source = item && sources.get(item)
  if (!item || !source?.speaker || item.whole.to === tokens.length) return undefined
  const last = frames.at(-1)!
  if (frames[0]!.quoted[0]?.whole.from === 0)
    return holder === last || source.speaker.from >= item.whole.to ? source : undefined
  const namedLast = holder === last || source.speaker.from >= last.from
  return namedLast && PRONOUNS.has(tokens[source.speaker.from]!.lower) ? source : undefined
}

/** '"Did you read it?" asked Hale.': whoever speaks next answers. */
export function asksInReturn({ cue }: Source, frames: readonly Frame[], tokens: readonly Token[]): boolean {
  const item = frames.findLast(({ quoted }) => quoted.length > 0)?.quoted.at(-1)
  const asks =
    cue !== undefined && ['asked', 'asks', 'enquired', 'inquired'].includes(tokens[cue.from]!.lower)
  return asks && item !== undefined && tokens[item.inner.to - 1]?.text === '?'
}

/** Words by which a speaker goes on from what was said before. */
const CONNECTIVES = new Set([
  'and',
  'but',
  'or',
  'so',
  'because',
  'which',
  'then',
  'therefore',
  'also',
  'yet',
])

export const opensInPassing = (tokens: readonly Token[], { inner }: Quoted): boolean => {
  const first = tokens[inner.from]
  return first !== undefined && (CONNECTIVES.has(first.lower) || first.text === '…' || first.text === '.')
}

export function lastPaper(tokens: readonly Token[]): Source | undefined {
  for (let i = tokens.length - 1; i > 0; i--) {
    if (isPaper(tokens, i)) return { speaker: phraseBefore(tokens, 0, i + 1), cue: undefined }
  }
  return undefined
}

/** Who introduces what follows: "Hale told the board:", "as the board heard, Hale answered:", "The chairman, in full:". */
export function leadSource(
  { from, to, quoted }: Frame,
  tokens: readonly Token[],
  spoken: Source | undefined,
): Source | undefined {
  const found = quoted.length ? spoken : (cueBefore(tokens, from, to - 1, true) ?? spoken)
  if (found) return found
  const speaker = mainSubject(tokens, from, to)
  return speaker && { speaker, cue: undefined }
}

/** "HALE: …", "Q: …": a line of a transcript. */
export function transcriptSpeaker(tokens: readonly Token[]): Source | undefined {
  for (let i = 1; i < 6; i++) {
    if (tokens[i]?.text === ':') return { speaker: { from: 0, to: i }, cue: undefined }
    if (!isCapital(tokens[i]) && tokens[i]?.text !== '.') return undefined
    if (!isCapital(tokens[0])) return undefined
  }
  return undefined
}
