import type { CheckId, Context, Finding, FoundByBlock } from './checks/check'
import { CHECKS } from './checks/registry'
import { type Config, SEVERITIES, type Severity } from './config/config'
import { type Splice, spliced } from './draft/change'
import type { Draft } from './draft/draft'
import { kept } from './draft/kept'
import { sentenceAt } from './draft/sentence-at'
import { createOverlapTest } from './draft/span'
import { createPace, finished, type Steps } from './draft/steps'
import { onceFor } from './once-for'

/** A finding as the user meets it: with its check and the severity that the configuration gives it, never `off`. */
export interface Reported extends Finding {
  readonly check: CheckId | 'stet-mark'
  readonly severity: Exclude<Severity, 'off'>
}

/** What was reported of a block, and of which findings. */
interface ReportedBlock {
  readonly found: readonly (readonly Finding[])[]
  readonly reported: readonly Reported[]
}

/**
 * Reports what the checks have found in the versions of one draft, in the order of the text. A finding that is the same
 * value as before is reported as the same value, as long as the configuration is.
 */
export function createReporter(): (
  found: readonly FoundByBlock<Finding>[],
  context: Context,
  splice: Splice,
) => Steps<readonly Reported[]> {
  let last: Report = { blocks: [], config: undefined, unmarked: undefined, reported: [] }
  return function* (found, context, splice) {
    last = yield* reportOf(found, context, splice, last)
    return last.reported
  }
}

/** What was reported of a version of a draft. */
interface Report {
  readonly blocks: readonly (ReportedBlock | undefined)[]
  readonly config: Config | undefined
  /** What was reported, if no mark of the writer's had a part in it. */
  readonly unmarked: readonly Reported[] | undefined
  readonly reported: readonly Reported[]
}

function* reportOf(
  found: readonly FoundByBlock<Finding>[],
  context: Context,
  splice: Splice,
  last: Report,
): Steps<Report> {
  const { config } = context
  const isSame = config === last.config
  const known = isSame ? yield* spliced(last.blocks, splice, () => undefined) : []
  const blocks: (ReportedBlock | undefined)[] = new Array(context.draft.blocks.length)
  const all: Reported[] = []
  let isAllKnown = isSame && last.blocks.length === blocks.length
  let isOrdered = true
  const isTime = createPace()
  for (let i = 0; i < blocks.length; i++) {
    const here = reportedIn(i, found, known[i], config)
    if (here !== last.blocks[i]) isAllKnown = false
    if (isTime(1 + (here?.reported.length ?? 0))) yield
    blocks[i] = here
    if (!here) continue
    for (const finding of here.reported) {
      if (all.length && inText(all.at(-1)!, finding) > 0) isOrdered = false
      all.push(finding)
    }
  }
  if (!isUnmarked(context))
    return { blocks, config, unmarked: undefined, reported: inOrder(yield* withoutStanding(all, context)) }
  const unmarked = isAllKnown && last.unmarked ? last.unmarked : isOrdered ? all : inOrder(all)
  return { blocks, config, unmarked, reported: unmarked }
}

const isUnmarked = ({ draft, config }: Context): boolean => !draft.marks.length && !config.stands.length

/** What a draft has reported, with further findings of a check, of which the writer may let some stand. */
export function reportedWith(
  findings: readonly Finding[],
  check: CheckId,
  reported: readonly Reported[],
  context: Context,
): readonly Reported[] {
  if (!findings.length) return reported
  const own = findings.map((finding) => ({ check, ...finding }))
  const unused = new Set(finished(unusedMarks(context.draft, own)).map(({ start }) => start))
  const still = reported.filter((finding) => finding.check !== 'stet-mark' || unused.has(finding.start))
  const all: Reported[] = []
  report(check, findings, context.config, all)
  const stands = standing(context)
  return inOrder([...still, ...all.filter((finding) => !stands(finding))])
}

function reportedIn(
  block: number,
  found: readonly FoundByBlock<Finding>[],
  before: ReportedBlock | undefined,
  config: Config,
): ReportedBlock | undefined {
  let isEmpty = true
  let isKnown = before !== undefined
  for (let check = 0; check < found.length; check++) {
    const here = found[check]![block]!
    if (here.length > 0) isEmpty = false
    if (isKnown && before!.found[check] !== here) isKnown = false
  }
  if (isEmpty) return undefined
  if (isKnown) return before
  const here = found.map((byBlock) => byBlock[block]!)
  const reported: Reported[] = []
  for (let check = 0; check < here.length; check++)
    if (here[check]!.length > 0) report(CHECKS[check]!.id, here[check]!, config, reported)
  return { found: here, reported: kept(reported.sort(inText)) }
}

