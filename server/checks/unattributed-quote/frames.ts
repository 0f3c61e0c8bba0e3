import { NOTHING } from '../../draft/kept'
import type { Quotation } from '../../draft/quotations'
import type { Span } from '../../draft/span'
import type { Token } from '../../draft/tokens'
import type { Stretch } from './shape'

/** A quotation by its tokens, marks included. */
export interface Quoted {
  readonly quotation: Quotation
  readonly whole: Stretch
  readonly inner: Stretch
}

/** A sentence of the paragraph in which a quotation counts as one word, however many sentences it holds. */
export interface Frame extends Stretch {
  readonly quoted: readonly Quoted[]
}

/** Places the quotations that stand in no other one among the tokens. */
export function quotedOf(quotations: readonly Quotation[], tokens: readonly Token[]): Quoted[] {
  const found: Quoted[] = []
  let at = 0
  for (const quotation of quotations) {
    if (quotation.depth > 0) continue
    while (at < tokens.length && tokens[at]!.start < quotation.start) at++
    const from = at
    while (at < tokens.length && tokens[at]!.end <= quotation.end) at++
    if (at === from) continue
    let first = from
    while (first < at && tokens[first]!.start < quotation.inner.start) first++
    let last = at
    while (last > first && tokens[last - 1]!.end > quotation.inner.end) last--
    const inner = { from: first, to: last }
    found.push({ quotation, whole: { from, to: at }, inner })
  }
  return found
}

/** Cuts a paragraph into frames. */
export function framesOf(
  tokens: readonly Token[],
  sentences: readonly Span[],
  quoted: readonly Quoted[],
): Frame[] {
  const frames: Frame[] = []
  let from = 0
  let at = 0
  let q = 0
  let firstQuoted = 0
  for (const sentence of sentences) {
    while (at < tokens.length && tokens[at]!.end <= sentence.end) at++
    while (q < quoted.length && quoted[q]!.whole.to <= at) q++
    const inside = quoted[q]
    if (inside && inside.whole.from < at && at < inside.whole.to) continue
    frames.push({ from, to: at, quoted: q > firstQuoted ? quoted.slice(firstQuoted, q) : NOTHING })
    from = at
    firstQuoted = q
  }
  return frames
}

/** The stretches of a frame that stand in no quotation. */
export function outsideQuotations({ from, to, quoted }: Frame): Stretch[] {
  const outside: Stretch[] = []
  let at = from
  for (const { whole } of quoted) {
    if (whole.from > at) outside.push({ from: at, to: whole.from })
    at = Math.max(at, whole.to)
  }
  if (at < to) outside.push({ from: at, to })
  return outside
}
