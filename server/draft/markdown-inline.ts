import type { SyntaxNode } from '@lezer/common'
import { kept } from './kept'
import { markedParagraph, type Paragraph, type ParagraphKind, plainParagraph } from './paragraph'
import type { Span } from './span'

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

export interface InlineReading {
  readonly paragraph: Paragraph
  /** Offsets count from the paragraph's start. */
  readonly comments: readonly Span[]
}

/** Takes a block's inline markup off its text. */
export function readInline(block: SyntaxNode, source: string, kind: ParagraphKind): InlineReading {
  if (!block.firstChild) return { paragraph: plainParagraph(kind, source), comments: [] }
  const hidden: number[] = []
  const opaque: Span[] = []
  const emphasised: Span[] = []
  const comments: Span[] = []
  const hide = ({ start, end }: Span, code = 0) => {
    // "](", an address and ")" are one stretch.
    if (code === 0 && hidden.at(-1) === 0 && hidden.at(-2) === start) hidden[hidden.length - 2] = end
    else hidden.push(start, end, code)
  }
  // Lezer's offsets may be floating-point numbers, each in a box of its own if it is kept.
  const within = (offset: number): number => (offset - block.from) | 0

  const visit = (parent: SyntaxNode): void => {
    const isBare = isBareBracket(parent)
    for (let node = parent.firstChild; node; node = node.nextSibling) {
      const span = { start: within(node.from), end: within(node.to) }
      if (node.name === 'Comment') {
        comments.push(span)
        hide(span)
      } else if (node.name === 'HTMLTag' || node.name === 'ProcessingInstruction') hide(span)
      else if (node.name === 'URL' && parent.name !== 'Link' && parent.name !== 'Image') opaque.push(span)
      else if (node.name === 'URL') hide(span)
      else if (node.name === 'Image' || isFootnote(source, span)) hide(span)
      else if (node.name === 'LinkMark' && isBare) continue
      else if (MARKUP.has(node.name)) hide(span)
      else if (node.name === 'HardBreak') hide({ start: span.start, end: span.end - 1 })
      else if (node.name === 'Escape') hide({ start: span.start, end: span.start + 1 })
      else if (node.name === 'Entity') {
        const code = decoded(source.slice(span.start, span.end))
        if (code !== undefined) hide(span, code)
      } else if (OPAQUE.has(node.name)) opaque.push(span)
      else {
        if (EMPHASIS.has(node.name)) emphasised.push(withoutMarks(node, within))
        visit(node)
      }
    }
  }
  visit(block)
  const spans = { opaque: kept(opaque), emphasised: kept(emphasised) }
  return { comments, paragraph: markedParagraph(kind, source, kept(hidden), spans) }
}

/** The brackets of "[TK: when?]": a link only if some definition says so, else what the reader sees. */
function isBareBracket(link: SyntaxNode): boolean {
  if (link.name !== 'Link') return false
  for (let node = link.firstChild; node; node = node.nextSibling)
    if (node.name === 'URL' || node.name === 'LinkLabel') return false
  return true
}

const isFootnote = (source: string, { start, end }: Span): boolean =>
  source.startsWith('[^', start) && source.charCodeAt(end - 1) === 93

function withoutMarks(node: SyntaxNode, within: (offset: number) => number): Span {
  const start = node.firstChild?.to ?? node.from
  const end = node.lastChild?.from ?? node.to
  return { start: within(start), end: within(Math.max(start, end)) }
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

/** The code of the character that an entity stands for, unless it is none that bears on punctuation. */
function decoded(entity: string): number | undefined {
  const name = entity.slice(1, -1)
  if (!name.startsWith('#')) return ENTITIES[name]?.charCodeAt(0)
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10)
  return code > 0 && code < 0x10000 ? code : undefined
}
