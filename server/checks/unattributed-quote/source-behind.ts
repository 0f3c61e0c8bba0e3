import type { Token } from '../../draft/tokens'
import { isPersonNoun } from './beat'
import { PERCEIVED } from './between-subject-and-verb'
import { agentOf, citedAs, isPassive, isReducedPassive } from './clause'
import type { Quoted } from './frames'
import { whatWasSaid } from './identified'
import {
  ADDRESSING,
  ADVERBS,
  AUXILIARIES,
  CLAUSE_OPENERS,
  DETERMINERS,
  DOCUMENTS,
  FUNCTION_WORDS,
  isCue,
  isNaming,
  isPlainForm,
  isPluralForm,
  isReporting,
  mayBeCue,
  PARTICLES,
  PREPOSITIONS,
  PRONOUNS,
  SPEECH_NOUNS,
  SUBJECT_PRONOUNS,
  VERB_PARTICLES,
} from './lexicon'
import { isTimeAway } from './main-subject'
import {
  coreEnd,
  isDeterminerHere,
  isNamedLikeVerb,
  isNothingButName,
  NO_SPEAKERS,
  nounPhraseFrom,
  titleEnd,
} from './noun-phrase'
import { isCapital, type Stretch, TERMINAL } from './shape'
import { DASHES, one, type Source, source } from './source'
import { possessorOf } from './speech-noun'
import { isStop } from './stops'
import { subjectBefore } from './subject'

/** Where an attribution behind a quotation ends at the latest: at the next quotation or the sentence's end. */
function tailEnd(tokens: readonly Token[], from: number, limit: number): number {
  for (let i = titleEnd(tokens, from) ?? from; i < limit; i++) {
    const { text } = tokens[i]!
    if (text === ';' || text === '!' || text === '?' || text === ':' || text === '"' || text === '“') return i
    if (isStop(tokens, i)) return i
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
  // "‘I never asked’: Ines Varga on bridges", "‘I trusted her’: son tells court"
  if (first.text === ':' && opens)
    return isCapital(tokens[at + 1]) && isCapital(tokens[at + 2])
      ? source(nounPhraseFrom(tokens, at + 1, limit), undefined)
      : headlineSpeaker(tokens, at + 1, limit)
  if (first.text === '@') return source(nounPhraseFrom(tokens, at, limit), undefined)
  const end = tailEnd(tokens, at, limit)
  const named = introduced(tokens, at, end, opens, whole)
  if (named) return named
  if (isSaidOfWords(tokens, at, end)) return undefined
  const comma = /^[,!?…—–-]$/.test(tokens[inner.to - 1]?.text ?? '') || tokens[whole.to]?.text === ','
  const complete = comma || TERMINAL.has(tokens[inner.to - 1]?.text ?? '')
  const mayFollow = complete || (opens && !goesOnWith(first))
  return (
    verbFirst(tokens, at, end, comma) ??
    (mayFollow ? subjectFirst(tokens, at, end, comma) : undefined) ??
    (opens ? nameAlone(tokens, at, end, tokens[inner.to - 1]?.text) : undefined)
  )
}

/** '"It holds," Ines Varga, an engineer.', '"It holds." Varga.': the verb is missing, and a name is all that follows. */
function nameAlone(
  tokens: readonly Token[],
  at: number,
  end: number,
  stop: string | undefined,
): Source | undefined {
  const isBare = isNothingButName(tokens, { from: at, to: end })
  if (!isCapital(tokens[at]) || !(stop === ',' || (stop === '.' && isBare))) return undefined
  const speaker = nounPhraseFrom(tokens, at, end, true)
  return speaker?.to === end ? source(speaker, undefined) : undefined
}

/** '"Fight for Holm" marchers plan to', '"a port" that would': without a stop, the sentence goes on with the quoted words. */
const goesOnWith = (next: Token): boolean =>
  next.lower === 'that' ||
  !(isCapital(next) || DETERMINERS.has(next.lower) || PRONOUNS.has(next.lower) || next.lower === 'it')

/** "son tells court", "examiners criticise new paper": a noun without an article, and a verb of saying in the present. */
function headlineSpeaker(tokens: readonly Token[], at: number, limit: number): Source | undefined {
  for (let verb = at + 1; verb < limit && verb <= at + LONGEST_HEADLINE_SUBJECT; verb++) {
    if (tokens[verb - 1]!.kind !== 'word' || FUNCTION_WORDS.has(tokens[verb - 1]!.lower)) return undefined
    const { lower } = tokens[verb]!
    const agrees = isPlainForm(lower) ? tokens[verb - 1]!.lower.endsWith('s') : /s$/.test(lower)
    if (isCue(lower) && agrees) return { speaker: { from: at, to: verb }, cue: one(verb) }
  }
  return undefined
}

const LONGEST_HEADLINE_SUBJECT = 4

/** '"a wreck", a phrase so old that people laughed at it': what stands in apposition to the quoted words. */
function isSaidOfWords(tokens: readonly Token[], at: number, end: number): boolean {
  if (!/^(?:an?|the)$/.test(tokens[at]!.lower)) return false
  const head = coreEnd(tokens, at, end) - 1
  const noun = tokens[head]!
  if (!OF_WORDS.has(noun.lower) || head + 1 >= end) return OF_WORDS.has(noun.lower)
  return !isCue(tokens[head + 1]!.lower)
}

const OF_WORDS = new Set(
  'phrase remark expression sentiment description euphemism term nickname allusion joke quip jibe slogan motto verdict reference accusation allegation'.split(
    ' ',
  ),
)

/** "— Ines Varga, engineer": a dash, and a name up to the end. */
export function byline(tokens: readonly Token[], dash: number, limit: number): Source | undefined {
  let at = dash
  while (at < limit && tokens[at]!.kind === 'mark' && tokens[at]!.text !== '@') at++
  if (at >= limit || (!isCapital(tokens[at]) && tokens[at]!.text !== '@')) return undefined
  return source(nounPhraseFrom(tokens, at, limit, true), undefined)
}

/** "(Ines Varga)", "[Harbour Board, 2019]". */
function bracketed(tokens: readonly Token[], open: number, limit: number): Source | undefined {
  const first = tokens[open + 1]
  if (!first || open + 1 >= limit) return undefined
  if (first.kind === 'number' && tokens[open]!.text === '[') return { speaker: undefined, cue: one(open + 1) }
  if (first.text === 'p' || first.lower === 'see' || first.kind === 'number')
    return { speaker: one(open + 1), cue: undefined }
  if (first.lower === 'tk' || !isCapital(first)) return undefined
  const name = nounPhraseFrom(tokens, open + 1, limit)
  return name && /^[)\],.;]$/.test(tokens[name.to]?.text ?? ')') ? source(name, undefined) : undefined
}

