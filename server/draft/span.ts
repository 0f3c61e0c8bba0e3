import { indexFrom, startOf } from './index-from'

/** A stretch of text: UTF-16 offsets, `end` exclusive. Whose offsets they are, the holder says. */
export interface Span {
  readonly start: number
  readonly end: number
}

export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end
export const contains = (outer: Span, inner: Span): boolean =>
  outer.start <= inner.start && inner.end <= outer.end
export const shift = (span: Span, by: number): Span => ({ start: span.start + by, end: span.end + by })
export const isWithin = (spans: readonly Span[], span: Span): boolean =>
  spans.some((outer) => contains(outer, span))
export const touchesAny = (spans: readonly Span[], span: Span): boolean =>
  spans.some((other) => overlaps(other, span))

/** Tells of one span after the other whether it overlaps any of many, in any order; each takes a binary search. */
export function createOverlapTest(spans: readonly Span[]): (span: Span) => boolean {
  const inOrder = [...spans].sort((a, b) => a.start - b.start)
  let reach = Number.NEGATIVE_INFINITY
  /** How far the spans reach up to each. */
  const reaches = inOrder.map(({ end }) => {
    reach = Math.max(reach, end)
    return reach
  })
  return ({ start, end }) => {
    const before = indexFrom(inOrder, end, startOf)
    return before > 0 && reaches[before - 1]! > start
  }
}
