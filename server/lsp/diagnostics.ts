import { type Diagnostic, DiagnosticSeverity, DiagnosticTag, type Range } from 'vscode-languageserver'
import { SEVERITIES } from '../config/config'
import type { Span } from '../draft/span'
import type { Reported } from '../report'
import type { PlacedText } from './draft-document'

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
  readonly findings: readonly Reported[]
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Puts to a client all findings of a draft, or the gravest and a notice of how many are not shown. Those before and behind
 * what has changed since the last time, if they are the same values and stand at the same places, are put as the same.
 */
export function createDiagnoser(
  presentation: Presentation,
): (findings: readonly Reported[], document: PlacedText) => Diagnostic[] {
  const last = new WeakMap<PlacedText, Put>()
  return (found, document) => {
    const findings = gravest(found)
    const before = last.get(document) ?? { findings: [], diagnostics: [] }
    const later = findings.length - before.findings.length
    const diagnostics = findings.map((finding, i) => {
      const at = finding === before.findings[i] ? i : i - later
      // The paragraphs that it is related to may have moved, in this draft or in others.
      const isKnown = finding === before.findings[at] && !finding.related
      const known = isKnown ? before.diagnostics[at] : undefined
      return known && isAt(known.range, document, finding)
        ? known
        : diagnosticOf(finding, document, presentation)
    })
    last.set(document, { findings, diagnostics })
    const hidden = found.length - findings.length
    return hidden > 0 ? [notice(hidden), ...diagnostics] : diagnostics
  }
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
  return a.length === b.length && a.every((diagnostic, i) => diagnostic === b[i] || isSame(diagnostic, b[i]!))
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
