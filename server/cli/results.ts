import type { Range, TextDocument } from 'vscode-languageserver-textdocument'
import { type Checked, dataOf, draftFixesOf, fixesOf, readBy } from '../check'
import type { Fix, TextEdit } from '../checks/check'
import { quotesOf, unattributedQuote } from '../checks/unattributed-quote'
import { timesOf, vagueTime } from '../checks/vague-time'
import type { Span } from '../draft/span'
import type { Failure } from '../node/failure'
import type { Reported } from '../report'
import type { Command } from './options'

/** A draft that was checked; positions are asked of `document`, which holds its text. */
export interface CheckedFile {
  readonly path: string
  readonly checked: Checked
  readonly document: TextDocument
  /** What is reported of the draft: its findings but for those of the baseline. */
  readonly findings: readonly Reported[]
}

export interface Results {
  readonly files: readonly CheckedFile[]
  readonly failures: readonly Failure[]
}

/** Where a span stands in the checked file of a path. */
export type PlaceOf = (path: string, span: Span) => Range

export function placesIn(files: readonly CheckedFile[]): PlaceOf {
  const documents = new Map(files.map(({ path, document }) => [path, document]))
  return (path, { start, end }) => {
    const document = documents.get(path)!
    return { start: document.positionAt(start), end: document.positionAt(end) }
  }
}

/** The object that `--format json` prints: a contract. */
export function jsonOf(command: Command, { files, failures }: Results): unknown {
  return {
    version: 1,
    files: files.map((file) => ({
      path: file.path,
      language: file.checked.draft.language,
      date: file.checked.date?.day ?? null,
      ...listOf(command, file),
    })),
    errors: failures.map(({ path, message }) => ({ path: path ?? null, message })),
  }
}

function listOf(command: Command, file: CheckedFile): Record<string, unknown> {
  if (command === 'quotes') return { quotes: quotesOf(readBy(unattributedQuote, file.checked)) }
  if (command === 'times') return { times: timesOf(readBy(vagueTime, file.checked)) }
  return {
    findings: file.findings.map((finding, i) => findingJson(finding, offersDraftFixes(i, file), file)),
  }
}

/** A fix of a thousand edits listed with a thousand findings would be a million: then the first finding has it. */
const MOST_REPEATED = 100

function offersDraftFixes(i: number, { findings }: CheckedFile): boolean {
  const { check } = findings[i]!
  return findings.length <= MOST_REPEATED || findings.findIndex((finding) => finding.check === check) === i
}

function findingJson(
  finding: Reported,
  withDraftFixes: boolean,
  { checked, document }: CheckedFile,
): unknown {
  const { check, kind, severity, start, end, message } = finding
  return {
    check,
    kind,
    severity,
    start,
    end,
    text: document.getText().slice(start, end),
    range: { start: document.positionAt(start), end: document.positionAt(end) },
    message,
    related: finding.related ?? [],
    data: dataOf(finding, checked),
    fixes: [...fixesOf(finding, checked), ...(withDraftFixes ? draftFixesOf(finding.check, checked) : [])]
      .filter(({ snippet }) => !snippet)
      .map(fixJson),
  }
}

function fixJson({ title, preferred, edits }: Fix): unknown {
  return {
    title,
    preferred,
    edits: edits.map(({ start, end, newText }: TextEdit) => ({ start, end, newText })),
  }
}
