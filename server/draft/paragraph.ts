import { blank } from './invisible'
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

/** A stretch of markup, and the character that it stands for, if it does: "&mdash;" is a dash. */
export interface Hidden extends Span {
  readonly by: string
}

/** A paragraph with markup; what is hidden comes in the order of the text. */
export function markedParagraph(
  kind: ParagraphKind,
  source: string,
  hidden: readonly Hidden[],
  spans: Pick<Paragraph, 'opaque' | 'emphasised'>,
): Paragraph {
  return hidden.length
    ? new Marked(kind, source, hidden, spans.opaque, spans.emphasised)
    : { kind, source, prose: source, opaque: spans.opaque, emphasised: spans.emphasised }
}

/** The same words as another kind of paragraph. */
export function ofKind(kind: ParagraphKind, paragraph: Paragraph): Paragraph {
  const hidden = paragraph instanceof Marked ? paragraph.hidden : NOTHING
  return paragraph.kind === kind ? paragraph : markedParagraph(kind, paragraph.source, hidden, paragraph)
}

/**
 * Its prose is made when somebody asks for it: once the paragraph has been read hardly anybody does, and kept it would take
 * as much room as the source. Whoever looks at it more than once should hold on to it.
 */
class Marked implements Paragraph {
  constructor(
    readonly kind: ParagraphKind,
    readonly source: string,
    readonly hidden: readonly Hidden[],
    readonly opaque: readonly Span[],
    readonly emphasised: readonly Span[],
  ) {}

  get prose(): string {
    let prose = ''
    let at = 0
    for (const { start, end, by } of this.hidden) {
      if (start < at) continue
      prose += this.source.slice(at, start) + by + blank(end - start - by.length)
      at = end
    }
    return prose + this.source.slice(at)
  }
}

/** A paragraph without markup. */
export function plainParagraph(kind: ParagraphKind, source: string): Paragraph {
  return { kind, source, prose: source, opaque: NOTHING, emphasised: NOTHING }
}
