import type { Token } from '../../draft/tokens'
import { isSkipped } from './between-subject-and-verb'
import { ADDRESSING, AUXILIARIES, BE, CLAUSE_OPENERS, DETERMINERS, isPlainForm, isReporting } from './lexicon'
import { nounPhraseFrom } from './noun-phrase'
import { phraseBefore } from './phrase-before'
import { isCapital, type Stretch } from './shape'
import { one, type Source, source } from './source'
import { subjectBefore } from './subject'
import { isNominal, isNoun, NONFINITE_AFTER } from './verb-or-noun'

export function isPassive(tokens: readonly Token[], from: number, verb: number): boolean {
  let i = verb - 1
  while (i > from && (tokens[i]!.lower.endsWith('ly') || PASSING.has(tokens[i]!.lower))) i--
  const { lower } = tokens[verb]!
  return i >= from && BE.has(tokens[i]!.lower) && !lower.endsWith('ing')
}

/** "a plan described by critics as": a participle with its agent behind it, and not "responded by first saying". */
export const isReducedPassive = (tokens: readonly Token[], verb: number): boolean =>
  tokens[verb + 1]?.lower === 'by' &&
  /(?:ed|written|spoken)$/.test(tokens[verb]!.lower) &&
  !/ing$/.test(tokens[verb + 2]?.lower ?? '') &&
  !/ing$/.test(tokens[verb + 3]?.lower ?? '')

/** "a warning written by a priest was left": what somebody wrote is the subject of another verb. */
function isSubjectElsewhere(tokens: readonly Token[], participle: number, end: number): boolean {
  for (let i = participle + 2; i < end; i++) if (AUXILIARIES.has(tokens[i]!.lower)) return true
  return false
}

/** "founded a firm called Holm Works", "by a ship named Hope", and not "A critic called Hale": the noun's own name. */
function isNamed(tokens: readonly Token[], from: number, verb: number): boolean {
  if (verb === from || !/^(?:called|named|titled|dubbed|nicknamed)$/.test(tokens[verb]!.lower)) return false
  if (!isCapital(tokens[verb + 1])) return false
  const { from: start } = phraseBefore(tokens, from, verb)
  const governor = tokens[start - 1]
  return (
    start > from &&
    /^an?$/.test(tokens[start]!.lower) &&
    governor!.kind === 'word' &&
    !CLAUSE_OPENERS.has(governor!.lower)
  )
}

const PASSING = new Set(['also', 'not', 'later', 'first', 'once', 'again', 'never', 'often'])

/** "was told by Hale": the agent of a passive, if it has one; without, nobody is named. */
export function agentOf(tokens: readonly Token[], verb: number, end: number): Source | undefined {
  for (let i = verb + 1; i < end && i < verb + 8; i++) {
    if (tokens[i]!.lower === 'by') return source(nounPhraseFrom(tokens, i + 1, end), one(verb))
    if (tokens[i]!.text === ',' || ENDS.has(tokens[i]!.text)) break
  }
  return undefined
}

const ENDS = new Set(['.', '!', '?', ';'])

export function activeOrPassive(
  tokens: readonly Token[],
  from: number,
  verb: number,
  end: number,
): Source | undefined {
  if (isPassive(tokens, from, verb)) return agentOf(tokens, verb, end)
  if (isReducedPassive(tokens, verb))
    return isSubjectElsewhere(tokens, verb, end) ? undefined : agentOf(tokens, verb, end)
  if (isNamed(tokens, from, verb)) return undefined
  if (isImperative(tokens, from, verb) || isHelped(tokens, from, verb)) return undefined
  const parenthesis = parentheticSpeaker(tokens, from, verb, end)
  if (parenthesis) return { speaker: parenthesis, cue: one(verb) }
  const inverted = invertedWith(tokens, from, verb, end)
  if (inverted) return { speaker: inverted, cue: one(verb) }
  const cited = citedAs(tokens, verb, end)
  if (cited) return cited
  const speaker = speakerGoingOn(tokens, from, verb) ?? subjectBefore(tokens, from, verb)
  if (speaker) return { speaker, cue: one(verb), ...relative(tokens, speaker, verb) }
  if (verb === from || tokens[verb - 1]!.text === ',') {
    const named = isCapital(tokens[verb + 1]) ? nounPhraseFrom(tokens, verb + 1, end, true) : undefined
    if (named) return { speaker: named, cue: one(verb) }
  }
  const it = tokens[verb - 1]?.lower === 'it' && verb > from
  return it ? { speaker: undefined, cue: one(verb), pronoun: one(verb - 1) } : undefined
}

