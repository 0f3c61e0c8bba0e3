import { composed, DASH, dashLength, kindOf, mayNeedComposing, NOTHING, QUOTE, SPACE, WORD } from './fold'

/** What is kept of a paragraph to find its copies. */
export interface Fingerprint {
  /** As one counts them: stretches between spaces and dashes (an address is one). */
  readonly words: number
  /** How many words the shingles are made of: stretches of letters and digits ("well-known" is two). */
  readonly stretches: number
  /** Hash of the folded text: the same for exact copies. */
  readonly exact: number
  /**
   * Hashes of the word 3-shingles, each once, ascending. Words are letters and digits, without case. Hashes have a sign, for
   * engines keep such numbers in place, and make an object of each that is larger.
   */
  readonly shingles: Int32Array
  /** Hashes of the first two and of the last two words: the shingles that reach over the paragraph's edges. */
  readonly head: number
  readonly tail: number
}

/** Written anew for each paragraph: to allocate it each time takes longer than to hash. */
let words = new Int32Array(2049)

/**
 * Folds and hashes a paragraph, in one pass over its code units. White space becomes one space, invisible characters go,
 * every kind of quotation mark and of dash becomes one ("1914–1918" is often typed "1914-1918"). Case, other punctuation
 * and digits stay for the exact hash; for the shingles, words are what stands between.
 */
export function fingerprintOf(prose: string): Fingerprint {
  return fingerprintOfComposed(prose) ?? fingerprintOfComposed(composed(prose), true)!
}

/** Gives up at the first character that might have to be composed, unless that has been done. */
function fingerprintOfComposed(text: string, isComposed = false): Fingerprint | undefined {
  const { length } = text
  if (length >= 2 * words.length) words = new Int32Array(length)
  let hashed = 0
  let count = 0
  let isCounted = false
  let space = false
  let begun = false
  let low = 0x811c9dc5
  let high = 0x9747b28c
  let token = TOKEN
  let word = 0
  for (let at = 0; at < length; at++) {
    let code = text.charCodeAt(at)
    const kind = kindOf(code)
    if (kind === SPACE) {
      space = true
      continue
    }
    if (code >= 128 && !isComposed && mayNeedComposing(code)) return undefined
    if (kind === NOTHING) continue
    if (kind === QUOTE) code = FOLDED_QUOTE
    else if (kind === DASH) {
      const dash = dashLength(text, at, space)
      if (dash > 0) {
        at += dash - 1
        while (at + 1 < length && kindOf(text.charCodeAt(at + 1)) === SPACE) at++
        space = false
      }
      code = FOLDED_DASH
      isCounted = false
    }
    if (space && begun) {
      token = Math.imul(token ^ word, 0x01000193)
      low = Math.imul(low ^ token, 0x01000193)
      high = Math.imul(high ^ token, 0x85ebca6b)
      high ^= high >>> 13
      token = TOKEN
      if (word !== 0) words[hashed++] = word
      word = 0
      isCounted = false
    }
    space = false
    begun = true
    if (kind === WORD) {
      if (!isCounted) count++
      isCounted = true
      let hash = word === 0 ? 0x2545f491 : word
      // Most characters are small letters: of these the hash of the word says all.
      if (code >= SMALL_A && code <= SMALL_Z) {
        hash = Math.imul(hash ^ code, 0x01000193)
        for (; at + 1 < length; at++) {
          const next = text.charCodeAt(at + 1)
          if (next < SMALL_A || next > SMALL_Z) break
          hash = Math.imul(hash ^ next, 0x01000193)
        }
      } else {
        token = (Math.imul(token ^ code, 0x9e3779b1) + Math.imul(hash, 0x85ebca6b)) | 0
        hash = Math.imul(hash ^ lowerOf(code), 0x01000193)
      }
      word = hash || 1
      continue
    }
    token = Math.imul(Math.imul(token ^ word, 0x01000193) ^ code, 0x01000193)
    // A quotation mark inside a word is an apostrophe, and doesn't part "don't".
    if (kind === QUOTE || word === 0) continue
    words[hashed++] = word
    word = 0
  }
  if (word !== 0) words[hashed++] = word
  token = Math.imul(token ^ word, 0x01000193)
  low = Math.imul(low ^ token, 0x01000193)
  high = Math.imul(high ^ token, 0x85ebca6b)
  high ^= high >>> 13
  return {
    words: count,
    stretches: hashed,
    exact: (high >>> 11) * 0x1_0000_0000 + (low >>> 0),
    shingles: shinglesOf(hashed),
    head: mixed(EDGE, hashed > 0 ? words[0]! : 0, hashed > 1 ? words[1]! : 0),
    tail: mixed(hashed > 1 ? words[hashed - 2]! : 0, hashed > 0 ? words[hashed - 1]! : 0, EDGE),
  }
}

