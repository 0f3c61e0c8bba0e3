import type { Span } from './span'

/** What is longer than this, in UTF-16 code units, is no paragraph that anybody wrote: a text without line breaks, a log. */
export const LONGEST = 10_000
/** No piece but the last is shorter. */
export const SHORTEST = 4_000

/**
 * The pieces in which a text of more than `LONGEST` is read, each as a paragraph, so that no step takes long: cut behind
 * sentences, where all quotations are closed. Where a cut lies depends on nothing but what the piece holds, and which of
 * several sentences it is on their letters: behind an edit, the cuts soon are what they were.
 */
export function* piecesOf(text: string): Generator<Span> {
  for (let start = spaceEnd(text, 0); start < text.length; ) {
    const end = text.length - start <= LONGEST ? text.length : cutBehind(text, start)
    yield { start, end: trimmedEnd(text, start, end) }
    start = spaceEnd(text, end)
  }
}

/** Of the sentences that might end a piece, one in so many does. */
const ONE_IN = 8

function cutBehind(text: string, start: number): number {
  let isStraightOpen = false
  let open = 0
  let last = -1
  for (let at = start; at < start + LONGEST; at++) {
    const code = text.charCodeAt(at)
    if (code === 34) isStraightOpen = !isStraightOpen
    else if (code === 0x201c) open++
    else if (code === 0x201d) open--
    if (at < start + SHORTEST || !endsSentence(text, at) || isStraightOpen || open > 0) continue
    last = at + 1
    if ((text.charCodeAt(at - 3) + 31 * text.charCodeAt(at - 9)) % ONE_IN === 0) return last
  }
  if (last > 0) return last
  // Cut out first: in a text without a space, all in front would be searched for each piece.
  const space = text.slice(start + SHORTEST, start + LONGEST + 1).lastIndexOf(' ')
  return space > 0 ? start + SHORTEST + space : start + LONGEST
}

/** Behind a stop, and behind the marks that close with it. */
function endsSentence(text: string, at: number): boolean {
  if (!isSpace(text.charCodeAt(at + 1))) return false
  let stop = at
  while (/["”’')\]]/.test(text[stop]!)) stop--
  return /[.!?…]/.test(text[stop]!)
}

const isSpace = (code: number): boolean => code === 32 || (code >= 9 && code <= 13)

function spaceEnd(text: string, from: number): number {
  let at = from
  while (at < text.length && isSpace(text.charCodeAt(at))) at++
  return at
}

function trimmedEnd(text: string, start: number, from: number): number {
  let end = from
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--
  return end
}
