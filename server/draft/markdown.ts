import { type Change, merged } from './change'
import { copied } from './copied'
import { type Block, endOf } from './draft'
import { indexFrom, itself, startOf } from './index-from'
import { lineStartAt } from './lines'
import { type Reread, rereadParagraph } from './markdown-paragraph'
import { createSliceParser, type SliceParser } from './markdown-parser'
import { type ByWords, type Comment, readParts, SLICE } from './markdown-parts'
import type { Paragraph } from './paragraph'
import { SHORTEST } from './pieces'
import { type Span, shift } from './span'
import type { Steps } from './steps'
import type { Text } from './text'

export interface MarkdownReading {
  /** In the order of the text. */
  readonly blocks: readonly Block[]
  readonly comments: readonly Comment[]
}

/** Reads Markdown into its paragraphs; `from` is where front matter ends. */
export type MarkdownReader = (text: Text, from: number, change?: Change) => Steps<MarkdownReading>

/** What is known of a text. Offsets count from its start. */
interface Known extends MarkdownReading {
  /** Where each part begins that stands in no other: a paragraph, a list, a fence. */
  readonly parts: readonly number[]
}

/**
 * A reader of one draft that remembers what it has read. Given the change since then, it reads from a part in front of the
 * edit on, until a part behind it begins where it began before: what a line of Markdown means depends on the lines in front
 * of it only within its part, so from there on the text is what it was. (The parser's own way is to copy the whole tree
 * with each edit.) It hands out the same paragraphs for what says the same.
 */
export function createMarkdownReader(): MarkdownReader {
  let known: Known = { parts: [], blocks: [], comments: [] }
  let knownFrom = -1
  /** What has been changed since then: more than the last change, if a reading was left. */
  let since: Change | undefined
  const parse = createSliceParser()

  return function* (text, from, change) {
    since = change && from === knownFrom ? merged(since, change) : undefined
    knownFrom = from
    // Where all has to be read, what there was only lends its paragraphs.
    if (!since || since.start < from) known = { ...known, parts: [] }
    const paragraph = since && (yield* rereadParagraph(text, known, since, parse))
    if (paragraph) known = withParagraph(known, paragraph, since!)
    else
      known = yield* since && known.parts.length
        ? readEdited(text, from, known, since, parse)
        : readWhole(text, from, known, parse)
    since = undefined
    return known
  }
}

function* readWhole(text: Text, from: number, before: Known, parse: SliceParser): Steps<Known> {
  // Those of the first text are cut from it: together they are as long. Later ones must not hold one text each.
  const keep = before.blocks.length ? copied : (words: string) => words
  const { parts, blocks, comments } = yield* readParts(text, from, { width: SLICE, parse, keep })
  return { parts, blocks: withEqualEnds(blocks, before.blocks), comments }
}

function* readEdited(
  text: Text,
  from: number,
  before: Known,
  change: Change,
  parse: SliceParser,
): Steps<Known> {
  const by = change.length - (change.end - change.start)
  const editEnd = change.start + change.length
  // Whether a line begins a part may depend on the line behind it, as it does with tables.
  const lineInFront = lineStartAt(text, lineStartAt(text, change.start) - 1)
  const head = before.parts[indexFrom(before.parts, lineInFront, itself) - 1]
  let next = indexFrom(before.parts, change.end, itself)
  const isAsBefore = (start: number): boolean => {
    while (next < before.parts.length && before.parts[next]! + by < start) next++
    return before.parts[next] === start - by && lineStartAt(text, start) > editEnd
  }
  const at = head === undefined ? from : lineStartAt(text, head)
  const width = editEnd - at + BEHIND_EDIT
  const known = byWords(before.blocks, { start: at, end: change.end + BEHIND_EDIT })
  const read = yield* readParts(text, at, { width, parse, known, isEnd: isAsBefore, keep: copied })
  const place = {
    head: head ?? from,
    behind: read.end === undefined ? Number.POSITIVE_INFINITY : read.end - by,
    by,
  }
  return replacedIn(before, place, {
    parts: read.parts,
    blocks: (old) => withEqualEnds(read.blocks, old),
    comments: read.comments,
  })
}

interface ReadAgain {
  readonly parts: readonly number[]
  readonly blocks: (old: readonly Block[]) => readonly Block[]
  readonly comments: readonly Comment[]
}

