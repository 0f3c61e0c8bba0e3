import {
  type DocumentUri,
  TextDocument,
  type TextDocumentContentChangeEvent,
} from 'vscode-languageserver-textdocument'
import { type Change, merged } from '../draft/change'

/** An open document that remembers how its text has changed since somebody last asked. */
export class DraftDocument {
  private change: Change | undefined

  private constructor(public document: TextDocument) {}

  get uri(): DocumentUri {
    return this.document.uri
  }

  static create(uri: DocumentUri, languageId: string, version: number, content: string): DraftDocument {
    return new DraftDocument(TextDocument.create(uri, languageId, version, content))
  }

  /** Applies what a client sent, in its order: each change counts from the text that the one before has left. */
  static update(
    draft: DraftDocument,
    changes: TextDocumentContentChangeEvent[],
    version: number,
  ): DraftDocument {
    for (const change of changes) {
      draft.change = merged(draft.change, changeOf(draft.document, change))
      draft.document = TextDocument.update(draft.document, [change], version)
    }
    return draft
  }

  /** The change since the last call. */
  takeChange(): Change | undefined {
    const { change } = this
    this.change = undefined
    return change
  }
}

function changeOf(document: TextDocument, change: TextDocumentContentChangeEvent): Change {
  if (!('range' in change)) return { start: 0, end: document.getText().length, length: change.text.length }
  const [a, b] = [document.offsetAt(change.range.start), document.offsetAt(change.range.end)]
  return { start: Math.min(a, b), end: Math.max(a, b), length: change.text.length }
}
