import type { Block, Layout } from './draft'
import { type ParagraphKind, plainParagraph } from './paragraph'

/** A line without its break; white space at either end left out. */
interface Line {
  readonly start: number
  readonly end: number
}

const isSpace = (code: number): boolean =>
  code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0xfeff

/** The lines of a text between two offsets. A blank one has no length. */
function* linesOf(text: string, from: number, to: number): Generator<Line> {
  let lineStart = from
  while (lineStart < to) {
    const found = text.indexOf('\n', lineStart)
    const lineEnd = found < 0 || found > to ? to : found
    let start = lineStart
    let end = lineEnd
    while (start < end && isSpace(text.charCodeAt(start))) start++
    while (end > start && isSpace(text.charCodeAt(end - 1))) end--
    yield { start, end }
    lineStart = lineEnd + 1
  }
}

const isBlank = (line: Line): boolean => line.start === line.end
/** What a line of hard-wrapped text rarely ends with, and a paragraph nearly always does. */
const ENDS_PARAGRAPH = /[.!?…:;"”’'»)\]]$/
const HARD_WRAP_LIMIT = 120

/**
 * Tells hard-wrapped text from text with one paragraph a line, by the lines that another line follows: copy that
 * arrives from a wire or a web page has them end with a stop, or run on for hundreds of characters.
 */
export function layoutOf(text: string, from: number, to: number): Layout {
  let followed = 0
  let complete = 0
  let previous: Line | undefined
  for (const line of linesOf(text, from, to)) {
    if (previous && !isBlank(previous) && !isBlank(line)) {
      followed++
      const tail = text.slice(Math.max(previous.start, previous.end - 2), previous.end)
      if (ENDS_PARAGRAPH.test(tail) || previous.end - previous.start > HARD_WRAP_LIMIT) complete++
    }
    previous = line
  }
  return followed > 0 && complete * 2 >= followed ? 'one-per-line' : 'blank-lines'
}

/** Splits plain text into its paragraphs. `from` and `to` bound the body (without front matter). */
export function readPlaintext(text: string, from: number, to: number, layout: Layout): Block[] {
  const blocks: Block[] = []
  let start = -1
  let end = -1
  const close = () => {
    if (start >= 0) blocks.push(blockOf(text.slice(start, end), start))
    start = -1
  }
  for (const line of linesOf(text, from, to)) {
    if (isBlank(line)) {
      close()
      continue
    }
    if (start >= 0 && layout === 'one-per-line') close()
    if (start < 0) start = line.start
    end = line.end
  }
  close()
  return blocks
}

function blockOf(source: string, start: number): Block {
  return { start, paragraph: plainParagraph(kindOf(source), source) }
}

const HEADING_LIMIT = 80
const HEADING_WORDS = 12
/** "More From This Section": a short line of its own that ends without a stop. */
function kindOf(source: string): ParagraphKind {
  if (source.length > HEADING_LIMIT || source.includes('\n') || source.split(/\s+/).length > HEADING_WORDS)
    return 'prose'
  return /[.!?…:;,"”’'»)\]—–-]$/.test(source) ? 'prose' : 'heading'
}
