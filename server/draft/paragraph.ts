import { NOTHING } from './kept'
import type { Span } from './span'

/**
 * What a block of text is to a reader.
 *
 * - `prose`: a paragraph of running text
 * - `heading`: a title, headline or crosshead
 * - `quote`: a paragraph of a block quotation
 * - `item`: a paragraph of a list item
 */
export type ParagraphKind = 'prose' | 'heading' | 'quote' | 'item'

/**
 * A paragraph is a value of its text: it knows no place in a draft, so all that is found out about it lives as
 * long as its text, wherever it moves. All spans count from its own start.
 */
export interface Paragraph {
  readonly kind: ParagraphKind
  /** As written, markup and line breaks included. */
  readonly source: string
  /** As long as `source`, with markup replaced by invisible characters (see `invisible.ts`). */
  readonly prose: string
  /** What is there but isn't the writer's prose: code, addresses, raw HTML. */
  readonly opaque: readonly Span[]
  /** What is set in italics or bold, without its marks. Titles and terms often are. */
  readonly emphasised: readonly Span[]
}

/** A paragraph without markup. */
export function plainParagraph(kind: ParagraphKind, source: string): Paragraph {
  return { kind, source, prose: source, opaque: NOTHING, emphasised: NOTHING }
}
