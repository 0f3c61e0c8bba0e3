import type { Tree } from '@lezer/common'
import type { MarkdownParser } from '@lezer/markdown'
import { endedByGaps } from './markdown-limits'
import { markdownSyntax } from './markdown-syntax'
import { finished, type Steps } from './steps'

const markdown = endedByGaps(inPieces(markdownSyntax))

/** A slice of a text parsed. Offsets count from the slice's start. */
export interface Parsed {
  readonly tree: Tree
  /** Where the parse has ended: at the beginning of a line, if it is not the slice's end. What follows is read as a text of its own. */
  readonly end: number
  /** Where words begin whose inline markup was not looked at, since they are known. */
  readonly unread: readonly number[]
  /** The tree with all inline markup. */
  whole(): Tree
}

/** Parses a slice of a text, but not the inline markup of words that are known. */
export type SliceParser = (slice: string, isKnown: (words: string) => boolean) => Steps<Parsed>

/** One for each reader, which uses it for one slice at a time. */
export function createSliceParser(): SliceParser {
  let isKnown: (words: string) => boolean = () => false
  let unread: number[] = []
  const skipping: MarkdownParser = Object.create(markdown)
  skipping.parseInline = (words, offset) => {
    if (!isKnown(words)) return markdown.parseInline(words, offset)
    unread.push(offset)
    return []
  }
  return function* (slice, isKnownHere) {
    isKnown = isKnownHere
    unread = []
    const { tree, end } = yield* parsed(skipping, slice)
    let whole: Tree | undefined
    return {
      tree,
      end,
      unread,
      whole() {
        whole ??= unread.length ? finished(parsed(markdown, slice)).tree : tree
        return whole
      },
    }
  }
}

function* parsed(parser: MarkdownParser, slice: string): Steps<Pick<Parsed, 'tree' | 'end'>> {
  const parse = parser.startParse(slice)
  for (;;) {
    const tree = parse.advance()
    if (tree) return { tree, end: parse.parsedPos }
    yield
  }
}

/** The longest block whose inline markup is parsed as a whole, and the pieces of a longer one. */
const WHOLE = 4096
const PIECE = 1024

/**
 * The same parser, but for a block beyond some kilobytes, whose inline markup it parses piece by piece. Lezer looks for the
 * partner of each backtick and bracket to the end of the block: 2 MB of backticks would take it half a minute. Few
 * writers emphasise more than a sentence; markup that lies across a cut is read as text.
 */
function inPieces(whole: MarkdownParser): MarkdownParser {
  const pieced: MarkdownParser = Object.create(whole)
  pieced.parseInline = (text, offset) => {
    if (text.length <= WHOLE) return whole.parseInline(text, offset)
    const elements: ReturnType<MarkdownParser['parseInline']> = []
    for (let at = 0; at < text.length; ) {
      const end = cutBehind(text, at)
      const piece = text.slice(at, end)
      if (!isNothingButMarkup(piece))
        for (const element of whole.parseInline(piece, offset + at)) elements.push(element)
      at = end
    }
    return elements
  }
  return pieced
}

const MARKUP = /[[\]()*_`<>!\\~&]/g

/** A piece of which more than half may be markup, as nobody writes it: it is read as text, since each mark takes its time. */
const isNothingButMarkup = (piece: string): boolean => 2 * (piece.match(MARKUP)?.length ?? 0) > piece.length

/** Where a piece ends that begins at an offset: behind its last sentence, line or word. */
function cutBehind(text: string, from: number): number {
  const to = from + PIECE
  if (to >= text.length) return text.length
  for (const end of ['.\n', '. ', '\n', ' ']) {
    const at = text.lastIndexOf(end, to - end.length)
    if (at > from) return at + end.length
  }
  return to
}
