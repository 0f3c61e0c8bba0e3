import { PassThrough } from 'node:stream'
import { expect, test } from 'vitest'
import type { Message } from 'vscode-languageserver/node'
import { MessageReader, MessageWriter } from '../../server/lsp/message-streams'

const framed = (body: string): Buffer =>
  Buffer.from(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`)

/** What a reader takes out of pieces that arrive one after the other. */
function readFrom(pieces: readonly Buffer[]) {
  const stream = new PassThrough()
  const messages: Message[] = []
  const errors: string[] = []
  const reader = new MessageReader(stream)
  reader.onError((error) => errors.push(error.message))
  reader.listen((message) => messages.push(message))
  for (const piece of pieces) stream.emit('data', piece)
  return { messages, errors }
}

const FIRST = { jsonrpc: '2.0', method: 'say', params: 'São “Paulo” 😀' }
const SECOND = { jsonrpc: '2.0', method: 'go' }

test('messages that arrive in one piece', () => {
  const both = Buffer.concat([framed(JSON.stringify(FIRST)), framed(JSON.stringify(SECOND))])
  expect(readFrom([both])).toEqual({ messages: [FIRST, SECOND], errors: [] })
})

test('messages cut anywhere, within a header or a letter too', () => {
  const both = Buffer.concat([framed(JSON.stringify(FIRST)), framed(JSON.stringify(SECOND))])
  for (let size = 1; size < 40; size++) {
    const pieces = []
    for (let at = 0; at < both.length; at += size) pieces.push(both.subarray(at, at + size))
    expect(readFrom(pieces)).toEqual({ messages: [FIRST, SECOND], errors: [] })
  }
})

test('headers in any case and order, with a content type', () => {
  const body = JSON.stringify(SECOND)
  const header = `content-type: application/vscode-jsonrpc; charset=utf-8\r\ncontent-length:${body.length}\r\n\r\n`
  expect(readFrom([Buffer.from(header + body)]).messages).toEqual([SECOND])
})

test('what can’t be read is told, and what follows is read', () => {
  const { messages, errors } = readFrom([
    Buffer.from('Length: 3\r\n\r\n'),
    framed('{"jsonrpc":'),
    framed(JSON.stringify(SECOND)),
  ])
  expect(messages).toEqual([SECOND])
  expect(errors).toEqual([
    "A message's header must have a Content-Length. Got: Length: 3",
    expect.stringMatching(/JSON/),
  ])
})

test('ten megabytes in pieces of a pipe are put together once', () => {
  const body = JSON.stringify({ jsonrpc: '2.0', method: 'open', params: 'x'.repeat(10_000_000) })
  const bytes = framed(body)
  const pieces = []
  for (let at = 0; at < bytes.length; at += 65_536) pieces.push(bytes.subarray(at, at + 65_536))
  const { messages } = readFrom(pieces)
  expect(JSON.stringify(messages[0])).toBe(body)
})

test('a message is written in one piece, its length in bytes', async () => {
  const stream = new PassThrough()
  const pieces: string[] = []
  stream.on('data', (piece: Buffer) => pieces.push(piece.toString()))
  await new MessageWriter(stream).write(FIRST as Message)
  expect(pieces).toEqual([framed(JSON.stringify(FIRST)).toString()])
})

test('where the stream is full, writing waits until it has room', async () => {
  const stream = new PassThrough({ highWaterMark: 8 })
  let isWritten = false
  const written = new MessageWriter(stream).write(FIRST as Message).then(() => {
    isWritten = true
  })
  await new Promise((resolve) => setImmediate(resolve))
  expect(isWritten).toBe(false)
  stream.resume()
  await written
})
