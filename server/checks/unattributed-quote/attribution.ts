import type { Token } from '../../draft/tokens'
import type { Quoted } from './frames'
import {
  BE,
  CLAUSE_OPENERS,
  DETERMINERS,
  DOCUMENTS,
  FUNCTION_WORDS,
  isCue,
  isPlainForm,
  isStrongCue,
  PREPOSITIONS,
  PRONOUNS,
  SPEECH_NOUNS,
} from './lexicon'
import { isCapital, type Stretch } from './shape'
import { mainSubject, nounPhraseFrom, subjectBefore } from './speaker'

/** Who says it, and the words by which the draft says so; by tokens. */
export interface Source {
  /** Undefined where the draft points to whoever spoke last ("it added", "the statement went on"). */
  readonly speaker: Stretch | undefined
  readonly cue: Stretch | undefined
}

const one = (i: number): Stretch => ({ from: i, to: i + 1 })
const DASHES = new Set(['—', '–', '―', '-'])
const ENDS = new Set(['.', '!', '?', ';'])
const TERMINAL = new Set(['.', '!', '?', '…'])

/** Where an attribution behind a quotation ends at the latest: at the next quotation or the sentence's end. */
function tailEnd(tokens: readonly Token[], from: number, limit: number): number {
  for (let i = from; i < limit; i++) {
    const { text } = tokens[i]!
    if (text === ';' || text === '!' || text === '?' || text === ':' || text === '"' || text === '“') return i
    if (
      text === '.' &&
      (tokens[i + 1]?.spaced ?? true) &&
      !(isCapital(tokens[i - 1]) && tokens[i - 1]!.text.length < 5 && isCapital(tokens[i + 1]))
    )
      return i
  }
  return limit
}

/** What stands behind a quotation: `"…," said Hale`, `"…," Hale said`, `"…", according to Hale`, `"…" — Hale`. */
export function sourceBehind(
  tokens: readonly Token[],
  { whole, inner }: Quoted,
  limit: number,
  opens: boolean,
): Source | undefined {
  let at = whole.to
  while (at < limit && (tokens[at]!.text === ',' || tokens[at]!.text === '*' || tokens[at]!.text === '_'))
    at++
  if (tokens[at]?.text === '(' && tokens[at + 1]?.text === '(') return undefined
  const first = tokens[at]
  if (!first || at >= limit) return undefined
  if (DASHES.has(first.text)) return byline(tokens, at, limit)
  if (first.text === '(' || first.text === '[') return bracketed(tokens, at, limit)
  if (first.text === '@') return source(nounPhraseFrom(tokens, at, limit), undefined)
  const end = tailEnd(tokens, at, limit)
  const named = introduced(tokens, at, end)
  if (named) return named
  const comma = /^[,!?…—–-]$/.test(tokens[inner.to - 1]?.text ?? '') || tokens[whole.to]?.text === ','
  const complete = comma || opens || TERMINAL.has(tokens[inner.to - 1]?.text ?? '')
  return verbFirst(tokens, at, end, comma) ?? (complete ? subjectFirst(tokens, at, end, comma) : undefined)
}

const source = (speaker: Stretch | undefined, cue: Stretch | undefined): Source | undefined =>
  speaker ? { speaker, cue } : undefined

/** "— Ines Varga, engineer": a dash, and a name up to the end. */
export function byline(tokens: readonly Token[], dash: number, limit: number): Source | undefined {
  let at = dash
  while (at < limit && tokens[at]!.kind === 'mark' && tokens[at]!.text !== '@') at++
  if (at >= limit || (!isCapital(tokens[at]) && tokens[at]!.text !== '@')) return undefined
  return source(nounPhraseFrom(tokens, at, limit), undefined)
}

/** "(Ines Varga)", "[Harbour Board, 2019]". */
function bracketed(tokens: readonly Token[], open: number, limit: number): Source | undefined {
  const first = tokens[open + 1]
  if (!first || open + 1 >= limit) return undefined
  if (first.kind === 'number' && tokens[open]!.text === '[') return { speaker: undefined, cue: one(open + 1) }
  if (first.text === 'p' || first.lower === 'see' || first.kind === 'number')
    return { speaker: one(open + 1), cue: undefined }
  if (first.lower === 'tk' || !isCapital(first)) return undefined
  return source(nounPhraseFrom(tokens, open + 1, limit), undefined)
}

