import type { Change } from './change'
import { copied } from './copied'
import { type Block, blockAt, endOf, type Layout } from './draft'
import { type ParagraphKind, plainParagraph } from './paragraph'
import { LONGEST, piecesOf } from './pieces'
import type { Span } from './span'
import { createPace, type Steps } from './steps'
import type { Text } from './text'

/** A line without its break; white space at either end left out. */
interface Line {
  readonly start: number
  readonly end: number
}

const LINE_FEED = 10

const isSpace = (code: number): boolean =>
  code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0xfeff

/** The line that begins at an offset, up to its break or to `to`, and where the next one begins. */
function lineAt(text: Text, lineStart: number, to: number): Line & { readonly next: number } {
  const found = text.indexOf('\n', lineStart)
  const lineEnd = found < 0 || found > to ? to : found
  let start = lineStart
  let end = lineEnd
  while (start < end && isSpace(text.charCodeAt(start))) start++
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--
  return { start, end, next: lineEnd + 1 }
}

const isBlank = (line: Line): boolean => line.start === line.end

/** What a line of hard-wrapped text rarely ends with, and a paragraph nearly always does. */
const ENDS_PARAGRAPH = /[.!?…:;"”“’'»)\]]$/
const HARD_WRAP_LIMIT = 120

/** How many lines have a line right behind them, and how many of those end like a paragraph. */
export interface LineCounts {
  readonly followed: number
  readonly complete: number
}

/** So many lines are counted in one step. */
const LINES_AT_ONCE = 1024

/** Counts the lines that begin between two offsets; the line behind the last one is looked at too. */
export function* countLines(text: Text, from: number, to: number, textEnd: number): Steps<LineCounts> {
  let followed = 0
  let complete = 0
  let lines = 0
  let line = lineAt(text, from, textEnd)
  while (line.next <= textEnd) {
    const next = lineAt(text, line.next, textEnd)
    if (!isBlank(line) && !isBlank(next)) {
      followed++
      const tail = text.slice(Math.max(line.start, line.end - 2), line.end)
      if (ENDS_PARAGRAPH.test(tail) || line.end - line.start > HARD_WRAP_LIMIT) complete++
    }
    if (line.next >= to) break
    line = next
    if (++lines % LINES_AT_ONCE === 0) yield
  }
  return { followed, complete }
}

/**
 * Tells hard-wrapped text from text with one paragraph a line, by the lines that another line follows: copy that
 * arrives from a wire or a web page has them end with a stop, or run on for hundreds of characters.
 */
export function layoutFor({ followed, complete }: LineCounts): Layout {
  return followed > 0 && complete * 2 >= followed ? 'one-per-line' : 'blank-lines'
}

/** So many characters are split in one step, */
const SPLIT_AT_ONCE = 50_000
/** where a paragraph, however short, takes as long as so many. */
const FOR_EACH = 50

/** Splits plain text into its paragraphs. `from` and `to` bound the body (without front matter). */
export function* readPlaintext(text: Text, from: number, to: number, layout: Layout): Steps<Block[]> {
  const blocks: Block[] = []
  const isTime = createPace(SPLIT_AT_ONCE)
  for (
    let stretch = paragraphFrom(text, from, to, layout);
    stretch;
    stretch = paragraphFrom(text, nextLine(text, stretch.end), to, layout)
  ) {
    for (const block of blocksOf(text, stretch)) {
      blocks.push(block)
      if (isTime(FOR_EACH + block.paragraph.source.length)) yield
    }
  }
  return blocks
}

/** The first paragraph that begins in or behind the line that begins at an offset. */
function paragraphFrom(text: Text, lineStart: number, to: number, layout: Layout): Span | undefined {
  let start = -1
  let end = -1
  for (let at = lineStart; at < to; ) {
    const line = lineAt(text, at, to)
    at = line.next
    if (isBlank(line)) {
      if (start >= 0) break
      while (at < to && text.charCodeAt(at) === LINE_FEED) at++
      continue
    }
    if (start < 0) start = line.start
    end = line.end
    if (layout === 'one-per-line') break
  }
  return start < 0 ? undefined : { start, end }
}

function nextLine(text: Text, end: number): number {
  const found = text.indexOf('\n', end)
  return found < 0 ? text.length : found + 1
}

/** A paragraph, or one after the other the pieces of one that is too long. */
function blocksOf(text: Text, { start, end }: Span): Iterable<Block> {
  const source = text.slice(start, end)
  return source.length <= LONGEST ? [blockOf(source, start)] : pieceBlocks(source, start)
}

function* pieceBlocks(source: string, at: number): Generator<Block> {
  for (const { start, end } of piecesOf(source)) yield blockOf(source.slice(start, end), at + start)
}

/** Whether a block is the next piece of the paragraph that the one in front of it begins or goes on with. */
function isNextPiece(text: Text, before: Block, { start }: Block, layout: Layout): boolean {
  const gap = text.slice(endOf(before), start)
  return layout === 'one-per-line' ? !gap.includes('\n') : !/\n[^\S\n]*\n/.test(gap)
}

/**
 * Reads again what an edit touched of a text whose layout has stayed; the other paragraphs are those of before, moved.
 * `from` is where the body begins, and the edit lies behind it.
 */
export function rereadPlaintext(
  before: readonly Block[],
  { start, end, length }: Change,
  text: Text,
  from: number,
  layout: Layout,
): Block[] {
  const by = length - (end - start)
  const rewritten = rewrittenLine(before, { start, end, length }, text)
  if (rewritten) return rewritten
  // The paragraph in front of the edit may grow into it, the one behind it may be drawn in. If they don't, they stay.
  let first = Math.max(0, blockAt(before, start) - 1)
  while (first > 0 && isNextPiece(text, before[first - 1]!, before[first]!, layout)) first--
  const blocks = before.slice(0, first)
  let ahead = first
  let behind = blockAt(before, end + 1)
  let lineStart = first === 0 ? from : nextLine(text, endOf(before[first - 1]!))
  for (;;) {
    const stretch = paragraphFrom(text, lineStart, text.length, layout)
    if (!stretch) return blocks
    for (const block of blocksOf(text, stretch)) {
      if (isSameBlock(block, before[ahead])) {
        blocks.push(before[ahead++]!)
        continue
      }
      while (behind < before.length && before[behind]!.start + by < block.start) behind++
      const known = before[behind]
      if (known && known.start + by === block.start && known.paragraph.source === block.paragraph.source) {
        for (let at = behind; at < before.length; at++) {
          blocks.push(moved(before[at]!, by))
        }
        return blocks
      }
      blocks.push(blockOf(copied(block.paragraph.source), block.start))
    }
    lineStart = nextLine(text, stretch.end)
  }
}

/**
 * The blocks after an edit within the words of a paragraph that takes one line, as most edits are: it stays one, and all others
 * what they are. Undefined for any other edit.
 */
function rewrittenLine(
  before: readonly Block[],
  { start, end, length }: Change,
  text: Text,
): Block[] | undefined {
  const i = blockAt(before, start)
  const block = before[i]
  if (!block || start <= block.start || end > endOf(block)) return undefined
  const by = length - (end - start)
  const lineEnd = endOf(block) + by
  const source = text.slice(block.start, lineEnd)
  const isWholeLine = isLineEdge(text, block.start - 1) && isLineEdge(text, lineEnd)
  if (
    !isWholeLine ||
    source.length > LONGEST ||
    /[\r\n]/.test(source) ||
    block.paragraph.source.includes('\n')
  )
    return undefined
  if (isSpace(source.charCodeAt(source.length - 1))) return undefined
  const blocks = before.slice()
  blocks[i] = blockOf(copied(source), block.start)
  if (by === 0) return blocks
  for (let at = i + 1; at < blocks.length; at++) blocks[at] = moved(before[at]!, by)
  return blocks
}

const moved = ({ start, paragraph }: Block, by: number): Block => ({ start: start + by, paragraph })

const isLineEdge = (text: Text, offset: number): boolean =>
  offset < 0 || offset >= text.length || text.charCodeAt(offset) === LINE_FEED

const isSameBlock = (a: Block, b: Block | undefined): boolean =>
  a.start === b?.start && a.paragraph.source === b.paragraph.source

function blockOf(source: string, start: number): Block {
  return { start, paragraph: plainParagraph(kindOf(source), source) }
}

const HEADING_LIMIT = 80
const HEADING_WORDS = 12
const ENDS_PROSE = new Set('.!?…:;,"”“’\'»)]—–-')

/** "More From This Section": a short line of its own that ends without a stop. */
function kindOf(source: string): ParagraphKind {
  if (source.length > HEADING_LIMIT || source.includes('\n')) return 'prose'
  if (ENDS_PROSE.has(source.charAt(source.length - 1))) return 'prose'
  return source.split(/\s+/).length > HEADING_WORDS ? 'prose' : 'heading'
}
