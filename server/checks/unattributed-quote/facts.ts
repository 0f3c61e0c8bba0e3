import type { Reading } from '../../draft/reading'
import type { Span } from '../../draft/span'
import type { Token } from '../../draft/tokens'
import { byline, type Source, sourceBefore, sourceBehind, sourceWithin } from './attribution'
import { type Frame, framesOf, type Quoted, quotedOf } from './frames'
import { isCue, PAPERS, PRONOUNS, SPEECH_NOUNS } from './lexicon'
import { isCapital, type Shape, type Stretch, shapeOf } from './shape'
import { isAnonymous, mainSubject, nameWithin, nounPhraseFrom, phraseBefore } from './speaker'

/** Who says it. Offsets count from the start of the paragraph that names the speaker. */
export interface Attribution {
  readonly speaker: Span | undefined
  readonly cue: Span | undefined
  readonly anonymous: boolean
  /** The speaker's name alone, if the words hold one: "Ines Varga". */
  readonly name: string | undefined
}

/** A quotation of a paragraph. Offsets count from the paragraph's start. */
export interface QuoteFact extends Span {
  readonly inner: Span
  readonly closed: boolean
  readonly shape: Shape
  /** What the paragraph itself says of its source. */
  readonly source: Attribution | undefined
  /** Whether it is the whole of its sentence, so that a source may stand in another one. */
  readonly alone: boolean
  /** Where its first sentence ends, if it holds several. */
  readonly firstBreak: number | undefined
}

/** What a paragraph says of who speaks, in itself and to its neighbours. */
export interface QuoteFacts {
  readonly quotes: readonly QuoteFact[]
  /** Whether it opens with a quotation mark, and so may go on with a quotation left open before. */
  readonly opens: boolean
  /** Whether its last quotation is left open to the paragraph's end. */
  readonly staysOpen: boolean
  /** Whether nothing but quotation stands in it. */
  readonly pure: boolean
  /** Who introduces what follows: "Hale told the board:". */
  readonly leadIn: Attribution | undefined
  /** Who spoke last in its last sentence. */
  readonly last: Attribution | undefined
  /** Who it says spoke before: "Those were the words of Ines Varga." */
  readonly identifies: Attribution | undefined
  /** It is nothing but a byline: "— Ines Varga". */
  readonly byline: Attribution | undefined
  /** The last paper it names ("a memo from the panel"), to which an "it said" behind it points. */
  readonly paper: Attribution | undefined
}

const NOBODY: Attribution = { speaker: undefined, cue: undefined, anonymous: false, name: undefined }

