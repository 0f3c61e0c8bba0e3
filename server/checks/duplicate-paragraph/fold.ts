import { isInvisible } from '../../draft/invisible'

/** Compatibility forms composed (NFKC): "é" is one letter, "ﬁ" two. */
export const composed = (prose: string): string => (isComposed(prose) ? prose : prose.normalize('NFKC'))

/**
 * Folds a composed text to what makes it the same paragraph, as UTF-16 code units in `codes`, which is at least as long as
 * the text; returns how many there are. White space becomes one space, invisible characters go, every kind of quotation
 * mark, dash and ellipsis becomes one. Case, other punctuation and digits stay.
 */
export function foldInto(codes: Uint16Array, text: string): number {
  const length = text.length
  let filled = 0
  let space = false
  for (let at = 0; at < length; at++) {
    const code = text.charCodeAt(at)
    if (code === 32 || (code >= 9 && code <= 13)) {
      space = true
      continue
    }
    if (isInvisible(code)) continue
    const dash = dashLength(text, at, space)
    if (dash > 0) {
      // Dashes are set with spaces in one house and without in the next: "so — he" is "so—he".
      codes[filled++] = FOLDED_DASH
      at += dash - 1
      while (at + 1 < length && isSpace(text.charCodeAt(at + 1))) at++
      space = false
      continue
    }
    if (space && filled > 0) codes[filled++] = 32
    space = false
    codes[filled++] = isQuote(code) ? FOLDED_QUOTE : code
  }
  return filled
}

/** What every quotation mark becomes, apostrophes among them. */
export const FOLDED_QUOTE = 34
/** What every dash becomes, hyphens among them: "1914–1918" is often typed "1914-1918". */
export const FOLDED_DASH = 45

/** Whether NFKC might change a text: not where, beside ASCII, there are but Latin letters, dashes and quotation marks. */
function isComposed(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code < 128 || (code >= 0xc0 && code <= 0x131)) continue
    if ((code >= 0x2018 && code <= 0x201f) || (code >= 0x2012 && code <= 0x2015)) continue
    return false
  }
  return true
}

const isSpace = (code: number): boolean => code === 32 || (code >= 9 && code <= 13)

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

/** How many code units the dash takes that stands here: "—", "--", or a hyphen with spaces on both sides. */
function dashLength(text: string, at: number, spaceBefore: boolean): number {
  const code = text.charCodeAt(at)
  if ((code >= 0x2012 && code <= 0x2015) || code === 0x2212) return 1
  if (code !== 45) return 0
  let end = at + 1
  while (text.charCodeAt(end) === 45) end++
  if (end - at > 1) return end - at
  return spaceBefore && isSpace(text.charCodeAt(end)) ? 1 : 0
}
