import type { Token } from '../../draft/tokens'
import type { Frame, Quoted } from './frames'
import { speaksOfWords } from './identified'
import { isCue } from './lexicon'
import { type Shape, shapeOf } from './shape'
import type { Source } from './source'

/** The shape of each quotation of a frame. One that the sentence behind takes as words is no speech. */
export function shapesIn(
  frames: readonly Frame[],
  f: number,
  tokens: readonly Token[],
  sources: ReadonlyMap<Quoted, Source>,
  shapes: Map<Quoted, Shape>,
): void {
  const frame = frames[f]!
  const next = frames[f + 1]
  const mentioned = next && isQuotationAlone(frame, tokens) && speaksOfWords(tokens, next)
  for (const [i, item] of frame.quoted.entries()) {
    const opensFrame = item.whole.from === frame.from || tokens[item.whole.from - 1]?.text === ':'
    const shape = mentioned ? 'words' : shapeOf(item.quotation, item.inner, tokens, opensFrame)
    // 'known as "the Hand", or "he who takes"': the same in other words.
    const before = frame.quoted[i - 1]
    const isGloss = before && shapes.get(before) === 'term' && isJoined(before, item, tokens)
    if (isGloss) shapes.set(item, 'term')
    else shapes.set(item, isSaid(item, frame, tokens, sources.get(item)) ? 'sentence' : shape)
  }
}

const isJoined = (
  { whole: { to } }: Quoted,
  { whole: { from } }: Quoted,
  tokens: readonly Token[],
): boolean =>
  tokens[from - 1]!.lower === 'or' && (to === from - 1 || (to === from - 2 && tokens[to]!.text === ','))

/** '"Finally," said Hale': however short, words that open a sentence and have their verb behind them are speech. */
function isSaid(
  { whole, inner }: Quoted,
  { from }: Frame,
  tokens: readonly Token[],
  source: Source | undefined,
): boolean {
  const cue = source?.cue
  if (whole.from !== from || !cue || cue.from < whole.to) return false
  const { lower } = tokens[cue.from]!
  if (!isCue(lower) && lower !== 'began' && lower !== 'begins') return false
  return [',', '!', '?'].includes(tokens[inner.to - 1]?.text ?? '')
}

/** Whether a sentence is one quotation and nothing else. */
export function isQuotationAlone({ from, to, quoted }: Frame, tokens: readonly Token[]): boolean {
  const only = quoted[0]
  if (!only || quoted.length > 1) return false
  for (let i = from; i < to; i++) {
    if (i === only.whole.from) i = only.whole.to - 1
    else if (tokens[i]!.kind !== 'mark') return false
  }
  return true
}
