import { type Draft, endOf } from '../../draft/draft'
import { lineEndAt, lineStartAt } from '../../draft/lines'
import type { Span } from '../../draft/span'
import type { TextEdit } from '../check'

/**
 * The edits that take paragraphs out of a draft, each with the blank line before it (the first of the draft: behind
 * it), so that what is left is byte for byte the rest. Undefined where a paragraph can't go alone: a list item with
 * items of its own.
 */
export function removalEdits(draft: Draft, blocks: readonly number[]): TextEdit[] | undefined {
  if (blocks.some((block) => holdsMore(draft, block))) return undefined
  const spans = blocks.map((block) => withBlankLine(draft.text, linesOf(draft, block)))
  return joined(spans, draft.text).map((span) => ({ ...span, newText: '' }))
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
function joined(edits: readonly Span[], text: string): Span[] {
  const result: Span[] = []
  for (const edit of [...edits].sort((a, b) => a.start - b.start)) {
    const last = result.at(-1)
    if (!last || edit.start >= last.end) result.push(edit)
    else
      result[result.length - 1] = {
        start: last.start,
        end: Math.max(last.end, startOfTextBehind(text, edit.end, false)),
      }
  }
  return result
}

function withBlankLine(text: string, { start, end, quoted }: Lines): Span {
  const before = endOfTextBefore(text, start, quoted)
  if (before !== undefined) return { start: before, end }
  return { start, end: startOfTextBehind(text, end, quoted) }
}

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

/** Whether a list item goes on with paragraphs or items of its own, indented deeper than itself. */
function holdsMore(draft: Draft, index: number): boolean {
  const block = draft.blocks[index]!
  const next = draft.blocks[index + 1]
  if (block.paragraph.kind !== 'item' || next?.paragraph.kind !== 'item') return false
  return indentOf(draft.text, next.start) > indentOf(draft.text, block.start)
}

function indentOf(text: string, offset: number): number {
  const lineStart = lineStartAt(text, offset)
  return /^[ \t]*/.exec(text.slice(lineStart, offset))![0].length
}
