import { type Diagnostic, DiagnosticSeverity, DiagnosticTag, type Range } from 'vscode-languageserver'
import { SEVERITIES } from '../config/config'
import type { Span } from '../draft/span'
import type { Reported } from '../report'
import type { DraftDocument, PlacedText } from './draft-document'

export const SOURCE = 'stet'

/** VS Code shows no more of one owner and file, and other editors get slow. */
const MOST_DIAGNOSTICS = 1000

const LSP_SEVERITY = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
} as const

/** How findings are put to a client. */
export interface Presentation {
  pageOf(code: string): string | undefined
  readonly relatedInformation: boolean
  /** Another draft of which a finding speaks. */
  otherDraft(uri: string): PlacedText | undefined
}

export const rangeOf = (document: PlacedText, { start, end }: Span): Range => ({
  start: document.positionAt(start),
  end: document.positionAt(end),
})

export function diagnosticOf(
  finding: Reported,
  document: PlacedText,
  presentation: Presentation,
): Diagnostic {
  const href = presentation.pageOf(finding.check)
  return {
    range: rangeOf(document, finding),
    severity: LSP_SEVERITY[finding.severity],
    code: finding.check,
    source: SOURCE,
    message: finding.message,
    data: { kind: finding.kind },
    ...(href ? { codeDescription: { href } } : {}),
    ...(finding.unnecessary ? { tags: [DiagnosticTag.Unnecessary] } : {}),
    ...(finding.related && presentation.relatedInformation
      ? {
          relatedInformation: finding.related.flatMap((related) => {
            const other = related.path === undefined ? document : presentation.otherDraft(related.path)
            if (!other) return []
            return [
              { location: { uri: other.uri, range: rangeOf(other, related) }, message: related.message },
            ]
          }),
        }
      : {}),
  }
}

/** What was put to a client, and of which findings. */
interface Put {
  readonly found: readonly Reported[]
  /** Up to where the findings reach, and what they speak of. */
  readonly reach: number
  /** Those that are shown. */
  readonly findings: readonly Reported[]
  readonly diagnostics: Diagnostic[]
  /** The same, and a notice where some are not. */
  readonly all: Diagnostic[]
}

const NOTHING_PUT: Put = { found: [], reach: 0, findings: [], diagnostics: [], all: [] }

/**
 * Puts to a client all findings of a draft, or the gravest and a notice of how many are not shown. Those before and behind
 * what has changed since the last time, if they are the same values and stand at the same places, are put as the same.
 */
export function createDiagnoser(
  presentation: Presentation,
): (findings: readonly Reported[], document: DraftDocument) => Diagnostic[] {
  const last = new WeakMap<DraftDocument, Put>()
  return (found, document) => {
    const unchangedTo = document.takeUnchanged()
    const before = last.get(document) ?? NOTHING_PUT
    if (found === before.found && before.reach <= unchangedTo) return before.all
    const findings = gravest(found)
    const later = findings.length - before.findings.length
    let reach = 0
    const diagnostics = findings.map((finding, i) => {
      const end = reachOf(finding)
      reach = Math.max(reach, end)
      const at = finding === before.findings[i] ? i : i - later
      const known = finding === before.findings[at] ? before.diagnostics[at] : undefined
      // The paragraphs that it is related to may have moved, in this draft or in others.
      const isInPlace =
        end <= unchangedTo || (known && !finding.related && isAt(known.range, document, finding))
      return known && isInPlace ? known : diagnosticOf(finding, document, presentation)
    })
    const hidden = found.length - findings.length
    const all = hidden > 0 ? [notice(hidden), ...diagnostics] : diagnostics
    last.set(document, { found, reach, findings, diagnostics, all })
    return all
  }
}

/** The end of a finding, or of what it speaks of, if that lies behind; of another draft nobody knows. */
function reachOf({ end, related }: Reported): number {
  if (!related) return end
  return related.reduce(
    (reach, { path, end }) => (path === undefined ? Math.max(reach, end) : Number.POSITIVE_INFINITY),
    end,
  )
}

/** Whether a range is still that of a span; a line has its offset at hand, where an offset's line has to be looked for. */
const isAt = ({ start, end }: Range, document: PlacedText, span: Span): boolean =>
  document.offsetAt(start) === span.start && document.offsetAt(end) === span.end

/** The gravest findings, as many as are shown, in their order; of those as grave as the last one the first. */
function gravest(findings: readonly Reported[]): readonly Reported[] {
  if (findings.length <= MOST_DIAGNOSTICS) return findings
  const room: Record<string, number> = {}
  for (const { severity } of findings) room[severity] = (room[severity] ?? 0) + 1
  let left = MOST_DIAGNOSTICS - 1
  for (const severity of SEVERITIES) {
    room[severity] = Math.min(left, room[severity] ?? 0)
    left -= room[severity]
  }
  return findings.filter(({ severity }) => room[severity]!-- > 0)
}

function notice(hidden: number): Diagnostic {
  return {
    range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
    severity: DiagnosticSeverity.Information,
    code: 'stet-limit',
    source: SOURCE,
    message: `${hidden} more findings are not shown; the gravest ones are. Fixes for the whole draft cover them too.`,
    data: { kind: 'notice' },
  }
}

/** Whether two answers say the same, so that the second need not be sent. */
export function isSameAnswer(a: readonly Diagnostic[], b: readonly Diagnostic[]): boolean {
  return (
    a === b ||
    (a.length === b.length && a.every((diagnostic, i) => diagnostic === b[i] || isSame(diagnostic, b[i]!)))
  )
}

function isSame(a: Diagnostic, b: Diagnostic): boolean {
  return (
    a.message === b.message &&
    a.code === b.code &&
    a.severity === b.severity &&
    isSameRange(a.range, b.range) &&
    a.data.kind === b.data.kind &&
    (a.relatedInformation ?? []).every((related, i) =>
      isSameRange(related.location.range, b.relatedInformation?.[i]?.location.range),
    )
  )
}

const isSameRange = (a: Range, b: Range | undefined): boolean =>
  a.start.line === b?.start.line &&
  a.start.character === b.start.character &&
  a.end.line === b.end.line &&
  a.end.character === b.end.character
