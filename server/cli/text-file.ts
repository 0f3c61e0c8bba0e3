import fs from 'node:fs'
import { Failure, reasonOf } from '../node/failure'

/** A file's text without its byte order mark, and what it takes to write it back as it was. */
export interface TextFile {
  readonly text: string
  readonly mark: boolean
}

/** Reads and decodes a file (UTF-8). Throws a `Failure` that names it. */
export function readTextFile(path: string): TextFile {
  return decode(bytesOf(path), path)
}

function bytesOf(path: string): Buffer {
  try {
    return fs.readFileSync(path)
  } catch (error) {
    throw new Failure(reasonOf(error), path)
  }
}

/** Decodes UTF-8; `name` is for the message of the `Failure` that anything else brings. */
export function decode(bytes: Buffer, name: string): TextFile {
  if (bytes.includes(0)) throw new Failure('it is not a text file (it holds a NUL byte)', name)
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    const mark = text.startsWith('\ufeff')
    return { text: mark ? text.slice(1) : text, mark }
  } catch {
    throw new Failure('it is not UTF-8 text', name)
  }
}

export function writeTextFile(path: string, { text, mark }: TextFile): void {
  try {
    fs.writeFileSync(path, mark ? `\ufeff${text}` : text)
  } catch (error) {
    throw new Failure(`it can't be written: ${reasonOf(error)}`, path)
  }
}
