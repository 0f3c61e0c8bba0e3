import type { Block } from '../../draft/draft'
import { kept, NOTHING } from '../../draft/kept'
import type { Step, Walk } from '../walk'
import { type Attribution, NOBODY, pointedAt } from './attribution'
import { pointsAway, type QuoteFact, type QuoteFacts } from './facts'
import { MOST_BEHIND, sourceOutside } from './source-outside'
import { type Verdict, verdictOf } from './verdict'

/** An attribution, and how many blocks back the paragraph stands that makes it; negative for one further down. */
export interface Reference {
  readonly attribution: Attribution
  readonly back: number
  /** Who makes it speak of whom, where its own words are only "it". */
  readonly antecedent?: Reference
}

/** A quotation with its verdict, as found in the block in which it ends. */
export interface Judged {
  /** Its first part, if it runs over several paragraphs. */
  readonly quote: QuoteFact
  /** How many blocks back that part stands. */
  readonly back: number
  /** Where it ends, counted from the start of the block in which it ends. */
  readonly end: number
  readonly verdict: Verdict
  readonly source: Reference | undefined
  /** Whether it stands in a headline, which gives words again that the text has. */
  readonly titled?: true
}

/** What one block hands on to the next. */
export interface Carried {
  /** A quotation that goes on in the next paragraph, with its source so far. */
  readonly open:
    | { readonly quote: QuoteFact; readonly back: number; readonly source: Reference | undefined }
    | undefined
  /** Who introduces what follows. */
  readonly leadIn: Reference | undefined
  /** Whoever spoke last there. */
  readonly last: Reference | undefined
  /** The last paper named there or in a run of paragraphs that name none. */
  readonly paper: Reference | undefined
}

const NO_CARRY: Carried = { open: undefined, leadIn: undefined, last: undefined, paper: undefined }

/** Finds for each quotation who says it, in its own paragraph or round about. */
export const quotationWalk: Walk<QuoteFacts, Carried, Judged> = {
  begins: NO_CARRY,
  looksAhead: MOST_BEHIND,
  isSame: (a, b) =>
    a === b ||
    (a.open?.quote === b.open?.quote &&
      a.open?.back === b.open?.back &&
      isSameReference(a.open?.source, b.open?.source) &&
      isSameReference(a.leadIn, b.leadIn) &&
      isSameReference(a.last, b.last) &&
      isSameReference(a.paper, b.paper)),
  step(carried, b, { draft: { blocks }, facts }) {
    const own = facts[b]
    if (blocks[b]!.paragraph.kind === 'heading') {
      const asked =
        own && isInterview(b, carried, facts)
          ? { ...NO_CARRY, leadIn: answering(b, carried, facts) }
          : carried
      return { found: own?.quotes.map(inHeading) ?? NOTHING, handsOn: oneBlockOn(asked) }
    }
    return own ? stepThrough(own, carried, b, blocks, facts) : NOTHING_SAID
  },
}

const NOTHING_SAID: Step<Carried, Judged> = { found: NOTHING, handsOn: NO_CARRY }

const isSameReference = (a: Reference | undefined, b: Reference | undefined): boolean =>
  a === b || (a?.attribution === b?.attribution && a?.back === b?.back)

const inHeading = (quote: QuoteFact): Judged => ({
  quote,
  back: 0,
  end: quote.end,
  verdict: 'not-speech',
  source: quote.source && { attribution: quote.source, back: 0 },
  titled: true,
})

/** "Rovers ‘may sell ground’": a line without a full stop above a text. Words alone are one only at the draft's beginning. */
const isHeadline = (own: QuoteFacts, b: number, blocks: readonly Block[]): boolean =>
  own.headline &&
  (b === 0 || !own.pure) &&
  (blocks[b + 1]?.paragraph.source.length ?? 0) > blocks[b]!.paragraph.source.length

