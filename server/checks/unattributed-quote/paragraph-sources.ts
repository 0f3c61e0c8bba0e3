import type { Token } from '../../draft/tokens'
import { wordFilter } from '../../draft/word-filter'
import { headOf, isPersonNoun } from './beat'
import type { QuoteFact } from './facts'
import type { Frame, Quoted } from './frames'
import { DETERMINERS, isNaming, isPaper, PRONOUNS } from './lexicon'
import { mainSubject } from './main-subject'
import { nounPhraseFrom } from './noun-phrase'
import { phraseBefore } from './phrase-before'
import { isCapital, type Stretch } from './shape'
import type { Source } from './source'
import { cueBefore } from './source-before'
import { subjectBefore } from './subject'

/**
 * Who is still speaking when a paragraph ends: whoever it lets begin to speak with its first words, and names in its
 * last ("“…,” Hale said."), or names by a pronoun there. Had the speech ended with the paragraph, its marks would
 * stand at the end.
 */
export function handedOn(
  frames: readonly Frame[],
  tokens: readonly Token[],
  sources: ReadonlyMap<Quoted, Source>,
  quotes: readonly QuoteFact[],
): Source | undefined {
  const holder = frames.at(-1)!.quoted.length ? frames.at(-1)! : frames.at(-2)
  if (!holder?.quoted.length) return undefined
  // '"It holds," Hale said, adding it was "very hard".': a few words of the same speaker may follow.
  const own = quotes.slice(-holder.quoted.length)
  const at = own.findLastIndex(({ shape }) => shape === 'sentence' || shape === 'clause')
  const item = holder.quoted.at(-1)!
  const source = at < 0 ? undefined : sources.get(holder.quoted[at]!)
  if (!source?.speaker || item.whole.to === tokens.length) return undefined
  if (sources.get(item)?.speaker?.from !== source.speaker.from) return undefined
  // 'He called it "as complete a wreck as any."': a quality given to a thing is no speech that goes on.
  if (source.cue && isNaming(tokens[source.cue.from]!.lower)) return undefined
  const last = frames.at(-1)!
  if (frames[0]!.quoted[0]?.whole.from === 0)
    return holder === last || source.speaker.from >= item.whole.to ? source : undefined
  const namedLast = holder === last || source.speaker.from >= last.from
  return namedLast && PRONOUNS.has(tokens[source.speaker.from]!.lower) ? source : undefined
}

/**
 * Who makes a gesture as a paragraph ends: "I held out the money and she shook her head." What is said right behind it is
 * theirs.
 */
export function gesturesLast({ from, to, quoted }: Frame, tokens: readonly Token[]): Source | undefined {
  if (quoted.length) return undefined
  for (let i = to - 1; i > from && i > to - LONGEST_GESTURE; i--) {
    const token = tokens[i]!
    if (!mayBeGesture(token) || !GESTURES.has(token.lower)) continue
    const shakes = token.lower === 'shook' || token.lower === 'shakes'
    if (shakes && tokens[i + 2]?.lower !== 'head') continue
    const speaker = subjectBefore(tokens, from, i)
    return speaker && isPerson(tokens, speaker) ? { speaker, cue: { from: i, to: i + 1 } } : undefined
  }
  return undefined
}

/** "she", "Hale", "her brother", and not "prices", "the market" */
function isPerson(tokens: readonly Token[], speaker: Stretch): boolean {
  const first = tokens[speaker.from]!
  if (PRONOUNS.has(first.lower)) return true
  if (DETERMINERS.has(first.lower)) return isPersonNoun(tokens[headOf(tokens, speaker)]!.lower)
  return isCapital(first) && !/[^s]s$/.test(first.lower)
}

/** A gesture stands no farther from the end than so many tokens: "She nodded at the boats behind the wall." */
const LONGEST_GESTURE = 12

const GESTURES: ReadonlySet<string> = new Set(
  (
    'shook shakes nodded nods shrugged shrugs smiled smiles grinned grins laughed laughs sighed sighs paused pauses ' +
    'interrupts interrupted frowned frowns winced winces chuckled chuckles hesitated hesitates blinked blinks'
  ).split(' '),
)