/** "according to Hale", "in the words of Hale", "per Hale", "as Hale put it". */
function introduced(
  tokens: readonly Token[],
  at: number,
  end: number,
  opens: boolean,
  whole: Stretch,
): Source | undefined {
  const first = tokens[at]!.lower
  if (first === 'according' && tokens[at + 1]?.lower === 'to')
    return sourceAt(tokens, at + 2, end, { from: at, to: at + 2 })
  if (first === 'per' || first === 'via') return sourceAt(tokens, at + 1, end, one(at))
  if (first === 'by') return agentBehind(tokens, at, end, whole)
  if (opens && ['was', 'is', 'were', 'are'].includes(first)) return predicated(tokens, at, end)
  if (first === 'in' && tokens[at + 3]?.lower === 'of' && SPEECH_NOUNS.has(tokens[at + 2]?.lower ?? ''))
    return sourceAt(tokens, at + 4, end, { from: at, to: at + 4 })
  if ((first !== 'as' && first !== 'so' && first !== 'thus') || at + 1 >= end) return undefined
  return verbFirst(tokens, at + 1, end, false) ?? subjectFirst(tokens, at + 1, end, false)
}

/**
 * '"We are sorry" was the answer from Hale', '"…" was Hale's answer', '"…" is how Hale puts it'; '"…" is a line that all
 * know' is the line's.
 */
