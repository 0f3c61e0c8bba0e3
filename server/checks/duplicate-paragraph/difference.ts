import { visible } from '../../draft/invisible'

/** One place where two texts differ; an empty side means that words were added or left out. */
export interface Change {
  readonly before: string
  readonly after: string
}

/** Beyond so many pairs of words to compare, the whole stretch that differs counts as one change. */
const MOST_PAIRS = 250_000

/** The word-by-word changes that lead from one text to the other. */
export function changesBetween(before: string, after: string): Change[] {
  const a = wordsOf(before)
  const b = wordsOf(after)
  let head = 0
  while (head < a.length && head < b.length && a[head] === b[head]) head++
  let tail = 0
  while (tail < a.length - head && tail < b.length - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++
  return changesInside(a.slice(head, a.length - tail), b.slice(head, b.length - tail))
}

const wordsOf = (text: string): string[] => visible(text).split(/\s+/).filter(Boolean)

function changesInside(a: readonly string[], b: readonly string[]): Change[] {
  if (a.length === 0 && b.length === 0) return []
  if (a.length * b.length > MOST_PAIRS) return [{ before: a.join(' '), after: b.join(' ') }]
  const common = commonLengths(a, b)
  const width = b.length + 1
  const changes: Change[] = []
  let removed: string[] = []
  let added: string[] = []
  const close = () => {
    if (removed.length || added.length) changes.push({ before: removed.join(' '), after: added.join(' ') })
    removed = []
    added = []
  }
  for (let i = 0, j = 0; i < a.length || j < b.length; ) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      close()
      i++
      j++
    } else if (
      j === b.length ||
      (i < a.length && common[(i + 1) * width + j]! >= common[i * width + j + 1]!)
    ) {
      removed.push(a[i++]!)
    } else added.push(b[j++]!)
  }
  close()
  return changes
}

/** Lengths of the longest common subsequences of all pairs of tails, row by row (dynamic programming). */
function commonLengths(a: readonly string[], b: readonly string[]): Uint16Array {
  const width = b.length + 1
  const common = new Uint16Array((a.length + 1) * width)
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      common[i * width + j] =
        a[i] === b[j]
          ? common[(i + 1) * width + j + 1]! + 1
          : Math.max(common[(i + 1) * width + j]!, common[i * width + j + 1]!)
    }
  }
  return common
}

const NEGATION = /^(not|no|never|none|nor|neither|without|cannot)$|n['’]t$/i

/**
 * What makes one of two near copies wrong rather than merely redundant: a number, a name or a "not" that only one of
 * them has ("41 arrests" and "43 arrests").
 */
export function gravestDifference(
  changes: readonly Change[],
  before: string,
  after: string,
): 'number' | 'name' | 'negation' | undefined {
  const differs = (isOne: (word: string) => boolean): boolean =>
    changes.some((change) => {
      const [a, b] = [change.before, change.after].map((side) => partsOf(side).filter(isOne).join(' '))
      return a!.toLowerCase() !== b!.toLowerCase()
    })
  if (differs((word) => /\p{N}/u.test(word))) return 'number'
  if (differs((word) => NEGATION.test(word))) return 'negation'
  const [namesBefore, namesAfter] = [namesIn(before), namesIn(after)]
  const isOtherName = changes.some((change) => {
    const a = partsOf(change.before).filter((word) => namesBefore.has(word))
    const b = partsOf(change.after).filter((word) => namesAfter.has(word))
    return a.length > 0 && b.length > 0 && a.join(' ') !== b.join(' ')
  })
  return isOtherName ? 'name' : undefined
}

/** The words of a text, bare of punctuation and possessive endings; "41-year-old" has three. */
const partsOf = (text: string): string[] =>
  visible(text)
    .split(/[\s\p{Pd}/]+/u)
    .map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '').replace(/['’]s$/, ''))
    .filter(Boolean)

/**
 * The words of a paragraph that are names or parts of one. A capital inside a sentence tells, unless the word stands there
 * without one too ("Custom events are …, see Events"). At a sentence's start every word has one ("Prominent signs"): it is
 * a name if it is so elsewhere, if another capital follows ("Ann Hale"), or if it owns or says something ("Hale said").
 */
function namesIn(text: string): ReadonlySet<string> {
  const plain = visible(text)
  const small = new Set(partsOf(plain).filter((word) => /^\p{Ll}/u.test(word)))
  const names = new Set<string>()
  for (const { 0: word, index } of plain.matchAll(/(?<![\p{L}\p{N}_.$])\p{Lu}[\p{L}\p{M}]+/gu)) {
    if (FUNCTION_WORD.test(word) || small.has(word.toLowerCase())) continue
    const isInside = INSIDE_SENTENCE.test(plain.slice(Math.max(0, index - NEARBY), index))
    const end = index + word.length
    if (isInside || NAME_BEHIND.test(plain.slice(end, end + NEARBY))) names.add(word)
  }
  return names
}

const NEARBY = 16
/** A word before it, and no stop between the two. */
const INSIDE_SENTENCE = /[\p{L}\p{N},;][^\p{L}\p{N}.!?:…]*$/u
/** What follows a name at a sentence's start: another capital, a possessive, a verb of saying. */
const NAME_BEHIND =
  /^(\s+\p{Lu}\p{L}|['’]s\b|\s+(said|says|told|tells|added|adds|wrote|writes|asked|argued|replied)\b)/u
const FUNCTION_WORD =
  /^(I|a|an|the|this|that|these|those|it|its|he|she|they|we|you|his|her|hers|their|our|my|your|who|what|which|when|where|why|how|if|as|at|by|in|on|of|to|for|from|with|and|or|but|nor|so|yet|both|all|some|many|most|none|no|not|one|others?|there|here|then|now|after|before|while|since|until|although|because)$/i

const SHOWN = 3

/** "two changes: “41” → “43”, “on Monday” left out". */
export function describeChanges(changes: readonly Change[]): string {
  const shown = changes.slice(0, SHOWN).map(describeChange)
  const more = changes.length > SHOWN ? `, and ${changes.length - SHOWN} more` : ''
  return `${countOf(changes.length)}: ${shown.join(', ')}${more}`
}

const COUNTS = ['no change', 'one change', 'two changes', 'three changes']
const countOf = (n: number): string => COUNTS[n] ?? `${n} changes`

function describeChange({ before, after }: Change): string {
  if (!before) return `“${shortened(after)}” added`
  if (!after) return `“${shortened(before)}” left out`
  return `“${shortened(before)}” → “${shortened(after)}”`
}

const LONGEST = 40
const shortened = (text: string): string =>
  text.length > LONGEST ? `${text.slice(0, LONGEST - 1).trimEnd()}…` : text
