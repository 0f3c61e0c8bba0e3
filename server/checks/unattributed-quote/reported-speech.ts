import type { Token } from '../../draft/tokens'
import { wordFilter } from '../../draft/word-filter'
import { activeOrPassive, madeClear } from './clause'
import { type Frame, outsideQuotations, type Quoted } from './frames'
import {
  ASKED,
  DETERMINERS,
  ISSUING,
  isReporting,
  isSaying,
  MODALS,
  mayBeCue,
  mayReport,
  PAPERS,
  PREPOSITIONS,
} from './lexicon'
import { mainSubject } from './main-subject'
import { coreEnd, nounPhraseFrom } from './noun-phrase'
import { isCapital, type Shape } from './shape'
import type { Source } from './source'
import { possessorOf } from './speech-noun'
import { subjectBefore } from './subject'
import { isNoun } from './verb-or-noun'

/** What a sentence tells the sentences beside it of who speaks. */
export interface Spoken {
  readonly source: Source | undefined
  /** Whether it quotes the speaker, and doesn't only report ("Hale said that the bridge was shut"). */
  readonly direct: boolean
}

const NOBODY: Spoken = { source: undefined, direct: false }

/** An attribution at the end of a sentence has at most so many tokens behind its verb: ", Hale said in a letter." */
const TAIL = 8

/** Who speaks in a sentence: whoever it quotes at length, else whoever's speech its main clause reports. */
export function spokenIn(
  frame: Frame,
  tokens: readonly Token[],
  sources: ReadonlyMap<Quoted, Source>,
  shapeOf: (item: Quoted) => Shape,
): Spoken {
  for (let i = frame.quoted.length - 1; i >= 0; i--) {
    const item = frame.quoted[i]!
    const own = sources.get(item)
    const shape = shapeOf(item)
    if (own?.speaker && shape !== 'words' && shape !== 'term') return { source: own, direct: true }
  }
  const source = reportedIn(frame, tokens) ?? askedIn(frame, tokens) ?? announcedIn(frame, tokens)
  return source ? { source, direct: false } : NOBODY
}

/**
 * Whose speech a sentence reports: "Hale said the bridge was shut", "The bridge was shut, Hale told the board",
 * "According to Hale, …". A verb in a clause of some other subject ("the critics whom Hale told of it left") is none.
 */
