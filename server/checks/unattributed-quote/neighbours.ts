import type { Token } from '../../draft/tokens'
import { wordFilter } from '../../draft/word-filter'
import { COLLECTIVES, headOf, personInBeat } from './beat'
import { activeOrPassive, isNoun } from './clause'
import { type Frame, outsideQuotations, type Quoted } from './frames'
import { identified, NOTICES } from './identified'
import {
  ANONYMOUS,
  DETERMINERS,
  ISSUING,
  isReporting,
  mayReport,
  PAPERS,
  PREPOSITIONS,
  PRONOUNS,
} from './lexicon'
import { isBodyName } from './name-words'
import { nameText, nameWithin } from './naming'
import { coreEnd, nounPhraseFrom } from './noun-phrase'
import { isCapital, type Shape, type Stretch } from './shape'
import type { Source } from './source'
import { possessorOf } from './speech-noun'
import { mainSubject, subjectBefore } from './subject'

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
  const source =
    reportedIn(frame, tokens) ?? issuerIn(frame, tokens) ?? askedIn(frame, tokens) ?? replyIn(frame, tokens)
  return source ? { source, direct: false } : NOBODY
}

/**
 * Whose speech a sentence reports: "Hale said the bridge was shut", "The bridge was shut, Hale told the board",
 * "According to Hale, …". A verb in a clause of some other subject ("the critics whom Hale told of it left") is none.
 */
