import { isInvisible } from '../../draft/invisible'

/**
 * Folds a paragraph to what makes it the same paragraph, and gives each UTF-16 code unit of the result to `visit`:
 * white space becomes one space, invisible characters go, every kind of quotation mark, dash and ellipsis becomes one,
 * compatibility forms are composed (NFKC). Case, other punctuation and digits stay.
 */
export function forEachFolded(prose: string, visit: (code: number) => void): void {
  const text = isAscii(prose) ? prose : prose.normalize('NFKC')
  const length = text.length
  let space = false
  let empty = true
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
      visit(45)
      at += dash - 1
      while (at + 1 < length && isSpace(text.charCodeAt(at + 1))) at++
      space = false
      empty = false
      continue
    }
    if (space && !empty) visit(32)
    space = false
    empty = false
    visit(isQuote(code) ? 34 : code)
  }
}

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 127) return false
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