function predicated(tokens: readonly Token[], be: number, end: number): Source | undefined {
  if (['how', 'what'].includes(tokens[be + 1]?.lower ?? '')) return whatWasSaid(tokens, be + 2, end)
  for (let i = be + 2; i < end && i < be + 8; i++) {
    const { lower } = tokens[i]!
    if (!SPEECH_NOUNS.has(lower) && !DOCUMENTS.has(lower)) continue
    const owner = possessorOf(tokens, be + 1, i)
    if (owner) return { speaker: owner, cue: one(i) }
    if (['of', 'from', 'by'].includes(tokens[i + 1]?.lower ?? '')) return sourceAt(tokens, i + 2, end, one(i))
    return DOCUMENTS.has(lower) ? source({ from: be + 1, to: i + 1 }, undefined) : undefined
  }
  return undefined
}

/** 'called "a wreck" by Hale', 'dismissed as "a wreck" by critics': the agent of what stands before the quoted words. */
function agentBehind(
  tokens: readonly Token[],
  by: number,
  end: number,
  { from }: Stretch,
): Source | undefined {
  for (let i = from - 1; i >= 0 && i > from - LONGEST_NAMED; i--) {
    const { lower } = tokens[i]!
    if (isNaming(lower) && /ed$/.test(lower)) return sourceAt(tokens, by + 1, end, one(i))
    if (tokens[i]!.kind === 'mark') return undefined
  }
  return undefined
}

const LONGEST_NAMED = 5

const sourceAt = (tokens: readonly Token[], from: number, to: number, cue: Stretch): Source | undefined =>
  source(nounPhraseFrom(tokens, from, to), cue)

