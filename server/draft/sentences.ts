import { opensInSmall } from './capital'
import type { Span } from './span'
import type { Token } from './tokens'

/** Abbreviations that a capital may follow within the sentence ("Gov. Hale", "Sept. 3"). */
const BEFORE_NAME = new Set(
  (
    'mr mrs ms messrs mme dr prof rev hon fr sr jr st ste gen lt col maj capt cmdr adm sgt cpl pvt gov sen rep reps ' +
    'sens pres supt det insp cllr atty vs v jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed ' +
    'thu thur thurs fri sat sun barr engr alh adv shri smt ave blvd mt ft ed eds al eg ie cf approx est dept univ assn bros inc ltd co corp'
  ).split(' '),
)

/** Whether a word (in lower case) is one that a point shortens before a name or a number: "gov", "sept". */
export const isShortened = (lower: string): boolean => BEFORE_NAME.has(lower)

/** "No. 5", and not "She said no. Then she left." */
const BEFORE_NUMBER = new Set(['no', 'nos', 'p', 'pp', 'vol', 'fig'])

/** Words as well, unless they have a capital: "They sat. Nobody spoke." */
const ALSO_WORDS = new Set(['sat', 'sun', 'mar', 'wed', 'rep', 'gen', 'ed', 'lt', 'ft'])

/** Of these, the ones that also end sentences: before a capital they do, unless a name is plainly going on. */
const CLOSERS = new Set(['"', "'", '”', '’', '»', '›', ')', ']', '」', '』', '*', '_'])

/**
 * Cuts a paragraph's tokens into sentences; closing quotation marks and brackets stay with the sentence they close.
 * Spans run from the first to the last token of each. A stop inside a quotation ends a sentence where a capital
 * follows ('"Go." She left.'), not before lower case ('"Go!" she said').
 */
export function sentencesOf(tokens: readonly Token[]): Span[] {
  const sentences: Span[] = []
  let first = 0
  for (let i = 0; i < tokens.length; i++) {
    const { kind, text } = tokens[i]!
    if (kind !== 'mark' || !isTerminal(text)) continue
    let last = i
    while (last + 1 < tokens.length && isTail(tokens, last + 1)) last++
    const isEnd = endsSentence(tokens, i, last)
    // If not the first of several stops ends it, none does: a thousand of them are looked at once.
    i = last
    if (!isEnd) continue
    sentences.push({ start: tokens[first]!.start, end: tokens[last]!.end })
    first = last + 1
  }
  if (first < tokens.length) {
    sentences.push({ start: tokens[first]!.start, end: tokens[tokens.length - 1]!.end })
  }
  return sentences
}

/** ". ! ? … 。 ！ ？" */
function isTerminal(mark: string): boolean {
  switch (mark.charCodeAt(0)) {
    case 0x2e:
    case 0x21:
    case 0x3f:
    case 0x2026:
    case 0x3002:
    case 0xff01:
    case 0xff1f:
      return true
    default:
      return false
  }
}

/** A closing mark or a further stop right behind the stop; a straight quote counts only if it closes. */
function isTail(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i]!
  if (token.spaced) return false
  return isTerminal(token.text) || CLOSERS.has(token.text)
}

function endsSentence(tokens: readonly Token[], stop: number, last: number): boolean {
  const next = tokens[last + 1]
  if (!next) return true
  if (!next.spaced) return false
  if (tokens[stop]!.text === '.' && last === stop && isAbbreviation(tokens, stop)) return false
  return startsSentence(tokens, last + 1)
}

function isAbbreviation(tokens: readonly Token[], stop: number): boolean {
  const word = tokens[stop - 1]
  if (!word || tokens[stop]!.spaced || word.kind !== 'word') return false
  if (word.text.length === 1 && word.text !== 'I')
    return tokens[stop + 1]?.kind === 'word' || isInitials(tokens, stop)
  if (BEFORE_NUMBER.has(word.lower)) return tokens[stop + 1]?.kind === 'number'
  return BEFORE_NAME.has(word.lower) && !(ALSO_WORDS.has(word.lower) && word.text === word.lower)
}

/** The last point of "U.S." or "a.m.". */
function isInitials(tokens: readonly Token[], stop: number): boolean {
  return tokens[stop - 2]?.text === '.' && !tokens[stop - 1]!.spaced
}

/** So many marks may stand before a sentence's first word; behind more there is none. */
const MOST_MARKS = 20

function startsSentence(tokens: readonly Token[], i: number): boolean {
  let at = i
  while (at < i + MOST_MARKS && tokens[at]?.kind === 'mark') at++
  const word = at < i + MOST_MARKS ? tokens[at] : undefined
  if (!word) return true
  if (word.kind === 'number') return true
  return !opensInSmall(word.text)
}