const SMALL_A = 97
const SMALL_Z = 122
/** With what the hash of the characters up to a space begins. */
const TOKEN = 0x1b873593
const FOLDED_QUOTE = 34
const FOLDED_DASH = 45

/** Stands for the word before the first and behind the last. */
const EDGE = 0x5bd1e995

function shinglesOf(count: number): Int32Array {
  const many = Math.max(0, count - 2)
  if (many > hashes.length) hashes = new Int32Array(2 * many)
  for (let i = 0; i < many; i++) hashes[i] = mixed(words[i]!, words[i + 1]!, words[i + 2]!)
  if (many > BLOCK / 4) return distinct(new Int32Array(many), many).slice()
  if (blockUsed + many > BLOCK) {
    block = new Int32Array(BLOCK)
    blockUsed = 0
  }
  const kept = distinct(block.subarray(blockUsed, blockUsed + many), many)
  blockUsed += kept.length
  return kept
}

/** Orders the hashes into a list, and drops what stands there twice. */
function distinct(all: Int32Array, many: number): Int32Array {
  sortInto(all, hashes, many)
  let kept = 0
  for (let i = 0; i < many; i++) if (i === 0 || all[i] !== all[i - 1]) all[kept++] = all[i]!
  return kept === many ? all : all.subarray(0, kept)
}

/**
 * Shingles of some paragraphs share a block: a buffer of its own for each takes longer to get than to fill. Blocks are
 * small, as one is held as long as any paragraph of it is.
 */
const BLOCK = 2048
let block = new Int32Array(BLOCK)
let blockUsed = 0

let hashes = new Int32Array(2048)
const BUCKETS = 128
/** Of 32, seven tell the bucket. */
const BITS_WITHIN_BUCKET = 25
const ends = new Uint32Array(BUCKETS)
const LONG = 1024

/**
 * Sorts hashes, which are spread evenly: by their first bits into buckets of one or two each, and the rest by insertion. For
 * so few numbers that takes a quarter of the time of the built-in sort.
 */
function sortInto(sorted: Int32Array, hashes: Int32Array, count: number): void {
  if (count > LONG) {
    sorted.set(hashes.subarray(0, count))
    sorted.sort()
    return
  }
  ends.fill(0)
  for (let i = 0; i < count; i++) ends[bucketOf(hashes[i]!)]!++
  for (let b = 1; b < ends.length; b++) ends[b]! += ends[b - 1]!
  for (let i = 0; i < count; i++) sorted[--ends[bucketOf(hashes[i]!)]!] = hashes[i]!
  for (let i = 1; i < count; i++) {
    const hash = sorted[i]!
    let at = i
    while (at > 0 && sorted[at - 1]! > hash) {
      sorted[at] = sorted[at - 1]!
      at--
    }
    sorted[at] = hash
  }
}

/** By the first bits, negative numbers first. */
const bucketOf = (hash: number): number => (hash >> BITS_WITHIN_BUCKET) + BUCKETS / 2

function mixed(a: number, b: number, c: number): number {
  let hash = Math.imul(a, 0x9e3779b1)
  hash = Math.imul((hash ^ (hash >>> 15) ^ b) | 0, 0x85ebca77)
  hash = Math.imul((hash ^ (hash >>> 13) ^ c) | 0, 0xc2b2ae3d)
  return hash ^ (hash >>> 16)
}

function lowerOf(code: number): number {
  if (code < 128) return code >= 65 && code <= 90 ? code + 32 : code
  return String.fromCharCode(code).toLowerCase().charCodeAt(0)
}

/** How many shingles two paragraphs have in common. */
export function commonShingles(a: Int32Array, b: Int32Array): number {
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

/** The shingles that only the first of two paragraphs has, and those that only the second one has. */
export interface Difference {
  readonly gone: readonly number[]
  readonly come: readonly number[]
}

/** What two paragraphs don't have in common. */
export function differenceOf(before: Int32Array, now: Int32Array): Difference {
  const gone: number[] = []
  const come: number[] = []
  let i = 0
  let j = 0
  while (i < before.length && j < now.length) {
    const x = before[i]!
    const y = now[j]!
    if (x === y) {
      i++
      j++
    } else if (x < y) {
      gone.push(x)
      i++
    } else {
      come.push(y)
      j++
    }
  }
  for (; i < before.length; i++) gone.push(before[i]!)
  for (; j < now.length; j++) come.push(now[j]!)
  return { gone, come }
}
