import type { Token } from '../../draft/tokens'
import { COLLECTIVES, fullNameAtEnd, headOf, personInBeat } from './beat'
import type { Frame, Quoted } from './frames'
import { identified, NOTICES } from './identified'
import { ANONYMOUS, ASKED, PAPERS, PREPOSITIONS, PRONOUNS } from './lexicon'
import { isBodyName } from './name-words'
import { nameText, nameWithin } from './naming'
import type { Spoken } from './reported-speech'
import { isCapital, type Stretch } from './shape'
import type { Source } from './source'

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
    return before.direct ||
      !before.source.speaker ||
      trailsOff(frames[f - 1]!, tokens) ||
      !areMany(before.source, tokens)
      ? before.source
      : undefined
  const beat = frames[f - 1]
  if (beat && isPause(beat, tokens)) return spoken[f - 2]?.source
  const person = beat && personInBeat(beat, tokens, frames[f]!.quoted[0]!)
  if (!person) return undefined
  const last = spoken[f - 2]?.direct ? spoken[f - 2]!.source : undefined
  return last && isSamePerson(tokens, person, last) ? last : { speaker: person, cue: undefined }
}

/** "Aides of the board tell us ...": what trails off introduces what follows. */
const trailsOff = ({ to }: Frame, tokens: readonly Token[]): boolean =>
  tokens[to - 1]!.text === '…' || (tokens[to - 1]!.text === '.' && tokens[to - 2]?.text === '.')

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
  const surname = tokens[(fullNameAtEnd(tokens, speaker!) ?? name).to - 1]!.text
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
