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

/** A group of blocks on the way through the tree: where it begins in the body, and which of its children comes next. */
interface Level {
  readonly tree: Tree
  readonly start: number
  readonly kind: ParagraphKind
  next: number
}

/**
 * A reader of one draft that remembers the tree of its last call: given the change since then, it parses what the change
 * touched, and hands out the same paragraphs for the rest. Whatever it has read before, it reads the same.
 */
export function createMarkdownReader(): MarkdownReader {
  const known = new Map<ParagraphKind, WeakMap<Tree, InlineReading>>()
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
    const reading = yield* readTree(tree, from, body)
    last = reading.blocks
    return reading
  }

  /** Reads the leaves of a tree in their order. (No recursion: a text may quote a quotation of a quotation without end.) */
  function* readTree(tree: Tree, from: number, body: string): Steps<MarkdownReading> {
    const blocks: Block[] = []
    const comments: Comment[] = []
    const levels: Level[] = [{ tree, start: 0, kind: 'prose', next: 0 }]
    for (let level = levels.at(-1); level; level = levels.at(-1)) {
      const i = level.next++
      if (i >= level.tree.children.length) {
        levels.pop()
        continue
      }
      const child = level.tree.children[i]
      if (!(child instanceof Tree)) continue
      const start = level.start + level.tree.positions[i]!
      const { name, isAnonymous } = child.type
      const at = start + from
      if (isAnonymous || CONTAINERS.has(name)) {
        levels.push({ tree: child, start, kind: kindInside(name, level.kind), next: 0 })
      } else if (name === 'CommentBlock') {
        comments.push({ start: at, end: at + child.length, alone: true })
      } else if (name in PARAGRAPHS) {
        const kind = name === 'Paragraph' ? level.kind : PARAGRAPHS[name]!
        let leaf = known.get(kind)?.get(child)
        if (!leaf) {
          yield
          leaf = readInline(child.topNode, copied(body.slice(start, start + child.length)), kind)
          keep(kind, child, leaf)
        }
        blocks.push(blockAt(at, leaf.paragraph, last[blocks.length]))
        for (const comment of leaf.comments) comments.push({ ...shift(comment, at), alone: false })
      }
    }
    keepEqualEnds(blocks, last)
    return { blocks, comments }
  }

  /** The parser hands out the same tree for what no edit has touched; what was read of it holds. */
  function keep(kind: ParagraphKind, tree: Tree, reading: InlineReading): void {
    const ofKind = known.get(kind) ?? new WeakMap<Tree, InlineReading>()
    known.set(kind, ofKind)
    ofKind.set(tree, reading)
  }
}

/** A block, or the one that stood in the same place before, if it is the same. */
const blockAt = (start: number, paragraph: Paragraph, before: Block | undefined): Block =>
  before?.paragraph === paragraph && before.start === start ? before : { start, paragraph }

/**
 * The parser reads a list or quote anew in which something has changed, and one at the end of a draft each time, as it
 * might go on. What says the same as before stays the same value, or an edit would reach to the ends of the list.
 */
function keepEqualEnds(blocks: Block[], last: readonly Block[]): void {
  const shorter = Math.min(blocks.length, last.length)
  let head = 0
  while (head < shorter && keepEqual(blocks, head, last[head]!)) head++
  for (let fromEnd = 1; fromEnd <= shorter - head; fromEnd++)
    if (!keepEqual(blocks, blocks.length - fromEnd, last[last.length - fromEnd]!)) return
}

/** Puts the paragraph that stood there before in the place of an equal one; whether they are equal. */
function keepEqual(blocks: Block[], i: number, before: Block): boolean {
  const { start, paragraph } = blocks[i]!
  if (paragraph === before.paragraph) return true
  if (!isSameParagraph(paragraph, before.paragraph)) return false
  blocks[i] = blockAt(start, before.paragraph, before)
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

function* parsed(body: string, fragments: readonly TreeFragment[]): Steps<Tree> {
  const parse = markdown.startParse(body, fragments)
  for (;;) {
    const tree = parse.advance()
    if (tree) return tree
    yield
  }
}

function kindInside(container: string, inherited: ParagraphKind): ParagraphKind {
  if (container === 'Blockquote') return 'quote'
  return container === 'ListItem' && inherited !== 'quote' ? 'item' : inherited
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
