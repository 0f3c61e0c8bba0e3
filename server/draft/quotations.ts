import type { Paragraph } from './paragraph'
import type { Span } from './span'
import type { Token } from './tokens'

/** A stretch between quotation marks, marks included. Offsets count from the paragraph's start. */
export interface Quotation extends Span {
  /** Where the quoted words stand: `start` and `end` without the marks. */
  readonly inner: Span
  /** False for an opening mark that has no partner in its paragraph; `end` is then the paragraph's. */
  readonly closed: boolean
  /** 0 for a quotation, 1 for one inside it, and so on. */
  readonly depth: number
}

const CLOSING: Record<string, string> = { '“': '”', '„': '“', '«': '»', '‹': '›', '‘': '’', '「': '」', '"': '"', "'": "'" }

/** Finds the quotations of a paragraph. */
export function quotationsOf(paragraph: Paragraph, tokens: readonly Token[]): Quotation[] {
  const found: Quotation[] = []
  for (let i = 0; i < tokens.length; i++) {
    const open = tokens[i]!
    const close = CLOSING[open.text]
    if (!close || open.text === "'" || open.text === '‘') continue
    let j = i + 1
    while (j < tokens.length && tokens[j]!.text !== close) j++
    const partner = tokens[j]
    const end = partner ? partner.end : paragraph.prose.length
    found.push({
      start: open.start,
      end,
      inner: { start: open.end, end: partner ? partner.start : end },
      closed: Boolean(partner),
      depth: 0,
    })
    i = j
  }
  return found
}