export function reportedIn(frame: Frame, tokens: readonly Token[]): Source | undefined {
  const { from, to } = frame
  let found: Source | undefined
  for (const outside of outsideQuotations(frame)) {
    for (let i = outside.from; i < outside.to; i++) {
      const token = tokens[i]!
      if (token.lower === 'according' && tokens[i + 1]?.lower === 'to') {
        const speaker = nounPhraseFrom(tokens, i + 2, to)
        if (speaker) return { speaker, cue: { from: i, to: i + 2 } }
      }
      found ??= madeClear(tokens, from, i)
      const reports =
        (mayReport(token) && isReporting(token.lower)) ||
        (mayBeCue(token) && CLAUSE.test(tokens[i + 1]?.lower ?? '') && isSaying(token.lower)) ||
        isAttack(tokens, i)
      if (token.kind !== 'word' || isCapital(token) || !reports || isNoun(tokens, from, i)) continue
      // "has not replied"
      if (i > from && /^(?:not|never)$|n't$/.test(tokens[i - 1]!.lower)) continue
      if (isYetToCome(tokens, i) || addsThings(tokens, i)) continue
      // "where crews came to ask for advice": a clause of place or time with an aim
      if (tokens[i - 1]?.lower === 'to' && opensPlace(tokens, from, i)) continue
      // "asked to be kept informed"
      if (tokens[i + 1]?.lower === 'to' && tokens[i + 2]?.lower === 'be') continue
      // "who asked not to be named"
      if (tokens[i + 1]?.lower === 'not' && tokens[i + 2]?.lower === 'to') continue
      const before = tokens[i - 1]
      if (i > from && before && (isNominal(before) || before.lower === 'when' || before.lower === 'as'))
        continue
      const source = activeOrPassive(tokens, from, i, to)
      if (!source?.speaker || !isMainClause(source, i, frame, tokens)) continue
      // "Berg asked her crew to look out, Ms. Hale said.": who says so at the end speaks all of it.
      if (!found || (isBehindComma(tokens, source.speaker.from) && i + 2 === to)) found = source
    }
  }
  return found
}

const CLAUSE = /^(?:that|whether|how|why)$/

/** "is due to testify", "are expected to say", "has yet to say", "must respond by June" */
const isYetToCome = (tokens: readonly Token[], verb: number): boolean =>
  MODALS.has(tokens[verb - 1]?.lower ?? '') ||
  (tokens[verb - 1]?.lower === 'to' && YET_TO_COME.has(tokens[verb - 2]?.lower ?? ''))

const YET_TO_COME = new Set(
  'due expected scheduled set slated likely unlikely ready able unable yet obliged invited asked told urged plans planned hopes hoped wants wanted intends declined refused failed'.split(
    ' ',
  ),
)

/** "also added smaller boats to the deal", and not "added that", "added with a smile", "Hale added." */
function addsThings(tokens: readonly Token[], verb: number): boolean {
  if (!/^adds?$|^added$/.test(tokens[verb]!.lower)) return false
  const next = tokens[verb + 1]
  return (
    next?.kind === 'word' &&
    !PREPOSITIONS.has(next.lower) &&
    !/^(?:that|it|he|she|they|there)$/.test(next.lower)
  )
}

const opensPlace = (tokens: readonly Token[], from: number, to: number): boolean => {
  for (let i = from + 1; i < to; i++) if (/^(?:where|when)$/.test(tokens[i]!.lower)) return true
  return false
}

/** "took aim at the board", "hit out at the plan" */
const isAttack = (tokens: readonly Token[], i: number): boolean =>
  mayAttack(tokens[i]!) && ATTACKS.get(tokens[i]!.lower)?.has(tokens[i + 1]?.lower ?? '') === true

const ATTACKS: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['took', new Set(['aim', 'issue'])],
  ['takes', new Set(['aim', 'issue'])],
  ['hit', new Set(['out', 'back'])],
  ['hits', new Set(['out', 'back'])],
  ['lashed', new Set(['out'])],
  ['fired', new Set(['back'])],
])

const mayAttack = wordFilter(ATTACKS.keys())

const mayIssue = wordFilter(ISSUING)

/** Who is about to speak: "Hale issued a statement.", "Her reply came late.", "Varga was asked about it in an interview." */
export const announcedIn = (frame: Frame, tokens: readonly Token[]): Source | undefined =>
  issuerIn(frame, tokens) ?? replyIn(frame, tokens) ?? interviewedIn(frame, tokens)

/** "In an interview with the Gazette, Hale told all.", "Hale was still being asked about it in interviews last year." */
function interviewedIn({ from, to, quoted }: Frame, tokens: readonly Token[]): Source | undefined {
  if (quoted.length) return undefined
  for (let i = from + 1; i < to; i++) {
    if (!mayInterview(tokens[i]!) || !/^interviews?$/.test(tokens[i]!.lower)) continue
    let at = i - 1
    while (at > from && at > i - LONGEST_INTERVIEW && tokens[at]!.lower !== 'in') at--
    if (tokens[at]!.lower !== 'in') continue
    const speaker = mainSubject(tokens, from, to)
    return speaker && { speaker, cue: { from: i, to: i + 1 } }
  }
  return undefined
}

/** "in one of her last two interviews" */
const LONGEST_INTERVIEW = 7

const mayInterview = wordFilter(['interview', 'interviews'])

/** "Hale issued a statement about the bridge": whoever puts out a paper speaks in it. */
function issuerIn({ from, to, quoted }: Frame, tokens: readonly Token[]): Source | undefined {
  if (quoted.length) return undefined
  for (let i = from + 1; i + 2 < to; i++) {
    if (!mayIssue(tokens[i]!) || !ISSUING.has(tokens[i]!.lower)) continue
    const paper = DETERMINERS.has(tokens[i + 1]!.lower) ? coreEnd(tokens, i + 1, to) - 1 : i
    const holds = paper > i + 1 && (PAPERS.has(tokens[paper]!.lower) || PAPERS.has(tokens[i + 2]!.lower))
    const speaker = holds ? subjectBefore(tokens, from, i) : undefined
    if (speaker) return { speaker, cue: { from: i, to: i + 1 } }
  }
  return undefined
}

