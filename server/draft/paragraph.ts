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

/**
 * Stretches of markup, three numbers for each, as there are many: where it starts and ends, and the code of the character
 * that it stands for ("&mdash;" is a dash), or 0.
 */
export type Hidden = readonly number[]

/** A paragraph with markup, which comes in the order of the text. */
export function markedParagraph(
  kind: ParagraphKind,
  source: string,
  hidden: Hidden,
  spans: Pick<Paragraph, 'opaque' | 'emphasised'>,
): Paragraph {
  return hidden.length
    ? new Marked(kind, source, hidden, spans.opaque, spans.emphasised)
    : { kind, source, prose: source, opaque: spans.opaque, emphasised: spans.emphasised }
}

/** The same words as another kind of paragraph. */
export function ofKind(kind: ParagraphKind, paragraph: Paragraph): Paragraph {
  return paragraph.kind === kind
    ? paragraph
    : markedParagraph(kind, paragraph.source, hiddenIn(paragraph), paragraph)
}

/** The markup of a paragraph. */
export const hiddenIn = (paragraph: Paragraph): Hidden =>
  paragraph instanceof Marked ? paragraph.hidden : NOTHING

/**
 * Its prose is made when somebody asks for it: once the paragraph has been read hardly anybody does, and kept it would take
 * as much room as the source. Whoever looks at it more than once should hold on to it.
 */
class Marked implements Paragraph {
  constructor(
    readonly kind: ParagraphKind,
    readonly source: string,
    readonly hidden: Hidden,
    readonly opaque: readonly Span[],
    readonly emphasised: readonly Span[],
  ) {}

  get prose(): string {
    const { source, hidden } = this
    let prose = ''
    let at = 0
    for (let i = 0; i < hidden.length; i += 3) {
      const [start, end, code] = [hidden[i]!, hidden[i + 1]!, hidden[i + 2]!]
      if (start < at) continue
      const shown = code === 0 ? '' : String.fromCharCode(code)
      prose += source.slice(at, start) + shown + blank(end - start - shown.length)
      at = end
    }
    return prose + source.slice(at)
  }
}

/** A paragraph without markup. */
export function plainParagraph(kind: ParagraphKind, source: string): Paragraph {
  return { kind, source, prose: source, opaque: NOTHING, emphasised: NOTHING }
}
