import type { Token } from '../../draft/tokens'
import { headOf } from './beat'
import { isSkipped } from './between-subject-and-verb'
import { ADDRESSING, DETERMINERS, isPlainForm, isReporting, PREPOSITIONS, SUBJECT_PRONOUNS } from './lexicon'
import { nounPhraseFrom } from './noun-phrase'
import { isCapital, type Stretch } from './shape'
import { one, type Source } from './source'
import { isStop } from './stops'

/** Behind its verb or its speaker, an attribution has at most so many tokens: ", Hale said in a letter on Friday." */
const TAIL = 8

/**
 * Who a sentence says as it ends has said all of it: 'The vow to "build it" moves many, said Ines Varga, a pollster.',
 * 'It used "rubber oars", the crew wrote in a letter.' Looked for between two tokens.
 */
export function closingAttribution(tokens: readonly Token[], from: number, to: number): Source | undefined {
  let last = to
  while (last > from && (isStop(tokens, last - 1) || /^[!?]$/.test(tokens[last - 1]!.text))) last--
  for (let comma = from; comma + 2 < last; comma++) {
    if (tokens[comma]!.text !== ',') continue
    let at = comma + 1
    // A mark that closes nothing: “It holds,’’ Hale said.
    while (at < last && /^[’'"”]$/.test(tokens[at]!.text)) at++
    if (at >= last) continue
    const found =
      closingAccording(tokens, at, last) ??
      closingAs(tokens, at, last) ??
      closingVerbFirst(tokens, at, last) ??
      closingSubjectFirst(tokens, at, last)
    if (found) return found
  }
  return undefined
}

/** ", according to Ines Varga" */
function closingAccording(tokens: readonly Token[], at: number, last: number): Source | undefined {
  if (tokens[at]!.lower !== 'according' || tokens[at + 1]?.lower !== 'to') return undefined
  const speaker = nounPhraseFrom(tokens, at + 2, last, true)
  return speaker && endsBehind(tokens, speaker.to, last)
    ? { speaker, cue: { from: at, to: at + 2 } }
    : undefined
}

/** ", as the board puts it" */
function closingAs(tokens: readonly Token[], at: number, last: number): Source | undefined {
  if (tokens[at]!.lower !== 'as' || tokens[last - 1]!.lower !== 'it') return undefined
  const verb = last - 2
  if (!/^(?:puts?|calls?|called|describes|described|said|says|sees|saw)$/.test(tokens[verb]!.lower))
    return undefined
  const speaker = nounPhraseFrom(tokens, at + 1, verb, true)
  return speaker?.to === verb ? { speaker, cue: one(verb) } : undefined
}

/** ", said Ines Varga, who had counted them" */
function closingVerbFirst(tokens: readonly Token[], verb: number, last: number): Source | undefined {
  if (!reports(tokens, verb) || ADDRESSING.has(tokens[verb]!.lower)) return undefined
  const next = tokens[verb + 1]
  if (!next || !(isCapital(next) || DETERMINERS.has(next.lower))) return undefined
  const speaker = nounPhraseFrom(tokens, verb + 1, last, true)
  return speaker && endsBehind(tokens, speaker.to, last) ? { speaker, cue: one(verb) } : undefined
}

/** ", the crew wrote in a letter" */
function closingSubjectFirst(tokens: readonly Token[], at: number, last: number): Source | undefined {
  const first = tokens[at]!
  const begins = isCapital(first) || DETERMINERS.has(first.lower) || SUBJECT_PRONOUNS.has(first.lower)
  // "figures show" has a noun's form as well.
  const end = SHOWS.test(tokens[last - 1]!.lower) ? last - 1 : last
  const speaker = nounPhraseFrom(tokens, at, end)
  // "newly released files", "court records"
  if (!speaker || !(begins || SHOWING.test(tokens[headOf(tokens, speaker)]!.lower))) return undefined
  let verb = speaker.to
  while (verb < last && (isSkipped(tokens[verb]!) || tokens[verb]!.text === ',')) verb++
  const says = verb < last && (reports(tokens, verb) || shows(tokens, speaker, verb))
  return says && (endsBehind(tokens, verb + 1, last) || isAddressed(tokens, verb, last))
    ? { speaker, cue: one(verb) }
    : undefined
}

/** "told the Gazette", "told reporters" */
const isAddressed = (tokens: readonly Token[], verb: number, last: number): boolean =>
  ADDRESSING.has(tokens[verb]!.lower) && nounPhraseFrom(tokens, verb + 1, last)?.to === last

/** ", newly released files show", ", a survey suggests": papers and figures that say so. */
const shows = (tokens: readonly Token[], speaker: Stretch, verb: number): boolean =>
  SHOWS.test(tokens[verb]!.lower) && SHOWING.test(tokens[headOf(tokens, speaker)]!.lower)

const SHOWS = /^(?:shows?|showed|suggests?|suggested)$/

const SHOWING =
  /^(?:figures|data|statistics|results|(?:file|document|record|paper|report|study|studie|survey|poll|email|letter|ruling|filing|review|audit)s?)$/

const reports = (tokens: readonly Token[], verb: number): boolean => {
  const { lower } = tokens[verb]!
  return isReporting(lower) && !lower.endsWith('ing') && !isCapital(tokens[verb]) && !isUnlikely(tokens, verb)
}

/** A plain form behind a singular, "the old state" */
const isUnlikely = (tokens: readonly Token[], verb: number): boolean =>
  isPlainForm(tokens[verb]!.lower) && !tokens[verb - 1]!.lower.endsWith('s')

/** Whether an attribution and what goes with it ("in a letter", "on Friday") is all that follows. */
function endsBehind(tokens: readonly Token[], at: number, last: number): boolean {
  if (at >= last) return true
  if (last - at > TAIL) return false
  for (let i = at; i < last; i++) if (tokens[i]!.text === ',') return false
  const { lower } = tokens[at]!
  return PREPOSITIONS.has(lower) || lower.endsWith('day') || lower.endsWith('ly') || lower === 'as'
}