function reportedIn(frame: Frame, tokens: readonly Token[]): Source | undefined {
  const { from, to } = frame
  let found: Source | undefined
  for (const i of outsideQuotations(frame)) {
    const token = tokens[i]!
    if (token.lower === 'according' && tokens[i + 1]?.lower === 'to') {
      const speaker = nounPhraseFrom(tokens, i + 2, to)
      if (speaker) return { speaker, cue: { from: i, to: i + 2 } }
    }
    const reports = (mayReport(token) && isReporting(token.lower)) || isAttack(tokens, i)
    if (token.kind !== 'word' || isCapital(token) || !reports || isNoun(tokens, from, i)) continue
    // "has not replied"
    if (i > from && /^(?:not|never)$|n't$/.test(tokens[i - 1]!.lower)) continue
    if (isYetToCome(tokens, i)) continue
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
    if (source?.speaker && isMainClause(source, i, frame, tokens)) found ??= source
  }
  return found
}

/** "is due to testify", "are expected to say", "has yet to say", "must respond by June" */
const isYetToCome = (tokens: readonly Token[], verb: number): boolean =>
  DUE.has(tokens[verb - 1]?.lower ?? '') ||
  (tokens[verb - 1]?.lower === 'to' && YET_TO_COME.has(tokens[verb - 2]?.lower ?? ''))

const DUE = new Set(['must', 'should', 'may', 'might', 'can', 'could', 'shall'])

const YET_TO_COME = new Set(
  'due expected scheduled set slated likely unlikely ready able unable yet obliged invited asked told urged plans planned hopes hoped wants wanted intends declined refused failed'.split(
    ' ',
  ),
)

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

/** "Hale issued a statement about the bridge": whoever puts out a paper speaks in it. */
export function issuerIn({ from, to, quoted }: Frame, tokens: readonly Token[]): Source | undefined {
  if (quoted.length) return undefined
  for (let i = from + 1; i + 2 < to; i++) {
    if (!ISSUING.has(tokens[i]!.lower)) continue
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
  if (tokens[to - 1]!.text !== '?') return undefined
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

/** "The reply came eleven minutes later.", "Back came the answer.", "His reply was short.": of whoever was asked. */
function replyIn({ from, to, quoted }: Frame, tokens: readonly Token[]): Source | undefined {
  if (quoted.length || to - from > LONGEST_REPLY) return undefined
  for (let i = from + 1; i < to; i++) {
    if (!REPLIES.has(tokens[i]!.lower)) continue
    const cue = { from: i, to: i + 1 }
    const owner = possessorOf(tokens, from, i)
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

const ASKED = new Set(['asked', 'pressed', 'questioned', 'prompted'])

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
  if (tokens[speaker!.from - 1]?.text === ',' && to - verb <= TAIL) return true
  // "The roof leaks, and Hale said it would get worse."
  if (JOINTS.has(tokens[speaker!.from - 1]?.lower ?? '') && tokens[speaker!.from - 2]?.text === ',')
    return true
  // "The bridge, says Hale, is shut."
  if (tokens[verb - 1]?.text === ',' && speaker!.from > verb) return true
  const subject = mainSubject(tokens, from, verb)
  return subject !== undefined && speaker!.from <= subject.to && speaker!.to >= subject.from
}

/** Verbs by which a speaker goes on, so that the words before are the same speaker's: 'He added, "…"'. */
const GOING_ON = new Set(['added', 'adds', 'continued', 'continues', 'concluded', 'concludes'])

/**
 * Who speaks a sentence that is a quotation alone and names nobody: whoever spoke in the sentence before; the one
 * before that if only a beat stands between; else whoever the sentence behind says.
 */
export function neighbourOf(
  spoken: readonly Spoken[],
  frames: readonly Frame[],
  f: number,
  tokens: readonly Token[],
): Source | undefined {
  const before = spokenBefore(spoken, frames, f, tokens)
  const found =
    before ?? (f === 0 ? spokenBehind(spoken, frames, f, tokens) : beatBehind(spoken, frames, f, tokens))
  const item = frames[f]!.quoted[0]!
  if (!found?.speaker) return found
  return speaksOfSelf(found, item, tokens) || speaksAsOne(found, item, tokens) ? undefined : found
}

function spokenBefore(
  spoken: readonly Spoken[],
  frames: readonly Frame[],
  f: number,
  tokens: readonly Token[],
): Source | undefined {
  const before = spoken[f - 1]
  if (before?.source && isOnNotice(before.source, tokens)) return undefined
  if (before?.source)
    return before.direct || !before.source.speaker || !areMany(before.source, tokens)
      ? before.source
      : undefined
  const beat = frames[f - 1]
  if (beat && isPause(beat, tokens)) return spoken[f - 2]?.source
  const person = beat && personInBeat(beat, tokens, frames[f]!.quoted[0]!)
  if (!person) return undefined
  const last = spoken[f - 2]?.direct ? spoken[f - 2]!.source : undefined
  return last && isSamePerson(tokens, person, last) ? last : { speaker: person, cue: undefined }
}

/** 'A sheet over the gate read "Holm is not ashes."': what is written somewhere doesn't go on to speak; a letter does. */
function isOnNotice({ speaker, cue }: Source, tokens: readonly Token[]): boolean {
  const head = speaker ? tokens[headOf(tokens, speaker)]!.lower : ''
  if (NOTICES.has(head)) return true
  return cue !== undefined && /^reads?$/.test(tokens[cue.from]!.lower) && !PAPERS.has(head)
}

/** 'Varga said: "…" She nodded.', 'Varga shrugged.', and not 'Betsy Hale nodded.' */
function isSamePerson(tokens: readonly Token[], person: Stretch, { speaker }: Source): boolean {
  const first = tokens[person.from]!
  if (!speaker || !isCapital(first) || PRONOUNS.has(first.lower)) return true
  const names = new Set<string>()
  for (let i = speaker.from; i < speaker.to; i++) if (isCapital(tokens[i])) names.add(tokens[i]!.text)
  if (!names.size) return true
  for (let i = person.from; i < person.to; i++) if (names.has(tokens[i]!.text)) return true
  return false
}

/** "Why did she come back? A long pause." */
const isPause = ({ from, to, quoted }: Frame, tokens: readonly Token[]): boolean =>
  !quoted.length &&
  to - from <= 4 &&
  /^(?:pause|silence|beat|sigh|shrug|laugh)$/.test(tokens[to - 2]?.lower ?? '')

/** '"Some days nobody comes." Hale shrugs.', '"…" That was how Hale put it.' */
function beatBehind(
  spoken: readonly Spoken[],
  frames: readonly Frame[],
  f: number,
  tokens: readonly Token[],
): Source | undefined {
  const next = frames[f + 1]
  if (!next) return undefined
  const named = identified(tokens, next)
  if (named) return named
  // "Asked why, Hale shrugged."
  const isQuiet = !spoken[f + 1]?.source || ASKED.has(tokens[next.from]!.lower)
  const speaker = isQuiet ? personInBeat(next, tokens, frames[f]!.quoted[0]!) : undefined
  // '"…" A city worker sweeps up the glass.' is somebody whom nobody knows yet.
  const isKnown = speaker && !/^(?:an?|one|another|some)$/.test(tokens[speaker.from]!.lower)
  return isKnown ? { speaker, cue: undefined } : undefined
}

function spokenBehind(
  spoken: readonly Spoken[],
  frames: readonly Frame[],
  f: number,
  tokens: readonly Token[],
): Source | undefined {
  const next = frames[f + 1]
  const behind = spoken[f + 1]
  const beat = beatBehind(spoken, frames, f, tokens)
  if (beat) return beat
  if (!next || !behind?.source?.speaker) return undefined
  const { speaker, cue } = behind.source
  if (cue && GOING_ON.has(tokens[cue.from]!.lower)) return behind.source
  if (behind.direct) return next.quoted[0]?.whole.from === next.from ? behind.source : undefined
  // "He said the bridge was shut": a pronoun that stands for somebody whom the draft has lost.
  return PRONOUNS.has(tokens[speaker!.from]!.lower) ? undefined : behind.source
}

/** "Several engineers say so.": many who are said to say a thing don't speak the sentence in quotation marks behind it. */
function areMany({ speaker }: Source, tokens: readonly Token[]): boolean {
  let head = speaker!.from
  for (let i = speaker!.from; i < speaker!.to && !PREPOSITIONS.has(tokens[i]!.lower); i++) {
    if (tokens[i]!.kind === 'mark') break
    if (i > speaker!.from && isCapital(tokens[i])) return false
    head = i
  }
  return (
    /[^s’']s$/.test(tokens[head]!.lower) &&
    (head > speaker!.from || !isCapital(tokens[head]) || ANONYMOUS.has(tokens[head]!.lower))
  )
}

/** Whether the quoted words name the one who would be speaking them: 'Hale waved. "Hale is no liar, my friends."' */
function speaksOfSelf({ speaker }: Source, { inner }: Quoted, tokens: readonly Token[]): boolean {
  const name = nameWithin(tokens, speaker!)
  // 'He said so. "I asked. He was glad."'
  if (!name || PRONOUNS.has(tokens[name.from]!.lower)) return false
  const surname = tokens[name.to - 1]!.text
  for (let i = inner.from; i < inner.to; i++) if (tokens[i]!.text === surname) return true
  return false
}

/** 'The company says it will pay. "I have a mother in there."': a body that says "we" wouldn't say "I". */
function speaksAsOne({ speaker }: Source, { inner }: Quoted, tokens: readonly Token[]): boolean {
  const name = nameWithin(tokens, speaker!)
  const isBody =
    COLLECTIVES.has(tokens[headOf(tokens, speaker!)]!.lower) || (name && isBodyName(nameText(tokens, name)))
  if (!isBody) return false
  for (let i = inner.from; i < inner.to; i++) if (/^(?:I|I['’].+|my|My)$/.test(tokens[i]!.text)) return true
  return false
}