/** "according to Hale", "in the words of Hale", "per Hale", "as Hale put it". */
function introduced(tokens: readonly Token[], at: number, end: number): Source | undefined {
  const first = tokens[at]!.lower
  if (first === 'according' && tokens[at + 1]?.lower === 'to')
    return sourceAt(tokens, at + 2, end, { from: at, to: at + 2 })
  if (first === 'per' || first === 'via') return sourceAt(tokens, at + 1, end, one(at))
  if (first === 'in' && tokens[at + 3]?.lower === 'of' && SPEECH_NOUNS.has(tokens[at + 2]?.lower ?? ''))
    return sourceAt(tokens, at + 4, end, { from: at, to: at + 4 })
  if (first === 'as' || first === 'so' || first === 'thus')
    return at + 1 < end
      ? (verbFirst(tokens, at + 1, end, false) ?? subjectFirst(tokens, at + 1, end, true))
      : undefined
  return undefined
}

const sourceAt = (tokens: readonly Token[], from: number, to: number, cue: Stretch): Source | undefined =>
  source(nounPhraseFrom(tokens, from, to), cue)

/** "said Hale". A verb that no list knows counts where a name follows: "quipped Hale". */
function verbFirst(tokens: readonly Token[], at: number, end: number, comma: boolean): Source | undefined {
  let verb = at
  while (verb < end && tokens[verb]!.lower.endsWith('ly') && !isCapital(tokens[verb])) verb++
  const token = tokens[verb]
  if (!token || verb >= end || token.kind !== 'word' || isCapital(token) || FUNCTION_WORDS.has(token.lower))
    return undefined
  const next = verb + 1
  if (next >= end) return undefined
  const known = isCue(token.lower)
  if (!known && !(comma && isCapital(tokens[next]))) return undefined
  if (token.lower.endsWith('ing')) return undefined
  if (tokens[next]!.lower === 'it') return { speaker: undefined, cue: one(verb) }
  if (PREPOSITIONS.has(tokens[next]!.lower) && tokens[next]!.lower !== 'by') return undefined
  const from = tokens[next]!.lower === 'by' ? next + 1 : next
  return source(nounPhraseFrom(tokens, from, end), one(verb))
}

/** "Hale said", "Ines Varga, the engineer, told reporters", "she whispered". */
function subjectFirst(tokens: readonly Token[], at: number, end: number, comma: boolean): Source | undefined {
  const first = tokens[at]!
  if (
    FUNCTION_WORDS.has(first.lower) &&
    !DETERMINERS.has(first.lower) &&
    !PRONOUNS.has(first.lower) &&
    first.lower !== 'it'
  )
    return undefined
  if (first.lower.endsWith('ing') && !isCapital(first)) return undefined
  const it = first.lower === 'it'
  for (let i = at + 1; i < end && i < at + 40; i++) {
    const token = tokens[i]!
    if (token.kind !== 'word' || isCapital(token)) continue
    if (!isCue(token.lower)) continue
    if (isPassive(tokens, at, i)) return agentOf(tokens, i, end)
    if (DETERMINERS.has(tokens[i - 1]!.lower) || (i === at + 1 && DETERMINERS.has(first.lower))) continue
    if (token.lower.endsWith('ing')) break
    if (i > at + 1 && CLAUSE_OPENERS.has(tokens[i - 1]!.lower) && tokens[i - 1]!.lower !== 'then') break
    if (it) return { speaker: undefined, cue: one(i) }
    const before = i - 1
    const to = subjectEnd(tokens, at, before + 1)
    return to > at ? { speaker: { from: at, to }, cue: one(i) } : undefined
  }
  return comma && !it ? unknownVerb(tokens, at, end) : undefined
}

/** The subject without the adverbs, relative clauses and commas before its verb. */
function subjectEnd(tokens: readonly Token[], from: number, to: number): number {
  if (PRONOUNS.has(tokens[from]!.lower)) return from + 1
  for (let i = from + 1; i < to; i++) {
    const { lower, text } = tokens[i]!
    if (lower === 'who' || lower === 'which' || text === '(') return tokens[i - 1]!.text === ',' ? i - 1 : i
  }
  let end = to
  while (end > from + 1) {
    const { lower, text, kind } = tokens[end - 1]!
    const skipped =
      text === ',' ||
      (kind === 'word' &&
        !isCapital(tokens[end - 1]) &&
        (lower.endsWith('ly') ||
          [
            'also',
            'has',
            'had',
            'later',
            'then',
            'would',
            'once',
            'and',
            'have',
            'did',
            'to',
            'is',
            'was',
          ].includes(lower)))
    if (!skipped) break
    end--
  }
  return end
}

