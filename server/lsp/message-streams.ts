import type { Readable, Writable } from 'node:stream'
import {
  AbstractMessageReader,
  AbstractMessageWriter,
  type DataCallback,
  type Disposable,
  type Message,
} from 'vscode-languageserver/node'

/**
 * The protocol's messages in a stream, as its base protocol frames them ("Content-Length: …", an empty line, JSON in UTF-8). The
 * reader and writer that come with the protocol's library hand each message through half a dozen promises: code of which little
 * is at hand after a pause, and without which a keystroke is answered sooner.
 */
export class MessageReader extends AbstractMessageReader {
  /** What has arrived of the next message, and room for what is to come: ten megabytes come in many pieces. */
  private buffer: Buffer = NO_BYTES
  private held = 0
  /** How many bytes there have to be before it is worth looking: of a message whose header is there, all. */
  private needed = 0

  constructor(private readonly stream: Readable) {
    super()
  }

  listen(callback: DataCallback): Disposable {
    const take = (piece: Buffer) => this.take(piece, callback)
    this.stream.on('data', take)
    this.stream.on('error', (error) => this.fireError(error))
    this.stream.on('close', () => this.fireClose())
    return { dispose: () => void this.stream.off('data', take) }
  }

  private take(piece: Buffer, callback: DataCallback): void {
    let bytes = this.held ? this.joined(piece) : piece
    if (bytes.length < this.needed) return
    for (;;) {
      const framed = this.first(bytes)
      if (!framed) break
      bytes = bytes.subarray(framed.end)
      if (framed.message) callback(framed.message)
    }
    this.buffer = bytes.length ? bytes : NO_BYTES
    this.held = bytes.length
  }

  /** What has arrived before, with another piece. */
  private joined(piece: Buffer): Buffer {
    const held = this.held + piece.length
    if (held > this.buffer.length) {
      const larger = Buffer.allocUnsafe(this.needed ? Math.max(held, this.needed + PIECE) : 2 * held)
      this.buffer.copy(larger, 0, 0, this.held)
      this.buffer = larger
    }
    piece.copy(this.buffer, this.held)
    this.held = held
    return this.buffer.subarray(0, held)
  }

  /** The message that bytes begin with, if it is whole, and where it ends; none, where it can't be read. */
  private first(bytes: Buffer): { readonly message: Message | undefined; readonly end: number } | undefined {
    this.needed = 0
    const headerEnd = bytes.indexOf(HEADER_END)
    if (headerEnd < 0) return undefined
    const start = headerEnd + HEADER_END.length
    const header = bytes.toString('latin1', 0, headerEnd)
    const length = CONTENT_LENGTH.exec(header)
    if (!length) {
      this.fireError(new Error(`A message's header must have a Content-Length. Got: ${header}`))
      return { message: undefined, end: start }
    }
    const end = start + Number(length[1])
    if (bytes.length < end) {
      this.needed = end
      return undefined
    }
    try {
      return { message: JSON.parse(bytes.toString('utf8', start, end)) as Message, end }
    } catch (error) {
      this.fireError(error)
      return { message: undefined, end }
    }
  }
}

const NO_BYTES = Buffer.alloc(0)
/** The last piece of a message may hold the beginning of the next one; no piece is longer than this. */
const PIECE = 65_536
const HEADER_END = '\r\n\r\n'
const CONTENT_LENGTH = /^content-length: *(\d+) *$/im

/** Header and body go out in one piece: the client wakes up once. */
export class MessageWriter extends AbstractMessageWriter {
  constructor(private readonly stream: Writable) {
    super()
    stream.on('error', (error) => this.fireError(error))
    stream.on('close', () => this.fireClose())
  }

  /** Done when the stream has room for more. */
  write(message: Message): Promise<void> {
    const body = JSON.stringify(message)
    const framed = `Content-Length: ${Buffer.byteLength(body)}${HEADER_END}${body}`
    if (this.stream.write(framed)) return WRITTEN
    return new Promise((resolve) => this.stream.once('drain', resolve))
  }

  end(): void {
    this.stream.end()
  }
}

const WRITTEN = Promise.resolve()
