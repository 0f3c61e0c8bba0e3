import { CHECKS } from '../checks/registry'
import type { Span } from '../draft/span'
import type { Reported } from '../report'
import type { Level } from './options'
import { type CheckedFile, type PlaceOf, placesIn, type Results } from './results'

type Line = (finding: Reported, file: CheckedFile) => string

const linesOf = ({ files }: Results, line: Line): string =>
  files.flatMap((file) => file.findings.map((finding) => `${line(finding, file)}\n`)).join('')

/** `path:line:column: severity check/kind message`, which editors and scripts take apart. */
export function compact(results: Results): string {
  return linesOf(results, (finding, { path, document }) => {
    const { line, character } = document.positionAt(finding.start)
    return `${path}:${line + 1}:${character + 1}: ${finding.severity} ${finding.check}/${finding.kind} ${finding.message}`
  })
}

const GITHUB: Record<Level, string> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
}

/** Workflow commands of GitHub Actions. */
export function github(results: Results): string {
  return linesOf(results, (finding, { path, document }) => {
    const [start, end] = [document.positionAt(finding.start), document.positionAt(finding.end)]
    const column = start.line === end.line ? `,col=${start.character + 1},endColumn=${end.character + 1}` : ''
    const properties = `file=${escapedProperty(path)},line=${start.line + 1},endLine=${end.line + 1}${column}`
    const title = escapedProperty(`${finding.check}/${finding.kind}`)
    return `::${GITHUB[finding.severity]} ${properties},title=${title}::${escaped(finding.message)}`
  })
}

const escaped = (text: string): string =>
  text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A')
const escapedProperty = (text: string): string => escaped(text).replace(/:/g, '%3A').replace(/,/g, '%2C')

const SARIF: Record<Level, string> = { error: 'error', warning: 'warning', information: 'note', hint: 'note' }

/** SARIF 2.1.0, for code scanning. */
export function sarif({ files, failures }: Results, version: string): string {
  const placeOf = placesIn(files)
  const run = {
    tool: {
      driver: {
        name: 'Stet',
        version,
        rules: CHECKS.map(({ id, title, summary, why }) => ({
          id,
          name: title,
          shortDescription: { text: summary },
          fullDescription: { text: why },
        })),
      },
    },
    columnKind: 'utf16CodeUnits',
    results: files.flatMap((file) => file.findings.map((finding) => sarifResult(finding, file, placeOf))),
    invocations: [
      {
        executionSuccessful: failures.length === 0,
        toolExecutionNotifications: failures.map(({ path, message }) => ({
          level: 'error',
          message: { text: path ? `${path}: ${message}` : message },
        })),
      },
    ],
  }
  return `${JSON.stringify({ $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] }, null, 2)}\n`
}

function sarifResult(finding: Reported, file: CheckedFile, placeOf: PlaceOf): unknown {
  const location = (span: Span, path = file.path) => {
    const { start, end } = placeOf(path, span)
    return {
      physicalLocation: {
        artifactLocation: { uri: path.split('\\').join('/') },
        region: {
          startLine: start.line + 1,
          startColumn: start.character + 1,
          endLine: end.line + 1,
          endColumn: end.character + 1,
        },
      },
    }
  }
  return {
    ruleId: finding.check,
    level: SARIF[finding.severity],
    message: { text: finding.message },
    locations: [location(finding)],
    relatedLocations: (finding.related ?? []).map((related, id) => ({
      id,
      message: { text: related.message },
      ...location(related, related.path),
    })),
    properties: { kind: finding.kind },
  }
}