/** "said Hale". A verb that no list knows counts where a name follows: "quipped Hale". */
function verbFirst(tokens: readonly Token[], at: number, end: number, comma: boolean): Source | undefined {
  let verb = at
  while (verb < end && tokens[verb]!.lower.endsWith('ly') && !isCapital(tokens[verb])) verb++
  const token = tokens[verb]
  if (!token || verb >= end || token.kind !== 'word' || isCapital(token) || FUNCTION_WORDS.has(token.lower))
    return undefined
  // "calls out a woman in curlers"
  const isOut = VERB_PARTICLES.has(tokens[verb + 1]?.lower ?? '')
  const next = isOut ? verb + 2 : verb + 1
  if (next >= end) return undefined
  // '"Not a chance," came the reply.': as a letter stands for who wrote it
  if (/^(?:came|comes)$/.test(token.lower) && isUtterance(tokens[next + 1]?.lower ?? ''))
    return comma && DETERMINERS.has(tokens[next]!.lower)
      ? { speaker: { from: next, to: next + 2 }, cue: one(verb) }
      : undefined
  const known = isCue(token.lower)
  if (!known && !(comma && isCapital(tokens[next]) && !PARTICLES.has(token.lower))) return undefined
  if ((!known || isPlainForm(token.lower)) && hasVerbBehind(tokens, next, end)) return undefined
  if (token.lower.endsWith('ing')) return undefined
  // 'who found it "in ruins," described the day as "long"'
  if ((isNaming(token.lower) && !isOut) || /^(?:tell|tells|told|informed)$/.test(token.lower))
    return undefined
  // 'who found it "in ruins," said he would stay'
  if (SUBJECT_PRONOUNS.has(tokens[next]!.lower) && AUXILIARIES.has(tokens[next + 1]?.lower ?? ''))
    return undefined
  // '"the wide sea" reflects an old wish'
  if (!comma && !isReporting(token.lower)) return undefined
  // '"more radical" protest songs': a verb without an ending stands only before a comma and a name.
  if (!comma && isPlainForm(token.lower)) return undefined
  if (tokens[next]!.lower === 'it') return { speaker: undefined, cue: one(verb), pronoun: one(next) }
  // '"a boat I love" gave him a home'
  if (/^(?:that|him|me|them|us)$/.test(tokens[next]!.lower)) return undefined
  if (PREPOSITIONS.has(tokens[next]!.lower) && tokens[next]!.lower !== 'by') return undefined
  const from = tokens[next]!.lower === 'by' ? next + 1 : next
  // 'said Ines Varga, who called it "a wreck"': what is said of her goes on behind the next quotation.
  const isWhole = !/^["“‘«]$/.test(tokens[end]?.text ?? '')
  return source(nounPhraseFrom(tokens, from, end, isWhole), one(verb))
}

/** "came the reply", "came a voice from the back" */
const isUtterance = (lower: string): boolean =>
  SPEECH_NOUNS.has(lower) || /^(?:voice|shout|cry|yell|whisper)$/.test(lower)

/** "columnist Ines Varga wrote", "state Sen. Hale said": a verb behind the name, so that none stands before it. */
function hasVerbBehind(tokens: readonly Token[], name: number, end: number): boolean {
  const phrase = nounPhraseFrom(tokens, name, end)
  if (!phrase) return false
  let verb = phrase.to
  while (verb < end && (tokens[verb]!.text === ',' || ADVERBS.has(tokens[verb]!.lower))) verb++
  const token = tokens[verb]
  return token !== undefined && verb < end && isCue(token.lower) && !/ing$/.test(token.lower)
}

/** "Hale said", "Ines Varga, the engineer, told reporters", "she whispered". */
function subjectFirst(tokens: readonly Token[], at: number, end: number, comma: boolean): Source | undefined {
  const first = tokens[at]!
  if (
    FUNCTION_WORDS.has(first.lower) &&
    !isNamedLikeVerb(tokens, at) &&
    !DETERMINERS.has(first.lower) &&
    !PRONOUNS.has(first.lower) &&
    first.lower !== 'it'
  )
    return undefined
  if (first.lower.endsWith('ing') && !isCapital(first)) return undefined
  // 'Hale added "a ship, I think," who came late': a relative clause is of what stands before it;
  // '"…," hours after members asked him': a time is nobody's name.
  if (isRelative(first) || isThatWhich(tokens, at) || isTimeAway(tokens, at) || isTimeAway(tokens, at - 1))
    return undefined
  const it = first.lower === 'it'
  if (!it && NO_SPEAKERS.has(first.lower)) return undefined
  let clause = false
  for (let i = at + 1; i < end && i < at + 60; i++) {
    const token = tokens[i]!
    // What is said of the subject between commas has verbs of its own: "Hale, who told the board, wrote".
    if (token.text === ',') clause = !clause && isRelative(tokens[i + 1])
    // '"a bit rich", given its books, and he called on the board'
    if (opensNewClause(tokens, i)) break
    if (clause || !mayBeCue(token) || isCapital(token) || !isCue(token.lower)) continue
    if (isPassive(tokens, at, i)) return agentOf(tokens, i, end)
    // '"…," a man described by police as a witness said'
    if (i > at + 1 && isReducedPassive(tokens, i)) continue
    if (isPlainForm(token.lower) && !areSeveral(tokens[i - 1]!)) continue
    // '"lost" as fines for claims rose'
    if (isPluralForm(token.lower) && PREPOSITIONS.has(tokens[i - 1]!.lower)) continue
    // "the new one begins"
    const isOfArticle =
      DETERMINERS.has(tokens[i - 1]!.lower) && !(tokens[i - 1]!.lower === 'one' && i > at + 2)
    if (isOfArticle || (i === at + 1 && DETERMINERS.has(first.lower))) continue
    // "the mediator was overheard telling both"
    if (token.lower.endsWith('ing') && !PERCEIVED.has(tokens[i - 1]!.lower)) break
    if (i > at + 1 && CLAUSE_OPENERS.has(tokens[i - 1]!.lower) && tokens[i - 1]!.lower !== 'then') break
    if (it) return { speaker: undefined, cue: one(i), pronoun: one(at) }
    const cited = citedAs(tokens, i, end)
    if (cited) return cited
    if (isInverted(tokens, at, i)) return source(nounPhraseFrom(tokens, i + 1, end, true), one(i))
    const to = subjectEnd(tokens, at, i)
    const whole = { from: at, to }
    return { speaker: goesOn(tokens, whole) ? (subjectBefore(tokens, at, i) ?? whole) : whole, cue: one(i) }
  }
  return comma && !it ? unknownVerb(tokens, at, end) : undefined
}

const opensNewClause = (tokens: readonly Token[], i: number): boolean =>
  tokens[i - 1]!.text === ',' &&
  /^(?:and|but)$/.test(tokens[i]!.lower) &&
  SUBJECT_PRONOUNS.has(tokens[i + 1]?.lower ?? '')

/** '"the worst" the board had seen, Hale said': whether the words behind a quotation go on with it before the subject. */
function goesOn(tokens: readonly Token[], { from, to }: Stretch): boolean {
  let comma = to - 1
  while (comma > from && tokens[comma]!.text !== ',') comma--
  const next = tokens[comma + 1]!
  // "of a school in Washington, D.C., said"
  if (next.text.length <= 4 && tokens[comma + 2]?.text === '.') return false
  if (comma === from || !(isCapital(next) || SUBJECT_PRONOUNS.has(next.lower))) return false
  const phrase = nounPhraseFrom(tokens, from, to)
  return !phrase || phrase.to < comma
}

/** Whether a verb without an ending may follow: "officials report", "they also stress", and not "a Holm report". */
const areSeveral = ({ lower, kind }: Token): boolean =>
  kind !== 'word' || /(?:s|ly|people|who)$/.test(lower) || PRONOUNS.has(lower) || ADVERBS.has(lower)

/** '"We are glad" about the bridge, said Hale': one comma before the verb, and a name behind it. */
function isInverted(tokens: readonly Token[], at: number, verb: number): boolean {
  if (tokens[verb - 1]!.text !== ',' || ADDRESSING.has(tokens[verb]!.lower)) return false
  for (let i = at; i < verb - 1; i++) if (tokens[i]!.text === ',') return false
  return isCapital(tokens[verb + 1]) || DETERMINERS.has(tokens[verb + 1]?.lower ?? '')
}

const isRelative = (token: Token | undefined): boolean =>
  token !== undefined && ['who', 'which', 'whose', 'whom'].includes(token.lower)

/** 'He wrote: "…," that was sent to all': the "that" of a relative clause, and not "that board says" */
const isThatWhich = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]!.lower === 'that' &&
  /(?:ed|s)$/.test(tokens[at + 1]?.lower ?? '') &&
  isCue(tokens[at + 1]!.lower)

