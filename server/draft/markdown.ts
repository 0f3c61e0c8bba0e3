import { type SyntaxNode, Tree, TreeFragment } from '@lezer/common'
import { Autolink, type MarkdownParser, parser, Strikethrough, Table, TaskList } from '@lezer/markdown'
import type { Change } from './change'
import { copied } from './copied'
import type { Block } from './draft'
import { blank } from './invisible'
import type { Paragraph, ParagraphKind } from './paragraph'
import { plainParagraph } from './paragraph'
import { type Span, shift } from './span'
import type { Steps } from './steps'

const markdown = inPieces(parser.configure([Table, TaskList, Strikethrough, Autolink]))

/** The longest stretch of inline markup that is parsed in one piece. */
const PIECE = 4096

/**
 * The same parser, but for a block beyond some kilobytes, whose inline markup it parses piece by piece. Lezer looks for the
 * partner of each backtick and bracket to the end of the block: 2 MB of backticks would take it half a minute. No writer
 * emphasises four thousand characters; markup that lies across a cut is read as text.
 */
function inPieces(whole: MarkdownParser): MarkdownParser {
  const pieced: MarkdownParser = Object.create(whole)
  pieced.parseInline = (text, offset) => {
    if (text.length <= PIECE) return whole.parseInline(text, offset)
    const elements: ReturnType<MarkdownParser['parseInline']> = []
    for (let at = 0; at < text.length; ) {
      const end = cutBehind(text, at)
      for (const element of whole.parseInline(text.slice(at, end), offset + at)) elements.push(element)
      at = end
    }
    return elements
  }
  return pieced
}

/** Where a piece ends that begins at an offset: behind its last line break, sentence or word. */
function cutBehind(text: string, from: number): number {
  const to = from + PIECE
  if (to >= text.length) return text.length
  for (const end of ['\n', '. ', ' ']) {
    const at = text.lastIndexOf(end, to - end.length)
    if (at > from) return at + end.length
  }
  return to
}

/** Marks that carry no words of their own. */
const MARKUP = new Set([
  'EmphasisMark',
  'CodeMark',
  'LinkMark',
  'LinkLabel',
  'LinkTitle',
  'QuoteMark',
  'HeaderMark',
  'StrikethroughMark',
  'TaskMarker',
])
/** What is there but isn't prose. */
const OPAQUE = new Set(['InlineCode', 'HTMLTag', 'Comment', 'ProcessingInstruction', 'Autolink', 'URL'])
const EMPHASIS = new Set(['Emphasis', 'StrongEmphasis'])
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
const CONTAINERS = new Set(['Document', 'Blockquote', 'BulletList', 'OrderedList', 'ListItem'])

/** A comment, by its place; `alone` if nothing else stands in its block. */
export interface Comment extends Span {
  readonly alone: boolean
}

export interface MarkdownReading {
  /** In the order of the text. */
  readonly blocks: readonly Block[]
  readonly comments: readonly Comment[]
}

/** Reads Markdown into its paragraphs; `from` is where front matter ends. */
export type MarkdownReader = (text: string, from: number, change?: Change) => Steps<MarkdownReading>

interface GrowingReading extends MarkdownReading {
  readonly blocks: Block[]
  readonly comments: Comment[]
}

/** Part of a tree, at its offset in the body. */
interface Part {
  readonly tree: Tree
  readonly start: number
}

/**
 * A reader of one draft that remembers the tree of its last call: given the change since then, it parses what the change
 * touched, and hands out the same paragraphs for the rest. Whatever it has read before, it reads the same.
 */
export function createMarkdownReader(): MarkdownReader {
  const known = new Map<ParagraphKind, WeakMap<Tree, MarkdownReading>>()
  let fragments: readonly TreeFragment[] = []
  let lastFrom = -1
  let last: readonly Block[] = []

  return function* (text, from, change) {
    const body = from === 0 ? text : text.slice(from)
    const isFresh = !change || from !== lastFrom || change.start < from
    // What is kept goes along with the text at once: this reading may be left, and the next one begins from here.
    fragments = isFresh ? [] : TreeFragment.applyChanges(fragments, [rangesOf(change, from)])
    lastFrom = from
    const tree = yield* parsed(body, fragments)
    fragments = TreeFragment.addTree(tree, fragments)
    const reading: GrowingReading = { blocks: [], comments: [] }
    yield* readInside({ tree, start: 0 }, from, 'prose', body, reading, last)
    last = reading.blocks
    return reading
  }

  /**
   * Adds what stands in a group of blocks to a reading, moved by an offset. Where a block stood there before, at the same
   * place, it stays the same value.
   */
  function* readInside(
    { tree, start }: Part,
    by: number,
    kind: ParagraphKind,
    body: string,
    into: GrowingReading,
    before: readonly Block[],
  ): Steps<void> {
    const ofKind = known.get(kind) ?? new WeakMap<Tree, MarkdownReading>()
    known.set(kind, ofKind)
    for (let i = 0; i < tree.children.length; i++) {
      const child = tree.children[i]
      if (!(child instanceof Tree)) continue
      const part = { tree: child, start: start + tree.positions[i]! }
      // Only a way of the parser's to keep its lists short, made anew with each parse.
      if (child.type.isAnonymous) {
        yield* readInside(part, by, kind, body, into, before)
        continue
      }
      // The parser hands out the same tree for what no edit has touched; what was read of it holds.
      let reading = ofKind.get(child)
      if (!reading) {
        reading = yield* readBlock(part, kind, body)
        ofKind.set(child, reading)
      }
      const at = part.start + by
      for (const block of reading.blocks) {
        const known = before[into.blocks.length]
        const isKnown = known?.paragraph === block.paragraph && known.start === block.start + at
        into.blocks.push(isKnown ? known : { paragraph: block.paragraph, start: block.start + at })
      }
      for (const comment of reading.comments)
        into.comments.push({ ...shift(comment, at), alone: comment.alone })
    }
  }

  /** Reads a block; what it gives counts from where that begins. */
  function* readBlock(part: Part, inherited: ParagraphKind, body: string): Steps<MarkdownReading> {
    const { tree, start } = part
    const { name } = tree.type
    const leaf = PARAGRAPHS[name]
    if (leaf) {
      yield
      const source = copied(body.slice(start, start + tree.length))
      return readLeaf(tree, source, leaf === 'prose' ? inherited : leaf)
    }
    if (name === 'CommentBlock')
      return { blocks: [], comments: [{ start: 0, end: tree.length, alone: true }] }
    if (!CONTAINERS.has(name)) return NOTHING
    const reading: GrowingReading = { blocks: [], comments: [] }
    yield* readInside(part, -start, kindInside(name, inherited), body, reading, [])
    return reading
  }
}

