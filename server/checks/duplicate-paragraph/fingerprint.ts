import { composed, FOLDED_DASH, FOLDED_QUOTE, foldInto } from './fold'

/** What is kept of a paragraph to find its copies. */
export interface Fingerprint {
  /** As one counts them: stretches between spaces and dashes (an address is one). */
  readonly words: number
  /** How many words the shingles are made of: stretches of letters and digits ("well-known" is two). */
  readonly stretches: number
  /** Hash of the folded text: the same for exact copies. */
  readonly exact: number
  /** Hashes of the word 3-shingles, each once, ascending. Words are letters and digits, without case. */
  readonly shingles: Uint32Array
  /** Hashes of the first two and of the last two words: the shingles that reach over the paragraph's edges. */
  readonly head: number
  readonly tail: number
}

/** Written anew for each paragraph: to allocate them each time takes longer than to hash. */
let codes = new Uint16Array(4096)
let words = new Int32Array(2049)

/** Folds and hashes a paragraph. */
export function fingerprintOf(prose: string): Fingerprint {
  const text = composed(prose)
  if (text.length > codes.length) {
    codes = new Uint16Array(2 * text.length)
    words = new Int32Array(text.length + 1)
  }
  const length = foldInto(codes, text)
  let hashed = 0
  let count = 0
  let isCounted = false
  let low = 0x811c9dc5
  let high = 0x9747b28c
  let word = 0
  for (let at = 0; at < length; at++) {
    const code = codes[at]!
    low = Math.imul(low ^ code, 0x01000193)
    high = Math.imul(high ^ code, 0x85ebca6b)
    high ^= high >>> 13
    if (isWordCode(code)) {
      if (!isCounted) count++
      isCounted = true
      word = Math.imul((word || 0x2545f491) ^ lowerOf(code), 0x01000193) || 1
      continue
    }
    if (code === 32 || code === FOLDED_DASH) isCounted = false
    // A quotation mark inside a word is an apostrophe, and doesn't part "don't".
    if (code === FOLDED_QUOTE || word === 0) continue
    words[hashed++] = word
    word = 0
  }
  if (word !== 0) words[hashed++] = word
  return {
    words: count,
    stretches: hashed,
    exact: (high >>> 11) * 0x1_0000_0000 + (low >>> 0),
    shingles: shinglesOf(hashed),
    head: mixed(EDGE, hashed > 0 ? words[0]! : 0, hashed > 1 ? words[1]! : 0),
    tail: mixed(hashed > 1 ? words[hashed - 2]! : 0, hashed > 0 ? words[hashed - 1]! : 0, EDGE),
  }
}

/** Stands for the word before the first and behind the last. */
const EDGE = 0x5bd1e995

function shinglesOf(count: number): Uint32Array {
  const all = new Uint32Array(Math.max(0, count - 2))
  for (let i = 0; i < all.length; i++) all[i] = mixed(words[i]!, words[i + 1]!, words[i + 2]!)
  all.sort()
  let kept = 0
  for (let i = 0; i < all.length; i++) if (i === 0 || all[i] !== all[i - 1]) all[kept++] = all[i]!
  return kept === all.length ? all : all.slice(0, kept)
}

function mixed(a: number, b: number, c: number): number {
  let hash = Math.imul(a, 0x9e3779b1)
  hash = Math.imul((hash ^ (hash >>> 15) ^ b) | 0, 0x85ebca77)
  hash = Math.imul((hash ^ (hash >>> 13) ^ c) | 0, 0xc2b2ae3d)
  return (hash ^ (hash >>> 16)) >>> 0
}

const WORD = /[\p{L}\p{N}\p{M}]/u

function isWordCode(code: number): boolean {
  if (code < 128)
    return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57)
  return (code >= 0xd800 && code <= 0xdfff) || WORD.test(String.fromCharCode(code))
}

function lowerOf(code: number): number {
  if (code < 128) return code >= 65 && code <= 90 ? code + 32 : code
  return String.fromCharCode(code).toLowerCase().charCodeAt(0)
}

/** How many shingles two paragraphs have in common. */
export function commonShingles(a: Uint32Array, b: Uint32Array): number {
  let common = 0
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const x = a[i]!
    const y = b[j]!
    if (x === y) common++
    if (x <= y) i++
    if (y <= x) j++
  }
  return common
}
