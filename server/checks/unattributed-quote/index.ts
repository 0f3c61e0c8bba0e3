import type { Span } from '../../draft/span'
import type { Check, Read } from '../check'
import { speakersFor } from './candidates'
import { examples } from './examples'
import { createQuoteReader, type QuoteFacts } from './facts'
import { createQuoteFinder } from './find'
import { quoteFixes } from './fixes'
import { type Resolved, resolveQuotes } from './resolved'
import type { Verdict } from './verdict'

/** A stretch of the draft with its words. */
export interface Words extends Span {
  readonly text: string
}

/** A quotation as `stet quotes` lists it: part of the JSON contract. */
export interface QuoteVerdict extends Words {
  readonly verdict: Verdict
  readonly speaker: Words | null
  readonly cue: Words | null
  readonly anonymous: boolean
}

/** Finds quotations of which the draft doesn't say whose words they are. */
export const unattributedQuote: Check<QuoteFacts, Resolved> = {
  id: 'unattributed-quote',
  title: 'Unattributed quotations',
  summary:
    "Finds words between quotation marks that somebody must have said, where the draft doesn't say who.",
  why: 'A reader weighs words by who says them. A quotation that has lost its speaker, in a cut or a move, is a claim that nobody stands behind, and readers give it to whoever was named last.',
  notes: [
    'A source is looked for in the quotation’s own sentence (behind it, before it, at the sentence’s end, then anywhere), in the sentence before and the one behind, in a lead-in that ends with a colon, in a byline with a dash, and in the paragraph before where a paragraph is nothing but quotation.',
    'The verb need not be a known one: `"…," NAME VERB` is enough. A pronoun, a role and a document are sources too; "it" and a passive without agent ("was told") are none, unless the "it" points to a page, a sign or the like ("it reads") or to a body of people ("The Harbour Board is glad. “…,” it said.") that stands before it.',
    'A paragraph that is nothing but quotation, behind one that quotes somebody in passing ("Hale called it “a wreck”."), is theirs only where the paragraph behind it has them for its subject; else nobody is named. It is also theirs who makes a gesture or puts out a statement as the paragraph before ends (“She shook her head.”, “Hale read a short statement.”), or is interviewed there, and whose speech the paragraph before reports in its last sentence, where the one behind goes on with them (“She added that …”).',
    'A question in the draft’s own voice, in a paragraph of its own, is answered by whom it asks of (“What did Hale say?”), else by whoever the paragraph before quotes.',
    'Titles, terms, names, single words, code, inches and the attributes of tags are not speech.',
    'Quotations in headings are never reported, nor in a short line without a full stop above a longer paragraph, which a headline or crosshead is in plain text, nor are block quotations without quotation marks.',
    'Every kind of quotation mark is read, but the verbs and nouns of attribution are English: a draft in another language is better left out (`ignore`).',
    'A quotation with an editor’s mark beside it (`[TK: who said this?]`) is not reported again.',
    'Wherever speakers are listed (`stet quotes`, the Sources view, the hover), people stand under one name, and a pronoun comes with whom it most likely means: whoever was spoken of last, in its paragraph or up to two above. Where more than one may be meant, nobody is named. “Ms.” and “spokesman” tell a woman from a man, first names do not, so a guess can be wrong; no finding and no fix rests on one.',
  ],
  kinds: {
    unattributed: {
      severity: 'warning',
      summary: 'A quotation of a sentence or clause that names no source.',
    },
    fragment: { severity: 'hint', summary: 'A few quoted words of speech that name no source.' },
    unclosed: { severity: 'warning', summary: 'A quotation mark that has no partner.' },
    anonymous: { severity: 'off', summary: 'The source has no name: "officials said".' },
  },
  examples,
  createReader: createQuoteReader,
  createFinder: createQuoteFinder,
  data: (finding, read) => ({ speakers: speakersFor(finding, read) }),
  fixes: quoteFixes,
}

/** Every quotation of a draft with its verdict and speaker, in the order of the text. */
export function quotesOf(read: Read<QuoteFacts>): QuoteVerdict[] {
  const { text } = read.draft
  const words = ({ start, end }: Span): Words => ({ start, end, text: text.slice(start, end) })
  return resolveQuotes(read).map((resolved) => ({
    ...words(resolved),
    verdict: resolved.verdict,
    speaker: resolved.source?.speaker ? words(resolved.source.speaker) : null,
    cue: resolved.source?.cue ? words(resolved.source.cue) : null,
    anonymous: resolved.source?.anonymous ?? false,
  }))
}