/** '"…," Hale deadpanned': a name and any verb behind a comma. */
function unknownVerb(tokens: readonly Token[], at: number, end: number): Source | undefined {
  const speaker = nounPhraseFrom(tokens, at, end)
  if (!speaker) return undefined
  const named = isCapital(tokens[at]) || PRONOUNS.has(tokens[at]!.lower) || DETERMINERS.has(tokens[at]!.lower)
  let verb = speaker.to
  while (verb < end && (tokens[verb]!.text === ',' || tokens[verb]!.lower.endsWith('ly'))) verb++
  const token = tokens[verb]
  if (!named || !token || verb >= end || token.kind !== 'word' || isCapital(token)) return undefined
  return FUNCTION_WORDS.has(token.lower) ? undefined : { speaker, cue: one(verb) }
}

function isPassive(tokens: readonly Token[], from: number, verb: number): boolean {
  let i = verb - 1
  while (i > from && (tokens[i]!.lower.endsWith('ly') || ['also', 'not', 'later'].includes(tokens[i]!.lower)))
    i--
  const { lower } = tokens[verb]!
  return i >= from && BE.has(tokens[i]!.lower) && !lower.endsWith('ing')
}

/** "was told by Hale": the agent of a passive, if it has one; without, nobody is named. */
function agentOf(tokens: readonly Token[], verb: number, end: number): Source | undefined {
  for (let i = verb + 1; i < end && i < verb + 8; i++) {
    if (tokens[i]!.lower === 'by') return source(nounPhraseFrom(tokens, i + 1, end), one(verb))
    if (tokens[i]!.text === ',' || ENDS.has(tokens[i]!.text)) break
  }
  return undefined
}

