import { kept, NOTHING } from '../../draft/kept'
import type { Paragraph } from '../../draft/paragraph'
import type { Reading } from '../../draft/reading'
import type { Span } from '../../draft/span'
import type { Token } from '../../draft/tokens'
import type { Reader } from '../check'
import { type ReadOn, readingOn } from '../read-on'
import { type Attribution, attributionOf, NOBODY, namingWords, pointedAt } from './attribution'
import type { Frame, Quoted } from './frames'
import { identified } from './identified'
import { isCue } from './lexicon'
import { nameWithin } from './naming'
import { neighbourOf } from './neighbours'
import { organisationBefore } from './organisation'
import {
  askedOf,
  asksInReturn,
  gesturesLast,
  handedOn,
  lastPaper,
  leadSource,
  opensInPassing,
  transcriptSpeaker,
} from './paragraph-sources'
import { readSentences, readSentencesInSteps, type SentencesRead } from './read-sentences'
import { announcedIn, type Spoken, spokenIn } from './reported-speech'
import { isCapital, type Shape } from './shape'
import { isQuotationAlone } from './shapes'
import { DASHES, type Source } from './source'
import { byline } from './source-behind'
import { isStop } from './stops'
import { subjectOf } from './subject-as-source'

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
  /** Whether it is none unless the next paragraph goes on with it. */
  readonly doubtful?: true
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
  /** Whether it has the form of a headline: a few words without a full stop. */
  readonly headline: boolean
  /** Who introduces what follows: "Hale told the board:". */
  readonly leadIn: Attribution | undefined
  /** The question in the draft's own voice that it is, as an interviewer puts them: to somebody ("you"), or so that only its place tells. */
  readonly asks: 'you' | 'anybody' | undefined
  /** Whom such a question asks of, where it says so: "What did Hale say?" */
  readonly asksOf: Attribution | undefined
  /** Who is still speaking at its end; nobody whom it names where its last words ask somebody ('"Did you?" Hale asked.'). */
  readonly last: Attribution | undefined
  /** Who spoke last in its last sentence, even if that ended the speech. */
  readonly spoke: Attribution | undefined
  /** Who is about to speak, by a gesture or a paper that it ends with: "She shook her head.", "Hale read a short statement." */
  readonly speaksNext: Attribution | undefined
  /** Whether its first words go on from others: "And …", "… and the bridge". */
  readonly goesOn: boolean
  /** Who it says spoke before: "Those were the words of Ines Varga." */
  readonly identifies: Attribution | undefined
  /** It is nothing but a byline: "— Ines Varga". */
  readonly byline: Attribution | undefined
  /** The last paper it names ("a memo from the panel"), to which an "it said" behind it points. */
  readonly paper: Attribution | undefined
}

/** Whether it points to a source that stands further up: "it added". */
export const pointsAway = ({ quotes }: QuoteFacts): boolean =>
  quotes.some(({ source }) => source && !source.speaker)

/** Reads one paragraph alone; of one under edit, the sentences that the edit left are not read again. */
export const createQuoteReader = (): Reader<QuoteFacts> =>
  readingOn<SentencesRead, QuoteFacts>(
    (reading, before) => readOn(reading, readSentences(reading, before)),
    function* (reading, before) {
      return readOn(reading, yield* readSentencesInSteps(reading, before))
    },
  )

const readOn = (reading: Reading, kept: SentencesRead): ReadOn<SentencesRead, QuoteFacts> => ({
  kept,
  facts: reading.tokens.length ? factsOf(reading, kept) : undefined,
})

