/**
 * Markup is blanked, not cut: each of its characters becomes a word joiner, so that every offset into a
 * paragraph's prose is an offset into its source. Writers' texts hold such characters too (soft hyphens, zero
 * width spaces, byte order marks), and no check may stumble over either.
 */
export const BLANK = '\u2060'

/** Whether a UTF-16 code unit takes no room on the page: soft hyphen, zero width (non-)joiners, marks of direction. */
export function isInvisible(code: number): boolean {
  if (code < 0xad) return false
  return (
    code === 0xad ||
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2060 && code <= 0x2064) ||
    code === 0xfeff
  )
}

const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]+/g

/** The text as a reader sees it. */
export function visible(text: string): string {
  return text.replace(INVISIBLE, '')
}

/** The text as a reader sees it, with its line breaks undone. */
export function oneLine(text: string): string {
  return visible(text).replace(/\s+/g, ' ').trim()
}

/** `length` characters of blanked markup. */
export function blank(length: number): string {
  return BLANK.repeat(length)
}
