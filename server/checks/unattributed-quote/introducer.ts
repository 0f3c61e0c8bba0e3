import type { Token } from '../../draft/tokens'
import { headOf, isPersonNoun } from './beat'
import { isPassive } from './clause'
import type { Quoted } from './frames'
import { NOTICES } from './identified'
import { ADDRESSING, ASKED, DETERMINERS, FUNCTION_WORDS, isCue, isReporting, PRONOUNS } from './lexicon'
import { mainSubject } from './main-subject'
import { INSIDE_NAMES, nounPhraseFrom } from './noun-phrase'
import { phraseBefore } from './phrase-before'
import { isCapital, type Stretch } from './shape'
import { DASHES, one, type Source, source } from './source'
import { documentBefore } from './speech-noun'
import { subjectBefore } from './subject'

/** 'Asked by a fan about "the mess," Hale shrugged.': what ends with the clause of the question is the asker's. */
export function askerOf(
  tokens: readonly Token[],
  from: number,
  { whole, inner }: Pick<Quoted, 'whole' | 'inner'>,
): Source | undefined {
  if (!ASKED.has(tokens[from]!.lower) || tokens[from + 1]?.lower !== 'by') return undefined
  const ends = tokens[inner.to - 1]?.text === ',' || tokens[whole.to]?.text === ','
  for (let i = from; i < whole.from; i++) if (tokens[i]!.text === ',') return undefined
  return ends ? source(nounPhraseFrom(tokens, from + 2, whole.from), { from, to: from + 2 }) : undefined
}

/** 'a picture in which a sign reading "No way in" hung', 'men with a sign that read "…"': what is written on a thing is said by no verb further off. */
export function noticeBefore(tokens: readonly Token[], from: number, end: number): Source | undefined {
  const verb = tokens[end - 1]!.lower
  const isRelative =
    /^(?:that|which)$/.test(tokens[end - 2]?.lower ?? '') && /^(?:reads?|sa(?:ys|id))$/.test(verb)
  let behind = isRelative ? end - 2 : end - 1
  while (behind > from && tokens[behind - 1]!.kind === 'mark') behind--
  if (!(isRelative || /^(?:reading|saying|stating)$/.test(verb)) || behind <= from) return undefined
  const phrase = phraseBefore(tokens, from, behind)
  let article = behind - 1
  while (article > phrase.from && !DETERMINERS.has(tokens[article]!.lower)) article--
  const speaker = { from: article, to: behind }
  return NOTICES.has(tokens[headOf(tokens, speaker)]!.lower) ? { speaker, cue: one(end - 1) } : undefined
}

/** 'said he heard police yelling "Stop!"': whom somebody heard speaks, right before the quotation. */
export function overheard(tokens: readonly Token[], from: number, end: number): Source | undefined {
  const verb = end - 1
  if (verb <= from || !tokens[verb]!.lower.endsWith('ing') || !isCue(tokens[verb]!.lower)) return undefined
  for (let i = verb - 2; i > from && i > verb - FARTHEST_HEARD; i--) {
    if (tokens[i]!.kind === 'mark') return undefined
    if (/^(?:heard|hears|overheard|filmed|recorded)$/.test(tokens[i]!.lower))
      return { speaker: { from: i + 1, to: verb }, cue: one(verb) }
  }
  return undefined
}

const FARTHEST_HEARD = 7

/** 'Added a second aide, "…"': a verb of saying that opens the sentence, and its subject behind it. */
export function invertedOpening(tokens: readonly Token[], from: number, end: number): Source | undefined {
  const { lower } = tokens[from]!
  const next = tokens[from + 1]
  if (!isReporting(lower) || lower.endsWith('ing') || ADDRESSING.has(lower)) return undefined
  if (!(isCapital(next) || DETERMINERS.has(next?.lower ?? ''))) return undefined
  return source(nounPhraseFrom(tokens, from + 1, end, true), one(from))
}

/** 'Hale deadpanned, "…"', 'another aide dished, "…"': any verb right before the quotation, with a name or a word for a person as its subject. */
export function adjacentVerb(tokens: readonly Token[], from: number, end: number): Source | undefined {
  const last = tokens[end - 1]!
  if (
    last.kind === 'word' &&
    !isCapital(last) &&
    !FUNCTION_WORDS.has(last.lower) &&
    !isPersonNoun(last.lower) &&
    /[a-z](?:ed|s|ing)$/.test(last.lower) &&
    !last.lower.endsWith('ss')
  ) {
    const before = tokens[end - 2]
    if (
      end - 2 >= from &&
      before &&
      (isCapital(before) ||
        PRONOUNS.has(before.lower) ||
        (isPersonNoun(before.lower) && /^[,:]$/.test(tokens[end]?.text ?? ''))) &&
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
export function introducerOf(tokens: readonly Token[], from: number, end: number): Source | undefined {
  // "Residents were told:" names who heard it.
  if (isCue(tokens[end - 1]!.lower) && isPassive(tokens, from, end - 1)) return undefined
  const nearest = nameBefore(tokens, phraseBefore(tokens, from, end))
  if (nearest && tokens[end]?.text === ':') return { speaker: nearest, cue: undefined }
  const document = tokens[end]?.text === ':' ? documentBefore(tokens, from, end) : undefined
  if (document) return { speaker: document, cue: undefined }
  const speaker = mainSubject(tokens, from, end)
  // "Then, after a pause:"
  if (speaker?.to === end && MANNERS.has(tokens[speaker.from - 1]?.lower ?? '')) return undefined
  // "Holm - “Yes.”": a line of a talk
  const isTurn = from === 0 && isCapital(tokens[0]) && DASHES.has(tokens[end]?.text ?? '')
  const says = speaker && (speaker.to < end || tokens[end]?.text === ':' || isTurn)
  if (says && !tokens[speaker.from]!.lower.endsWith('ing'))
    return { speaker: { from: speaker.from, to: Math.min(speaker.to, end) }, cue: undefined }
  return tokens[end]?.text === ':' ? source(lastNameIn(tokens, from, end), undefined) : undefined
}

const MANNERS = new Set('after before following without during amid until'.split(' '))

/** "Now this from the Holm Gazette, which hits home:", "And later on Radio Holm:": the last name before the colon. */
function lastNameIn(tokens: readonly Token[], from: number, end: number): Stretch | undefined {
  let to = end
  while (to > from + 1 && !isCapital(tokens[to - 1])) to--
  let start = to
  while (start > from + 1 && isCapital(tokens[start - 1])) start--
  return start < to ? { from: start, to } : undefined
}

/** The name of two words or more that a phrase ends with: of "surprised pollster Ruth Hale" the last two. */
function nameBefore(tokens: readonly Token[], { from, to }: Stretch): Stretch | undefined {
  let start = to
  while (start > from && (isCapital(tokens[start - 1]) || INSIDE_NAMES.has(tokens[start - 1]!.text))) start--
  while (start < to && !(isCapital(tokens[start]) && !isReporting(tokens[start]!.lower))) start++
  return to - start > 1 ? { from: start, to } : undefined
}
