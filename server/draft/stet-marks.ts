import type { Block } from './draft'
import { indexFrom, startOf } from './index-from'
import { lineEndAt, lineStartAt } from './lines'
import type { Span } from './span'
import { createPace, type Steps } from './steps'
import type { Text } from './text'

/** A comment by which the writer lets findings stand. */
export interface StetMark extends Span {
  /** The checks it names; all of them if it names none. */
  readonly checks: readonly string[]
  /** What it covers. */
  readonly covers: Span
}

const COMMENT = /^<!--\s*stet(-begin|-end|-file)?(?:\s+([\w\s,-]*?))?\s*-->$/

/**
 * Reads the writer's marks out of a draft's comments (in the order of the text). At the end of a line a mark covers
 * the line, alone on its line the next block; `stet-begin` covers all until `stet-end` or the draft's end.
 */
export function* stetMarksOf(
  text: Text,
  comments: readonly Span[],
  blocks: readonly Block[],
): Steps<StetMark[]> {
  const marks: StetMark[] = []
  let open: { start: number; end: number; checks: readonly string[] } | undefined
  const close = (end: number) => {
    if (open) marks.push({ ...open, covers: { start: open.end, end } })
    open = undefined
  }
  // The line of the last comment: a thousand may stand in one.
  let line = { start: 0, end: -1 }
  const isTime = createPace()
  for (const { start, end } of comments) {
    if (isTime()) yield
    const match = COMMENT.exec(text.slice(start, end))
    if (!match) continue
    const checks = (match[2] ?? '').split(/[\s,]+/).filter(Boolean)
    const mark = { start, end, checks }
    if (match[1] === '-begin') {
      close(start)
      open = mark
    } else if (match[1] === '-end') close(start)
    else if (match[1] === '-file') marks.push({ ...mark, covers: { start: 0, end: text.length } })
    else {
      if (start > line.end) line = { start: lineStartAt(text, start), end: lineEndAt(text, start) }
      marks.push({ ...mark, covers: wordsBefore(text, line.start, start) ?? blockAfter(blocks, end) })
    }
  }
  close(text.length)
  return marks
}

/** The marks of lists and quotes at the start of a line are no more than this, white space included. */
const LONGEST_INDENT = 200

/** The line up to a mark, if anything but the marks of lists and quotes stands before it there. */
function wordsBefore(text: Text, lineStart: number, mark: number): Span | undefined {
  const isWords = mark > lineStart + LONGEST_INDENT || /[^\s>*+-]/.test(text.slice(lineStart, mark))
  return isWords ? { start: lineStart, end: mark } : undefined
}

function blockAfter(blocks: readonly Block[], offset: number): Span {
  const next = blocks[indexFrom(blocks, offset, startOf)]
  return next
    ? { start: next.start, end: next.start + next.paragraph.source.length }
    : { start: offset, end: offset }
}
