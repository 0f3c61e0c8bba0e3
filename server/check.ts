import type { Check, CheckId, Context, Finding, Fix, FoundByBlock, Read, Reader } from './checks/check'
import { letStandByComment } from './checks/let-stand'
import { CHECKS } from './checks/registry'
import type { Config } from './config/config'
import { type Change, type Splice, spliceBetween, spliced } from './draft/change'
import type { Draft, Language } from './draft/draft'
import type { DraftDate } from './draft/draft-date'
import type { Paragraph } from './draft/paragraph'
import { createDraftReader } from './draft/read-draft'
import { type Reading, readInSteps, readParagraph } from './draft/reading'
import { createPace, finished, type Steps } from './draft/steps'
import type { Text } from './draft/text'
import { createReporter, type Reported } from './report'

/** What is known from outside the text. */
export interface Circumstances {
  readonly config: Config
  /** Today's calendar day, `2026-01-31`. */
  readonly today: string
  /** A date that outranks what the draft says of itself. */
  readonly dateOption?: string
}

/** A draft checked. Offsets are UTF-16 code units into `draft.text`. */
export interface Checked extends Context {
  /** In the order of the text. */
  readonly findings: readonly Reported[]
  /** What each check has kept of each block, in the order of the checks. */
  readonly facts: readonly (readonly unknown[])[]
}

/**
 * Checks the versions of one draft, one after the other. Given the change that led from the last version to this one, it
 * costs what the change touched; the findings are the same as those of a fresh checker. Any text can be checked: there are
 * no errors.
 */
export type Checker = (text: Text, circumstances: Circumstances, change?: Change) => Checked

/**
 * The same, in steps of which none is long: a check can be left for that of a newer version, whose `change` counts from the
 * text that was left. What was read of the paragraphs until then is kept.
 */
export type StepwiseChecker = (text: Text, circumstances: Circumstances, change?: Change) => Steps<Checked>

export function createChecker(language: Language): Checker {
  const check = createStepwiseChecker(language)
  return (text, circumstances, change) => finished(check(text, circumstances, change))
}

export function createStepwiseChecker(language: Language): StepwiseChecker {
  const read = createDraftReader(language)
  const readers = CHECKS.map((check) => check.createReader())
  const finders = CHECKS.map((check) => check.createFinder())
  const report = createReporter()
  /** What has been read for a version whose check was left, or for the one that is checked. */
  let begun: Begun | undefined
  /** The last paragraph that was read by itself: most keystrokes write the same one again. */
  let last: Reading | undefined
  /** What there is still to do for a version that was left when the finders had begun with it. */
  let unfinished: Steps<readonly Reported[]> | undefined
  let paragraphs: readonly Paragraph[] = []
  let facts: readonly (readonly unknown[])[] = CHECKS.map(() => [])

  return function* (text, circumstances, change) {
    const draft = yield* read(text, change)
    const now = draft.blocks.map(({ paragraph }) => paragraph)
    const splice = spliceBetween(paragraphs, now)
    // A step ends behind each list that is made anew: half a million paragraphs of a letter have long ones.
    yield
    const added: (readonly unknown[] | undefined)[] = new Array(splice.added)
    if (begun) yield* takeOver(begun, now, splice.from, added)
    begun = { paragraphs: now, from: splice.from, facts: added }
    for (const batch of batchesOf(begun)) {
      const readings = yield* readAll(
        batch.map((i) => now[splice.from + i]!),
        last,
      )
      const known = yield* readByChecks(readers, readings)
      last = readings.length === 1 ? readings[0] : undefined
      for (let k = 0; k < batch.length; k++) added[batch[k]!] = known[k]
      yield
    }
    // The splice counts from the version that was left, so its finders come to their end first.
    if (unfinished) yield* unfinished
    const factsNow: unknown[][] = []
    for (const [i, known] of facts.entries()) {
      factsNow.push(yield* spliced(known, splice, (place) => added[place - splice.from]![i]))
    }
    facts = factsNow
    paragraphs = now
    begun = undefined
    const { config, today } = circumstances
    const context: Context = { draft, config, today, date: dateOf(draft, circumstances) }
    unfinished = findingsIn(context, facts, splice)
    const findings = yield* unfinished
    unfinished = undefined
    return { ...context, facts, findings }
  }

  function* findingsIn(
    context: Context,
    facts: Checked['facts'],
    splice: Splice,
  ): Steps<readonly Reported[]> {
    const found: FoundByBlock<Finding>[] = []
    for (const [i, find] of finders.entries())
      found.push(yield* find({ ...context, facts: facts[i]! }, splice))
    return yield* report(found, context, splice)
  }
}

/** Checks a text by itself. */
export function checkText(text: string, language: Language, circumstances: Circumstances): Checked {
  return createChecker(language)(text, circumstances)
}

/** What can be read at once: about a page. */
const PAGE = 5000

/** Paragraphs of a version from a place on, and what each check keeps of them, as far as they have been read. */
interface Begun {
  readonly paragraphs: readonly Paragraph[]
  readonly from: number
  readonly facts: readonly (readonly unknown[] | undefined)[]
}

