import type { Token } from '../../draft/tokens'
import type { Frame, Quoted } from './frames'
import {
  ANONYMOUS,
  AUXILIARIES,
  BE,
  DETERMINERS,
  IRREGULAR_PASTS,
  PERSONAL_PRONOUNS,
  PREPOSITIONS,
  PRONOUNS,
  SPEECH_NOUNS,
} from './lexicon'
import { mainSubject } from './main-subject'
import { isBodyName, isPlaceName, RANKS } from './name-words'
import { nameText, nameWithin } from './naming'
import { isCapital, type Stretch } from './shape'

/** A sentence is no more than a beat ("She shook her head.", "The union disagreed.") up to so many tokens, its stop included. */
const BEAT = 16
/** Of somebody with a name it may tell more: "Ines Varga, a vet in Holm, sees it every week." */
const BEAT_OF_NAMED = 30
/** Of a body of people less: "The board was blunt.", and not "The board met at noon to hear the engineer." */
const BEAT_OF_BODY = 6

/**
 * The person of whom a sentence says what they do while speaking: "She shook her head.", "Hale, in tears, walked to the
 * window.", "Her neighbour Tom Park puts it differently.", "His wife disagreed.", and not "Ines Varga has built bridges."
 */
export function personInBeat(frame: Frame, tokens: readonly Token[], { inner }: Quoted): Stretch | undefined {
  const { from, to, quoted } = frame
  if (quoted.length || to - from > BEAT_OF_NAMED || tokens[to - 1]!.text !== '.') return undefined
  if (tellsOfYear(tokens, frame)) return undefined
  const subject = subjectOf(frame, tokens)
  if (!subject || isOfIts(tokens, frame) || isSamePronoun(tokens[subject.from]!, tokens[inner.from]))
    return undefined
  const aside = relativeIn(tokens, subject.from, to)
  const at = behindComma(tokens, Math.max(subject.to, aside.to))
  const verb = tokens[at]
  if (!verb || (isLasting(verb) && !isRefusal(tokens, at) && !hasSay(tokens, at))) return undefined
  if (isUndergone(tokens, frame, subject) && speaksOfAnother(tokens, inner)) return undefined
  const length = to - from - (aside.to - aside.from)
  return length <= longestFor(tokens, subject, from) ? subject : undefined
}

/** "Holm Soft paid for its search": no person has an "its". */
function isOfIts(tokens: readonly Token[], { from, to }: Frame): boolean {
  for (let i = from; i < to; i++) if (tokens[i]!.lower === 'its' || tokens[i]!.lower === 'itself') return true
  return false
}

/** 'He is not for sale. "He will greet guests."': whom the quoted words begin with is another than who speaks them. */
const isSamePronoun = ({ lower }: Token, first: Token | undefined): boolean =>
  /^(?:he|she)$/.test(lower) && first?.lower === lower

/** "Hale won the cup in 2021 and has two boats.": history, and no beat. */
function tellsOfYear(tokens: readonly Token[], { from, to }: Frame): boolean {
  for (let i = from; i < to; i++) if (/^(?:1[89]|20)\d\d$/.test(tokens[i]!.text)) return true
  return false
}

/** ", who has been standing in the doorway", if a subject has such a clause; else a stretch of nothing. */
function relativeIn(tokens: readonly Token[], from: number, to: number): Stretch {
  for (let start = from + 1; start + 1 < to && start < from + BEAT; start++) {
    if (tokens[start]!.text !== ',' || !/^(?:who|whose)$/.test(tokens[start + 1]!.lower)) continue
    for (let i = start + 2; i < to; i++) if (tokens[i]!.text === ',') return { from: start, to: i }
  }
  return { from, to: from }
}

/** "For Ines Varga, it was simple.": she; else the subject, of which "Hale shrugs." leaves the verb to the sentence. */
function subjectOf({ from, to }: Frame, tokens: readonly Token[]): Stretch | undefined {
  if (tokens[from]!.lower === 'for' && isCapital(tokens[from + 1])) {
    let end = from + 1
    while (end < to && isCapital(tokens[end])) end++
    return tokens[end]?.text === ',' ? { from: from + 1, to: end } : undefined
  }
  const presented = presentedIn(tokens, from, to)
  if (presented) return presented
  const found = mainSubject(tokens, from, to)
  if (!found) return undefined
  // "His brother nods at the wall."
  const last = tokens[found.to - 1]!.lower
  const holdsVerb = /[^s]s$/.test(last) && isPersonNoun(tokens[found.to - 2]?.lower ?? '')
  const end = found.to === to - 1 || holdsVerb ? found.to - 1 : found.to
  return end > found.from ? { from: found.from, to: end } : undefined
}