/** What stands before a quotation in its sentence: 'Hale said, "…"', 'he told the board: "…"', 'the sign "…"'. */
export function sourceBefore(tokens: readonly Token[], from: number, { whole }: Quoted): Source | undefined {
  let end = whole.from
  const gap = tokens[end - 1]?.text
  while (
    end > from &&
    ((tokens[end - 1]!.kind === 'mark' && /^[,:(—–\-[]$/.test(tokens[end - 1]!.text)) ||
      (['that', 'as', 'it'].includes(tokens[end - 1]!.lower) && gap !== 'it'))
  )
    end--
  if (end <= from) return undefined
  return (
    cueBefore(tokens, from, end) ??
    nounBefore(tokens, from, end) ??
    adjacentVerb(tokens, from, end, gap === ',' || gap === ':')
  )
}

/** The nearest verb of saying with a subject of its own. Next to the quotation any cue counts, further off a strong one. */
export function cueBefore(tokens: readonly Token[], from: number, end: number): Source | undefined {
  for (let i = end - 1; i >= from; i--) {
    const token = tokens[i]!
    if (token.text === ';') return undefined
    if (token.lower === 'to' && tokens[i - 1]?.lower === 'according') {
      const found = source(nounPhraseFrom(tokens, i + 1, end), { from: i - 1, to: i + 1 })
      if (found) return found
    }
    if (token.kind !== 'word' || isCapital(token)) continue
    if (!(i >= end - 6 ? isCue(token.lower) : isStrongCue(token.lower)) || isNoun(tokens, from, i)) continue
    const previous = tokens[i - 1]
    if (
      i > from &&
      token.lower.endsWith('ing') &&
      previous!.lower !== 'by' &&
      PREPOSITIONS.has(previous!.lower)
    )
      continue
    if (
      previous &&
      i > from &&
      ((DETERMINERS.has(previous.lower) && previous.lower !== 'that') ||
        previous.lower === "'s" ||
        previous.lower === '’s')
    )
      continue
    const found = activeOrPassive(tokens, from, i, end)
    if (found) return found
  }
  return undefined
}

/** "a blog post", "the first report": no verb here. */
function isNoun(tokens: readonly Token[], from: number, i: number): boolean {
  if (!isPlainForm(tokens[i]!.lower) || i <= from) return false
  const before = tokens[i - 1]!
  return (
    before.kind === 'word' &&
    !isCapital(before) &&
    !/s$/.test(before.lower) &&
    !FUNCTION_WORDS.has(before.lower) &&
    !PRONOUNS.has(before.lower) &&
    !before.lower.endsWith('ly')
  )
}

function activeOrPassive(
  tokens: readonly Token[],
  from: number,
  verb: number,
  end: number,
): Source | undefined {
  if (isPassive(tokens, from, verb)) return agentOf(tokens, verb, end)
  const speaker = subjectBefore(tokens, from, verb)
  if (speaker) return { speaker, cue: one(verb) }
  if (verb === from || tokens[verb - 1]!.text === ',') {
    const inverted = isCapital(tokens[verb + 1]) ? nounPhraseFrom(tokens, verb + 1, end) : undefined
    if (inverted) return { speaker: inverted, cue: one(verb) }
  }
  const it = tokens[verb - 1]?.lower === 'it' && verb > from
  return it ? { speaker: undefined, cue: one(verb) } : undefined
}

/** 'In a statement, the board: "…"', 'Hale's promise, "…"', 'a banner reading "…"'. */
function nounBefore(tokens: readonly Token[], from: number, end: number): Source | undefined {
  const last = tokens[end - 1]!
  if (DOCUMENTS.has(last.lower))
    return {
      speaker: possessorOf(tokens, from, end - 1) ?? documentPhrase(tokens, from, end),
      cue: one(end - 1),
    }
  for (let i = end - 1; i > from && i > end - 16; i--) {
    if (!SPEECH_NOUNS.has(tokens[i]!.lower)) continue
    if (tokens[i + 1]?.lower === 'of' || tokens[i + 1]?.lower === 'by' || tokens[i + 1]?.lower === 'from') {
      const found = source(nounPhraseFrom(tokens, i + 2, end), one(i))
      if (found) return found
    }
    const speaker =
      possessorOf(tokens, from, i) ??
      (tokens[end]?.text === ':' || tokens[end]?.text === ',' ? mainSubject(tokens, from, end) : undefined)
    if (speaker) return { speaker, cue: one(i) }
  }
  return tokens[end]?.text === ':' ? source(mainSubject(tokens, from, end), undefined) : undefined
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

const POSSESSIVES = new Set(['his', 'her', 'their', 'my', 'our', 'your'])

/** "Hale's", "the mayor's", "her" before a noun. */
function possessorOf(tokens: readonly Token[], from: number, noun: number): Stretch | undefined {
  for (let i = noun - 1; i >= from && i > noun - 5; i--) {
    const { lower, kind } = tokens[i]!
    if (POSSESSIVES.has(lower)) return one(i)
    if (lower === "'s" || lower === '’s' || lower === "'" || lower === '’') {
      let start = i
      while (start > from && (isCapital(tokens[start - 1]) || tokens[start - 1]!.text === '-')) start--
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
    if (kind === 'mark' && lower !== '-') return undefined
  }
  return undefined
}

/** 'Hale deadpanned, "…"': any verb right before the quotation, with a name as its subject. */
function adjacentVerb(
  tokens: readonly Token[],
  from: number,
  end: number,
  punctuated: boolean,
): Source | undefined {
  const last = tokens[end - 1]!
  if (
    last.kind === 'word' &&
    !isCapital(last) &&
    !FUNCTION_WORDS.has(last.lower) &&
    /(?:ed|s|ing)$/.test(last.lower) &&
    !last.lower.endsWith('ss')
  ) {
    const before = tokens[end - 2]
    if (
      end - 2 >= from &&
      before &&
      (isCapital(before) || PRONOUNS.has(before.lower)) &&
      !isPassive(tokens, from, end - 1)
    ) {
      const speaker = subjectBefore(tokens, from, end - 1)
      if (speaker) return { speaker, cue: one(end - 1) }
    }
  }
  if (!punctuated || tokens[end]?.text !== ':') return undefined
  return source(mainSubject(tokens, from, end), undefined)
}

/** A source anywhere in a sentence that holds a fragment, or that stands beside a quotation: its strong cue with a subject. */
export function sourceWithin(
  tokens: readonly Token[],
  { from, to }: Stretch,
  quoted: readonly Quoted[],
): Source | undefined {
  let q = 0
  let begin = from
  let found: Source | undefined
  for (let i = from; i < to; i++) {
    while (q < quoted.length && quoted[q]!.whole.to <= i) q++
    const inside = quoted[q]
    if (inside && i >= inside.whole.from) {
      i = inside.whole.to - 1
      begin = i + 1
      continue
    }
    const token = tokens[i]!
    if (token.lower === 'according' && tokens[i + 1]?.lower === 'to') {
      const named = source(nounPhraseFrom(tokens, i + 2, to), { from: i, to: i + 2 })
      if (named) return named
    }
    if (token.kind !== 'word' || isCapital(token) || !isStrongCue(token.lower) || isNoun(tokens, from, i))
      continue
    const previous = tokens[i - 1]
    if (
      i > from &&
      previous &&
      ((DETERMINERS.has(previous.lower) && previous.lower !== 'that') ||
        (PREPOSITIONS.has(previous.lower) && previous.lower !== 'to'))
    )
      continue
    found =
      activeOrPassive(tokens, begin, i, to) ??
      (begin > from ? activeOrPassive(tokens, from, i, to) : undefined) ??
      found
    if (found?.speaker) return found
  }
  return found
}