const mayBeGesture = wordFilter(GESTURES)

/** '"Did you read it?" asked Hale.': whoever speaks next answers. */
export function asksInReturn({ cue }: Source, frames: readonly Frame[], tokens: readonly Token[]): boolean {
  const item = frames.findLast(({ quoted }) => quoted.length > 0)?.quoted.at(-1)
  const asks =
    cue !== undefined && ['asked', 'asks', 'enquired', 'inquired'].includes(tokens[cue.from]!.lower)
  return asks && item !== undefined && tokens[item.inner.to - 1]?.text === '?'
}

/** Words by which a speaker goes on from what was said before. */
const CONNECTIVES = new Set([
  'and',
  'but',
  'or',
  'so',
  'because',
  'which',
  'then',
  'therefore',
  'also',
  'yet',
])

export const opensInPassing = (tokens: readonly Token[], { inner }: Quoted): boolean => {
  const first = tokens[inner.from]
  return first !== undefined && (CONNECTIVES.has(first.lower) || first.text === '…' || first.text === '.')
}

export function lastPaper(tokens: readonly Token[]): Source | undefined {
  for (let i = tokens.length - 1; i > 0; i--) {
    if (isPaper(tokens, i)) return { speaker: phraseBefore(tokens, 0, i + 1), cue: undefined }
  }
  return undefined
}

/** Who introduces what follows: "Hale told the board:", "as the board heard, Hale answered:", "The chairman, in full:". */
export function leadSource(
  { from, to, quoted }: Frame,
  tokens: readonly Token[],
  spoken: Source | undefined,
): Source | undefined {
  const found = quoted.length ? spoken : (cueBefore(tokens, from, to - 1, true) ?? spoken)
  if (found) return found
  const speaker = mainSubject(tokens, from, to)
  return speaker && { speaker, cue: undefined }
}

/** "HALE: …", "Q: …": a line of a transcript. */
export function transcriptSpeaker(tokens: readonly Token[]): Source | undefined {
  // "15:42"
  if (tokens[0]?.kind === 'number' || (tokens[0] && CONNECTIVES.has(tokens[0].lower))) return undefined
  for (let i = 1; i < 6; i++) {
    // "New Holm: The board has until May" has a place before its colon.
    if (tokens[i]?.text === ':')
      return isPlaceLike(tokens, i) ? undefined : { speaker: { from: 0, to: i }, cue: undefined }
    if (!isCapital(tokens[i]) && tokens[i]?.text !== '.') return undefined
    if (!isCapital(tokens[0])) return undefined
  }
  return undefined
}

/** Several words in small letters but for their first, and no quotation right behind the colon. */
const isPlaceLike = (tokens: readonly Token[], colon: number): boolean =>
  colon > 1 &&
  !/^["“‘']$/.test(tokens[colon + 1]?.text ?? '') &&
  tokens[0]!.text !== tokens[0]!.text.toUpperCase()

/** Whom a question asks of: "What would he tell them now?", "What did Hale say?"; the he, or the name before a verb of saying. */
export function askedOf(tokens: readonly Token[]): Source | undefined {
  for (let i = 1; i + 1 < tokens.length; i++) {
    if (!isAsking(tokens[i - 1]!)) continue
    if (/^(?:he|she)$/.test(tokens[i]!.lower)) return { speaker: { from: i, to: i + 1 }, cue: undefined }
    if (!isCapital(tokens[i])) continue
    const speaker = nounPhraseFrom(tokens, i, tokens.length)
    return speaker && ANSWERS.test(tokens[speaker.to]?.lower ?? '') ? { speaker, cue: undefined } : undefined
  }
  return undefined
}

const isAsking = ({ lower }: Token): boolean =>
  /^(?:did|does|do|would|will|has|had|can|could|is|was)$/.test(lower)

const ANSWERS = /^(?:say|think|reply|respond|react|answer|feel|believe|recall|remember|make)$/