/** Reads one paragraph alone. */
export function quoteFacts({ paragraph, tokens, sentences, quotations }: Reading): QuoteFacts | undefined {
  if (!tokens.length) return undefined
  const quoted = quotedOf(quotations, tokens)
  const frames = framesOf(tokens, sentences, quoted)
  const attribute = (source: Source | undefined): Attribution | undefined =>
    source && attributionOf(source, tokens)
  const quotes: QuoteFact[] = []
  const sources = new Map<Quoted, Source>()
  for (let f = 0; f < frames.length; f++) localSources(frames, f, tokens, sources)
  const transcript = quoted.length ? transcriptSpeaker(tokens) : undefined
  let sentence = 0
  const breakWithin = ({ quotation: { inner } }: Quoted): number | undefined => {
    while (sentence < sentences.length && sentences[sentence]!.end <= inner.start) sentence++
    const end = sentences[sentence]?.end
    return end !== undefined && end < inner.end - 1 ? end : undefined
  }
  let last: Source | undefined
  const spoken: (Source | undefined)[] = frames.map((frame) =>
    quoted.length || frame === frames.at(-1) ? frameSource(frame, tokens, sources) : undefined,
  )
  for (let f = 0; f < frames.length; f++) {
    const frame = frames[f]!
    const alone = isQuotationAlone(frame, tokens)
    for (const item of frame.quoted) {
      const opensFrame = item.whole.from === frame.from || tokens[item.whole.from - 1]?.text === ':'
      const shape = shapeOf(item.quotation, item.inner, tokens, opensFrame)
      const own = sources.get(item)
      const source = own?.speaker
        ? own
        : (neighbour(spoken, f, last, Boolean(own) || alone || shape !== 'sentence') ?? own ?? transcript)
      quotes.push({
        start: item.quotation.start,
        end: item.quotation.end,
        inner: item.quotation.inner,
        closed: item.quotation.closed,
        shape,
        source: attribute(source),
        alone,
        firstBreak: breakWithin(item),
      })
      if (source?.speaker) last = source
    }
    if (spoken[f]?.speaker) last = spoken[f]
  }
  const lastToken = tokens.at(-1)!
  const finalFrame = frames.at(-1)!
  const leads = lastToken.text === ':' || (lastToken.text === ',' && !quoted.length)
  const facts: QuoteFacts = {
    quotes,
    opens: quoted[0]?.whole.from === 0,
    staysOpen: quotes.length > 0 && !quotes.at(-1)!.closed,
    pure: quoted.length > 0 && isPure(tokens, quoted),
    leadIn: leads ? (attribute(spoken.at(-1) ?? leadSource(finalFrame, tokens)) ?? NOBODY) : undefined,
    last: attribute(handedOn(finalFrame, spoken.at(-1), last, quotes.at(-1))),
    identifies: attribute(identified(tokens, frames[0]!)),
    byline:
      paragraph.source.length < 120 && /^[—–―-]/.test(tokens[0]!.text)
        ? attribute(byline(tokens, 0, tokens.length))
        : undefined,
    paper: attribute(lastPaper(tokens)),
  }
  const says = quotes.length || facts.paper || facts.leadIn || facts.last || facts.identifies || facts.byline
  return says ? facts : undefined
}

function lastPaper(tokens: readonly Token[]): Source | undefined {
  for (let i = tokens.length - 1; i > 0; i--) {
    if (PAPERS.has(tokens[i]!.lower)) return { speaker: phraseBefore(tokens, 0, i + 1), cue: undefined }
  }
  return undefined
}

function attributionOf({ speaker, cue }: Source, tokens: readonly Token[]): Attribution {
  const name = speaker && nameWithin(tokens, speaker)
  return {
    speaker: speaker && spanOf(speaker, tokens),
    cue: cue && spanOf(cue, tokens),
    anonymous: speaker ? isAnonymous(tokens, speaker) : false,
    name: name && nameText(tokens, name),
  }
}

const spanOf = ({ from, to }: Stretch, tokens: readonly Token[]): Span => ({
  start: tokens[from]!.start,
  end: tokens[to - 1]!.end,
})

function nameText(tokens: readonly Token[], { from, to }: Stretch): string {
  let text = ''
  for (let i = from; i < to; i++) text += (i > from && tokens[i]!.spaced ? ' ' : '') + tokens[i]!.text
  return text
}

/** Finds what each quotation's own sentence says of it: behind it first, then before it, then anywhere. */
function localSources(
  frames: readonly Frame[],
  f: number,
  tokens: readonly Token[],
  sources: Map<Quoted, Source>,
): void {
  const frame = frames[f]!
  let from = frame.from
  let within: { readonly source: Source | undefined } | undefined
  const anywhere = (): Source | undefined => {
    within ??= { source: sourceWithin(tokens, frame, frame.quoted) }
    return within.source
  }
  frame.quoted.forEach((item, i) => {
    const following = frame.quoted[i + 1]
    const limit =
      following?.whole.from ??
      (item.whole.to === frame.to
        ? (frames[f + 1]?.quoted[0]?.whole.from ?? frames[f + 1]?.to ?? frame.to)
        : frame.to)
    const following0 = sourceBehind(
      tokens,
      item,
      Math.min(limit, frames[f + 1]?.to ?? frame.to),
      item.whole.from === from,
    )
    const crosses = item.whole.to === frame.to && frames[f + 1] !== undefined
    const behind =
      following0 &&
      crosses &&
      !isAttributionAlone(tokens, following0, frames[f + 1]!, f + 2 === frames.length)
        ? undefined
        : following0
    const before = ofSentence(sourceBefore(tokens, from, item), frame, from, tokens)
    const found =
      preferred(behind, before) ?? (i > 0 ? sources.get(frame.quoted[i - 1]!) : undefined) ?? anywhere()
    if (found) sources.set(item, found)
    from = item.whole.to
  })
  // 'A "b" and a "c", she said': who comes last speaks all of the sentence.
  for (let i = frame.quoted.length - 2; i >= 0; i--) {
    const later = sources.get(frame.quoted[i + 1]!)
    if (!sources.has(frame.quoted[i]!) && later) sources.set(frame.quoted[i]!, later)
  }
}

