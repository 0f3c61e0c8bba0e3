import { isInvisible, visible } from './invisible'

/**
 * - `word`: letters, with apostrophes inside ("don't", "o’clock"); a possessive ending is a token of its own
 *   ("Karzai" + "'s"), and so is each side of a hyphen ("mid" + "-" + "1990" + "s")
 * - `number`: digits, with separators inside ("87,000", "1.5"), but not a date's ("2013" + "-" + "10")
 * - `mark`: any other character but white space, one at a time
 */
export type TokenKind = 'word' | 'number' | 'mark'

/** Offsets count from the paragraph's start. */
export interface Token {
  readonly kind: TokenKind
  readonly start: number
  readonly end: number
  /** Without invisible characters. */
  readonly text: string
  readonly lower: string
  /** Whether white space (or the paragraph's start) stands before it. */
  readonly spaced: boolean
}

enum Class {
  Mark,
  Letter,
  Digit,
  Space,
  Invisible,
}

const LETTER = /\p{L}|\p{M}/u
const SPACE = /\s/

function classOf(code: number): Class {
  if (code < 128) {
    if ((code >= 97 && code <= 122) || (code >= 65 && code <= 90)) return Class.Letter
    if (code >= 48 && code <= 57) return Class.Digit
    if (code === 32 || (code >= 9 && code <= 13)) return Class.Space
    return Class.Mark
  }
  if (isInvisible(code)) return Class.Invisible
  if (code >= 0xd800 && code <= 0xdfff) return Class.Mark
  const character = String.fromCharCode(code)
  if (LETTER.test(character)) return Class.Letter
  return SPACE.test(character) ? Class.Space : Class.Mark
}

const isApostrophe = (code: number): boolean => code === 39 || code === 0x2019 || code === 0x2bc

/** Cuts prose into tokens, in one pass. */
export function tokenize(prose: string): Token[] {
  const tokens: Token[] = []
  const length = prose.length
  let at = 0
  let spaced = true
  let hidden = false

  const push = (kind: TokenKind, start: number, end: number) => {
    const raw = prose.slice(start, end)
    const text = hidden ? visible(raw) : raw
    tokens.push({ kind, start, end, text, lower: kind === 'word' ? text.toLowerCase() : text, spaced })
    spaced = false
    hidden = false
  }

  while (at < length) {
    const code = prose.charCodeAt(at)
    const type = classOf(code)
    if (type === Class.Space) {
      spaced = true
      at++
      continue
    }
    if (type === Class.Invisible) {
      at++
      continue
    }
    const start = at
    if (type === Class.Letter) {
      let end = at
      let possessive = -1
      while (at < length) {
        const next = prose.charCodeAt(at)
        const nextType = classOf(next)
        if (nextType === Class.Letter) {
          end = ++at
        } else if (nextType === Class.Invisible) {
          hidden = true
          at++
        } else if (
          isApostrophe(next) &&
          at + 1 < length &&
          classOf(prose.charCodeAt(at + 1)) === Class.Letter
        ) {
          possessive = at
          end = ++at
        } else break
      }
      at = end
      if (possessive > start && isPossessiveEnding(prose, possessive, end)) {
        push('word', start, possessive)
        push('word', possessive, end)
      } else push('word', start, end)
      continue
    }
    if (type === Class.Digit) {
      while (at < length) {
        const next = prose.charCodeAt(at)
        if (classOf(next) === Class.Digit) at++
        else if (isThousands(prose, at) || isDecimal(prose, at)) at++
        else break
      }
      push('number', start, at)
      continue
    }
    at += code >= 0xd800 && code <= 0xdbff ? 2 : 1
    push('mark', start, Math.min(at, length))
  }
  return tokens
}

/** "'s" of "Karzai's", but not "'clock" of "o'clock". */
function isPossessiveEnding(prose: string, apostrophe: number, end: number): boolean {
  return end - apostrophe === 2 && (prose.charCodeAt(apostrophe + 1) | 32) === 115
}

const isDigitAt = (prose: string, at: number): boolean => {
  const code = prose.charCodeAt(at)
  return code >= 48 && code <= 57
}

/** The comma of "87,000", but not of "October 14,2013". */
function isThousands(prose: string, at: number): boolean {
  return (
    prose.charCodeAt(at) === 44 &&
    isDigitAt(prose, at + 1) &&
    isDigitAt(prose, at + 2) &&
    isDigitAt(prose, at + 3) &&
    !isDigitAt(prose, at + 4)
  )
}

/** The point of "1.5". */
function isDecimal(prose: string, at: number): boolean {
  return prose.charCodeAt(at) === 46 && isDigitAt(prose, at + 1)
}