function factsOf(
  { paragraph, tokens, sentences }: Reading,
  { quoted, frames, sources, shapes, spoken: said }: SentencesRead,
): QuoteFacts | undefined {
  // A quotation alone will pass on the speaker that it gets from its neighbours.
  const spoken = [...said]
  const quotes = quoted.length ? quotesIn({ tokens, sentences, frames, sources, shapes, spoken }) : NOTHING
  const attribute = (
    source: Source | undefined,
    isOther: (source: Source) => boolean = () => false,
  ): Attribution | undefined => source && (isOther(source) ? NOBODY : attributionOf(source, tokens))
  const final = frames.at(-1)!
  const asks = quoted.length ? undefined : questionIn(tokens)
  const facts: QuoteFacts = {
    quotes: kept(quotes),
    opens: quoted[0]?.whole.from === 0,
    staysOpen: quotes.length > 0 && !quotes.at(-1)!.closed,
    pure: quoted.length > 0 && isPure(tokens, quoted),
    headline: quoted.length > 0 && isHeadline(paragraph, tokens),
    leadIn: leadsIn(tokens, quoted)
      ? (attribute(
          leadSource(
            final,
            tokens,
            (spoken.at(-1) ?? spokenIn(final, tokens, sources, (item) => shapes.get(item)!)).source,
          ),
        ) ?? NOBODY)
      : undefined,
    asks,
    asksOf: asks && attribute(askedOf(tokens)),
    last: attribute(handedOn(frames, tokens, sources, quotes), (source) =>
      asksInReturn(source, frames, tokens),
    ),
    spoke: attribute(final.quoted.length ? spoken.at(-1)?.source : undefined),
    speaksNext: attribute(gesturesLast(final, tokens) ?? announcedIn(final, tokens)),
    goesOn: quoted[0]?.whole.from === 0 && opensInPassing(tokens, quoted[0]),
    identifies: attribute(identified(tokens, frames[0]!)),
    byline: isBylineAlone(paragraph, tokens) ? attribute(byline(tokens, 0, tokens.length)) : undefined,
    paper: attribute(lastPaper(tokens)),
  }
  return saysSomething(facts) ? facts : undefined
}

/** A headline is no longer than this, in tokens. */
const LONGEST_HEADLINE = 20

