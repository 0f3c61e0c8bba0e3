import type { Token } from '../../draft/tokens'
import { headOf, isPersonNoun } from './beat'
import { activeOrPassive, isNominal, isNoun, isPassive, madeClear, NONFINITE_AFTER } from './clause'
import type { Quoted } from './frames'
import { saysBetween } from './going-on-to-say'
import { NOTICES } from './identified'
import {
  ADDRESSING,
  ANONYMOUS,
  ASKED,
  AUXILIARIES,
  BE,
  DETERMINERS,
  DOCUMENTS,
  FUNCTION_WORDS,
  IRREGULAR_PASTS,
  isCue,
  isNaming,
  isReporting,
  isStrongCue,
  mayBeCue,
  PAPERS,
  PREPOSITIONS,
  PRONOUNS,
  SPEECH_NOUNS,
  SUBJECT_PRONOUNS,
} from './lexicon'
import { mainSubject } from './main-subject'
import { INSIDE_NAMES, nounPhraseFrom } from './noun-phrase'
import { phraseBefore } from './phrase-before'
import { isCapital, type Stretch, TERMINAL } from './shape'
import { DASHES, one, type Source, source } from './source'
import { documentBefore, nounBefore, possessorOf } from './speech-noun'
import { subjectBefore } from './subject'
import { enabledBefore } from './subject-as-source'

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

/** 'Asked by a fan about "the mess," Hale shrugged.': what ends with the clause of the question is the asker's. */
function askerOf(
  tokens: readonly Token[],
  from: number,
  { whole, inner }: Pick<Quoted, 'whole' | 'inner'>,
): Source | undefined {
  if (!ASKED.has(tokens[from]!.lower) || tokens[from + 1]?.lower !== 'by') return undefined
  const ends = tokens[inner.to - 1]?.text === ',' || tokens[whole.to]?.text === ','
  for (let i = from; i < whole.from; i++) if (tokens[i]!.text === ',') return undefined
  return ends ? source(nounPhraseFrom(tokens, from + 2, whole.from), { from, to: from + 2 }) : undefined
}

/**
 * 'a suggestion by Hale that it was "a wreck"', 'mocked Hale's claim that the bridge "sings"': what stands in the clause that
 * a noun of speech has for content is its owner's, whatever the verb before the noun.
 */
function contentBefore(tokens: readonly Token[], from: number, end: number): Source | undefined {
  for (let i = end - 1; i > from && i > end - LONGEST_CONTENT; i--) {
    if (isReporting(tokens[i]!.lower) && isFiniteVerb(tokens, from, i) && !SPEECH_NOUNS.has(tokens[i]!.lower))
      return undefined
    if (!SPEECH_NOUNS.has(tokens[i]!.lower)) continue
    const agent = agentOfNoun(tokens, i, end)
    const that = agent?.to ?? i + 1
    // The "that" right before the quotation is `end` itself.
    if (tokens[that]?.lower !== 'that' || isClosed(tokens, that, end)) continue
    const owner = agent ?? possessorOf(tokens, from, i) ?? writerOf(tokens, from, i)
    // "said in her remarks that" is what she said, wherever.
    return tokens[(owner?.from ?? i) - 1]?.lower === 'in' ? undefined : source(owner, one(i))
  }
  return undefined
}

/** "Hale shot back in a public post that": whoever does something in a paper of no owner, unless a verb of saying tells who. */
function writerOf(tokens: readonly Token[], from: number, noun: number): Stretch | undefined {
  let article = noun - 1
  while (article > from && article > noun - 4 && !/^an?$/.test(tokens[article]!.lower)) article--
  if (!/^an?$/.test(tokens[article]!.lower) || tokens[article - 1]?.lower !== 'in') return undefined
  for (let i = from; i < article; i++) if (isReporting(tokens[i]!.lower)) return undefined
  return mainSubject(tokens, from, article)
}