/** Adds what is reported of a check's findings. */
function report(check: CheckId, findings: readonly Finding[], config: Config, reported: Reported[]): void {
  for (const finding of findings) {
    const severity = severityOf(check, finding, config)
    if (severity !== 'off') reported.push(reportedAs(finding, check, severity))
  }
}

/** Written out, for copies of objects that were copied share no shape, and a shape takes more room than a finding. */
const reportedAs = (
  { start, end, kind, message, related, unnecessary, atMost, detail }: Finding,
  check: CheckId,
  severity: Reported['severity'],
): Reported => ({ start, end, kind, message, related, unnecessary, atMost, detail, check, severity })

const KINDS = new Map(CHECKS.map(({ id, kinds }) => [id, kinds]))

function severityOf(check: CheckId, { kind, severity, atMost }: Finding, config: Config): Severity {
  const standard = KINDS.get(check)![kind]!.severity
  const chosen = config.checks[check]?.[kind] ?? severity ?? standard
  return atMost && SEVERITIES.indexOf(atMost) > SEVERITIES.indexOf(chosen) ? atMost : chosen
}

const inText = (a: Reported, b: Reported): number => a.start - b.start || a.end - b.end

const inOrder = (findings: readonly Reported[]): readonly Reported[] => [...findings].sort(inText)

/** Leaves out what the writer lets stand, and adds the marks that let nothing stand any more. */
function* withoutStanding(all: readonly Reported[], context: Context): Steps<readonly Reported[]> {
  const stands = standing(context)
  const isTime = createPace()
  const left: Reported[] = []
  for (const finding of all) {
    if (!stands(finding)) left.push(finding)
    if (isTime()) yield
  }
  return left.concat(yield* unusedMarks(context.draft, all))
}

/** Says of the findings of a draft which of them the writer lets stand, by a mark or by an entry of the project file. */
function standing({ draft, config }: Context): (finding: Reported) => boolean {
  const isMarked = onceFor((check) =>
    createOverlapTest(draft.marks.filter(({ checks }) => names(checks, check)).map(({ covers }) => covers)),
  )
  const listed = onceFor(
    (check) => new Set(config.stands.filter((stand) => stand.check === check).map(standKey)),
  )
  return (finding) =>
    isMarked(finding.check)(finding) ||
    (listed(finding.check).size > 0 && listed(finding.check).has(standKey(standFor(finding, draft))))
}

const names = (checks: readonly string[], check: string): boolean =>
  checks.length === 0 || checks.includes(check)

const folded = (text: string): string => text.replace(/\s+/g, ' ').trim()

const standKey = (stand: { readonly words: string; readonly in: string }): string =>
  `${folded(stand.words)}\n${folded(stand.in)}`

/** How an entry of `stands` names a finding: by its words (of a long one its first sentence) and their sentence. */
export function standFor(finding: Finding, draft: Draft): { words: string; in: string } {
  const sentence = sentenceAt(draft, finding.start)
  const words = draft.text.slice(finding.start, Math.min(finding.end, sentence.end))
  return { words: folded(words), in: folded(draft.text.slice(sentence.start, sentence.end)) }
}

function* unusedMarks(
  { marks }: Draft,
  all: readonly Pick<Reported, 'check' | 'start' | 'end'>[],
): Steps<readonly Reported[]> {
  const isFound = onceFor((check) => createOverlapTest(all.filter((finding) => finding.check === check)))
  const isTime = createPace()
  const unused: Reported[] = []
  for (const { checks, covers, start, end } of marks) {
    if (isTime()) yield
    if (CHECKS.some(({ id }) => names(checks, id) && isFound(id)(covers))) continue
    unused.push({
      check: 'stet-mark',
      kind: 'unused',
      severity: 'hint',
      start,
      end,
      message: 'This mark lets nothing stand: there is no such finding here any more.',
      unnecessary: true,
      detail: undefined,
    })
  }
  return unused
}
