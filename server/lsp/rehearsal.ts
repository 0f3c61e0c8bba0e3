import { PassThrough } from 'node:stream'
import {
  type Connection,
  createConnection,
  type DocumentDiagnosticReport,
  type Message,
  type Position,
  ProposedFeatures,
} from 'vscode-languageserver/node'
import { CHECKS } from '../checks/registry'
import type { Language } from '../draft/draft'
import { MessageReader, MessageWriter } from './message-streams'

/** After so many keystrokes nearly all that one runs has become machine code. */
const KEYSTROKES = 3000
/** How long a draft is when it is opened, and how much is typed into it, in UTF-16 code units. */
const OPENED = 4000
const TYPED = 1000
/** After so many keystrokes the editor asks what it asks when the cursor rests. */
const RESTS = 50

/**
 * Practises on the server what an editor will ask of it. Code that has run a few times is interpreted; it takes some thousand
 * keystrokes to become machine code, which is faster. So an editor at which nobody sits types the
 * examples of the documentation into drafts that nobody sees.
 *
 * @param serve Makes a server for a connection.
 * @param turn Comes when nobody else needs the processor; before each keystroke one is waited for.
 */
export async function rehearse(
  language: Language,
  serve: (connection: Connection) => void,
  turn: () => Promise<void>,
  keystrokes = KEYSTROKES,
): Promise<void> {
  const [up, down] = [new PassThrough(), new PassThrough()]
  const connection = createConnection(ProposedFeatures.all, new MessageReader(up), new MessageWriter(down))
  serve(connection)
  try {
    await typeExamples(editorOver(down, up), language, turn, keystrokes)
  } finally {
    connection.dispose()
  }
}

async function typeExamples(
  editor: Editor,
  language: Language,
  turn: () => Promise<void>,
  keystrokes: number,
): Promise<void> {
  await editor.request('initialize', {
    processId: null,
    rootUri: null,
    capabilities: { textDocument: { diagnostic: {} } },
  })
  editor.notify('initialized', {})
  const text = CHECKS.flatMap((check) => check.examples.map(({ draft }) => withoutMarks(draft))).join('\n')
  for (let typed = 0, draft = 0; typed < keystrokes; typed += TYPED, draft++) {
    const from = (draft * (OPENED + TYPED)) % (text.length - OPENED - TYPED)
    const typing = text.slice(from + OPENED, from + OPENED + Math.min(TYPED, keystrokes - typed))
    // Half of what is written is written at the end.
    await typeInto(editor, { language, draft, opened: text.slice(from, from + OPENED), typing }, turn)
  }
}

/** An example as the writer sees it, without the marks of its findings. */
const withoutMarks = (draft: string): string => draft.replace(/⟦|⟧\{[^}]*\}/g, '')

interface Rehearsed {
  readonly language: Language
  readonly draft: number
  readonly opened: string
  readonly typing: string
}

async function typeInto(
  editor: Editor,
  { language, draft, opened, typing }: Rehearsed,
  turn: () => Promise<void>,
): Promise<void> {
  const uri = `stet:rehearsal/${draft}`
  editor.notify('textDocument/didOpen', {
    textDocument: { uri, languageId: language, version: 1, text: opened },
  })
  const lines = opened.split('\n')
  let place: Position =
    draft % 2 === 0
      ? { line: lines.length - 1, character: lines.at(-1)!.length }
      : { line: lines.length >> 1, character: 0 }
  let previousResultId: string | undefined
  for (const [i, letter] of [...typing].entries()) {
    await turn()
    editor.notify('textDocument/didChange', {
      textDocument: { uri, version: i + 2 },
      contentChanges: [{ range: { start: place, end: place }, text: letter }],
    })
    place =
      letter === '\n'
        ? { line: place.line + 1, character: 0 }
        : { line: place.line, character: place.character + letter.length }
    const report = await editor.request('textDocument/diagnostic', {
      textDocument: { uri },
      previousResultId,
    })
    previousResultId = (report as DocumentDiagnosticReport).resultId
    if (i % RESTS !== 0) continue
    await editor.request('textDocument/hover', { textDocument: { uri }, position: place })
    await editor.request('textDocument/codeAction', {
      textDocument: { uri },
      range: { start: { line: place.line, character: 0 }, end: place },
      context: { diagnostics: [] },
    })
  }
  editor.notify('textDocument/didClose', { textDocument: { uri } })
}

type Editor = ReturnType<typeof editorOver>

function editorOver(input: PassThrough, output: PassThrough) {
  const writer = new MessageWriter(output)
  const waiting = new Map<number, (result: unknown) => void>()
  let last = 0
  new MessageReader(input).listen((message) => {
    const { id, result } = message as { id?: number; result?: unknown }
    if (id === undefined) return
    waiting.get(id)?.(result)
    waiting.delete(id)
  })
  const send = (message: object) => void writer.write({ jsonrpc: '2.0', ...message } as Message)
  return {
    notify: (method: string, params: object) => send({ method, params }),
    request: (method: string, params: object): Promise<unknown> =>
      new Promise((resolve) => {
        last++
        waiting.set(last, resolve)
        send({ id: last, method, params })
      }),
  }
}