/** "Then there was Ruiz, who hit the winner." */
function presentedIn(tokens: readonly Token[], from: number, to: number): Stretch | undefined {
  const there = tokens[from]!.lower === 'there' ? from : from + 1
  if (tokens[there]?.lower !== 'there' || !/^(?:is|was)$/.test(tokens[there + 1]?.lower ?? ''))
    return undefined
  let end = there + 2
  while (end < to && isCapital(tokens[end])) end++
  return end > there + 2 ? { from: there + 2, to: end } : undefined
}

/** How long a sentence about it may be and still no more than a beat; 0 where nobody is meant. */
function longestFor(tokens: readonly Token[], subject: Stretch, first: number): number {
  const { from } = subject
  const { lower } = tokens[from]!
  // "she", and not "another parent"
  if (PRONOUNS.has(lower) && subject.to === from + 1) return PERSONAL_PRONOUNS.has(lower) ? BEAT : 0
  const name = fullNameAtEnd(tokens, subject) ?? nameWithin(tokens, subject)
  if (name && name.to - name.from > 1) {
    const words = nameText(tokens, name)
    const isPerson = !isBodyName(words) && !isPlaceName(words) && !isOfThing(tokens, name)
    return isPerson ? BEAT_OF_NAMED : BEAT_OF_BODY
  }
  const head = tokens[headOf(tokens, subject)]!
  if (isPersonNoun(head.lower)) return /[^s]s$|^people$/.test(head.lower) ? BEAT_OF_BODY : BEAT
  if (COLLECTIVES.has(head.lower)) return BEAT_OF_BODY
  if (name && isPlaceName(nameText(tokens, name))) return 0
  // "NASA"
  if (name && /^\p{Lu}{2,}$/u.test(nameText(tokens, name))) return BEAT_OF_BODY
  return name && isBareName(tokens, name, first) && standsAlone(tokens, name, subject) ? BEAT : 0
}

/** "the Lady Brennan", "the Harbour Lights"; but "the Rev Ines Varga" */
const isOfThing = (tokens: readonly Token[], { from }: Stretch): boolean =>
  tokens[from - 1]?.lower === 'the' && !/^(?:rev|reverend|hon|right|very)$/.test(tokens[from]!.lower)

