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
