import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import path from 'node:path'
import { afterEach, expect, test } from 'vitest'
import {
  createProtocolConnection,
  IPCMessageReader,
  IPCMessageWriter,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node'

const CLI = path.resolve('dist/cli.js')
const SERVER = path.resolve('dist/server.js')
let server: ChildProcess | undefined
afterEach(() => void server?.kill())

async function diagnosticsFrom(child: ChildProcess, ipc: boolean) {
  server = child
  const connection = ipc
    ? createProtocolConnection(new IPCMessageReader(child), new IPCMessageWriter(child))
    : createProtocolConnection(new StreamMessageReader(child.stdout!), new StreamMessageWriter(child.stdin!))
  connection.listen()
  await connection.sendRequest('initialize', {
    processId: null,
    rootUri: null,
    capabilities: { textDocument: { diagnostic: {} } },
  })
  await connection.sendNotification('initialized', {})
  const uri = 'untitled:draft'
  const textDocument = { uri, languageId: 'plaintext', version: 1, text: 'She came back yesterday.\n' }
  await connection.sendNotification('textDocument/didOpen', { textDocument })
  const report = await connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } })
  await connection.sendRequest('shutdown')
  const ended = new Promise((resolve) => child.on('exit', resolve))
  await connection.sendNotification('exit')
  expect(await ended).toBe(0)
  return report
}

const FOUND = { kind: 'full', items: [{ code: 'vague-time', range: { start: { character: 14 } } }] }

test('the server speaks over stdio', async () => {
  expect(await diagnosticsFrom(spawn(process.execPath, [SERVER, '--stdio']), false)).toMatchObject(FOUND)
})

test('stet lsp is the same server', async () => {
  expect(await diagnosticsFrom(spawn(process.execPath, [CLI, 'lsp', '--stdio']), false)).toMatchObject(FOUND)
})

test('the server speaks over the channel of a process', async () => {
  const child = spawn(process.execPath, [SERVER, '--node-ipc'], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  expect(await diagnosticsFrom(child, true)).toMatchObject(FOUND)
})

test('the server ends with its editor, be that dead', async () => {
  server = spawn(process.execPath, [SERVER, '--stdio'])
  const ended = new Promise((resolve) => server!.on('exit', resolve))
  server.stdin!.end()
  expect(await ended).toBe(1)
})