/** The subject without the adverbs and commas before its verb. */
function subjectEnd(tokens: readonly Token[], from: number, to: number): number {
  if (PRONOUNS.has(tokens[from]!.lower) && !isDeterminerHere(tokens, from, to)) return from + 1
  for (let i = from + 1; i < to; i++) {
    const { lower, text } = tokens[i]!
    if ((lower === 'who' || lower === 'which') && tokens[i - 1]!.text !== ',') return i
    if (text === '(' && tokens[to - 1]!.text !== ')' && tokens[to - 1]!.text !== ',') return i
  }
  let end = to
  while (end > from + 1) {
    const { lower, text, kind } = tokens[end - 1]!
    const skipped =
      text === ',' ||
      (kind === 'word' &&
        !isCapital(tokens[end - 1]) &&
        ((lower.endsWith('ly') && !/^(?:family|assembly|monopoly|ally|bully)$/.test(lower)) ||
          lower === 'and' ||
          ADVERBS.has(lower) ||
          AUXILIARIES.has(lower) ||
          (PERCEIVED.has(lower) && AUXILIARIES.has(tokens[end - 2]!.lower))))
    if (!skipped) break
    end--
  }
  return end
}

/** '"…," Hale deadpanned': a name and any verb behind a comma. */
function unknownVerb(tokens: readonly Token[], at: number, end: number): Source | undefined {
  const found = nounPhraseFrom(tokens, at, end)
  if (!found) return undefined
  // '"…," Hale mimics.', '"…," the aide dished.': what ends the sentence is its verb.
  const isToEnd = found.to === end && found.to - at > 1 && /(?:s|ed)$/.test(tokens[end - 1]!.lower)
  const subject = tokens[end - 2]!
  const hasVerb = isToEnd && (isCapital(subject) || isPersonNoun(subject.lower))
  const speaker = hasVerb ? { from: at, to: end - 1 } : found
  const named = isCapital(tokens[at]) || PRONOUNS.has(tokens[at]!.lower) || DETERMINERS.has(tokens[at]!.lower)
  let verb = speaker.to
  while (verb < end && (tokens[verb]!.text === ',' || tokens[verb]!.lower.endsWith('ly'))) verb++
  const token = tokens[verb]
  if (!named || !token || verb >= end || token.kind !== 'word' || isCapital(token)) return undefined
  // '"…," Hale, wearing a hat and …'; but no verb in '"very brave," a nod to the crew acknowledging the risk'
  if (token.lower.endsWith('ing'))
    return tokens[verb - 1]!.text === ',' ? source(speaker, undefined) : undefined
  return FUNCTION_WORDS.has(token.lower) ? undefined : { speaker, cue: one(verb) }
}