function isHeadline({ kind }: Paragraph, tokens: readonly Token[]): boolean {
  if (kind !== 'prose' || tokens.length > LONGEST_HEADLINE) return false
  let last = tokens.length - 1
  while (last > 0 && /^["”’'»)]$/.test(tokens[last]!.text)) last--
  return !/^[.!?…,:;]$/.test(tokens[last]!.text)
}

const saysSomething = (facts: QuoteFacts): boolean =>
  facts.quotes.length > 0 ||
  (facts.paper ??
    facts.leadIn ??
    facts.asks ??
    facts.last ??
    facts.spoke ??
    facts.speaksNext ??
    facts.identifies ??
    facts.byline) !== undefined

/** An interviewer's question is no longer than this, in tokens. */
const LONGEST_QUESTION = 60

/** "And what did you do then?": one question and nothing else; "But you wrote it for him, I say." is one as well. */
function questionIn(tokens: readonly Token[]): QuoteFacts['asks'] {
  if (tokens.length > 3 && tokens.at(-3)!.text === 'I' && isCue(tokens.at(-2)!.lower)) return 'you'
  if (tokens.at(-1)!.text !== '?' || tokens.length > LONGEST_QUESTION) return undefined
  for (let i = 0; i < tokens.length; i++) if (isStop(tokens, i)) return undefined
  return tokens.some(({ lower }) => lower === 'you' || lower === 'your') ? 'you' : 'anybody'
}

const leadsIn = (tokens: readonly Token[], quoted: readonly Quoted[]): boolean =>
  tokens.at(-1)!.text === ':' || (tokens.at(-1)!.text === ',' && !quoted.length)

/** A byline is no longer than this, in characters. */
const LONGEST_BYLINE = 120

const isBylineAlone = ({ source }: Paragraph, tokens: readonly Token[]): boolean =>
  source.length < LONGEST_BYLINE && DASHES.has(tokens[0]!.text)

/** What is known of a paragraph when its quotations are put together. */
interface Parts {
  readonly tokens: readonly Token[]
  readonly sentences: readonly Span[]
  readonly frames: readonly Frame[]
  readonly sources: ReadonlyMap<Quoted, Source>
  readonly shapes: ReadonlyMap<Quoted, Shape>
  /** Who speaks in each frame; a quotation alone passes on the speaker that it got from its neighbours. */
  readonly spoken: Spoken[]
}

/** The quotations of a paragraph, each with the source that its sentence names, else a neighbouring one. */
function quotesIn({ tokens, sentences, frames, sources, shapes, spoken }: Parts): QuoteFact[] {
  const quotes: QuoteFact[] = []
  const transcript = shapes.size ? transcriptSpeaker(tokens) : undefined
  const breakWithin = breakFinder(sentences)
  let last: Source | undefined
  frames.forEach((frame, f) => {
    const alone = isQuotationAlone(frame, tokens)
    for (const item of frame.quoted) {
      const shape = shapes.get(item)!
      const own = sources.get(item)
      const near =
        (alone ? neighbourOf(spoken, frames, f, tokens) : last) ??
        (own?.pronoun && !own.speaker ? organisationBefore(frames, f, tokens) : undefined)
      const few = !alone && (shape === 'clause' || shape === 'fragment')
      const subject = few && !own?.speaker ? subjectOf(frame, tokens) : undefined
      const source = own?.speaker
        ? own
        : ((subject && isNamedHere(subject, tokens) ? subject : undefined) ??
          near ??
          own ??
          subject ??
          (shape === 'words' || shape === 'term' ? undefined : transcript))
      const { start, end, inner, closed, doubtful } = item.quotation
      const firstBreak = breakWithin(inner)
      quotes.push({
        start,
        end,
        inner,
        closed,
        shape,
        source: asItStands(own, source, tokens),
        alone,
        firstBreak,
        ...(doubtful ? { doubtful } : {}),
      })
      if (!source?.speaker) continue
      last = source
      if (alone) spoken[f] = { source, direct: true }
    }
    last = spoken[f]?.source ?? last
  })
  return quotes
}

/** 'Hale said so. Ines Varga, an engineer, is "sure that it holds"': a sentence with a full name of its own is that person's. */
function isNamedHere({ speaker }: Source, tokens: readonly Token[]): boolean {
  const name = speaker && nameWithin(tokens, speaker)
  return name !== undefined && name.to - name.from > 1
}

/** A quotation's source; '"…," it added' names the one it points to as "it". */
function asItStands(
  own: Source | undefined,
  source: Source | undefined,
  tokens: readonly Token[],
): Attribution | undefined {
  const said = source && attributionOf(source, tokens)
  if (!said?.speaker || !own?.pronoun || own.speaker) return said
  return { ...pointedAt(attributionOf(own, tokens), said), antecedent: namingWords(said)! }
}

/** Says of one quotation after the other where its first sentence ends, if it holds several. */
function breakFinder(sentences: readonly Span[]): (inner: Span) => number | undefined {
  let sentence = 0
  return (inner) => {
    while (sentence < sentences.length && sentences[sentence]!.end <= inner.start) sentence++
    const end = sentences[sentence]?.end
    return end !== undefined && end < inner.end - 1 ? end : undefined
  }
}

/** Past 'Then, after a moment:' or 'And:', which says how somebody goes on, and not who. */
function afterManner(tokens: readonly Token[], to: number): number {
  if (to < 2 || to > LONGEST_MANNER || tokens[to - 1]!.text !== ':') return 0
  return /^(?:then|after|finally|eventually|and|also)$/.test(tokens[0]!.lower) &&
    !tokens.slice(1, to).some(isCapital)
    ? to
    : 0
}

const LONGEST_MANNER = 8

function isPure(tokens: readonly Token[], quoted: readonly Quoted[]): boolean {
  let at = afterManner(tokens, quoted[0]!.whole.from)
  for (const { whole } of quoted) {
    for (; at < whole.from; at++) if (tokens[at]!.kind !== 'mark') return false
    at = whole.to
  }
  for (; at < tokens.length; at++) if (tokens[at]!.kind !== 'mark') return false
  return true
}
