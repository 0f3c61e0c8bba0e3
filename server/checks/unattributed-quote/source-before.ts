import type { Token } from '../../draft/tokens'
import { headOf, isPersonNoun } from './beat'
import { activeOrPassive, madeClear } from './clause'
import { contentBefore, ownerOf } from './content-before'
import type { Quoted } from './frames'
import { adjacentVerb, askerOf, introducerOf, invertedOpening, noticeBefore, overheard } from './introducer'
import {
  AUXILIARIES,
  DETERMINERS,
  isCue,
  isNaming,
  isReporting,
  isSaying,
  isStrongCue,
  mayBeCue,
  SUBJECT_PRONOUNS,
} from './lexicon'
import { nounPhraseFrom } from './noun-phrase'
import { isCapital, type Stretch, TERMINAL } from './shape'
import { DASHES, one, type Source, source } from './source'
import { nounBefore } from './speech-noun'
import { isCausedToSpeak, subjectBefore } from './subject'
import { enabledBefore } from './subject-as-source'
import { isFiniteVerb, isNominal, isNoun } from './verb-or-noun'
import { asksFor, isWithinClause } from './within-clause'

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
    ((tokens[end - 1]!.kind === 'mark' && /^[,:;(—–\-[…]$/.test(tokens[end - 1]!.text)) ||
      (['that', 'as', 'it'].includes(tokens[end - 1]!.lower) && gap !== 'it'))
  )
    end--
  if (end <= from) return undefined
  return (
    askerOf(tokens, from, { whole, inner }) ??
    ownerOf(tokens, from, whole) ??
    contentBefore(tokens, from, end) ??
    noticeBefore(tokens, from, end) ??
    enabledBefore(tokens, from, end) ??
    overheard(tokens, from, end) ??
    cueBefore(tokens, from, end, gap === ',' || gap === ':') ??
    nounBefore(tokens, from, end) ??
    invertedOpening(tokens, from, end) ??
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
  const naming = namingBefore(tokens, from, end)
  if (naming) return naming
  const beside = besideWith(tokens, from, end)
  if (beside) return beside
  const reports = (i: number): boolean => {
    // "The Gazette reports that"
    const saysThat = tokens[i + 1]?.lower === 'that' && isSaying(tokens[i]!.lower)
    if (!saysThat && !isReporting(tokens[i]!.lower)) return false
    return isFiniteVerb(tokens, from, i) || isCausedToSpeak(tokens, from, i)
  }
  return (
    nearestCue(tokens, from, end, (i) => (introduced && introduces(tokens, i, end)) || reports(i)) ??
    nearestCue(tokens, from, end, (i) =>
      end - i <= 7 ? isCue(tokens[i]!.lower) : isStrongCue(tokens[i]!.lower),
    )
  )
}

/** ', with Hale telling reporters that it was "late"', ", with Varga taking to the air to call it": a speaker beside the clause. */
function besideWith(tokens: readonly Token[], from: number, end: number): Source | undefined {
  for (let i = end - 1; i > from; i--) {
    if (tokens[i]!.lower !== 'with') continue
    const speaker = nounPhraseFrom(tokens, i + 1, end)
    // "has stirred concern with some analysts suggesting"
    const isApart =
      tokens[i - 1]!.text === ',' || (speaker && isPersonNoun(tokens[headOf(tokens, speaker)]!.lower))
    if (!isApart) continue
    const verb = speaker?.to ?? end
    if (verb >= end || !speaker) return undefined
    const { lower } = tokens[verb]!
    const speaks = isStrongCue(lower) || (lower === 'taking' && tokens[verb + 1]?.lower === 'to')
    return speaks && lower.endsWith('ing') ? { speaker, cue: one(verb) } : undefined
  }
  return undefined
}

/** "told the board, …", "shot back, …", and not "once the boat goes on leave, …": a common verb only right before the mark. */
const introduces = (tokens: readonly Token[], i: number, end: number): boolean =>
  isCue(tokens[i]!.lower) && end - i <= (isStrongCue(tokens[i]!.lower) ? 3 : 2)

/**
 * 'Hale called it a "danger"', 'dismissed the plan as "a joke"': a verb that gives a name or a quality to its object has
 * nothing but that object between itself and the quoted words.
 */
function namingBefore(tokens: readonly Token[], from: number, end: number): Source | undefined {
  for (let i = end - 1; i >= from && i > end - NAMED_OBJECT; i--) {
    const token = tokens[i]!
    if (token.kind === 'mark' && token.text !== '-' && token.text !== '.') return undefined
    // 'bills itself as a "home"'
    const isOwn = REFLEXIVES.test(token.lower) && i > from + 1 && tokens[i + 1]?.lower === 'as'
    if (isOwn && tokens[i - 2]!.lower === 'for') return undefined
    if (isOwn) return source(subjectBefore(tokens, from, i - 1), one(i - 1))
    if (!isNaming(token.lower) || isCapital(token)) {
      if (SUBJECT_PRONOUNS.has(token.lower) && token.lower !== 'it' && token.lower !== 'you') return undefined
      const leads = token.lower === 'to' && !isDative(tokens[i + 1]!)
      if (isStrongCue(token.lower) || AUXILIARIES.has(token.lower) || leads) return undefined
      continue
    }
    if (isNoun(tokens, from, i) || isObject(tokens, from, i)) continue
    const isWithAs = tokens[end]?.lower === 'as' || tokens[i + 1]?.lower === 'as'
    if (WITH_AS.test(token.lower) && !isWithAs) return undefined
    if (i > from && isNominal(tokens, i)) return undefined
    return activeOrPassive(tokens, from, i, end)
  }
  return undefined
}

/** "to the audience", "to Hale", and not "to say" */
const isDative = (next: Token): boolean => isCapital(next) || DETERMINERS.has(next.lower)

/** Verbs that name only by "as": "introduced her as", "billed as its". */
const WITH_AS = /^(?:introduc|depict|celebrat|tout|bill)/

const REFLEXIVES = /^(?:itself|himself|herself|themselves)$/

/** "called the new terms", "described both labels as": what another verb of naming has for object. */
function isObject(tokens: readonly Token[], from: number, i: number): boolean {
  if (!tokens[i]!.lower.endsWith('s')) return false
  for (let at = i - 2; at >= Math.max(from, i - 4); at--)
    if (isNaming(tokens[at]!.lower) && tokens[at]!.lower.endsWith('ed')) return true
  return false
}

/** The object of a verb of naming is no longer than this, in tokens. */
const NAMED_OBJECT = 10

function nearestCue(
  tokens: readonly Token[],
  from: number,
  end: number,
  counts: (i: number) => boolean,
): Source | undefined {
  let ofThing: Source | undefined
  for (let i = end - 1; i >= from; i--) {
    const token = tokens[i]!
    if (token.text === ';') return ofThing
    // "said that according to the count, the party"
    const isAside = tokens[i - 2]?.lower === 'that'
    if (token.lower === 'to' && tokens[i - 1]?.lower === 'according' && !isAside) {
      const found = source(nounPhraseFrom(tokens, i + 1, end), { from: i - 1, to: i + 1 })
      if (found) return found
    }
    // "kept them, in the words of one executive, since they were"
    if (token.lower === 'of' && tokens[i - 1]?.lower === 'words' && tokens[i - 3]?.lower === 'in') {
      const found = source(nounPhraseFrom(tokens, i + 1, end), { from: i - 3, to: i + 1 })
      if (found) return found
    }
    const clear = madeClear(tokens, from, i)
    if (clear) return clear
    if (!mayBeCue(token) || isCapital(token) || !counts(i) || asksFor(tokens, i, end)) continue
    if (isNoun(tokens, from, i) || (i > from && isNominal(tokens, i))) continue
    const found = activeOrPassive(tokens, from, i, end)
    if (found && !isWithinClause(found, tokens, from, i, end)) return found
    ofThing ??= found
  }
  return ofThing
}

/** Whether the quoted words have a sentence's capital and its end. */
const isSentence = (tokens: readonly Token[], { from, to }: Stretch): boolean =>
  isCapital(tokens[tokens[from]?.text === '[' ? from + 1 : from]) && TERMINAL.has(tokens[to - 1]?.text ?? '')
