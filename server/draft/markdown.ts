import { type SyntaxNode, type Tree, TreeFragment } from '@lezer/common'
import { Autolink, parser, Strikethrough, Table, TaskList } from '@lezer/markdown'
import type { Change } from './change'
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
  const known = new WeakMap<Tree, { readonly kind: ParagraphKind; readonly read: InlineReading }>()
  let fragments: readonly TreeFragment[] = []
  let lastFrom = -1

  return (text, from, change) => {
    const body = from === 0 ? text : text.slice(from)
    const isFresh = !change || from !== lastFrom || change.start < from
    fragments = isFresh ? [] : TreeFragment.applyChanges(fragments, [rangesOf(change, from)])
    const tree = markdown.parse(body, fragments)
    fragments = TreeFragment.addTree(tree, fragments)
    lastFrom = from
    return readTree(tree, body, from)
  }

  function readTree(tree: Tree, body: string, from: number): MarkdownReading {
    const blocks: Block[] = []
    const comments: Comment[] = []
    const walk = (parent: SyntaxNode, inherited: ParagraphKind): void => {
      for (let node = parent.firstChild; node; node = node.nextSibling) {
        const kind = PARAGRAPHS[node.name]
        const start = node.from + from
        if (kind) {
          const { paragraph, comments: inline } = readLeaf(node, body, kind === 'prose' ? inherited : kind)
          blocks.push({ start, paragraph })
          for (const span of inline) comments.push({ ...shift(span, start), alone: false })
        } else if (node.name === 'CommentBlock') comments.push({ start, end: node.to + from, alone: true })
        else if (node.name === 'Blockquote') walk(node, 'quote')
        else if (node.name === 'ListItem') walk(node, inherited === 'quote' ? 'quote' : 'item')
        else if (CONTAINERS.has(node.name)) walk(node, inherited)
      }
    }
    walk(tree.topNode, 'prose')
    return { blocks, comments }
  }

  /** The parser hands out the same tree for a block that no edit has touched. */
  function readLeaf(node: SyntaxNode, body: string, kind: ParagraphKind): InlineReading {
    const { tree } = node
    const last = tree && known.get(tree)
    if (last && last.kind === kind) return last.read
    const read = readInline(node, body.slice(node.from, node.to), kind)
    if (tree) known.set(tree, { kind, read })
    return read
  }
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