/** "a suggestion by Hale", and not "sold the book by telling all" */
function agentOfNoun(tokens: readonly Token[], noun: number, end: number): Stretch | undefined {
  const first = tokens[noun + 2]
  if (!/^(?:by|from)$/.test(tokens[noun + 1]?.lower ?? '') || first?.lower.endsWith('ing')) return undefined
  return nounPhraseFrom(tokens, noun + 2, end)
}

/** "the claim that the bridge is shut is": the clause is over, and something is said of the claim. */
function isClosed(tokens: readonly Token[], that: number, end: number): boolean {
  let verbs = 0
  for (let i = that + 1; i < end; i++) {
    const { lower } = tokens[i]!
    if (AUXILIARIES.has(lower) || BE.has(lower) || IRREGULAR_PASTS.has(lower) || lower.endsWith('ed')) verbs++
  }
  return verbs > 1
}

const LONGEST_CONTENT = 16

/** 'Hale's "if you build it" promise', 'her "no comment" answer': whose words stand before a noun of speech. */
function ownerOf(tokens: readonly Token[], from: number, whole: Stretch): Source | undefined {
  const noun = tokens[whole.to]
  if (!noun || !(SPEECH_NOUNS.has(noun.lower) || SPEECH_NOUNS.has(noun.lower.replace(/s$/, ''))))
    return undefined
  const last = tokens[whole.from - 1]!
  if (last.kind !== 'word') return undefined
  // 'Hale said the town's "hard line" response': what is done is called so by whoever says it.
  if (/^re(?:sponse|action)s?$/.test(noun.lower) && saysBetween(tokens, from, whole.from)) return undefined
  return source(possessorOf(tokens, from, whole.from), one(whole.to))
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
  const reports = (i: number): boolean => isReporting(tokens[i]!.lower) && isFiniteVerb(tokens, from, i)
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
    if (WITH_AS.test(token.lower) && tokens[end]?.lower !== 'as') return undefined
    if (i > from && isNominal(tokens, i)) return undefined
    return activeOrPassive(tokens, from, i, end)
  }
  return undefined
}

/** "to the audience", "to Hale", and not "to say" */
const isDative = (next: Token): boolean => isCapital(next) || DETERMINERS.has(next.lower)

/** Verbs that name only by "as": "introduced her as". */
const WITH_AS = /^(?:introduc|depict|celebrat|tout)/

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

/** Whether a verb only tells of what somebody else says: as a last resort it counts. */
const isWithinClause = (
  found: Source,
  tokens: readonly Token[],
  from: number,
  verb: number,
  end: number,
): boolean =>
  isOfThing(found, tokens, verb) ||
  isCredit(tokens, verb) ||
  isInClosedClause(tokens, from, verb, end) ||
  isInSubordinate(tokens, from, verb, end) ||
  isAskedAfter(found, tokens)

/** "the inquiry asked for papers in May": no verb of saying, unless what is asked for is quoted. */
const asksFor = (tokens: readonly Token[], verb: number, end: number): boolean =>
  /^ask(?:s|ed|ing)$/.test(tokens[verb]!.lower) &&
  tokens[verb + 1]?.lower === 'for' &&
  end - verb > FARTHEST_ASKED

const FARTHEST_ASKED = 4

/** ", first reported by the Gazette:", "seen by Holm News": who had a paper first. */
const isCredit = (tokens: readonly Token[], verb: number): boolean =>
  tokens[verb + 1]?.lower === 'by' &&
  /^(?:reported|published|released|posted|quoted)$/.test(tokens[verb]!.lower)

