import type {
  AnnotatedTextEdit,
  SnippetTextEdit,
  TextDocumentEdit,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver'
import type { Fix } from '../checks/check'
import type { ClientAbilities } from './client-abilities'
import { rangeOf } from './diagnostics'
import type { PlacedText } from './draft-document'

/** The edits of a fix, for the version of the draft that they were reckoned from. */
export function workspaceEditOf(
  fix: Pick<Fix, 'edits' | 'snippet'>,
  document: PlacedText,
  abilities: ClientAbilities,
): WorkspaceEdit {
  const edits = fix.edits.map((edit) => {
    const range = rangeOf(document, edit)
    return fix.snippet
      ? { range, snippet: { kind: 'snippet', value: edit.newText } }
      : { range, newText: edit.newText }
  })
  return editOf(document.uri, document.version, edits as TextEdit[], abilities)
}

/** Edits of one document; `version` is null for a file that needs not be open. */
export function editOf(
  uri: string,
  version: number | null,
  edits: (TextEdit | AnnotatedTextEdit | SnippetTextEdit)[],
  { versionedEdits }: ClientAbilities,
): WorkspaceEdit {
  if (!versionedEdits) return { changes: { [uri]: edits as TextEdit[] } }
  const change: TextDocumentEdit = { textDocument: { uri, version }, edits }
  return { documentChanges: [change] }
}