/** "Ines Varga" of "Council leader Ines Varga, 52": the capital of a sentence is no name's. */
export function fullNameAtEnd(tokens: readonly Token[], subject: Stretch): Stretch | undefined {
  let to = subject.from
  while (to < subject.to && !/^[,(]$/.test(tokens[to]!.text)) to++
  let from = to
  while (from > subject.from + 1 && isCapital(tokens[from - 1])) from--
  return to - from > 1 ? { from, to } : undefined
}

/** The last word before what is said of it: of "his wife, Morag," the wife. */
export function headOf(tokens: readonly Token[], { from, to }: Stretch): number {
  let head = from
  for (let i = from; i < to && !PREPOSITIONS.has(tokens[i]!.lower); i++) {
    const { kind, text } = tokens[i]!
    // "One top-20 shareholder"
    if (kind === 'mark' && text !== '-') break
    if (kind === 'word') head = i
  }
  return head
}

export const isPersonNoun = (lower: string): boolean =>
  RANKS.has(lower) || ANONYMOUS.has(lower) || PERSON_NOUNS.has(lower)

const PERSON_NOUNS = new Set(
  (
    'wife husband mother father mum mom dad son daughter brother sister uncle aunt cousin grandmother grandfather ' +
    'partner colleague boss lawyer solicitor barrister agent teacher doctor nurse farmer driver referee umpire captain ' +
    'boy girl lad woman man stranger guest host guide owner landlord landlady chef baker widow prosecutor defendant ' +
    'parent grandparent neighbour neighbor resident tenant pupil student commuter passenger shopper customer voter worker ' +
    'waiter waitress barman bartender cashier attendant receptionist bystander onlooker villager homeowner shopkeeper trader ' +
    'motorist cyclist survivor victim relative friend classmate teammate roommate flatmate ' +
    'speaker shareholder investor lecturer professor officer soldier sailor veteran spectator fan ' +
    'pilot skipper keeper striker singer actor actress writer novelist poet painter engineer scientist curator'
  ).split(' '),
)

export const COLLECTIVES = new Set(
  (
    'union department company council board ministry agency club team court police government firm charity family crowd ' +
    'bank brokerage retailer lender insurer airline university college school hospital regulator watchdog group ' +
    'organisation organization association institute authority commission committee panel foundation party newspaper'
  ).split(' '),
)

/** "would not be drawn", "did not hold back" */
const isRefusal = (tokens: readonly Token[], at: number): boolean =>
  /^(?:would|did)n't$/.test(tokens[at]!.lower) ||
  (/^(?:would|did)$/.test(tokens[at]!.lower) && tokens[at + 1]?.lower === 'not')

/** "has a stock answer to this", "had a warning for the board" */
function hasSay(tokens: readonly Token[], at: number): boolean {
  if (!/^(?:has|had)$/.test(tokens[at]!.lower)) return false
  if (!DETERMINERS.has(tokens[at + 1]?.lower ?? '')) return false
  return tokens.slice(at + 2, at + 2 + FARTHEST_SAY).some(({ lower }) => SPEECH_NOUNS.has(lower))
}

const FARTHEST_SAY = 4

/** "has built", "will go": no more than "was delighted" is said of the moment of speaking. */
const isLasting = ({ lower }: Token): boolean => AUXILIARIES.has(lower) && lower !== 'was' && lower !== 'is'

/** "Hale was buried on Friday.", "Hale died at noon.": who can't have spoken then. */
function isUndergone(tokens: readonly Token[], { to }: Frame, subject: Stretch): boolean {
  const at = behindComma(tokens, subject.to)
  if (/^(?:died|dies|arrested)$/.test(tokens[at]!.lower)) return true
  const participle = tokens[at + 1]
  return (
    BE.has(tokens[at]!.lower) &&
    at + 1 < to &&
    participle !== undefined &&
    /(?:ed|en|wn|lt|nt)$/.test(participle.lower)
  )
}

/** '"He was the kindest man I met."': words that begin with somebody else. */
const speaksOfAnother = (tokens: readonly Token[], { from }: Stretch): boolean =>
  /^(?:he|she)(?:'|$)/.test(tokens[from]!.lower)

/** "Hale paused", "a tired Hale", and not "Winter is", "Fares rose": a capital at the start may be no name's. */
function isBareName(tokens: readonly Token[], { from, to }: Stretch, first: number): boolean {
  if (from > first) return tokens[first]!.lower !== 'the' && !ABSTRACT.test(tokens[from]!.lower)
  const at = behindAside(tokens, to)
  const verb = tokens[at]
  if (verb === undefined || tokens[from]!.lower.endsWith('s') || tokens[from]!.lower === 'people')
    return false
  if (AUXILIARIES.has(verb.lower)) return isRefusal(tokens, at)
  // "Construction took years", "Turnover rose to 52%"
  if (ABSTRACT.test(tokens[from]!.lower) || isMeasured(tokens, to)) return false
  // "Local districts would"
  if (AUXILIARIES.has(tokens[at + 1]?.lower ?? '')) return false
  // "Waiting lists in Holm", but "King nods."
  if (/..ing$/.test(tokens[from]!.lower) && /[^s]s$/.test(verb.lower)) return tokens[to + 1]?.kind === 'mark'
  return isPast(verb) || /[^s]s$/.test(verb.lower)
}

/** Endings that hardly any name has. */
const ABSTRACT = /(?:[ts]ion|ness|ship|ism|[lrt]ity|[^e]ment)$/

/** Whether a percentage follows soon, before the sentence ends. */
function isMeasured(tokens: readonly Token[], from: number): boolean {
  for (let i = from; i < from + BEAT && i < tokens.length && tokens[i]!.text !== '.'; i++)
    if (tokens[i]!.text === '%') return true
  return false
}

/** "Hale", "Hale, in tears,", and not "Local districts": a capital at the start with more of its phrase behind it. */
const standsAlone = (tokens: readonly Token[], { to }: Stretch, subject: Stretch): boolean =>
  to >= subject.to || tokens[to]!.kind === 'mark'

const behindComma = (tokens: readonly Token[], at: number): number => (tokens[at]?.text === ',' ? at + 1 : at)

/** Past ", visibly angry,", if there is such an aside. */
function behindAside(tokens: readonly Token[], at: number): number {
  if (tokens[at]?.text !== ',') return at
  for (let i = at + 1; i < at + BEAT && i < tokens.length; i++) if (tokens[i]!.text === ',') return i + 1
  return at
}

const isPast = ({ lower }: Token): boolean => lower.endsWith('ed') || IRREGULAR_PASTS.has(lower)
