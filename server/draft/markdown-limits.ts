import { NodeType, Tree } from '@lezer/common'
import {
  BlockContext,
  type BlockParser,
  type Line,
  type MarkdownConfig,
  MarkdownParser,
} from '@lezer/markdown'
import { isTable } from './markdown-tables'

/** What the parser keeps to itself, though its types don't say so; its version is pinned. */
interface Inner {
  /** The containers around what is read, the document first. */
  readonly stack: readonly { readonly from: number }[]
  /** The innermost of them, with what it holds so far and where that begins in it. */
  readonly block: { readonly children: Tree[]; readonly positions: number[] }
  readonly line: InnerLine
}

interface InnerLine extends Line {
  /** How many of the containers go on in the line. */
  readonly depth: number
}

const innerOf = (context: BlockContext): Inner => context as unknown as Inner

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
const LONGEST_PARAGRAPH = 20_000

/** The parser takes a paragraph in one step, however many lines it has. */
const tooLong: BlockParser = {
  name: 'TooLong',
  endLeaf: (context, _line, leaf) => context.lineStart - leaf.start > LONGEST_PARAGRAPH && !isTable(leaf),
}

/** Code of lines that are indented is read in pieces of so much, in UTF-16 code units. */
const CODE = 10_000

/** Indented code without a node for each of its lines. What is left of it begins a piece of its own. */
const indentedCode: BlockParser = {
  name: 'IndentedCode',
  parse(context, line) {
    const isCode = (): boolean =>
      line.indent >= line.baseIndent + 4 && (line as InnerLine).depth >= context.depth
    if (!isCode()) return false
    const start = context.lineStart + line.pos
    let end = start
    do end = context.lineStart + line.text.length
    while (end - start < CODE && context.nextLine() && isCode())
    if (end - start >= CODE) context.nextLine()
    context.addElement(context.elt('CodeBlock', start, end))
    return true
  },
}

/** A list or a quotation is cut at a line that may begin one of its own, in UTF-16 code units from its start: */
const CUT = {
  /** from here on where its letters say so, which few lines do; */
  few: 2_000,
  /** from here on wherever it may; */
  any: 16_000,
  /** from here on at any line that begins something, though it may stand in an item. Nobody has written one as long. */
  all: 100_000,
}
/** Of the lines at which a list may be cut, one in so many is. */
const ONE_IN = 8

/**
 * Ends the parse within a list or a quotation that is long, at a line that begins what it would begin anywhere: "> ", "- ".
 * Nothing is read in another way for it, but an edit within a list of a megabyte concerns some kilobytes, and no step has to
 * end more. As the letters of a line say whether it is one to cut at, behind an edit the cuts soon are what they were.
 */
const cuts: BlockParser = {
  name: 'Cut',
  before: 'LinkReference',
  parse(context, line) {
    if (context.depth === 1) return false
    const length = context.lineStart - innerOf(context).stack[1]!.from
    if (length < CUT.few) return false
    const isCut = isInItem(context) ? length >= CUT.all : length >= CUT.any || isChosen(line)
    if (isCut) context.stopAt(context.parsedPos - 1)
    return isCut
  },
}

function isInItem(context: BlockContext): boolean {
  for (let depth = 1; depth < context.depth; depth++)
    if (context.parentType(depth).name === 'ListItem') return true
  return false
}

/** So many letters of a line are looked at. */
const LOOKED_AT = 100

function isChosen({ text }: Line): boolean {
  let sum = 0
  for (let i = Math.min(text.length, LOOKED_AT) - 1; i >= 0; i--) sum = (31 * sum + text.charCodeAt(i)) | 0
  // The lowest bits know little of most letters.
  return (sum >>> 16) % ONE_IN === 0
}

/** So many blocks that stand in one container become a group, and so many groups another one. */
const GROUP = 256

/**
 * Puts the blocks of a container into groups as they come. The parser does so too, but when the container ends, and with
 * ten thousand items it takes that long. (So a tree has groups anyway; they have no name.)
 */
const groups: BlockParser = {
  name: 'Groups',
  before: 'LinkReference',
  parse(context) {
    const { children, positions } = innerOf(context).block
    if (children.length < 2 * GROUP) return false
    const firstLoose = children.findIndex(({ type }) => !type.isAnonymous)
    const from = firstLoose < GROUP ? firstLoose : 0
    const start = positions[from]!
    const length = positions.at(-1)! + children.at(-1)!.length - start
    const places = positions.splice(from).map((position) => position - start)
    children.push(new Tree(NodeType.none, children.splice(from), places, length))
    positions.push(start)
    return false
  },
}

export const limits: MarkdownConfig = { parseBlock: [indentedCode, tooDeep, tooLong, cuts, groups] }

/** Behind so many blank lines, those of a quotation among them, all has ended. The parser takes them in one step. */
const MOST_BLANK = 1000

/** The same parser, but that the text ends for it behind a gap of very many blank lines. */
export function endedByGaps(whole: MarkdownParser): MarkdownParser {
  const ended: MarkdownParser = Object.create(whole)
  ended.createParse = function (...given) {
    const context = MarkdownParser.prototype.createParse.apply(this, given) as BlockContext
    const { line } = innerOf(context)
    let blank = 0
    context.nextLine = () => {
      const isMore = BlockContext.prototype.nextLine.call(context)
      blank = line.pos === line.text.length ? blank + 1 : 0
      return isMore && blank < MOST_BLANK
    }
    return context
  }
  return ended
}
