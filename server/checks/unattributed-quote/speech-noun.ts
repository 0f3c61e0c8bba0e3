import type { Token } from '../../draft/tokens'
import { isPassive } from './clause'
import {
  CLAUSE_OPENERS,
  DETERMINERS,
  DOCUMENTS,
  ISSUING,
  PAPERS,
  PREPOSITIONS,
  SPEECH_NOUNS,
} from './lexicon'
import { mainSubject } from './main-subject'
import { nounPhraseFrom } from './noun-phrase'
import { isCapital, type Stretch } from './shape'
import { one, type Source, source } from './source'
import { subjectBefore } from './subject'

/** 'In a statement, the board: "…"', 'Hale's promise, "…"', 'a banner reading "…"'. */
export function nounBefore(tokens: readonly Token[], from: number, end: number): Source | undefined {
  const last = tokens[end - 1]!
  if (DOCUMENTS.has(last.lower)) {
    const paper = documentPhrase(tokens, from, end)
    const speaker = possessorOf(tokens, from, end - 1) ?? issuerOf(tokens, from, paper) ?? paper
    return { speaker, cue: one(end - 1) }
  }
  for (let i = end - 1; i > from && i > end - 16; i--) {
    // "our on-call engineer"
    if (!SPEECH_NOUNS.has(tokens[i]!.lower) || tokens[i - 1]!.text === '-') continue
    if (tokens[i + 1]?.lower === 'of' || tokens[i + 1]?.lower === 'by' || tokens[i + 1]?.lower === 'from') {
      const found = source(nounPhraseFrom(tokens, i + 2, end), one(i))
      if (found) return found
    }
    const isNear = !tokens.slice(i + 1, end).some(({ text }) => text === ',')
    const speaker =
      (isNear ? possessorOf(tokens, from, i) : undefined) ??
      (tokens[end]?.text === ':' || tokens[end]?.text === ',' ? mainSubject(tokens, from, end) : undefined)
    if (speaker) return { speaker, cue: one(i) }
  }
  return undefined
}

/** 'Hale issued a statement, "…"', 'Hale used the words "…"': whoever puts words out speaks in them. */
function issuerOf(tokens: readonly Token[], from: number, paper: Stretch): Stretch | undefined {
  const verb = paper.from - 1
  if (verb <= from || !ISSUING.has(tokens[verb]!.lower)) return undefined
  return isPassive(tokens, from, verb) ? undefined : subjectBefore(tokens, from, verb)
}

/** A document named shortly before a colon: "a note on the napkin:". */
export function documentBefore(tokens: readonly Token[], from: number, end: number): Stretch | undefined {
  for (let i = end - 1; i > from && i > end - 8; i--) {
    if (tokens[i]!.kind === 'mark') return undefined
    const begins = DETERMINERS.has(tokens[i - 1]!.lower) || tokens[i - 1]!.lower === 'and'
    if (PAPERS.has(tokens[i]!.lower) && begins) return documentPhrase(tokens, from, i + 1)
  }
  return undefined
}

function documentPhrase(tokens: readonly Token[], from: number, end: number): Stretch {
  let i = end - 1
  while (
    i > from &&
    i > end - 6 &&
    tokens[i - 1]!.kind === 'word' &&
    !PREPOSITIONS.has(tokens[i - 1]!.lower) &&
    !CLAUSE_OPENERS.has(tokens[i - 1]!.lower)
  ) {
    i--
    if (DETERMINERS.has(tokens[i]!.lower)) break
  }
  return { from: i, to: end }
}

/** "Ruth Hale", and not the "But" before it. */
const isOfOwner = (token: Token): boolean =>
  token.text === '-' || (isCapital(token) && !CLAUSE_OPENERS.has(token.lower))

const POSSESSIVES = new Set(['his', 'her', 'their', 'my', 'our', 'your'])

/** "Hale's", "the mayor's", "her" before a noun. */
export function possessorOf(tokens: readonly Token[], from: number, noun: number): Stretch | undefined {
  for (let i = noun - 1; i >= from && i > noun - 5; i--) {
    const { lower, kind } = tokens[i]!
    if (POSSESSIVES.has(lower)) return one(i)
    if (lower === "'s" || lower === "'" || lower === '’') {
      let start = i
      while (start > from && isOfOwner(tokens[start - 1]!)) start--
      if (start === i)
        while (
          start > from &&
          start > i - 4 &&
          tokens[start - 1]!.kind === 'word' &&
          !PREPOSITIONS.has(tokens[start - 1]!.lower)
        ) {
          start--
          if (DETERMINERS.has(tokens[start]!.lower)) break
        }
      return start < i ? { from: start, to: i } : undefined
    }
    // "Hale's handling of the letter"
    if ((kind === 'mark' && lower !== '-') || PREPOSITIONS.has(lower) || ARTICLES.has(lower)) return undefined
  }
  return undefined
}

const ARTICLES = new Set(['the', 'a', 'an'])
