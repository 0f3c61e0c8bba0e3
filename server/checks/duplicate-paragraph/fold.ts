import { isInvisible } from '../../draft/invisible'

/** Compatibility forms composed (NFKC): "é" is one letter, "ﬁ" two. */
export const composed = (prose: string): string => prose.normalize('NFKC')

/** Whether NFKC might change a text for a character beyond ASCII: not for Latin letters, dashes and quotation marks. */
export const mayNeedComposing = (code: number): boolean =>
  !(
    (code >= 0xc0 && code <= 0x131) ||
    (code >= 0x2018 && code <= 0x201f) ||
    (code >= 0x2012 && code <= 0x2015)
  )

/** What a UTF-16 code unit counts for when paragraphs are compared. */
export const OTHER = 0
/** A letter or a digit. */
export const WORD = 1
export const SPACE = 2
/** A dash, or a hyphen that may be one: `dashLength` tells. */
export const DASH = 3
/** Any quotation mark, apostrophes among them. */
export const QUOTE = 4
/** It counts for nothing: a zero-width space. */
export const NOTHING = 5

function kindOfAny(code: number): number {
  if (code === 32 || (code >= 9 && code <= 13)) return SPACE
  if (isInvisible(code)) return NOTHING
  if (code === 45 || (code >= 0x2012 && code <= 0x2015) || code === 0x2212) return DASH
  if (isQuote(code)) return QUOTE
  return isSurrogate(code) || LETTER.test(String.fromCharCode(code)) ? WORD : OTHER
}

const LETTER = /[\p{L}\p{N}\p{M}]/u

const isSurrogate = (code: number): boolean => code >= 0xd800 && code <= 0xdfff

function isQuote(code: number): boolean {
  return (
    code === 34 ||
    code === 39 ||
    (code >= 0x2018 && code <= 0x201f) ||
    code === 0xab ||
    code === 0xbb ||
    code === 0x2039 ||
    code === 0x203a ||
    (code >= 0x300c && code <= 0x300f) ||
    code === 0x60
  )
}

const OF_ASCII = Uint8Array.from({ length: 128 }, (_, code) => kindOfAny(code))

/** What a code unit counts for. */
export const kindOf = (code: number): number => (code < 128 ? OF_ASCII[code]! : kindOfAny(code))

/**
 * How many code units the dash takes that stands here: "—", "--", or a hyphen with spaces on both sides; 0 for the hyphen of
 * "well-known". Dashes are set with spaces in one house and without in the next: "so — he" is "so—he".
 */
export function dashLength(text: string, at: number, spaceBefore: boolean): number {
  if (text.charCodeAt(at) !== 45) return 1
  let end = at + 1
  while (text.charCodeAt(end) === 45) end++
  if (end - at > 1) return end - at
  return spaceBefore && kindOf(text.charCodeAt(end)) === SPACE ? 1 : 0
}