function* parsed(body: string, fragments: readonly TreeFragment[]): Steps<Tree> {
  const parse = markdown.startParse(body, fragments)
  for (;;) {
    const tree = parse.advance()
    if (tree) return tree
    yield
  }
}

const NOTHING: MarkdownReading = { blocks: [], comments: [] }

function kindInside(container: string, inherited: ParagraphKind): ParagraphKind {
  if (container === 'Blockquote') return 'quote'
  return container === 'ListItem' && inherited !== 'quote' ? 'item' : inherited
}

function readLeaf(tree: Tree, source: string, kind: ParagraphKind): MarkdownReading {
  const { paragraph, comments } = readInline(tree.topNode, source, kind)
  return { blocks: [{ start: 0, paragraph }], comments: comments.map((span) => ({ ...span, alone: false })) }
}

const rangesOf = ({ start, end, length }: Change, from: number) => ({
  fromA: start - from,
  toA: end - from,
  fromB: start - from,
  toB: start - from + length,
})

interface InlineReading {
  readonly paragraph: Paragraph
  /** Offsets count from the paragraph's start. */
  readonly comments: readonly Span[]
}

/** Takes a block's inline markup off its text. */
function readInline(block: SyntaxNode, source: string, kind: ParagraphKind): InlineReading {
  if (!block.firstChild) return { paragraph: plainParagraph(kind, source), comments: [] }
  const replaced: (Span & { by: string })[] = []
  const opaque: Span[] = []
  const emphasised: Span[] = []
  const comments: Span[] = []
  const hide = (span: Span, by = '') => replaced.push({ ...span, by })

  const visit = (parent: SyntaxNode): void => {
    for (let node = parent.firstChild; node; node = node.nextSibling) {
      const span = { start: node.from - block.from, end: node.to - block.from }
      if (node.name === 'Comment') {
        comments.push(span)
        hide(span)
      } else if (node.name === 'HTMLTag' || node.name === 'ProcessingInstruction') hide(span)
      else if (node.name === 'URL' && parent.name !== 'Link' && parent.name !== 'Image') opaque.push(span)
      else if (node.name === 'URL') hide(span)
      else if (node.name === 'Image' || isFootnote(source, span)) hide(span)
      else if (node.name === 'LinkMark' && isBareBracket(parent)) continue
      else if (MARKUP.has(node.name)) hide(span)
      else if (node.name === 'HardBreak') hide({ start: span.start, end: span.end - 1 })
      else if (node.name === 'Escape') hide({ start: span.start, end: span.start + 1 })
      else if (node.name === 'Entity') hide(span, decoded(source.slice(span.start, span.end)))
      else if (OPAQUE.has(node.name)) opaque.push(span)
      else {
        if (EMPHASIS.has(node.name)) emphasised.push(withoutMarks(node, block.from))
        visit(node)
      }
    }
  }
  visit(block)
  return { comments, paragraph: { kind, source, prose: blanked(source, replaced), opaque, emphasised } }
}

/** The brackets of "[TK: when?]": a link only if some definition says so, else what the reader sees. */
function isBareBracket(link: SyntaxNode): boolean {
  return link.name === 'Link' && !link.getChild('URL') && !link.getChild('LinkLabel')
}

const isFootnote = (source: string, { start, end }: Span): boolean =>
  source.startsWith('[^', start) && source.charCodeAt(end - 1) === 93

function withoutMarks(node: SyntaxNode, origin: number): Span {
  const start = node.firstChild?.to ?? node.from
  const end = node.lastChild?.from ?? node.to
  return { start: start - origin, end: Math.max(start, end) - origin }
}

function blanked(source: string, replaced: readonly (Span & { by: string })[]): string {
  let prose = ''
  let at = 0
  for (const { start, end, by } of replaced) {
    if (start < at) continue
    prose += source.slice(at, start) + by + blank(end - start - by.length)
    at = end
  }
  return prose + source.slice(at)
}

const ENTITIES: Record<string, string> = {
  quot: '"',
  amp: '&',
  apos: "'",
  lt: '<',
  gt: '>',
  nbsp: '\u00a0',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  laquo: '«',
  raquo: '»',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  shy: '\u00ad',
}

/** The character that an entity stands for, or the entity itself where it is none that bears on punctuation. */
function decoded(entity: string): string {
  const name = entity.slice(1, -1)
  if (!name.startsWith('#')) return ENTITIES[name] ?? entity
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10)
  return code > 0 && code < 0x10000 ? String.fromCharCode(code) : entity
}
