import {
  type BlockContext,
  type BlockParser,
  type LeafBlock,
  type LeafBlockParser,
  type Line,
  type MarkdownConfig,
  Table,
} from '@lezer/markdown'

const [table] = Table.parseBlock!

/** A table whose rows are its lines and no more: nobody reads its cells, and a long one would hold everybody up. */
class TableLines implements LeafBlockParser {
  private isBegun = false

  constructor(private readonly whole: LeafBlockParser & { readonly rows?: unknown }) {}

  /** Once its second line is known: nothing but the line below its head makes it one. */
  get isTable(): boolean {
    return Boolean(this.whole.rows)
  }

  nextLine(context: BlockContext, line: Line, leaf: LeafBlock): boolean {
    if (this.isBegun) return false
    this.isBegun = true
    return this.whole.nextLine(context, line, leaf)
  }

  finish(context: BlockContext, leaf: LeafBlock): boolean {
    return this.whole.finish(context, leaf)
  }
}

/** Rows of a table that stands already: they add nothing to it. */
class MoreLines implements LeafBlockParser {
  readonly isTable = true

  nextLine(): boolean {
    return false
  }

  finish(): boolean {
    return true
  }
}

/** So much of a table is taken in one step, in UTF-16 code units. */
const STEP = 10_000

/** The line at which a step has left the rows of a table, by where it starts. */
const left = new WeakMap<BlockContext, number>()

const tableIn = (leaf: LeafBlock): TableLines | MoreLines | undefined =>
  (leaf as LeafBlock & { readonly parsers: readonly LeafBlockParser[] }).parsers.find(
    (own) => own instanceof TableLines || own instanceof MoreLines,
  ) as TableLines | MoreLines | undefined

export const isTable = (leaf: LeafBlock): boolean => tableIn(leaf)?.isTable ?? false

/** How a line begins that may stand below a table's head. The parser's own way to tell takes long where it begins with spaces. */
const BELOW_HEAD = /^[>\s]*[|:-]/

const tableLines: BlockParser = {
  ...table!,
  leaf(context, leaf) {
    if (left.get(context) === context.lineStart) return new MoreLines()
    const whole = leaf.content.includes('|') ? table!.leaf!(context, leaf) : null
    return whole && new TableLines(whole)
  },
  endLeaf(context, line, leaf) {
    const own = tableIn(leaf)
    if (own?.isTable && context.lineStart - leaf.start > STEP) {
      left.set(context, context.lineStart)
      return true
    }
    if (own || !line.text.includes('|')) return false
    return BELOW_HEAD.test(context.peekLine()) && table!.endLeaf!(context, line, leaf)
  },
}

/** Tables as GitHub has them. */
export const tables: MarkdownConfig = { ...Table, parseBlock: [tableLines] }
