import type { Paragraph } from '../../draft/paragraph'
import type { Check, Finding, Read } from '../check'
import type { RepeatElsewhere } from './across-drafts'
import { isCreditLine } from './credit-lines'
import { examples } from './examples'
import { createFinder, type RepeatInRun, spanOf } from './finder'
import { type Fingerprint, fingerprintOf as fingerprintOfProse } from './fingerprint'
import { draftFixes, repeatFixes } from './fixes'

/** Finds paragraphs that stand in the draft already. */
export const duplicateParagraph: Check<Fingerprint, RepeatInRun | RepeatElsewhere> = {
  id: 'duplicate-paragraph',
  title: 'Duplicate paragraphs',
  summary:
    'Finds paragraphs that stand in the draft already: the same, lightly edited, or one inside the other.',
  why: 'A block pasted twice, a paragraph moved but not cut, or two versions of which one was to go: readers see it at once, and a writer who has read the draft ten times does not. Where two near copies differ in a number or a name, one of them is wrong.',
  notes: [
    'Line breaks, white space, invisible characters, and the form of quotation marks, dashes and ellipses make no difference; letters, numbers and other punctuation do.',
    'An exact copy is reported from 6 words on, a near or contained one from 12. Headings, tables, code, front matter, bylines, credits, links that stand alone, signposts ("Read more: …") and short lead-ins ("It then looks like this:") are left alone.',
    'A near copy shares at least 60 % of its word triples with the other paragraph (Jaccard similarity; the edges of the paragraph count as words); a contained one has at least 80 % of its triples in the longer paragraph.',
    'A pull quote, a paragraph that is all in italics or bold, a headline that the lead takes up, and a standfirst that is the lead again are only hints, and no fix-all removes them.',
    'Copies are looked for within one draft. With `--across-drafts`, or `"acrossDrafts": true`, a paragraph that stands in another draft too is reported as well, in the draft whose path comes later; no fix touches the other draft, and no fix-all removes such a copy.',
  ],
  kinds: {
    exact: { severity: 'warning', summary: 'The same words stand in the draft already.' },
    near: {
      severity: 'information',
      summary: 'A lightly edited copy; a warning where a number, a name or a "not" differs.',
    },
    contained: { severity: 'information', summary: 'One paragraph stands inside a longer one.' },
  },
  examples,
  createReader:
    () =>
    ({ paragraph, prose }) =>
      fingerprintOf(paragraph, prose),
  createFinder,
  data,
  fixes: repeatFixes,
  draftFixes,
}

/** What is kept of a paragraph; undefined for what is no prose of its draft. */
export function fingerprintOf(paragraph: Paragraph, prose = paragraph.prose): Fingerprint | undefined {
  if (paragraph.kind === 'heading' || isCreditLine(paragraph)) return undefined
  return fingerprintOfProse(prose)
}

function data(
  { detail }: Finding<RepeatInRun | RepeatElsewhere>,
  read: Read<Fingerprint>,
): Record<string, unknown> {
  const similarity = Math.round(detail.similarity * 1000) / 1000
  if (!('run' in detail)) return { similarity, first: detail.first, repeats: detail.repeats }
  return { similarity, first: spanOf(detail.first, read), repeats: spanOf(detail.repeats, read) }
}