/**
 * "Why did she come back?", "Asked why she came back, Hale shrugged.": a question in the draft's own voice is answered by
 * whoever it asks about, else ("Why?") by whoever the draft speaks with.
 */
function askedIn({ from, to, quoted }: Frame, tokens: readonly Token[]): Source | undefined {
  if (quoted.length) return undefined
  const asked = { from, to: from + 1 }
  if (ASKED.has(tokens[from]!.lower)) {
    const speaker = mainSubject(tokens, from, to)
    return speaker && { speaker, cue: asked }
  }
  if (tokens[to - 1]!.text !== '?' || REPLIES.has(tokens[to - 2]?.lower ?? '')) return undefined
  for (let i = from + 1; i < to; i++) {
    const { lower } = tokens[i]!
    if (lower === 'he' || lower === 'she' || lower === 'they')
      return { speaker: { from: i, to: i + 1 }, cue: undefined }
    if (isCapital(tokens[i])) {
      const speaker = nounPhraseFrom(tokens, i, to)
      return speaker && { speaker, cue: undefined }
    }
  }
  return { speaker: undefined, cue: asked }
}

/** "The reply came eleven minutes later.", "Back came the answer.", "His reply was short.", "Her response?": of whoever was asked. */
function replyIn({ from, to, quoted }: Frame, tokens: readonly Token[]): Source | undefined {
  if (quoted.length || to - from > LONGEST_REPLY) return undefined
  for (let i = from + 1; i < to; i++) {
    if (!REPLIES.has(tokens[i]!.lower)) continue
    const cue = { from: i, to: i + 1 }
    const owner = possessorOf(tokens, from, i)
    if (owner && tokens[i + 1]?.text === '?') return { speaker: owner, cue }
    if (COMES.has(tokens[i + 1]?.lower ?? '')) {
      if (owner) return { speaker: owner, cue }
      if (DETERMINERS.has(tokens[i - 1]!.lower))
        return { speaker: { from: i - 1, to: i + 1 }, cue: undefined }
    }
    if (COMES.has(tokens[i - 2]?.lower ?? '') && tokens[i - 1]!.lower === 'the')
      return { speaker: { from: i - 1, to: i + 1 }, cue: undefined }
  }
  return undefined
}

const LONGEST_REPLY = 12
const REPLIES = new Set(['reply', 'answer', 'response', 'verdict'])
const COMES = new Set(['came', 'comes', 'was', 'is', 'arrived'])

/** "the said", "of saying": no verb of its clause. */
const isNominal = ({ lower }: Token): boolean =>
  (DETERMINERS.has(lower) && lower !== 'that') || (PREPOSITIONS.has(lower) && lower !== 'to')

const JOINTS = new Set(['and', 'but', 'so', 'yet'])

function isMainClause(
  { speaker }: Source,
  verb: number,
  { from, to }: Frame,
  tokens: readonly Token[],
): boolean {
  if (isBehindComma(tokens, speaker!.from) && (to - verb <= TAIL || endsBehindIt(tokens, verb))) return true
  // "The roof leaks, and Hale said it would get worse."
  if (JOINTS.has(tokens[speaker!.from - 1]?.lower ?? '') && tokens[speaker!.from - 2]?.text === ',')
    return true
  // "The bridge, says Hale, is shut."
  if (tokens[verb - 1]?.text === ',' && speaker!.from > verb) return true
  const subject = mainSubject(tokens, from, verb)
  return subject !== undefined && speaker!.from <= subject.to && speaker!.to >= subject.from
}

/** "…, the board said on Monday in a long report", "…, she said, raising her forecast": what is said stands before it. */
const endsBehindIt = (tokens: readonly Token[], verb: number): boolean =>
  /^(?:said|says)$/.test(tokens[verb]!.lower) &&
  /^(?:,|on|in|at|during|after)$/.test(tokens[verb + 1]?.lower ?? '')

/** ", Hale said", '"a junkie," she said' */
function isBehindComma(tokens: readonly Token[], at: number): boolean {
  const mark = /^["”’']$/.test(tokens[at - 1]?.text ?? '') ? at - 2 : at - 1
  return tokens[mark]?.text === ','
}
