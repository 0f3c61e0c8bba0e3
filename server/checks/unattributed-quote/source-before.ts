import type { Token } from '../../draft/tokens'
import { activeOrPassive, isNoun, isPassive } from './clause'
import type { Quoted } from './frames'
import {
  DETERMINERS,
  FUNCTION_WORDS,
  isCue,
  isReporting,
  isStrongCue,
  PREPOSITIONS,
  PRONOUNS,
} from './lexicon'
import { nounPhraseFrom, phraseBefore } from './noun-phrase'
import { isCapital, type Stretch } from './shape'
import { DASHES, one, type Source, source, TERMINAL } from './source'
import { documentBefore, nounBefore } from './speech-noun'
import { mainSubject, subjectBefore } from './subject'

/** What stands before a quotation in its sentence: 'Hale said, "…"', 'he told the board: "…"', 'the sign "…"'. */
export function sourceBefore(
  tokens: readonly Token[],
  from: number,
  { whole, inner }: Quoted,
): Source | undefined {
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
    cueBefore(tokens, from, end, gap === ',' || gap === ':') ??
    nounBefore(tokens, from, end) ??
    adjacentVerb(tokens, from, end) ??
    (gap === ':' || (isSentence(tokens, inner) && (gap === ',' || DASHES.has(gap ?? '')))
      ? introducerOf(tokens, from, end)
      : undefined)
  )
}

/**
 * The nearest verb of saying with a subject of its own. Any cue counts right before a quotation that a comma or colon
 * introduces. Otherwise a verb that reports goes before one that only might: 'Hale said the trip reminded her of
 * “home”', 'Varga says she hopes for “one dry summer”'.
 */
export function cueBefore(
  tokens: readonly Token[],
  from: number,
  end: number,
  introduced = false,
): Source | undefined {
  const reports = (i: number): boolean => isReporting(tokens[i]!.lower) && isFiniteVerb(tokens, from, i)
  return (
    nearestCue(
      tokens,
      from,
      end,
      (i) => (introduced && end - i <= 3 && isCue(tokens[i]!.lower)) || reports(i),
    ) ??
    nearestCue(tokens, from, end, (i) =>
      end - i <= 7 ? isCue(tokens[i]!.lower) : isStrongCue(tokens[i]!.lower),
    )
  )
}

function nearestCue(
  tokens: readonly Token[],
  from: number,
  end: number,
  counts: (i: number) => boolean,
): Source | undefined {
  for (let i = end - 1; i >= from; i--) {
    const token = tokens[i]!
    if (token.text === ';') return undefined
    if (token.lower === 'to' && tokens[i - 1]?.lower === 'according') {
      const found = source(nounPhraseFrom(tokens, i + 1, end), { from: i - 1, to: i + 1 })
      if (found) return found
    }
    if (token.kind !== 'word' || isCapital(token) || !counts(i)) continue
    if (isNoun(tokens, from, i) || (i > from && isNominal(tokens[i - 1]!, token))) continue
    const found = activeOrPassive(tokens, from, i, end)
    if (found) return found
  }
  return undefined
}

/** "said", "officials say", and not "to say", "would say", "saying". */
function isFiniteVerb(tokens: readonly Token[], from: number, i: number): boolean {
  if (tokens[i]!.lower.endsWith('ing')) return false
  return i === from || !NONFINITE_AFTER.has(tokens[i - 1]!.lower)
}

const NONFINITE_AFTER = new Set([
  'to',
  'will',
  'would',
  'can',
  'could',
  'may',
  'might',
  'should',
  'must',
  'not',
])

/** "the report", "Hale's answer", "so-called", "of saying": no verb of a clause. */
function isNominal({ lower, text }: Token, cue: Token): boolean {
  if (text === '-' || lower === "'s" || lower === '’s') return true
  if (DETERMINERS.has(lower) && lower !== 'that') return true
  return cue.lower.endsWith('ing') && lower !== 'by' && lower !== 'upon' && PREPOSITIONS.has(lower)
}

/** 'Hale deadpanned, "…"': any verb right before the quotation, with a name as its subject. */
function adjacentVerb(tokens: readonly Token[], from: number, end: number): Source | undefined {
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
  return undefined
}

/**
 * Who introduces a quotation without a verb of saying: the name right before the colon ("That is news to Ruth Hale:"),
 * else the subject, if anything is said of it ("Hale embraced the bridge:").
 */
function introducerOf(tokens: readonly Token[], from: number, end: number): Source | undefined {
  const nearest = phraseBefore(tokens, from, end)
  const isName =
    nearest.to - nearest.from > 1 && isCapital(tokens[nearest.from]) && isCapital(tokens[end - 1])
  if (isName && tokens[end]?.text === ':') return { speaker: nearest, cue: undefined }
  const document = tokens[end]?.text === ':' ? documentBefore(tokens, from, end) : undefined
  if (document) return { speaker: document, cue: undefined }
  const speaker = mainSubject(tokens, from, end)
  const says = speaker && (speaker.to < end || tokens[end]?.text === ':')
  return says && !tokens[speaker.from]!.lower.endsWith('ing') ? { speaker, cue: undefined } : undefined
}

/** Whether the quoted words have a sentence's capital and its end. */
const isSentence = (tokens: readonly Token[], { from, to }: Stretch): boolean =>
  isCapital(tokens[from]) && TERMINAL.has(tokens[to - 1]?.text ?? '')