/** "said that until the board asks for it, ": a verb in a clause that a comma closes right before the quotation. */
function isInSubordinate(tokens: readonly Token[], from: number, verb: number, end: number): boolean {
  if (tokens[end]?.text !== ',') return false
  // 'When Hale calls for a halt, "they …"'
  const opens = /^(?:when|while|because|although|though|if)$/.test(tokens[from]!.lower)
  const isShort = opens && !tokens.slice(from, end).some(({ text }) => text === ',')
  if (isShort && /^(?:for|on|to|at)$/.test(tokens[verb + 1]?.lower ?? '')) return true
  for (let i = verb - 1; i > from && i > verb - LONGEST_SUBORDINATE; i--) {
    if (tokens[i]!.kind === 'mark') return false
    if (/^(?:until|unless|if|once)$/.test(tokens[i]!.lower)) return tokens[i - 1]!.lower === 'that'
  }
  return false
}

const LONGEST_SUBORDINATE = 6

/** "asked whether the board agrees that" */
const isAskedAfter = ({ speaker }: Source, tokens: readonly Token[]): boolean =>
  speaker !== undefined && tokens[speaker.from - 1]?.lower === 'whether'

/** ", which some have argued was late, ": a verb in a clause about a noun that a comma closes before the quotation. */
function isInClosedClause(tokens: readonly Token[], from: number, verb: number, end: number): boolean {
  let open = verb - 1
  while (open > from && tokens[open]!.text !== ',') open--
  if (open <= from || !/^(?:who|which|whose)$/.test(tokens[open + 1]!.lower)) return false
  for (let i = verb + 1; i < end - 1; i++) if (tokens[i]!.text === ',') return !isCapital(tokens[i + 1])
  return false
}

/** "schools that reminded him", "games, which appeal", "a law which declared it": a clause about a thing, inside what somebody says of it. */
function isOfThing({ speaker }: Source, tokens: readonly Token[], verb: number): boolean {
  const relative = speaker && tokens[speaker.to]?.text === ',' ? speaker.to + 1 : speaker?.to
  if (!speaker || relative! >= verb || !['that', 'which'].includes(tokens[relative!]!.lower)) return false
  for (let i = speaker.from; i < speaker.to && !PREPOSITIONS.has(tokens[i]!.lower); i++) {
    const { lower } = tokens[i]!
    if (isCapital(tokens[i]) || PAPERS.has(lower) || DOCUMENTS.has(lower) || ANONYMOUS.has(lower))
      return false
  }
  return true
}

/** "said", "officials say", ", telling reporters that", and not "to say", "would say", "by saying". */
function isFiniteVerb(tokens: readonly Token[], from: number, i: number): boolean {
  if (tokens[i]!.lower.endsWith('ing')) return i > from && tokens[i - 1]!.text === ','
  return i === from || !NONFINITE_AFTER.has(tokens[i - 1]!.lower)
}

/** 'a picture in which a sign reading "No way in" hung', 'men with a sign that read "…"': what is written on a thing is said by no verb further off. */
function noticeBefore(tokens: readonly Token[], from: number, end: number): Source | undefined {
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
function overheard(tokens: readonly Token[], from: number, end: number): Source | undefined {
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
function invertedOpening(tokens: readonly Token[], from: number, end: number): Source | undefined {
  const { lower } = tokens[from]!
  const next = tokens[from + 1]
  if (!isReporting(lower) || lower.endsWith('ing') || ADDRESSING.has(lower)) return undefined
  if (!(isCapital(next) || DETERMINERS.has(next?.lower ?? ''))) return undefined
  return source(nounPhraseFrom(tokens, from + 1, end, true), one(from))
}

/** 'Hale deadpanned, "…"', 'another aide dished, "…"': any verb right before the quotation, with a name or a word for a person as its subject. */
function adjacentVerb(tokens: readonly Token[], from: number, end: number): Source | undefined {
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
function introducerOf(tokens: readonly Token[], from: number, end: number): Source | undefined {
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

/** Whether the quoted words have a sentence's capital and its end. */
const isSentence = (tokens: readonly Token[], { from, to }: Stretch): boolean =>
  isCapital(tokens[tokens[from]?.text === '[' ? from + 1 : from]) && TERMINAL.has(tokens[to - 1]?.text ?? '')
