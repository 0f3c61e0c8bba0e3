import { applyEdits, modify } from 'jsonc-parser'
import type { WorkspaceEdit } from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { URI, Utils } from 'vscode-uri'
import type { Stand } from '../config/config'
import type { ClientAbilities } from './client-abilities'
import { rangeOf } from './diagnostics'
import type { ProjectFile } from './host'
import { editOf } from './workspace-edits'

const formattingOptions = { insertSpaces: true, tabSize: 2, eol: '\n' }

/** The text of a project file with its date set; comments and the rest stay as they are. */
export function withDate(text: string, day: string): string {
  const edits = modify(text.trim() ? text : '{}', ['date'], day, { formattingOptions })
  return `${applyEdits(text.trim() ? text : '{}', edits).trimEnd()}\n`
}

/**
 * The edit by which a draft's project file lets words stand; makes the file beside the draft if there is none.
 * Undefined where the client can't do that.
 */
export function standEdit(
  stand: Stand,
  draft: string,
  project: ProjectFile | undefined,
  abilities: ClientAbilities,
): WorkspaceEdit | undefined {
  if (project) {
    const document = TextDocument.create(project.uri, 'jsonc', 0, project.text)
    const options = { formattingOptions, isArrayInsertion: true }
    const edits = modify(project.text.trim() ? project.text : '{}', ['stands', -1], stand, options).map(
      (edit) => ({
        range: rangeOf(document, { start: edit.offset, end: edit.offset + edit.length }),
        newText: edit.content,
      }),
    )
    return editOf(project.uri, null, edits, abilities)
  }
  const uri = URI.parse(draft)
  if (!abilities.createsFiles || uri.scheme === 'untitled') return undefined
  const created = Utils.joinPath(Utils.dirname(uri), 'stet.json').toString()
  const newText = `${JSON.stringify({ stands: [stand] }, null, 2)}\n`
  const start = { line: 0, character: 0 }
  return {
    documentChanges: [
      { kind: 'create', uri: created, options: { ignoreIfExists: true } },
      { textDocument: { uri: created, version: null }, edits: [{ range: { start, end: start }, newText }] },
    ],
  }
}
