/** Unpacks an extension: a ZIP archive in which everything lies under `extension/`. */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { inflateRawSync } from 'node:zlib'

const END_OF_DIRECTORY = 0x06054b50
const END_SIZE = 22
const ENTRY_SIZE = 46
const LOCAL_HEADER_SIZE = 30
const STORED = 0

/** The archive's files, each with its content. */
const filesOf = function* (archive) {
  let end = archive.length - END_SIZE
  while (end >= 0 && archive.readUInt32LE(end) !== END_OF_DIRECTORY) end--
  if (end < 0) throw new Error('not a ZIP archive')
  const count = archive.readUInt16LE(end + 10)
  let entry = archive.readUInt32LE(end + 16)
  for (let i = 0; i < count; i++) {
    const method = archive.readUInt16LE(entry + 10)
    const size = archive.readUInt32LE(entry + 20)
    const nameSize = archive.readUInt16LE(entry + 28)
    const name = archive.toString('utf8', entry + ENTRY_SIZE, entry + ENTRY_SIZE + nameSize)
    const header = archive.readUInt32LE(entry + 42)
    const start =
      header + LOCAL_HEADER_SIZE + archive.readUInt16LE(header + 26) + archive.readUInt16LE(header + 28)
    const content = archive.subarray(start, start + size)
    yield { name, content: method === STORED ? content : inflateRawSync(content) }
    entry += ENTRY_SIZE + nameSize + archive.readUInt16LE(entry + 30) + archive.readUInt16LE(entry + 32)
  }
}

export const unpackVsix = async (vsix, folder) => {
  await rm(folder, { recursive: true, force: true })
  for (const { name, content } of filesOf(await readFile(vsix))) {
    if (!name.startsWith('extension/') || name.endsWith('/')) continue
    const path = join(folder, name.slice('extension/'.length))
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, content)
  }
}
