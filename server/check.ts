import type { Check, CheckId, Context, Finder, Finding, Fix, Read } from './checks/check'
import { letStandByComment } from './checks/let-stand'
import { CHECKS } from './checks/registry'
import { type Config, SEVERITIES, type Severity } from './config/config'
import { type Change, type Splice, spliceBetween, spliced } from './draft/change'
import type { Draft, Language } from './draft/draft'
import type { DraftDate } from './draft/draft-date'
import { groupBy } from './draft/group-by'
import type { Paragraph } from './draft/paragraph'
import { createDraftReader } from './draft/read-draft'
import { readParagraph } from './draft/reading'
import { sentenceAt } from './draft/sentence-at'
import { overlaps } from './draft/span'

/** What is known from outside the text. */
export interface Circumstances {
  readonly config: Config
  /** Today's calendar day, `2026-01-31`. */
  readonly today: string
  /** A date that outranks what the draft says of itself. */
  readonly dateOption?: string
}

/** A finding as the user meets it: with its check and the severity that the configuration gives it, never `off`. */
export interface Reported extends Finding {
  readonly check: CheckId | 'stet-mark'
  readonly severity: Exclude<Severity, 'off'>
}

/** A draft checked. Offsets are UTF-16 code units into `draft.text`. */
export interface Checked extends Context {
  /** In the order of the text. */
  readonly findings: readonly Reported[]
  /** The same findings, by check. */
  readonly byCheck: ReadonlyMap<string, readonly Reported[]>
  /** What each check has kept of each block, in the order of the checks. */
  readonly facts: readonly (readonly unknown[])[]
}

/**
 * Checks the versions of one draft, one after the other. Given the change that led from the last version to this one, it
 * costs what the change touched; the findings are the same as those of a fresh checker. Any text can be checked: there are
 * no errors.
 */
export type Checker = (text: string, circumstances: Circumstances, change?: Change) => Checked

export function createChecker(language: Language): Checker {
  const read = createDraftReader(language)
  const finders = CHECKS.map((check) => check.createFinder?.() ?? check.find!)
  let paragraphs: readonly Paragraph[] = []
  let facts: readonly (readonly unknown[])[] = CHECKS.map(() => [])

  return (text, circumstances, change) => {
    const draft = read(text, change)
    const now = draft.blocks.map(({ paragraph }) => paragraph)
    const splice = spliceBetween(paragraphs, now)
    const added = now.slice(splice.from, splice.from + splice.added).map(readByChecks)
    facts = facts.map((known, i) => spliced(known, splice, (place) => added[place - splice.from]![i]))
    paragraphs = now
    const { config, today } = circumstances
    const context: Context = { draft, config, today, date: dateOf(draft, circumstances) }
    const findings = findingsOf(context, facts, finders, splice)
    return { ...context, facts, findings, byCheck: groupBy(findings, ({ check }) => check) }
  }
}

/** Checks a text by itself. */
export function checkText(text: string, language: Language, circumstances: Circumstances): Checked {
  return createChecker(language)(text, circumstances)
}

/** What each check keeps of a paragraph. */
function readByChecks(paragraph: Paragraph): readonly unknown[] {
  const reading = readParagraph(paragraph)
  return CHECKS.map((check) => check.read(reading))
}

function dateOf(draft: Draft, { dateOption, config }: Circumstances): DraftDate | undefined {
  return dateOption ? { day: dateOption, source: 'option' } : (draft.date ?? config.date)
}

function findingsOf(
  context: Context,
  facts: readonly (readonly unknown[])[],
  finders: readonly Finder<unknown, unknown>[],
  splice: Splice,
): Reported[] {
  const all = CHECKS.flatMap(({ id }, i) =>
    finders[i]!({ ...context, facts: facts[i]! }, splice).flatMap((finding) =>
      report(id, finding, context.config),
    ),
  )
  const standing = new Set(all.filter((finding) => isStanding(finding, context)))
  const unused = unusedMarks(context, all)
  return [...all.filter((finding) => !standing.has(finding)), ...unused].sort(
    (a, b) => a.start - b.start || a.end - b.end,
  )
}

function report(check: CheckId, finding: Finding, config: Config): Reported[] {
  const severity = severityOf(check, finding, config)
  return severity === 'off' ? [] : [{ ...finding, check, severity }]
}

function severityOf(check: CheckId, { kind, severity, atMost }: Finding, config: Config): Severity {
  const standard = CHECKS.find(({ id }) => id === check)!.kinds[kind]!.severity
  const chosen = config.checks[check]?.[kind] ?? severity ?? standard
  return atMost && SEVERITIES.indexOf(atMost) > SEVERITIES.indexOf(chosen) ? atMost : chosen
}

function isStanding(finding: Reported, { draft, config }: Context): boolean {
  return (
    draft.marks.some(({ checks, covers }) => names(checks, finding.check) && overlaps(covers, finding)) ||
    (config.stands.length > 0 && isListed(finding, draft, config))
  )
}

const names = (checks: readonly string[], check: string): boolean =>
  checks.length === 0 || checks.includes(check)

const folded = (text: string): string => text.replace(/\s+/g, ' ').trim()

function isListed(finding: Reported, draft: Draft, config: Config): boolean {
  const candidates = config.stands.filter(({ check }) => check === finding.check)
  if (!candidates.length) return false
  const stand = standFor(finding, draft)
  return candidates.some((listed) => folded(listed.words) === stand.words && folded(listed.in) === stand.in)
}

/** How an entry of `stands` names a finding: by its words (of a long one its first sentence) and their sentence. */
export function standFor(finding: Finding, draft: Draft): { words: string; in: string } {
  const sentence = sentenceAt(draft, finding.start)
  const words = draft.text.slice(finding.start, Math.min(finding.end, sentence.end))
  return { words: folded(words), in: folded(draft.text.slice(sentence.start, sentence.end)) }
}

function unusedMarks({ draft }: Context, all: readonly Reported[]): Reported[] {
  return draft.marks
    .filter(({ checks, covers }) => !all.some((f) => names(checks, f.check) && overlaps(covers, f)))
    .map(({ start, end }) => ({
      check: 'stet-mark',
      kind: 'unused',
      severity: 'hint',
      start,
      end,
      message: 'This mark lets nothing stand: there is no such finding here any more.',
      unnecessary: true,
      detail: undefined,
    }))
}

/** The draft as one check sees it. */
export function readBy<Facts>(
  { id }: { readonly id: CheckId } & Pick<Check<Facts, never>, 'read'>,
  checked: Checked,
): Read<Facts> {
  const i = CHECKS.findIndex((check) => check.id === id)
  return { ...checked, facts: checked.facts[i] as readonly (Facts | undefined)[] }
}

/** The fixes of a finding alone, likeliest first, reckoned from the draft as checked. */
export function fixesOf(finding: Reported, checked: Checked): Fix[] {
  if (finding.check === 'stet-mark') return [removeMark(finding)]
  const check = checkBy(finding.check)
  const own = check.fixes(finding, findingsBy(check.id, checked), readBy(check, checked))
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

const findingsBy = (id: CheckId, { byCheck }: Checked): readonly Reported[] => byCheck.get(id) ?? []

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