/** Fills in what has been read of paragraphs for a version that was left. */
function* takeOver(
  left: Begun,
  paragraphs: readonly Paragraph[],
  from: number,
  facts: (readonly unknown[] | undefined)[],
): Steps<void> {
  const known = new Map<Paragraph, readonly unknown[]>()
  const isTime = createPace()
  for (const [i, read] of left.facts.entries()) {
    if (read) known.set(left.paragraphs[left.from + i]!, read)
    if (isTime()) yield
  }
  for (let i = 0; i < facts.length; i++) {
    facts[i] = known.get(paragraphs[from + i]!)
    if (isTime()) yield
  }
}

/**
 * The paragraphs that nobody has read yet, by their places in `facts`, put together to about a page each: a check that reads
 * several in a row has its code and tables at hand.
 */
function* batchesOf({ paragraphs, from, facts }: Begun): Generator<readonly number[]> {
  let batch: number[] = []
  let length = 0
  for (let i = 0; i < facts.length; i++) {
    if (facts[i]) continue
    batch.push(i)
    length += paragraphs[from + i]!.source.length
    if (length < PAGE) continue
    yield batch
    batch = []
    length = 0
  }
  if (batch.length) yield batch
}

/** After so many characters a step ends: in a process that has just begun, they take some milliseconds to read. */
const STRETCH = 1000

function* readAll(paragraphs: readonly Paragraph[], last: Reading | undefined): Steps<readonly Reading[]> {
  const isTime = createPace(STRETCH)
  const readings: Reading[] = []
  for (const paragraph of paragraphs) {
    const { length } = paragraph.source
    readings.push(length > PAGE ? yield* readInSteps(paragraph, last) : readParagraph(paragraph, last))
    if (isTime(length)) yield
  }
  return readings
}

/** What each check keeps of each paragraph. */
function* readByChecks(
  readers: readonly Reader<unknown>[],
  readings: readonly Reading[],
): Steps<readonly (readonly unknown[])[]> {
  const isTime = createPace(STRETCH)
  const kept = readings.map(() => new Array<unknown>(readers.length))
  for (const [check, read] of readers.entries()) {
    for (let i = 0; i < readings.length; i++) {
      const reading = readings[i]!
      const { length } = reading.prose
      kept[i]![check] = length > PAGE && read.inSteps ? yield* read.inSteps(reading) : read(reading)
      if (isTime(length)) yield
    }
  }
  return kept
}

function dateOf(draft: Draft, { dateOption, config }: Circumstances): DraftDate | undefined {
  return dateOption ? { day: dateOption, source: 'option' } : (draft.date ?? config.date)
}

/** The draft as one check sees it. */
export function readBy<Facts>(
  { id }: { readonly id: CheckId } & Pick<Check<Facts, never>, 'createReader'>,
  checked: Checked,
): Read<Facts> {
  const i = CHECKS.findIndex((check) => check.id === id)
  return { ...checked, facts: checked.facts[i] as readonly (Facts | undefined)[] }
}

/** The fixes of a finding alone, likeliest first, reckoned from the draft as checked. */
export function fixesOf(finding: Reported, checked: Checked): Fix[] {
  if (finding.check === 'stet-mark') return [removeMark(finding)]
  const check = checkBy(finding.check)
  const own = check.fixes(finding, readBy(check, checked))
  const stand = letStandByComment(check.id, finding, checked.draft)
  return stand ? [...own, stand] : own
}

/** The fixes of a check that are about the whole draft. */
export function draftFixesOf(check: Reported['check'], checked: Checked): Fix[] {
  if (check === 'stet-mark') return []
  const found = checkBy(check)
  return found.draftFixes?.(findingsBy(check, checked), readBy(found, checked)) ?? []
}

const checkBy = (id: CheckId) => CHECKS.find((check) => check.id === id)!

const findingsBy = (id: CheckId, { findings }: Checked): readonly Reported[] =>
  findings.filter(({ check }) => check === id)

/** What other programs may read of a finding: part of the JSON contract. */
export function dataOf(finding: Reported, checked: Checked): Readonly<Record<string, unknown>> {
  if (finding.check === 'stet-mark') return {}
  const check = checkBy(finding.check)
  return check.data(finding, readBy(check, checked))
}

function removeMark({ start, end }: Reported): Fix {
  return { title: 'Remove this mark', preferred: false, edits: [{ start, end, newText: '' }] }
}

/** The edits of all preferred fixes that may be applied unasked; none overlaps another. */
export function fixAllEdits(checked: Checked): Fix['edits'] {
  const edits = checked.findings
    .flatMap((finding) =>
      fixesOf(finding, checked).filter(({ preferred, inFixAll }) => preferred && inFixAll),
    )
    .flatMap((fix) => fix.edits)
    .sort((a, b) => a.start - b.start || b.end - a.end)
  let end = -1
  return edits.filter((edit) => {
    if (edit.start < end) return false
    end = Math.max(end, edit.end)
    return true
  })
}

/** The text after edits that don't overlap. */
export function applyEdits(text: string, edits: Fix['edits']): string {
  let result = ''
  let at = 0
  for (const { start, end, newText } of [...edits].sort((a, b) => a.start - b.start)) {
    result += text.slice(at, start) + newText
    at = end
  }
  return result + text.slice(at)
}
