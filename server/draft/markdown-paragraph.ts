import { Tree } from '@lezer/common'
import type { Change } from './change'
import { copied } from './copied'
import type { Block } from './draft'
import { indexFrom, itself, startOf } from './index-from'
import { type InlineReading, readInline } from './markdown-inline'
import type { SliceParser } from './markdown-parser'
import { hiddenIn, markedParagraph, type Paragraph, plainParagraph } from './paragraph'
import { LONGEST } from './pieces'
import type { Span } from './span'
import type { Steps } from './steps'
import type { Text } from './text'

/** A paragraph read anew, where it was before. */
export interface Reread extends InlineReading {
  readonly start: number
}

/** Lines that begin nothing but a paragraph: they start with a letter or a quotation mark. */
const LINES_OF_PARAGRAPH = /^(?:[\p{L}“‘"'][^\r\n]*(?:\n|$))+$/u
/** Words without any markup, but for what `BARE_MARKUP` finds. */
const WITHOUT_MARKUP = /^[\p{L}\p{M}\p{N}\n .,;:!?'"“”‘’()…–—-]*$/u
/** What is an address without marks around it, and what breaks a line. */
const BARE_MARKUP = /www\.|:\/\/|(?:mailto|xmpp):| \n/i

/**
 * The paragraph that an edit leaves where it found one, if it stands between two blank lines, as it did before: most of what
 * anybody types. What stands around it means what it meant, so that nothing else has to be read. Undefined if it takes more
 * to tell.
 */
export function* rereadParagraph(
  text: Text,
  { blocks, parts }: { readonly blocks: readonly Block[]; readonly parts: readonly number[] },
  change: Change,
  parse: SliceParser,
): Steps<Reread | undefined> {
  const block = blocks[indexFrom(blocks, change.start + 1, startOf) - 1]
  if (block?.paragraph.kind !== 'prose') return undefined
  const { start, paragraph } = block
  const end = start + paragraph.source.length
  // It is all of its part: no item of a list, no quotation.
  if (change.end > end || parts[indexFrom(parts, start, itself)] !== start) return undefined
  const now = end + change.length - (change.end - change.start)
  if (now - start > LONGEST || !isBlankBefore(text, start) || !isBlankBehind(text, now)) return undefined
  const words = text.slice(start, now)
  if (!LINES_OF_PARAGRAPH.test(words) || words.trimEnd() !== words) return undefined
  const typed =
    WITHOUT_MARKUP.test(words) && !BARE_MARKUP.test(words)
      ? plainParagraph('prose', copied(words))
      : typedInto(paragraph, words, { ...change, start: change.start - start, end: change.end - start })
  if (typed) return { start, paragraph: typed, comments: [] }
  const { tree } = yield* parse(words, () => false)
  const [only, ...others] = tree.children
  if (!(only instanceof Tree) || others.length || only.type.name !== 'Paragraph') return undefined
  return { start, ...readInline(only.topNode, copied(words), 'prose') }
}

/** What is typed within words; it neither is markup nor makes any of what stands a word away. */
const TYPED = /^[\p{L}\p{M}\p{N} .,;?'"“”‘’…–—-]*$/u

/**
 * A paragraph with markup after something was typed among its plain words: the markup is what it was. `words` are those of
 * the paragraph now; the change counts from its start.
 */
function typedInto(before: Paragraph, words: string, { start, end, length }: Change): Paragraph | undefined {
  const { source, opaque, emphasised } = before
  const [gone, come] = [source.slice(start, end), words.slice(start, start + length)]
  // In "<!-- stet -->", "**two**" and "&amp;", each letter tells.
  if (
    words.includes('<') ||
    !TYPED.test(gone) ||
    !TYPED.test(come) ||
    !TYPED.test(wordAround(words, start, length))
  )
    return undefined
  const hidden = hiddenIn(before)
  for (let i = 0; i < hidden.length; i += 3) if (hidden[i]! < end && start < hidden[i + 1]!) return undefined
  if (opaque.some((span) => span.start < end && start < span.end)) return undefined
  const by = length - (end - start)
  const moved = (offset: number): number => (offset > start ? offset + by : offset)
  const movedSpan = (span: Span): Span => ({ start: moved(span.start), end: moved(span.end) })
  return markedParagraph(
    before.kind,
    copied(words),
    hidden.map((number, i) => (i % 3 === 2 ? number : moved(number))),
    { opaque: opaque.map(movedSpan), emphasised: emphasised.map(movedSpan) },
  )
}

/** The word or words that hold a stretch of a text, up to white space on either side. */
function wordAround(text: string, at: number, length: number): string {
  let start = at
  while (start > 0 && !isSpace(text.charCodeAt(start - 1))) start--
  let end = at + length
  while (end < text.length && !isSpace(text.charCodeAt(end))) end++
  return text.slice(start, end)
}

const isSpace = (code: number): boolean => code === 32 || code === LINE_FEED

const LINE_FEED = 10

const isBlankBefore = (text: Text, start: number): boolean =>
  start === 0 ||
  (text.charCodeAt(start - 1) === LINE_FEED && (start === 1 || text.charCodeAt(start - 2) === LINE_FEED))

const isBlankBehind = (text: Text, end: number): boolean =>
  end === text.length ||
  (text.charCodeAt(end) === LINE_FEED && (end + 1 === text.length || text.charCodeAt(end + 1) === LINE_FEED))
