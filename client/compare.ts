import {
  commands,
  Disposable,
  EventEmitter,
  Position,
  Range,
  type TextDocument,
  Uri,
  workspace,
} from 'vscode'
import type { Range as ProtocolRange } from 'vscode-languageserver-protocol'

const SCHEME = 'stet-compare'

/** A paragraph of a live draft: offsets that move along as the writer edits around it. */
interface Passage {
  readonly draft: Uri
  start: number
  end: number
}

const moveAlong = (passage: Passage, start: number, removed: number, added: number): void => {
  const end = start + removed
  if (start >= passage.end) return
  const by = added - removed
  if (end <= passage.start) {
    passage.start += by
    passage.end += by
    return
  }
  passage.start = Math.min(passage.start, start)
  passage.end = Math.max(passage.end, end) + by
}

const textOf = (passage: Passage): string => {
  const document = workspace.textDocuments.find((open) => open.uri.toString() === passage.draft.toString())
  if (document === undefined) return ''
  return `${document.getText(new Range(document.positionAt(passage.start), document.positionAt(passage.end))).trimEnd()}\n`
}

/** Two paragraphs of one draft side by side, in the editor's own diff view. */
export const comparePassages = (): Disposable => {
  const passages = new Map<string, Passage>()
  const changes = new EventEmitter<Uri>()

  const remember = (document: TextDocument, range: ProtocolRange): Uri => {
    const line = range.start.line + 1
    const name = document.uri.path.slice(document.uri.path.lastIndexOf('/') + 1)
    const uri = Uri.from({ scheme: SCHEME, path: `/line ${line}/${name}`, query: document.uri.toString() })
    passages.set(uri.toString(), {
      draft: document.uri,
      start: document.offsetAt(new Position(range.start.line, range.start.character)),
      end: document.offsetAt(new Position(range.end.line, range.end.character)),
    })
    changes.fire(uri)
    return uri
  }

  const compare = async (uri: string, earlier: ProtocolRange, later: ProtocolRange): Promise<void> => {
    const document = await workspace.openTextDocument(Uri.parse(uri))
    const title = `Line ${earlier.start.line + 1} ↔ line ${later.start.line + 1}`
    await commands.executeCommand(
      'vscode.diff',
      remember(document, earlier),
      remember(document, later),
      title,
    )
  }

  return Disposable.from(
    changes,
    commands.registerCommand('stet.compare', compare),
    workspace.registerTextDocumentContentProvider(SCHEME, {
      onDidChange: changes.event,
      provideTextDocumentContent: (uri) => {
        const passage = passages.get(uri.toString())
        return passage === undefined ? '' : textOf(passage)
      },
    }),
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      for (const [key, passage] of passages) {
        if (passage.draft.toString() !== document.uri.toString()) continue
        for (const { rangeOffset, rangeLength, text } of contentChanges) {
          moveAlong(passage, rangeOffset, rangeLength, text.length)
        }
        changes.fire(Uri.parse(key))
      }
    }),
    workspace.onDidCloseTextDocument((document) => {
      if (document.uri.scheme === SCHEME) passages.delete(document.uri.toString())
    }),
  )
}
