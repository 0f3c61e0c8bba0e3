/** What a draft holds of the heap: measured in a process of its own, which can be told to collect. */
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { bundleEngine, circumstancesOf } from './engine.mjs'

/**
 * Bytes a character that a checked draft holds, its text included; then after edits, then after it was let go. The text
 * `before` is checked and let go in front of it.
 */
export async function measureMemory({ text, before, languageId }) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'stet-bench-'))
  const [file, fileBefore] = ['draft', 'before'].map((name) => path.join(folder, name))
  fs.writeFileSync(file, text)
  fs.writeFileSync(fileBefore, before)
  const script = fileURLToPath(import.meta.url)
  const { stdout } = spawnSync(
    process.execPath,
    ['--expose-gc', script, await bundleEngine(), file, fileBefore, languageId],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
  )
  fs.rmSync(folder, { recursive: true })
  return JSON.parse(stdout)
}

async function main([engineFile, file, fileBefore, languageId]) {
  const engine = (await import(engineFile)).default
  // Some of what was let go is given back only in a turn of its own, and some only when what holds it has been.
  const held = async () => {
    for (let i = 0; i < 12; i++) {
      await setImmediate()
      globalThis.gc()
    }
    const { heapUsed, arrayBuffers } = process.memoryUsage()
    return heapUsed + arrayBuffers
  }
  // Earlier drafts have loaded what is loaded once, and had compiled what is compiled: that is no draft's.
  const draftBefore = fs.readFileSync(fileBefore, 'utf8')
  for (let draft = 0; draft < 3; draft++) engine.checkText(draftBefore, languageId, circumstancesOf(engine))
  engine.checkText('The end.', languageId, circumstancesOf(engine))
  const before = await held()
  // As the server keeps a text under edit.
  let text = engine.EditedText.of(fs.readFileSync(file, 'utf8'))
  const { length } = text
  let check = engine.createChecker(languageId)
  check(text, circumstancesOf(engine))
  const open = await held()
  for (let edit = 0; edit < 50; edit++) {
    const at = Math.floor(((edit * 0.618034) % 1) * text.length)
    text = text.edited({ start: at, end: at }, 'x')
    check(text, circumstancesOf(engine), { start: at, end: at, length: 1 })
  }
  const edited = await held()
  check = undefined
  text = undefined
  // The last text that a pattern was tried on is remembered by the language itself.
  engine.checkText('The end.', languageId, circumstancesOf(engine))
  const closed = await held()
  const perCharacter = (bytes) => (bytes - before) / length
  console.log(
    JSON.stringify({ open: perCharacter(open), edited: perCharacter(edited), closed: perCharacter(closed) }),
  )
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(process.argv.slice(2))
