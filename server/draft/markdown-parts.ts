import { type SyntaxNode, Tree } from '@lezer/common'
import type { Block } from './draft'
import { indexFrom, startOf } from './index-from'
import { lineEndAt, lineStartAt } from './lines'
import { type InlineReading, readInline } from './markdown-inline'
import type { Parsed, SliceParser } from './markdown-parser'
import { ofKind, type Paragraph, type ParagraphKind, plainParagraph } from './paragraph'
import { LONGEST, piecesOf } from './pieces'
import { type Span, shift } from './span'
import type { Steps } from './steps'
import type { Text } from './text'

const PARAGRAPHS: Record<string, ParagraphKind> = {
  Paragraph: 'prose',
  Task: 'item',
  ATXHeading1: 'heading',
  ATXHeading2: 'heading',
  ATXHeading3: 'heading',
  ATXHeading4: 'heading',
  ATXHeading5: 'heading',
  ATXHeading6: 'heading',
  SetextHeading1: 'heading',
  SetextHeading2: 'heading',
}
const CONTAINERS = new Set(['Blockquote', 'BulletList', 'OrderedList', 'ListItem'])

/** A comment, by its place; `alone` if nothing else stands in its block. */
export interface Comment extends Span {
  readonly alone: boolean
}

/** Paragraphs by their words, as they stand in the text. */
export type ByWords = ReadonlyMap<string, Paragraph>

const NONE_KNOWN: ByWords = new Map()

/** So much is parsed at a time, in UTF-16 code units, where all is to be read. */
export const SLICE = 65_536

/**
 * How parts are read: so much at first, by a parser, with paragraphs that are known already, until the end. `keep` gives
 * the words of a paragraph as they are kept; as they are cut, they hold the whole text.
 */
export interface How {
  readonly width: number
  readonly parse: SliceParser
  readonly known?: ByWords
  readonly isEnd?: (start: number) => boolean
  readonly keep: (words: string) => string
}

/** A slice of a text, and where it begins in it. */
interface Slice {
  readonly text: Text
  readonly at: number
  readonly known: ByWords
  readonly keep: (words: string) => string
  readonly parse: SliceParser
  readonly parsed: Parsed
}

/** A part as the parser sees it, and where it begins in the text. */
interface Part {
  readonly tree: Tree
  readonly start: number
}

export interface PartsRead {
  readonly parts: number[]
  readonly blocks: Block[]
  readonly comments: Comment[]
}

/**
 * Reads parts one after the other, from the beginning of a line at which one begins, until `isEnd` says so of where one
 * begins: that is the `end`. It parses slice by slice, each from the last part of the one before, which may go on.
 */
export function* readParts(
  text: Text,
  from: number,
  { width, parse, known = NONE_KNOWN, isEnd = () => false, keep }: How,
): Steps<PartsRead & { readonly end: number | undefined }> {
  const read: PartsRead = { parts: [], blocks: [], comments: [] }
  // What is too long is read in pieces, later.
  const isKnown = (words: string): boolean => words.length > LONGEST || known.has(words)
  let at = from
  let size = width
  for (;;) {
    const end = lineEndAt(text, at + size)
    const parsed = yield* parse(text.slice(at, end), isKnown)
    const slice = { text, at, known, keep, parse, parsed }
    const parts = topOf(parsed.tree, at)
    const stop = at + parsed.end
    const whole = stop < end || end === text.length ? parts.length : wholeIn(text, parts, end)
    for (let i = 0; i <= whole && i < parts.length; i++) {
      if (isEnd(parts[i]!.start)) return { ...read, end: parts[i]!.start }
      if (i < whole) yield* readPart(parts[i]!, slice, read)
    }
    if (stop === text.length) return { ...read, end: undefined }
    if (stop < end && isEnd(stop)) return { ...read, end: stop }
    yield
    if (stop < end) at = stop
    else if (whole) at = lineStartAt(text, parts[whole]!.start)
    size = whole || stop < end ? Math.min(SLICE, 2 * size) : 2 * size
  }
}

/** How many parts of a slice are surely whole: another one begins behind them, of which more than a line can be seen. */
const wholeIn = (text: Text, parts: readonly Part[], end: number): number =>
  Math.max(0, indexFrom(parts, lineStartAt(text, end), startOf) - 1)