/** "quoted a priest, Ivo Hale, as demanding that": whom somebody quotes. */
export function citedAs(tokens: readonly Token[], verb: number, end: number): Source | undefined {
  if (!/^(?:quot|cit)(?:e|es|ed|ing)$/.test(tokens[verb]!.lower)) return undefined
  for (let as = verb + 2; as + 1 < end; as++) {
    if (tokens[as]!.lower !== 'as' || !tokens[as + 1]!.lower.endsWith('ing')) continue
    return source(nounPhraseFrom(tokens, verb + 1, as, true), one(as + 1))
  }
  return undefined
}

/** "The law makes clear that", "Hale made it clear that": who makes it clear, at the word "clear". */
export function madeClear(tokens: readonly Token[], from: number, i: number): Source | undefined {
  if (tokens[i]!.lower !== 'clear') return undefined
  const verb = tokens[i - 1]?.lower === 'it' ? i - 2 : i - 1
  if (verb <= from || !/^(?:makes?|made|making)$/.test(tokens[verb]!.lower)) return undefined
  return source(subjectBefore(tokens, from, verb), { from: verb, to: i + 1 })
}

/** ", says a report highlighting": a subject behind its verb, with a participle of its own. */
function invertedWith(
  tokens: readonly Token[],
  from: number,
  verb: number,
  end: number,
): Stretch | undefined {
  if (verb <= from || tokens[verb - 1]!.text !== ',' || !INVERTING.has(tokens[verb]!.lower)) return undefined
  if (!/^(?:an?|the|one)$/.test(tokens[verb + 1]?.lower ?? '')) return undefined
  const phrase = nounPhraseFrom(tokens, verb + 1, end)
  return phrase && phrase.to < end && tokens[phrase.to]!.lower.endsWith('ing') ? phrase : undefined
}

/** "helping the yard and its owners respond", "let them decide": a plain form whose subject is another verb's object. */
function isHelped(tokens: readonly Token[], from: number, verb: number): boolean {
  if (!isPlainForm(tokens[verb]!.lower)) return false
  // "have seen it threaten"
  if (verb > from && /^(?:it|him|her)$/.test(tokens[verb - 1]!.lower)) return true
  for (let i = verb - 2; i >= from && i > verb - FARTHEST_HELP && tokens[i]!.kind === 'word'; i--)
    if (HELPING.test(tokens[i]!.lower)) return true
  return false
}

const FARTHEST_HELP = 8

const HELPING = /^(?:help(?:s|ed|ing)?|lets?|letting)$/

/** "To go on, type": a plain form that begins its clause tells the reader to do so. */
const isImperative = (tokens: readonly Token[], from: number, verb: number): boolean =>
  isPlainForm(tokens[verb]!.lower) &&
  (verb === from || tokens[verb - 1]!.text === ',') &&
  !isCapital(tokens[verb + 1])

/** The "who" of "Ines Varga, who said": the pronoun that stands for the speaker beside the verb. */
function relative(tokens: readonly Token[], { to }: Stretch, verb: number): { pronoun?: Stretch } {
  const at = /^[,—–―-]$/.test(tokens[to]?.text ?? '') ? to + 1 : to
  if (at >= verb || tokens[at]!.lower !== 'who') return {}
  // "an aide who spoke on Monday said": the verb is of the sentence.
  for (let i = behindAside(tokens, at + 1, verb); i < verb; i++) if (!isSkipped(tokens[i]!)) return {}
  return { pronoun: one(at) }
}