/** '… on a page called "Perception", writing "…"': a participle takes the subject of the whole sentence. */
function ofSentence(
  source: Source | undefined,
  frame: Frame,
  from: number,
  tokens: readonly Token[],
): Source | undefined {
  if (!source?.cue || from === frame.from || !tokens[source.cue.from]!.lower.endsWith('ing')) return source
  if (tokens[source.cue.from - 1]!.text !== ',') return source
  return {
    ...source,
    speaker: mainSubject(tokens, frame.from, frame.quoted[0]!.whole.from) ?? source.speaker,
  }
}

/** Behind a full stop ('"…." Hale said.') the next sentence must be an attribution and little else. */
function isAttributionAlone(
  tokens: readonly Token[],
  { cue, speaker }: Source,
  frame: Frame,
  isLast: boolean,
): boolean {
  if (frame.quoted.length) return false
  if (!cue) {
    return (
      /^[—–―(\-[@]$/.test(tokens[frame.from]!.text) ||
      (isLast && speaker !== undefined && speaker.to >= frame.to - 1)
    )
  }
  return frame.to - cue.to <= 8 && tokens[cue.to]?.lower !== 'that' && isCue(tokens[cue.from]!.lower)
}

function preferred(behind: Source | undefined, before: Source | undefined): Source | undefined {
  if (behind?.speaker && (behind.cue || !before?.speaker)) return behind
  return before?.speaker ? before : (behind ?? before)
}

/** Who speaks in a sentence, whether it holds quotations or not. */
function frameSource(
  frame: Frame,
  tokens: readonly Token[],
  sources: ReadonlyMap<Quoted, Source>,
): Source | undefined {
  for (let i = frame.quoted.length - 1; i >= 0; i--) {
    const own = sources.get(frame.quoted[i]!)
    if (own?.speaker) return own
  }
  return sourceWithin(tokens, frame, frame.quoted)
}

/** Who speaks in the sentence before, else in the one behind. */
function neighbour(
  spoken: readonly (Source | undefined)[],
  f: number,
  last: Source | undefined,
  may: boolean,
): Source | undefined {
  if (!may) return undefined
  const before = spoken[f - 1]
  if (before?.speaker) return before
  if (last?.speaker) return last
  const behind = spoken[f + 1]
  return behind?.speaker ? behind : undefined
}

/**
 * Who is still speaking when a paragraph ends: whoever its last sentence quotes at length. A sentence without
 * quotation, or with a mere fragment, hands nobody on.
 */
function handedOn(
  frame: Frame,
  spoken: Source | undefined,
  last: Source | undefined,
  quote: QuoteFact | undefined,
): Source | undefined {
  if (!frame.quoted.length || (quote?.shape !== 'sentence' && quote?.shape !== 'clause')) return undefined
  return spoken?.speaker ? spoken : last
}

/** Whether a sentence is one quotation and nothing else. */
function isQuotationAlone({ from, to, quoted }: Frame, tokens: readonly Token[]): boolean {
  const only = quoted[0]
  if (!only || quoted.length > 1) return false
  for (let i = from; i < to; i++) {
    if (i === only.whole.from) i = only.whole.to - 1
    else if (tokens[i]!.kind !== 'mark') return false
  }
  return true
}

function isPure(tokens: readonly Token[], quoted: readonly Quoted[]): boolean {
  let at = 0
  for (const { whole } of quoted) {
    for (; at < whole.from; at++) if (tokens[at]!.kind !== 'mark') return false
    at = whole.to
  }
  for (; at < tokens.length; at++) if (tokens[at]!.kind !== 'mark') return false
  return true
}

/** A lead-in without a verb of saying: "The chairman, in full:". */
function leadSource(frame: Frame, tokens: readonly Token[]): Source | undefined {
  const speaker = mainSubject(tokens, frame.from, frame.to)
  return speaker && { speaker, cue: undefined }
}

/** "HALE: …", "Q: …": a line of a transcript. */
function transcriptSpeaker(tokens: readonly Token[]): Source | undefined {
  for (let i = 1; i < 6; i++) {
    if (tokens[i]?.text === ':') return { speaker: { from: 0, to: i }, cue: undefined }
    if (!isCapital(tokens[i]) && tokens[i]?.text !== '.') return undefined
    if (!isCapital(tokens[0])) return undefined
  }
  return undefined
}

/** "Those were the words of Ines Varga", "So said Hale", "Hale was speaking at …", "That was how she put it". */
function identified(tokens: readonly Token[], frame: Frame): Source | undefined {
  const first = tokens[frame.from]!
  if (first.lower === 'so' || first.lower === 'thus') {
    const verb = tokens[frame.from + 1]
    if (!verb || !isCue(verb.lower)) return undefined
    const speaker = nounPhraseFrom(tokens, frame.from + 2, frame.to)
    return speaker && { speaker, cue: { from: frame.from + 1, to: frame.from + 2 } }
  }
  const paper = frame.from + 1
  if (first.lower === 'the' && PAPERS.has(tokens[paper]?.lower ?? ''))
    return { speaker: { from: frame.from, to: paper + 1 }, cue: undefined }
  if (!['those', 'these', 'that', 'this', 'such', 'the'].includes(first.lower))
    return speakingSubject(tokens, frame)
  for (let i = frame.from + 1; i < frame.to && i < frame.from + 8; i++) {
    if (
      !SPEECH_NOUNS.has(tokens[i]!.lower) &&
      !['verdict', 'view', 'message', 'reaction'].includes(tokens[i]!.lower)
    )
      continue
    const link = tokens[i + 1]?.lower
    const at =
      link === 'of' || link === 'from' || link === 'by'
        ? i + 2
        : first.lower === 'the' && BE_PAST.has(link ?? '')
          ? i + 2
          : -1
    if (at < 0 || !['those', 'these', 'that', 'this', 'such', 'the'].includes(first.lower)) return undefined
    if (first.lower === 'the' && link !== 'were') return undefined
    const speaker = nounPhraseFrom(tokens, at, frame.to)
    return speaker && { speaker, cue: { from: i, to: i + 1 } }
  }
  return undefined
}

const BE_PAST = new Set(['were', 'was', 'came'])

/** "Hale was speaking …", "The speaker was Ines Varga". */
function speakingSubject(tokens: readonly Token[], frame: Frame): Source | undefined {
  for (let i = frame.from + 1; i < frame.to && i < frame.from + 14; i++) {
    if (tokens[i]!.lower !== 'speaking' || !['was', 'were', 'is', 'are'].includes(tokens[i - 1]!.lower))
      continue
    const speaker = PRONOUNS.has(tokens[frame.from]!.lower)
      ? { from: frame.from, to: frame.from + 1 }
      : nounPhraseFrom(tokens, frame.from, i - 1)
    return speaker && { speaker, cue: { from: i, to: i + 1 } }
  }
  return undefined
}