/** The parts of a slice that begins at an offset. */
function topOf(slice: Tree, at: number, parts: Part[] = []): Part[] {
  for (const [i, child] of slice.children.entries()) {
    if (!(child instanceof Tree)) continue
    // Whole numbers in floating point, if they come from the parser as they are: kept, each has a box of its own.
    const start = (at + slice.positions[i]!) | 0
    // The parser puts many of them into groups without a name.
    if (child.type.isAnonymous) topOf(child, start, parts)
    else parts.push({ tree: child, start })
  }
  return parts
}

/** Reads the leaves of a part in their order. (No recursion: a text may quote a quotation of a quotation without end.) */
function* readPart({ tree, start }: Part, slice: Slice, { parts, blocks, comments }: PartsRead): Steps<void> {
  parts.push(start)
  const ahead: (Part & { readonly kind: ParagraphKind })[] = [{ tree, start, kind: 'prose' }]
  for (let node = ahead.pop(); node; node = ahead.pop()) {
    const { tree, start, kind } = node
    const { name, isAnonymous } = tree.type
    if (isAnonymous || CONTAINERS.has(name)) {
      for (let i = tree.children.length - 1; i >= 0; i--) {
        const child = tree.children[i]
        if (child instanceof Tree)
          ahead.push({ tree: child, start: (start + tree.positions[i]!) | 0, kind: kindInside(name, kind) })
      }
    } else if (name === 'CommentBlock') {
      comments.push({ start, end: start + tree.length, alone: true })
    } else if (name in PARAGRAPHS) {
      yield
      const leaf = { tree, start }
      const readings =
        tree.length > LONGEST ? yield* readPieces(leaf, slice, kind) : [readLeaf(leaf, slice, kind)]
      for (const { at, paragraph, comments: own } of readings) {
        blocks.push({ start: at, paragraph })
        for (const comment of own) comments.push({ ...shift(comment, at), alone: false })
      }
    }
  }
}

/** A paragraph read, and where it begins in the text. */
interface Leaf extends InlineReading {
  readonly at: number
}

const kindOf = ({ type: { name } }: Tree, inherited: ParagraphKind): ParagraphKind =>
  name === 'Paragraph' ? inherited : PARAGRAPHS[name]!

/** A paragraph that is too long, piece by piece. A piece that would be something else by itself is taken as it stands. */
function* readPieces(
  { tree, start }: Part,
  { text, known, keep, parse }: Slice,
  inherited: ParagraphKind,
): Steps<Leaf[]> {
  const kind = kindOf(tree, inherited)
  const leaves: Leaf[] = []
  for (const piece of piecesOf(text.slice(start, start + tree.length))) {
    const at = start + piece.start
    const words = text.slice(at, start + piece.end)
    const before = known.get(words)
    if (before) {
      leaves.push({ at, paragraph: ofKind(kind, before), comments: [] })
      continue
    }
    yield
    const [only, ...others] = topOf((yield* parse(words, () => false)).tree, 0)
    const isParagraph = only?.tree.type.name === 'Paragraph' && only.start === 0 && !others.length
    const reading = isParagraph
      ? readInline(only.tree.topNode, keep(words), kind)
      : { paragraph: plainParagraph(kind, keep(words)), comments: [] }
    leaves.push({ at, ...reading })
  }
  return leaves
}

function readLeaf(
  { tree, start }: Part,
  { text, at, known, keep, parsed }: Slice,
  inherited: ParagraphKind,
): Leaf {
  const { name } = tree.type
  const words = text.slice(start, start + tree.length)
  const before = name === 'Paragraph' ? known.get(words) : undefined
  const kind = kindOf(tree, inherited)
  if (before) return { at: start, paragraph: ofKind(kind, before), comments: [] }
  const isRead = !parsed.unread.some((offset) => at + offset >= start && at + offset < start + tree.length)
  const leaf = isRead ? tree.topNode : sameNode(parsed.whole(), tree, start - at)
  return { at: start, ...readInline(leaf, keep(words), kind) }
}

/** The node of another tree of the same slice that begins where one does, and is of its kind. */
function sameNode(whole: Tree, { type }: Tree, start: number): SyntaxNode {
  let node: SyntaxNode = whole.resolveInner(start, 1)
  while (node.parent && !(node.from === start && node.type === type)) node = node.parent
  return node
}

function kindInside(container: string, inherited: ParagraphKind): ParagraphKind {
  if (container === 'Blockquote') return 'quote'
  return container === 'ListItem' && inherited !== 'quote' ? 'item' : inherited
}
