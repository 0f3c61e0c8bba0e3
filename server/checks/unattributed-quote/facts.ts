import type { Reading } from '../../draft/reading'
import type { Span } from '../../draft/span'
import type { Token } from '../../draft/tokens'
import { type Frame, framesOf, type Quoted, quotedOf } from './frames'
import { identified } from './identified'
import { isAnonymous, nameText, nameWithin } from './naming'
import { neighbourOf, type Spoken, spokenIn } from './neighbours'
import { handedOn, lastPaper, leadSource, opensInPassing, transcriptSpeaker } from './paragraph-sources'
import { localSources, subjectOf } from './sentence-sources'
import { type Shape, type Stretch, shapeOf } from './shape'
import type { Source } from './source'
import { byline } from './source-behind'

/** Who says it. Offsets count from the start of the paragraph that names the speaker. */
export interface Attribution {
  readonly speaker: Span | undefined
  readonly cue: Span | undefined
  readonly anonymous: boolean
  /** The speaker's name alone, if the words hold one: "Ines Varga". */
  readonly name: string | undefined
  /** The "it" that points to a speaker who is named elsewhere. */
  readonly pronoun?: Span
}

/** What "it added" says, once it is known whom the "it" points to. */
export const pointedAt = (own: Attribution, { anonymous, name }: Attribution): Attribution => ({
  speaker: own.pronoun,
  cue: own.cue,
  anonymous,
  name,
})

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
  /** Who is still speaking at its end. */
  readonly last: Attribution | undefined
  /** Who spoke last in its last sentence, even if that ended the speech. */
  readonly spoke: Attribution | undefined
  /** Whether its first words go on from others: "And …", "… and the bridge". */
  readonly goesOn: boolean
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
  const shapes = shapesOf(frames, tokens)
  const shapeAt = (item: Quoted): Shape => shapes.get(item)!
  const spoken: Spoken[] = frames.map((frame) => spokenIn(frame, tokens, sources, shapeAt))
  let last: Source | undefined
  for (let f = 0; f < frames.length; f++) {
    const frame = frames[f]!
    const alone = isQuotationAlone(frame, tokens)
    for (const item of frame.quoted) {
      const shape = shapeAt(item)
      const own = sources.get(item)
      const near = alone ? neighbourOf(spoken, frames, f, tokens) : last
      const few = !alone && (shape === 'clause' || shape === 'fragment')
      const subject = few ? subjectOf(frame, tokens) : undefined
      const source = own?.speaker ? own : (near ?? own ?? subject ?? transcript)
      const said = attribute(source)
      const pointer = own?.pronoun && source?.speaker ? attribute(own) : undefined
      quotes.push({
        start: item.quotation.start,
        end: item.quotation.end,
        inner: item.quotation.inner,
        closed: item.quotation.closed,
        shape,
        source: pointer && said ? pointedAt(pointer, said) : said,
        alone,
        firstBreak: breakWithin(item),
      })
      if (!source?.speaker) continue
      last = source
      if (alone) spoken[f] = { source, direct: true }
    }
    last = spoken[f]!.source ?? last
  }
  const lastToken = tokens.at(-1)!
  const finalFrame = frames.at(-1)!
  const leads = lastToken.text === ':' || (lastToken.text === ',' && !quoted.length)
  const facts: QuoteFacts = {
    quotes,
    opens: quoted[0]?.whole.from === 0,
    staysOpen: quotes.length > 0 && !quotes.at(-1)!.closed,
    pure: quoted.length > 0 && isPure(tokens, quoted),
    leadIn: leads ? (attribute(leadSource(finalFrame, tokens, spoken.at(-1)!.source)) ?? NOBODY) : undefined,
    last: attribute(handedOn(frames, tokens, sources, quotes.at(-1))),
    spoke: attribute(finalFrame.quoted.length ? spoken.at(-1)!.source : undefined),
    goesOn: quoted[0]?.whole.from === 0 && opensInPassing(tokens, quoted[0]),
    identifies: attribute(identified(tokens, frames[0]!)),
    byline:
      paragraph.source.length < 120 && /^[—–―-]/.test(tokens[0]!.text)
        ? attribute(byline(tokens, 0, tokens.length))
        : undefined,
    paper: attribute(lastPaper(tokens)),
  }
  const says =
    quotes.length ||
    facts.paper ||
    facts.leadIn ||
    facts.last ||
    facts.spoke ||
    facts.identifies ||
    facts.byline
  return says ? facts : undefined
}

function attributionOf({ speaker, cue, pronoun }: Source, tokens: readonly Token[]): Attribution {
  const name = speaker && nameWithin(tokens, speaker)
  return {
    speaker: speaker && spanOf(pronoun ?? speaker, tokens),
    cue: cue && spanOf(cue, tokens),
    anonymous: speaker ? isAnonymous(tokens, speaker) : false,
    name: name && nameText(tokens, name),
    ...(pronoun ? { pronoun: spanOf(pronoun, tokens) } : {}),
  }
}

const spanOf = ({ from, to }: Stretch, tokens: readonly Token[]): Span => ({
  start: tokens[from]!.start,
  end: tokens[to - 1]!.end,
})

/** The shape of each quotation. */
function shapesOf(frames: readonly Frame[], tokens: readonly Token[]): ReadonlyMap<Quoted, Shape> {
  const shapes = new Map<Quoted, Shape>()
  for (const { from, quoted } of frames) {
    for (const item of quoted) {
      const opensFrame = item.whole.from === from || tokens[item.whole.from - 1]?.text === ':'
      shapes.set(item, shapeOf(item.quotation, item.inner, tokens, opensFrame))
    }
  }
  return shapes
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