function stepThrough(
  own: QuoteFacts,
  carried: Carried,
  b: number,
  blocks: readonly Block[],
  facts: readonly (QuoteFacts | undefined)[],
): Step<Carried, Judged> {
  const here = (attribution: Attribution | undefined): Reference | undefined =>
    attribution?.speaker && { attribution, back: 0 }
  const outside = sourceOutside(b, blocks, facts, carried)
  const goesOn = own.staysOpen && isTakenUp(b, blocks, facts)
  const titled = isHeadline(own, b, blocks)
  const found: Judged[] = []
  let last: Reference | undefined
  let open: Carried['open']
  for (const [q, quote] of own.quotes.entries()) {
    const taken = q === 0 && own.opens ? carried.open : undefined
    const may =
      quote.alone ||
      own.pure ||
      quote.source !== undefined ||
      taken !== undefined ||
      carried.leadIn !== undefined
    const speaker = taken?.source ?? here(quote.source) ?? (may ? outside : undefined) ?? last
    const source = asItStands(quote, speaker)
    const whole = { quote: taken?.quote ?? quote, back: taken?.back ?? 0, source }
    if (speaker && quote.shape !== 'words' && quote.shape !== 'term') last = speaker
    if (goesOn && q === own.quotes.length - 1) {
      open = { ...whole, source: last }
      continue
    }
    if (quote.doubtful && !taken) continue
    if (titled && quote.closed && !source) {
      found.push(inHeading(quote))
      continue
    }
    // Paragraphs further up are rightly left open; the mark is missing in the last one.
    found.push(
      quote.closed
        ? {
            quote: whole.quote,
            back: whole.back,
            source,
            end: quote.end,
            verdict: verdictOf(whole.quote, source?.attribution),
          }
        : { quote, back: 0, source, end: quote.end, verdict: 'unclosed' },
    )
  }
  const spoke = own.last ? { attribution: own.last, back: 0 } : own.pure ? last : undefined
  const handsOn = {
    open,
    leadIn: isInterview(b, carried, facts)
      ? answering(b, carried, facts)
      : own.leadIn && (here(own.leadIn) ?? spoke ?? carried.last),
    last: spoke ?? (pointsAway(own) ? outside : undefined),
    paper: own.paper ? here(own.paper) : pointsAway(own) ? carried.paper : undefined,
  }
  return { found: kept(found), handsOn: oneBlockOn(handsOn) }
}

/**
 * Whether a paragraph is a question that the next one answers: it says "you", or stands among others ("And the worst
 * night?"), and not alone in a story ("Will it hold?").
 */
const isInterview = (b: number, carried: Carried, facts: readonly (QuoteFacts | undefined)[]): boolean =>
  facts[b]!.asks === 'you' ||
  facts[b]!.asksOf !== undefined ||
  (facts[b]!.asks !== undefined &&
    (carried.last !== undefined ||
      facts[b - 1]?.spoke !== undefined ||
      facts[b + 2]?.asks !== undefined ||
      facts[b + 3]?.asks !== undefined))

/** Who answers a question: whom it asks of, else whoever has spoken before it, else somebody whom the draft need not name again. */
function answering(
  b: number,
  { leadIn, last }: Carried,
  facts: readonly (QuoteFacts | undefined)[],
): Reference {
  const asked = facts[b]!.asksOf
  if (asked?.speaker) return { attribution: asked, back: 0 }
  const before = facts[b - 1]?.spoke
  return last ?? leadIn ?? { attribution: before ?? NOBODY, back: before ? 1 : 0 }
}

/** A speaker as the quotation's own words name them: '"…," it added' names the board above as "it". */
function asItStands({ source: own }: QuoteFact, speaker: Reference | undefined): Reference | undefined {
  if (!speaker || own?.speaker || !own?.pronoun) return speaker
  return { attribution: pointedAt(own, speaker.attribution), back: 0, antecedent: speaker }
}

/** Whether the next paragraph of its kind goes on with what a paragraph leaves open; a crosshead may stand between. */
function isTakenUp(b: number, blocks: readonly Block[], facts: readonly (QuoteFacts | undefined)[]): boolean {
  for (let next = b + 1; next <= b + MOST_BEHIND && next < blocks.length; next++) {
    const { kind } = blocks[next]!.paragraph
    if (kind !== 'heading') return kind === blocks[b]!.paragraph.kind && facts[next]?.opens === true
  }
  return false
}

/** What is carried, as seen from the next block. */
function oneBlockOn(carried: Carried): Carried {
  const { open, leadIn, last, paper } = carried
  if (!open && !leadIn && !last && !paper) return NO_CARRY
  return {
    open: open && { ...open, back: open.back + 1, source: further(open.source) },
    leadIn: further(leadIn),
    last: further(last),
    paper: further(paper),
  }
}

const further = (reference: Reference | undefined): Reference | undefined =>
  reference && { ...reference, back: reference.back + 1 }