/** What is known with what was read again in its place, and what lies behind that moved. */
function replacedIn(before: Known, place: Place, { parts, blocks, comments }: ReadAgain): Known {
  const { by } = place
  return {
    parts: replaced(
      before.parts,
      place,
      itself,
      () => parts,
      (part) => part + by,
    ),
    blocks: replaced(before.blocks, place, startOf, blocks, ({ start, paragraph }) => ({
      start: start + by,
      paragraph,
    })),
    comments: replaced(
      before.comments,
      place,
      startOf,
      () => comments,
      (comment) => ({
        ...shift(comment, by),
        alone: comment.alone,
      }),
    ),
  }
}

/** What is known of a text after an edit that has left a paragraph where one was. */
function withParagraph(before: Known, { start, paragraph, comments }: Reread, change: Change): Known {
  const by = change.length - (change.end - change.start)
  const old = before.blocks[indexFrom(before.blocks, start, startOf)]!
  const place = { head: start, behind: endOf(old) + 1, by }
  return replacedIn(before, place, {
    parts: [start],
    blocks: () => [{ start, paragraph }],
    comments: comments.map((comment) => ({ ...shift(comment, start), alone: false })),
  })
}

/** So much is parsed at first behind an edit, in UTF-16 code units. */
const BEHIND_EDIT = 1024

/** What was read again: from `head` to `behind`, as the offsets were; what lies behind has moved `by` so much. */
interface Place {
  readonly head: number
  readonly behind: number
  readonly by: number
}

/** A list in which what lies in a place is replaced, and what lies behind it is moved. */
function replaced<Item>(
  items: readonly Item[],
  { head, behind, by }: Place,
  startOf: (item: Item) => number,
  make: (old: readonly Item[]) => readonly Item[],
  move: (item: Item) => Item,
): Item[] {
  const first = indexFrom(items, head, startOf)
  const last = indexFrom(items, behind, startOf)
  const result = items.slice(0, first)
  for (const item of make(items.slice(first, last))) result.push(item)
  for (let i = last; i < items.length; i++) result.push(by === 0 ? items[i]! : move(items[i]!))
  return result
}

const TELLS_LESS = /<!--|^\[[ xX]\]|\n[ \t]*>/

/**
 * The paragraphs that begin between two offsets, by their words. Those are left out of which the words don't tell all: with
 * comments, which aren't kept with them, with a task's box or the marks of quoted lines.
 */
function byWords(blocks: readonly Block[], { start, end }: Span): ByWords {
  const known = new Map<string, Paragraph>()
  for (let i = indexFrom(blocks, start, startOf); i < blocks.length; i++) {
    // The pieces of what is too long to be read at once are met farther on as well.
    if (blocks[i]!.start >= end && blocks[i]!.paragraph.source.length < SHORTEST) break
    const { paragraph } = blocks[i]!
    if (paragraph.kind !== 'heading' && !TELLS_LESS.test(paragraph.source))
      known.set(paragraph.source, paragraph)
  }
  return known
}

/**
 * What was read again, with what says the same as before at either end as the same values, or an edit would reach to the
 * ends of its list.
 */
function withEqualEnds(now: readonly Block[], before: readonly Block[]): readonly Block[] {
  const result = now.slice()
  const shorter = Math.min(now.length, before.length)
  let head = 0
  while (head < shorter && keepEqual(result, head, before[head]!)) head++
  for (let fromEnd = 1; fromEnd <= shorter - head; fromEnd++)
    if (!keepEqual(result, result.length - fromEnd, before[before.length - fromEnd]!)) break
  return result
}

/** Puts the paragraph that stood there before in the place of an equal one; whether they are equal. */
function keepEqual(blocks: Block[], i: number, before: Block): boolean {
  const { start, paragraph } = blocks[i]!
  if (paragraph !== before.paragraph && !isSameParagraph(paragraph, before.paragraph)) return false
  blocks[i] = before.start === start ? before : { start, paragraph: before.paragraph }
  return true
}

const isSameParagraph = (a: Paragraph, b: Paragraph): boolean =>
  a.kind === b.kind &&
  a.source === b.source &&
  a.prose === b.prose &&
  areSameSpans(a.opaque, b.opaque) &&
  areSameSpans(a.emphasised, b.emphasised)

const areSameSpans = (a: readonly Span[], b: readonly Span[]): boolean =>
  a.length === b.length && a.every(({ start, end }, i) => start === b[i]!.start && end === b[i]!.end)
