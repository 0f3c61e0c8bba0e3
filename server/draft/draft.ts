import type { DraftDate } from './draft-date'
import { indexFrom } from './index-from'
import type { Paragraph } from './paragraph'
import type { Span } from './span'
import type { StetMark } from './stet-marks'

/** The markups that Stet reads. */
export type Language = 'plaintext' | 'markdown'

/** A paragraph at its place. */
export interface Block {
  readonly paragraph: Paragraph
  /** Offset of the paragraph's first character in the draft. */
  readonly start: number
}

/** How the paragraphs of a plain text are told apart. Markdown is always `blank-lines`. */
export type Layout = 'blank-lines' | 'one-per-line'

/** A text taken apart. All offsets are UTF-16 code units into `text`. */
export interface Draft {
  readonly text: string
  readonly language: Language
  readonly layout: Layout
  /** In the order of the text. Code, tables, raw HTML and front matter are none. */
  readonly blocks: readonly Block[]
  /** Front matter with its fences, if there is some. */
  readonly frontMatter: Span | undefined
  /** Marks by which the writer lets something stand. */
  readonly marks: readonly StetMark[]
  /** The date that the draft itself gives. */
  readonly date: DraftDate | undefined
}

export const endOf = (block: Block): number => block.start + block.paragraph.source.length

/** The index of the block that an offset lies in, or of the one behind it. */
export const blockAt = (blocks: readonly Block[], offset: number): number => indexFrom(blocks, offset, endOf)
