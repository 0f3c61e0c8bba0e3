import { PassThrough } from 'node:stream'
import type {
  CodeAction,
  Diagnostic,
  DocumentDiagnosticReport,
  InitializeResult,
} from 'vscode-languageserver'
import {
  createConnection,
  createProtocolConnection,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node'
import { TextDocument } from 'vscode-languageserver-textdocument'
import type { Host, ProjectFile } from '../../server/lsp/host'
import { serve } from '../../server/lsp/serve'

export const URI = 'file:///drafts/story.txt'

export interface Surroundings {
  readonly pull?: boolean
  readonly extension?: boolean
  readonly settings?: Record<string, unknown>
  readonly projectFile?: ProjectFile
  /** Drafts on the disk, by their addresses. */
  readonly files?: Record<string, string>
}

/** A place to run in that has these files. */
export const hostOf = ({ projectFile, files = {} }: Pick<Surroundings, 'projectFile' | 'files'>): Host => ({
  today: () => '2013-10-15',
  pause: () => new Promise<void>((resolve) => setImmediate(resolve)),
  awaited: () => () => {},
  pageOf: (code) => `file:///docs/${code}.md`,
  projectFile: () => projectFile,
  draftsIn: (folder) => Object.keys(files).filter((uri) => uri.startsWith(folder)),
  readDraft: (uri) => (files[uri] === undefined ? undefined : { languageId: 'plaintext', text: files[uri] }),
})

/** A client that speaks to a server of this process over real streams, as an editor would. */
export async function connect({
  pull = true,
  extension = false,
  settings = {},
  projectFile,
  files = {},
}: Surroundings = {}) {
  const [up, down] = [new PassThrough(), new PassThrough()]
  serve(
    createConnection(new StreamMessageReader(up), new StreamMessageWriter(down)),
    hostOf({ projectFile, files }),
  )
  const connection = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up))
  const published: { uri: string; version?: number; diagnostics: Diagnostic[] }[] = []
  const statuses: { version: number; total: number }[] = []
  const current = { settings }
  connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) =>
    items.map(() => current.settings),
  )
  connection.onRequest('client/registerCapability', () => null)
  const refreshes = { count: 0 }
  connection.onRequest('workspace/diagnostic/refresh', () => {
    refreshes.count++
    return null
  })
  connection.onNotification('textDocument/publishDiagnostics', (params) => void published.push(params))
  connection.onNotification('stet/status', (status) => void statuses.push(status))
  connection.listen()
  const initialized = await connection.sendRequest<InitializeResult>('initialize', {
    processId: null,
    rootUri: null,
    workspaceFolders: [{ uri: 'file:///drafts', name: 'drafts' }],
    ...(extension ? { initializationOptions: { extensionUri: 'file:///extension' } } : {}),
    capabilities: {
      workspace: {
        configuration: true,
        workspaceEdit: { documentChanges: true, resourceOperations: ['create'], snippetEditSupport: true },
        diagnostics: { refreshSupport: true },
      },
      textDocument: {
        publishDiagnostics: { relatedInformation: true },
        ...(pull ? { diagnostic: {} } : {}),
      },
    },
  })
  await connection.sendNotification('initialized', {})
  const draftAt = (uri: string) => draftOf(connection, uri)
  return {
    connection,
    initialized,
    published,
    statuses,
    refreshes,
    current,
    draft: draftOf(connection, URI),
    draftAt,
  }
}

/** What an editor does with one draft. */
function draftOf(connection: ProtocolConnection, uri: string) {
  let document = TextDocument.create(uri, 'plaintext', 0, '')
  const textDocument = { uri }
  return {
    get document() {
      return document
    },
    async open(text: string, languageId = 'plaintext') {
      document = TextDocument.create(uri, languageId, 1, text)
      await connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId, version: 1, text },
      })
    },
    /** Replaces the first occurrence of some words. */
    async replace(words: string, text: string) {
      const start = document.getText().indexOf(words)
      const range = { start: document.positionAt(start), end: document.positionAt(start + words.length) }
      const version = document.version + 1
      const contentChanges = [{ range, text }]
      document = TextDocument.update(document, contentChanges, version)
      await connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version },
        contentChanges,
      })
    },
    close: () => connection.sendNotification('textDocument/didClose', { textDocument }),
    diagnostics: (previousResultId?: string) =>
      connection.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', {
        textDocument,
        previousResultId,
      }),
    /** The actions where some words stand. */
    actions(words: string, only?: string[]) {
      const start = document.getText().indexOf(words)
      const range = { start: document.positionAt(start), end: document.positionAt(start + words.length) }
      const context = { diagnostics: [], ...(only ? { only } : {}) }
      return connection.sendRequest<CodeAction[]>('textDocument/codeAction', { textDocument, range, context })
    },
    hover(words: string) {
      const position = document.positionAt(document.getText().indexOf(words))
      return connection.sendRequest<{ contents: { value: string } } | null>('textDocument/hover', {
        textDocument,
        position,
      })
    },
    /** The text after an action's edits of this draft. */
    after({ edit }: CodeAction) {
      const changes = edit?.documentChanges ?? []
      const edits = changes.flatMap((change) =>
        'edits' in change && change.textDocument.uri === uri ? change.edits : [],
      )
      return TextDocument.applyEdits(document, edits as never)
    },
  }
}
