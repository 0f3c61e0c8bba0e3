import { NOTHING } from '../../draft/kept'
import type { Span } from '../../draft/span'

/** Spans made ready to be asked many times what they cover: by start, each with the furthest end so far. */
export interface Cover {
  readonly starts: readonly number[]
  readonly furthest: readonly number[]
}

const NOWHERE: Cover = { starts: NOTHING, furthest: NOTHING }

export function coverOf(spans: readonly Span[]): Cover {
  if (!spans.length) return NOWHERE
  const sorted = [...spans].sort((a, b) => a.start - b.start)
  let end = -1
  return {
    starts: sorted.map(({ start }) => start),
    furthest: sorted.map((span) => {
      end = Math.max(end, span.end)
      return end
    }),
  }
}

/** Whether one of the spans holds all of another. */
export const isCovered = (cover: Cover, { start, end }: Span): boolean => furthestEnd(cover, start) >= end

/** Whether one of the spans shares a character with another. */
export const isTouched = (cover: Cover, { start, end }: Span): boolean => furthestEnd(cover, end - 1) > start

/** The furthest end of the spans that begin no later than an offset; -1 if none does. */
function furthestEnd({ starts, furthest }: Cover, offset: number): number {
  let low = 0
  let high = starts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (starts[middle]! <= offset) low = middle + 1
    else high = middle
  }
  return low ? furthest[low - 1]! : -1
}
