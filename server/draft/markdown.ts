import { type SyntaxNode, Tree, TreeFragment } from '@lezer/common'
import { Autolink, parser, Strikethrough, Table, TaskList } from '@lezer/markdown'
import type { Change } from './change'
import { copied } from './copied'
import type { Block } from './draft'
import { blank } from './invisible'
import type { Paragraph, ParagraphKind } from './paragraph'
import { plainParagraph } from './paragraph'
import { type Span, shift } from './span'

const markdown = parser.configure([Table, TaskList, Strikethrough, Autolink])

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
  readonly blocks: readonly Block[]
  readonly comments: readonly Comment[]
}

/** Reads Markdown into its paragraphs; `from` is where front matter ends. */
export type MarkdownReader = (text: string, from: number, change?: Change) => MarkdownReading

/**
 * A reader of one draft that remembers the tree of its last call: given the change since then, it parses what the change
 * touched, and hands out the same paragraphs for the rest. Whatever it has read before, it reads the same.
 */
export function createMarkdownReader(): MarkdownReader {
  const known = new Map<ParagraphKind, WeakMap<Tree, MarkdownReading>>()
  let fragments: readonly TreeFragment[] = []
  let lastFrom = -1

  return (text, from, change) => {
    const body = from === 0 ? text : text.slice(from)
    const isFresh = !change || from !== lastFrom || change.start < from
    fragments = isFresh ? [] : TreeFragment.applyChanges(fragments, [rangesOf(change, from)])
    const tree = markdown.parse(body, fragments)
    fragments = TreeFragment.addTree(tree, fragments)
    lastFrom = from
    return readAll([{ tree, start: from }], (part) => readKnown(part.tree, part.start - from, 'prose', body))
  }

  /** The parser hands out the same tree for what no edit has touched; what was read of it holds. */
  function readKnown(tree: Tree, start: number, kind: ParagraphKind, body: string): MarkdownReading {
    const ofKind = known.get(kind) ?? new WeakMap<Tree, MarkdownReading>()
    known.set(kind, ofKind)
    const last = ofKind.get(tree)
    if (last) return last
    const reading = readTree(tree, start, kind, body)
    ofKind.set(tree, reading)
    return reading
  }

  /** Reads a block or a group of blocks that begins at an offset of the body; what it gives counts from there. */
  function readTree(tree: Tree, start: number, inherited: ParagraphKind, body: string): MarkdownReading {
    const { name, isAnonymous } = tree.type
    const leaf = PARAGRAPHS[name]
    if (leaf) {
      const source = copied(body.slice(start, start + tree.length))
      return readLeaf(tree, source, leaf === 'prose' ? inherited : leaf)
    }
    if (name === 'CommentBlock')
      return { blocks: [], comments: [{ start: 0, end: tree.length, alone: true }] }
    if (!isAnonymous && !CONTAINERS.has(name)) return NOTHING
    const kind = kindInside(name, inherited)
    const parts = tree.children.flatMap((child, i) =>
      child instanceof Tree ? [{ tree: child, start: tree.positions[i]! }] : [],
    )
    return readAll(parts, (part) => readKnown(part.tree, start + part.start, kind, body))
  }
}

const NOTHING: MarkdownReading = { blocks: [], comments: [] }

function kindInside(container: string, inherited: ParagraphKind): ParagraphKind {
  if (container === 'Blockquote') return 'quote'
  return container === 'ListItem' && inherited !== 'quote' ? 'item' : inherited
}

/** Puts the readings of parts together, each moved to where its part begins. */
function readAll<Part extends { readonly start: number }>(
  parts: readonly Part[],
  read: (part: Part) => MarkdownReading,
): MarkdownReading {
  const blocks: Block[] = []
  const comments: Comment[] = []
  for (const part of parts) {
    const reading = read(part)
    const { start } = part
    for (const block of reading.blocks)
      blocks.push({ paragraph: block.paragraph, start: block.start + start })
    for (const comment of reading.comments) comments.push({ ...shift(comment, start), alone: comment.alone })
  }
  return { blocks, comments }
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
