import { endOf } from '../../draft/draft'
import { groupBy } from '../../draft/group-by'
import { visible } from '../../draft/invisible'
import type { Paragraph } from '../../draft/paragraph'
import type { Reading } from '../../draft/reading'
import type { Span } from '../../draft/span'
import type { Check, Finder, Finding, Read, Related } from '../check'
import { NOTHING } from '../walk'
import { isCreditLine } from './credit-lines'
import { changesBetween, describeChanges, gravestDifference } from './difference'
import { examples } from './examples'
import { type Fingerprint, fingerprintOf } from './fingerprint'
import { draftFixes, type RepeatInRun, repeatFixes } from './fixes'
import { RepeatIndex } from './repeats'
import { runsOf } from './runs'

/** Finds paragraphs that stand in the draft already. */
export const duplicateParagraph: Check<Fingerprint, RepeatInRun> = {
  id: 'duplicate-paragraph',
  title: 'Duplicate paragraphs',
  summary:
    'Finds paragraphs that stand in the draft already: the same, lightly edited, or one inside the other.',
  why: 'A block pasted twice, a paragraph moved but not cut, or two versions of which one was to go: readers see it at once, and a writer who has read the draft ten times does not. Where two near copies differ in a number or a name, one of them is wrong.',
  notes: [
    'Line breaks, white space, invisible characters, and the form of quotation marks, dashes and ellipses make no difference; letters, numbers and other punctuation do.',
    'An exact copy is reported from 6 words on, a near or contained one from 12. Headings, tables, code, front matter, bylines, credits and signposts ("Read more: …") are left alone.',
    'A near copy shares at least 60 % of its word triples with the other paragraph (Jaccard similarity; the edges of the paragraph count as words); a contained one has at least 80 % of its triples in the longer paragraph.',
    'A pull quote, and a paragraph that is all in italics or bold, is only a hint.',
    'Copies are looked for within one draft.',
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
  read: fingerprint,
  createFinder,
  data,
  fixes: (finding, _all, read) => repeatFixes(finding, read),
  draftFixes,
}

function fingerprint({ paragraph }: Reading): Fingerprint | undefined {
  if (paragraph.kind === 'heading' || isCreditLine(paragraph.prose)) return undefined
  return fingerprintOf(paragraph.prose)
}

function createFinder(): Finder<Fingerprint, RepeatInRun> {
  const index = new RepeatIndex()
  return (read, splice) => {
    index.update(read.facts, splice)
    const repeats = index.repeats()
    const runs = new Map(runsOf(repeats).flatMap((run) => run.map((repeat) => [repeat, run])))
    const found = groupBy(repeats, ({ block }) => block)
    return read.facts.map((_, block) =>
      (found.get(block) ?? NOTHING).map((repeat) =>
        findingOf({ ...repeat, run: runs.get(repeat) ?? [] }, read),
      ),
    )
  }
}

const spanOf = (index: number, { draft }: Read<Fingerprint>): Span => {
  const block = draft.blocks[index]!
  return { start: block.start, end: endOf(block) }
}

function data({ detail }: Finding<RepeatInRun>, read: Read<Fingerprint>): Record<string, unknown> {
  return {
    similarity: Math.round(detail.similarity * 1000) / 1000,
    first: spanOf(detail.first, read),
    repeats: spanOf(detail.repeats, read),
  }
}

function findingOf(repeat: RepeatInRun, read: Read<Fingerprint>): Finding<RepeatInRun> {
  const span = spanOf(repeat.block, read)
  const repeats = spanOf(repeat.repeats, read)
  const first = spanOf(repeat.first, read)
  const related: Related[] = [{ ...repeats, message: 'The paragraph that this one repeats.' }]
  if (repeat.first !== repeat.repeats) related.push({ ...first, message: 'Where it stands first.' })
  return {
    ...span,
    kind: repeat.kind,
    ...explain(repeat, read),
    related,
    ...(repeat.kind === 'exact' ? { unnecessary: true } : {}),
    detail: repeat,
  }
}

function explain(
  repeat: RepeatInRun,
  { draft, facts }: Read<Fingerprint>,
): Pick<Finding, 'message' | 'severity'> {
  const here = draft.blocks[repeat.block]!.paragraph
  const there = draft.blocks[repeat.repeats]!.paragraph
  const echo = isEcho(here, there) ? ({ severity: 'hint' } as const) : {}
  if (repeat.kind === 'exact') return { message: 'This paragraph stands in the draft already.', ...echo }
  if (repeat.kind === 'contained') {
    const shorter = facts[repeat.block]!.words <= facts[repeat.repeats]!.words
    const message = shorter
      ? 'This paragraph stands inside an earlier, longer one.'
      : 'An earlier, shorter paragraph stands inside this one.'
    return { message, ...echo }
  }
  const changes = changesBetween(there.prose, here.prose)
  const gravest = gravestDifference(changes)
  const says = `Nearly the same paragraph stands in the draft already; ${describeChanges(changes)}.`
  if (!gravest) return { message: says, ...echo }
  const what = { number: 'a number', name: 'a name', negation: 'a “not”' }[gravest]
  return { message: `${says} They differ in ${what}: one of the two is wrong.`, severity: 'warning' }
}

/** A pull quote repeats the text on purpose, and so does a notice in bold. */
function isEcho(here: Paragraph, there: Paragraph): boolean {
  return (
    (here.kind === 'quote') !== (there.kind === 'quote') ||
    isWholly(here.emphasised, here) ||
    isWholly(there.emphasised, there)
  )
}

/** Whether one of the spans holds all of a paragraph's words. */
function isWholly(spans: readonly Span[], { prose }: Paragraph): boolean {
  return spans.some(({ start, end }) => !visible(prose.slice(0, start) + prose.slice(end)).trim())
}
