import {
  Autolink,
  type BlockContext,
  type BlockParser,
  type LeafBlock,
  type LeafBlockParser,
  type Line,
  type MarkdownParser,
  parser,
  Strikethrough,
  Table,
  TaskList,
} from '@lezer/markdown'

const [table] = Table.parseBlock!

/** A table whose rows are its lines and no more: nobody reads its cells, and a long one would hold everybody up. */
class TableLines implements LeafBlockParser {
  private isBegun = false

  constructor(private readonly whole: LeafBlockParser) {}

  /** The line below the first one tells whether it is a table. */
  nextLine(context: BlockContext, line: Line, leaf: LeafBlock): boolean {
    if (this.isBegun) return false
    this.isBegun = true
    return this.whole.nextLine(context, line, leaf)
  }

  finish(context: BlockContext, leaf: LeafBlock): boolean {
    return this.whole.finish(context, leaf)
  }
}

/** How a line begins that may stand below a table's head. The parser's own way to tell takes long where it begins with spaces. */
const BELOW_HEAD = /^[>\s]*[|:-]/

const isTable = (leaf: LeafBlock): boolean =>
  (leaf as LeafBlock & { readonly parsers: readonly LeafBlockParser[] }).parsers.some(
    (own) => own instanceof TableLines,
  )

const tableLines: BlockParser = {
  ...table!,
  leaf(context, leaf) {
    const whole = leaf.content.includes('|') ? table!.leaf!(context, leaf) : null
    return whole && new TableLines(whole)
  },
  endLeaf(context, line, leaf) {
    if (isTable(leaf) || !line.text.includes('|')) return false
    return BELOW_HEAD.test(context.peekLine()) && table!.endLeaf!(context, line, leaf)
  },
}

/** So deep lists and quotations may stand in each other (a list's item counts as two); no writer goes half as far. */
const DEEPEST = 60
const OPENS_CONTAINER = /^(?:>|(?:[-+*]|\d{1,9}[.)])(?:[ \t]|$))/

/** Deeper, the line is a paragraph. For each mark the parser looks at all that it stands in: ten thousand in a line take it seconds. */
const tooDeep: BlockParser = {
  name: 'TooDeep',
  before: 'Blockquote',
  parse(context, line) {
    if (context.depth < DEEPEST || !OPENS_CONTAINER.test(line.text.slice(line.pos))) return false
    const words = line.text.slice(line.pos)
    const start = context.lineStart + line.pos
    const inline = context.parser.parseInline(words, start)
    context.addElement(context.elt('Paragraph', start, start + words.length, inline))
    context.nextLine()
    return true
  },
}

/** A paragraph, marks of lists and quotes included, is no longer than this, in UTF-16 code units: what follows is another one. */
const LONGEST_PARAGRAPH = 30_000

/** The parser takes a paragraph in one step, however many lines it has. */
const tooLong: BlockParser = {
  name: 'TooLong',
  endLeaf: (context, _line, leaf) => context.lineStart - leaf.start > LONGEST_PARAGRAPH && !isTable(leaf),
}

/** CommonMark, and what GitHub adds to it. */
export const markdownSyntax: MarkdownParser = parser.configure([
  { ...Table, parseBlock: [tableLines] },
  TaskList,
  Strikethrough,
  Autolink,
  { parseBlock: [tooDeep, tooLong] },
])
