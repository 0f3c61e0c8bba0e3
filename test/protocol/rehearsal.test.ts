import { expect, test } from 'vitest'
import { TextDocumentSyncKind, TextDocuments } from 'vscode-languageserver/node'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { rehearse } from '../../server/lsp/rehearsal'
import { serve } from '../../server/lsp/serve'
import { hostOf } from './client'

const turn = () => new Promise<void>((resolve) => setImmediate(resolve))

test('a rehearsal types into drafts, asks for diagnostics after each key, and closes them', async () => {
  const asked = { open: [] as number[], keys: 0, diagnostics: 0, hovers: 0, actions: 0, closed: 0 }
  await rehearse(
    'markdown',
    (connection) => {
      const documents = new TextDocuments(TextDocument)
      connection.onInitialize(() => ({
        capabilities: { textDocumentSync: TextDocumentSyncKind.Incremental },
      }))
      documents.onDidOpen(({ document }) => {
        asked.open.push(document.getText().length)
        expect(document.languageId).toBe('markdown')
      })
      documents.onDidChangeContent(({ document }) => {
        if (document.version > 1) asked.keys++
      })
      documents.onDidClose(({ document }) => {
        asked.closed++
        expect(document.getText().length).toBeGreaterThan(asked.open.at(-1)!)
      })
      connection.languages.diagnostics.on(() => {
        asked.diagnostics++
        return { kind: 'full', items: [] }
      })
      connection.onHover(() => {
        asked.hovers++
        return null
      })
      connection.onCodeAction(() => {
        asked.actions++
        return []
      })
      documents.listen(connection)
      connection.listen()
    },
    turn,
    2100,
  )
  // The last draft goes with its server.
  expect(asked).toMatchObject({ keys: 2100, diagnostics: 2100, hovers: 42, actions: 42, closed: 2 })
})

test('the server itself goes through it, and no key waits for a turn that doesn’t come', async () => {
  let turns = 0
  await rehearse(
    'plaintext',
    (connection) => serve(connection, hostOf({})),
    () => {
      turns++
      return turn()
    },
    60,
  )
  expect(turns).toBe(60)
})

test('where the server fails, so does the rehearsal, and nothing else', async () => {
  await expect(
    rehearse(
      'plaintext',
      (connection) => {
        connection.onInitialize(() => ({ capabilities: {} }))
        connection.languages.diagnostics.on(() => {
          throw new Error('nothing works')
        })
        connection.listen()
      },
      turn,
      10,
    ),
  ).rejects.toThrow()
})