/** "who, on a call, said": past what stands between two commas. */
function behindAside(tokens: readonly Token[], at: number, to: number): number {
  if (tokens[at]!.text !== ',') return at
  for (let i = at + 1; i < to; i++) if (tokens[i]!.text === ',') return i + 1
  return at
}

/** "The trouble, says Ines Varga, an engineer, is": a verb between commas has its subject behind it. */
function parentheticSpeaker(
  tokens: readonly Token[],
  from: number,
  verb: number,
  end: number,
): Stretch | undefined {
  if (verb <= from || tokens[verb - 1]!.text !== ',' || !isReporting(tokens[verb]!.lower)) return undefined
  const next = tokens[verb + 1]
  if (ADDRESSING.has(tokens[verb]!.lower) || tokens[verb]!.lower.endsWith('ing')) return undefined
  if (!(isCapital(next) || DETERMINERS.has(next?.lower ?? ''))) return undefined
  let last = end
  while (last > verb + 1 && /^[.!?"”]$/.test(tokens[last - 1]!.text)) last--
  const closes = INVERTING.has(tokens[verb]!.lower) && /^[.!?]?$/.test(tokens[last]?.text ?? '')
  const speaker = nounPhraseFrom(tokens, verb + 1, last, closes)
  if (!speaker || (!closes && isBetweenCommas(tokens, from, verb))) return undefined
  return [',', ':'].includes(tokens[speaker.to]?.text ?? '') || (closes && speaker.to === last)
    ? speaker
    : undefined
}

/** "Hale, often the last to vote, said the theory, …": what closes with the comma is said of the subject before. */
function isBetweenCommas(tokens: readonly Token[], from: number, verb: number): boolean {
  let open = verb - 2
  while (open > from && tokens[open]!.text !== ',') open--
  return open > from && isCapital(tokens[open - 1])
}

/** Verbs that stand before their subject at the end of a sentence: "The bridge is old, says Ines Varga." */
const INVERTING = new Set(['said', 'says', 'wrote', 'writes'])

/** "The bridge is old, Hale said, adding": a participle behind a comma has the speaker of the remark before it. */
function speakerGoingOn(tokens: readonly Token[], from: number, verb: number): Stretch | undefined {
  if (!tokens[verb]!.lower.endsWith('ing') || verb === from || tokens[verb - 1]!.text !== ',')
    return undefined
  for (let i = verb - 2; i > from; i--) {
    const { lower } = tokens[i]!
    if (!isReporting(lower) || lower.endsWith('ing') || isNoun(tokens, from, i)) continue
    // "as one reason for"
    if (/^(?:one|another)$/.test(tokens[i - 1]!.lower) && isPlainForm(lower)) continue
    if (isNominal(tokens, i) || NONFINITE_AFTER.has(tokens[i - 1]!.lower)) continue
    // "any figures that suggest"
    if (tokens[i - 1]!.lower === 'that' && isPlainForm(lower)) continue
    // "Although many have accused them, Hale brushes it off, blaming"
    if (isOfConcession(tokens, from, i, verb)) continue
    return isPassive(tokens, from, i) ? undefined : subjectBefore(tokens, from, i)
  }
  return undefined
}

/** Whether a verb stands in the clause with an "although" that opens the sentence, and the main clause behind it. */
function isOfConcession(tokens: readonly Token[], from: number, verb: number, end: number): boolean {
  if (!/^(?:although|though|while|even)$/.test(tokens[from]!.lower)) return false
  let commas = 0
  for (let i = verb + 1; i < end; i++) if (tokens[i]!.text === ',') commas++
  return commas > 1
}
