import { type Draft, endOf } from '../../draft/draft'
import { lineEndAt, lineStartAt } from '../../draft/lines'
import type { Span } from '../../draft/span'
import type { TextEdit } from '../check'

/**
 * The edits that take paragraphs out of a draft, each with the blank line before it (the first of the draft, or of a block
 * quote: behind it), so that what is left is byte for byte the rest. Undefined where a paragraph can't go alone.
 */
export function removalEdits(draft: Draft, blocks: readonly number[]): TextEdit[] | undefined {
  if (blocks.some((block) => holdsOthers(draft, block))) return undefined
  const spans = blocks.map((block) => withBlankLine(draft.text, linesOf(draft, block)))
  return joined(spans, draft.text).map(({ start, end }) => ({ start, end, newText: '' }))
}

/** A paragraph's lines, with the marks of lists and quotes that they begin with, up to the last line's break. */
function linesOf({ text, blocks, language }: Draft, index: number): Span & { readonly quoted: boolean } {
  const block = blocks[index]!
  const lineEnd = lineEndAt(text, endOf(block))
  return {
    start: lineStartAt(text, block.start),
    end: text.charCodeAt(lineEnd - 1) === 13 ? lineEnd - 1 : lineEnd,
    quoted: language === 'markdown' && block.paragraph.kind === 'quote',
  }
}

type Lines = ReturnType<typeof linesOf>

/**
 * A paragraph that opens the draft goes with the blank line behind it, all others with the one before. If the next one
 * goes too, both want the same blank line: then they go as one.
 */
function joined(edits: readonly Lines[], text: string): Lines[] {
  const result: Lines[] = []
  for (const edit of [...edits].sort((a, b) => a.start - b.start)) {
    const last = result.at(-1)
    if (!last || edit.start >= last.end) result.push(edit)
    else {
      const end = Math.max(last.end, startOfTextBehind(text, edit.end, last.quoted))
      result[result.length - 1] = { ...last, end }
    }
  }
  return result
}

function withBlankLine(text: string, { start, end, quoted }: Lines): Lines {
  const before = opensQuote(text, { start, end, quoted }) ? undefined : endOfTextBefore(text, start, quoted)
  if (before !== undefined) return { start: before, end, quoted }
  return { start, end: startOfTextBehind(text, end, quoted), quoted }
}

/** Whether a paragraph is the first of a block quote that goes on: the line before it isn't quoted, the one behind is. */
function opensQuote(text: string, { start, end, quoted }: Lines): boolean {
  if (!quoted || isQuotedLine(text, start - 1)) return false
  const lineBreak = text.indexOf('\n', end)
  return lineBreak >= 0 && isQuotedLine(text, lineBreak + 1)
}

const isQuotedLine = (text: string, offset: number): boolean =>
  offset >= 0 && text.slice(lineStartAt(text, offset), lineEndAt(text, offset)).trimStart().startsWith('>')

/** The end of the last line before `offset` that isn't blank; undefined if there is none. */
function endOfTextBefore(text: string, offset: number, quoted: boolean): number | undefined {
  let lineEnd = offset - 1
  while (lineEnd >= 0) {
    const lineStart = lineStartAt(text, lineEnd)
    const line = text.slice(lineStart, lineEnd)
    if (!isBlank(line, quoted)) return line.endsWith('\r') ? lineEnd - 1 : lineEnd
    lineEnd = lineStart - 1
  }
  return undefined
}

function startOfTextBehind(text: string, offset: number, quoted: boolean): number {
  let lineStart = text.indexOf('\n', offset) + 1
  while (lineStart > 0) {
    const found = text.indexOf('\n', lineStart)
    const lineEnd = found < 0 ? text.length : found
    if (!isBlank(text.slice(lineStart, lineEnd), quoted)) return lineStart
    if (found < 0) return text.length
    lineStart = found + 1
  }
  return text.length
}

const isBlank = (line: string, quoted: boolean): boolean => (quoted ? /^[\s>]*$/ : /^\s*$/).test(line)

const LIST_MARK = /^([ \t>]*)(?:[-*+]|\d{1,9}[.)])[ \t]/

/**
 * Whether other things hang on a paragraph: a list item that goes on with paragraphs, items or code of its own, indented
 * deeper than its mark; or a paragraph between a list and indented text, which the list would draw in.
 */
function holdsOthers({ text, language, blocks }: Draft, index: number): boolean {
  if (language !== 'markdown') return false
  const block = blocks[index]!
  const quoted = block.paragraph.kind === 'quote'
  const behind = startOfTextBehind(text, endOf(block), quoted)
  const indent = /^[ \t>]*/.exec(text.slice(behind, lineEndAt(text, behind)))![0].length
  const mark = LIST_MARK.exec(text.slice(lineStartAt(text, block.start), block.start))
  if (mark) return indent > mark[1]!.length
  return block.paragraph.kind === 'prose' && indent > 1 && blocks[index - 1]?.paragraph.kind === 'item'
}
