import { indexFrom, startOf } from './index-from'
import { isInvisible, visible } from './invisible'
import { NO_OUTLINE, outlineFrom, outlineOf } from './outline'

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
  /** In small letters, with straight apostrophes: "don't". */
  readonly lower: string
  /** What can be seen of a word at a glance. */
  readonly outline: number
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

/** Classes of ASCII, looked up by code. */
const ASCII = Uint8Array.from({ length: 128 }, (_, code) => {
  if ((code >= 97 && code <= 122) || (code >= 65 && code <= 90)) return Class.Letter
  if (code >= 48 && code <= 57) return Class.Digit
  return code === 32 || (code >= 9 && code <= 13) ? Class.Space : Class.Mark
})

function classOf(code: number): Class {
  return code < 128 ? ASCII[code]! : classBeyondAscii(code)
}

function classBeyondAscii(code: number): Class {
  if (isInvisible(code)) return Class.Invisible
  if (code >= 0xd800 && code <= 0xdfff) return Class.Mark
  // Dashes, quotation marks and the like, which English is full of.
  if (code >= 0x2010 && code <= 0x2027) return Class.Mark
  const character = String.fromCharCode(code)
  if (LETTER.test(character)) return Class.Letter
  return SPACE.test(character) ? Class.Space : Class.Mark
}

const isApostrophe = (code: number): boolean => code === 39 || code === 0x2019 || code === 0x2bc

/** Prose with its tokens. */
export interface Tokenized {
  readonly prose: string
  readonly tokens: readonly Token[]
}

/** Cuts prose into tokens, in one pass; of prose that was cut `before` an edit, those that the edit left are taken over. */
export function tokenize(prose: string, before?: Tokenized): readonly Token[] {
  if (before) return tokenizeAgain(prose, before)
  const tokens: Token[] = []
  pushTokens(tokens, prose, BEGINNING, prose.length)
  return tokens
}

/** What tokenizing has come to: what follows depends on nothing that lies behind. */
interface Place {
  readonly at: number
  readonly spaced: boolean
}

/** So many code units decide where a token ends, its first one among them: those of "1,000" behind the comma. */
const LOOKED_AT = 5

function tokenizeAgain(prose: string, before: Tokenized): readonly Token[] {
  const by = prose.length - before.prose.length
  const shorter = Math.min(prose.length, before.prose.length)
  let head = 0
  while (head < shorter && prose.charCodeAt(head) === before.prose.charCodeAt(head)) head++
  let tail = prose.length
  while (
    tail > head + Math.max(0, by) &&
    prose.charCodeAt(tail - 1) === before.prose.charCodeAt(tail - 1 - by)
  )
    tail--
  // The first token that may have become another one, and the one in front, which may now go on with it.
  let first = indexFrom(before.tokens, head - LOOKED_AT + 1, startOf) - 1
  while (first > 0 && isEnding(before.tokens[first]!)) first--
  const known = before.tokens[first]
  const tokens = before.tokens.slice(0, Math.max(0, first))
  let place = known ? { at: known.start, spaced: known.spaced } : BEGINNING
  place = pushTokens(tokens, prose, place, tail)
  let behind = indexFrom(before.tokens, place.at - by, startOf)
  while (place.at < prose.length) {
    while (behind < before.tokens.length && before.tokens[behind]!.start + by < place.at) behind++
    const next = before.tokens[behind]
    if (next && next.start + by === place.at && next.spaced === place.spaced && !isEnding(next)) {
      for (let i = behind; i < before.tokens.length; i++) tokens.push(moved(before.tokens[i]!, by))
      return tokens
    }
    place = pushTokens(tokens, prose, place, place.at + 1)
  }
  return tokens
}

const BEGINNING: Place = { at: 0, spaced: true }

/** The "'s" of "Karzai's", which is cut off a word that was read as one. */
const isEnding = ({ kind, lower }: Token): boolean => kind === 'word' && lower.charCodeAt(0) === 39

const moved = ({ kind, start, end, text, lower, outline, spaced }: Token, by: number): Token => ({
  kind,
  start: start + by,
  end: end + by,
  text,
  lower,
  outline,
  spaced,
})

/** Pushes the tokens that begin in front of an offset; returns the place behind them, where a token begins or prose ends. */
function pushTokens(
  tokens: Token[],
  prose: string,
  { at: from, spaced: isSpaced }: Place,
  to: number,
): Place {
  const length = prose.length
  let spaced = isSpaced
  let at = from
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
    if (at >= to) break
    const start = at
    if (type === Class.Letter) at = pushWord(tokens, prose, start, spaced)
    else if (type === Class.Digit) {
      at = endOfNumber(prose, start)
      const text = prose.slice(start, at)
      tokens.push({ kind: 'number', start, end: at, text, lower: text, outline: NO_OUTLINE, spaced })
    } else {
      at += code >= 0xd800 && code <= 0xdbff && at + 1 < length ? 2 : 1
      const text = prose.slice(start, at)
      tokens.push({ kind: 'mark', start, end: at, text, lower: text, outline: NO_OUTLINE, spaced })
    }
    spaced = false
  }
  return { at, spaced }
}

/** Most words are of small letters alone, and needn't be made so; few hold others than ASCII's, or invisible characters. */
enum Form {
  Small,
  Cased,
  Foreign,
  Hiding,
}

/** Pushes the word that begins at `start`, and its possessive ending as one of its own; returns where they end. */
function pushWord(tokens: Token[], prose: string, start: number, spaced: boolean): number {
  const length = prose.length
  let at = start
  let end = start
  let possessive = -1
  let form = Form.Small
  while (at < length) {
    const code = prose.charCodeAt(at)
    const type = classOf(code)
    if (type === Class.Letter) {
      if (code < 97 && form === Form.Small) form = Form.Cased
      else if (code > 127 && form < Form.Foreign) form = Form.Foreign
      end = ++at
    } else if (type === Class.Invisible) {
      form = Form.Hiding
      at++
    } else if (isApostrophe(code) && at + 1 < length && classOf(prose.charCodeAt(at + 1)) === Class.Letter) {
      if (code !== 39 && form < Form.Foreign) form = Form.Foreign
      possessive = at
      end = ++at
    } else break
  }
  if (possessive > start && isPossessiveEnding(prose, possessive, end)) {
    tokens.push(wordToken(prose, start, possessive, form, spaced))
    tokens.push(wordToken(prose, possessive, end, form, false))
  } else tokens.push(wordToken(prose, start, end, form, spaced))
  return end
}

function wordToken(prose: string, start: number, end: number, form: Form, spaced: boolean): Token {
  const raw = prose.slice(start, end)
  if (form === Form.Small) {
    const outline = outlineFrom(prose.charCodeAt(start), prose.charCodeAt(end - 1), end - start)
    return { kind: 'word', start, end, text: raw, lower: raw, outline, spaced }
  }
  const text = form === Form.Hiding ? visible(raw) : raw
  const small = text.toLowerCase()
  const lower = form === Form.Cased ? small : small.replace(CURLY_APOSTROPHE, "'")
  return { kind: 'word', start, end, text, lower, outline: outlineOf(lower), spaced }
}

const CURLY_APOSTROPHE = /[’ʼ]/g

function endOfNumber(prose: string, start: number): number {
  let at = start
  while (isDigitAt(prose, at) || isThousands(prose, at) || isDecimal(prose, at)) at++
  return at
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
