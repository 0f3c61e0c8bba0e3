/** `npm start [-- DRAFT or FOLDER] [--no-serve] [--port N]`: builds, prints the findings, then serves an editor. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { collectFiles } from './editor-host/collect.mjs'
import { serveEditor } from './editor-host/serve.mjs'
import { stageExtension } from './editor-host/stage.mjs'

const PROJECT = fileURLToPath(new URL('..', import.meta.url))
const USAGE = 'npm start [-- DRAFT or FOLDER] [--no-serve] [--port N]'

const giveUp = (message) => {
  console.error(`stet: ${message}`)
  process.exit(2)
}

const parse = () => {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { 'no-serve': { type: 'boolean', default: false }, port: { type: 'string', default: '0' } },
    })
  } catch (reason) {
    return giveUp(`${reason.message}\n${USAGE}`)
  }
}

const { values, positionals } = parse()
const port = Number(values.port)
if (positionals.length > 1) giveUp(`one draft or folder at a time\n${USAGE}`)
if (!Number.isInteger(port) || port < 0 || port > 65535) giveUp(`no such port: ${values.port}`)

// npm runs this in the project's folder, and says where the writer was.
const here = positionals.length === 0 ? PROJECT : (process.env.INIT_CWD ?? process.cwd())
const draft = positionals[0] ?? 'samples'
if (!existsSync(resolve(here, draft))) giveUp(`there is no draft or folder “${draft}” in ${here}`)

const run = (cwd, ...args) => spawnSync(process.execPath, args, { cwd, stdio: 'inherit' }).status
if (run(PROJECT, 'scripts/build.mjs') !== 0) giveUp('the build failed')
// 1 says that there are findings, which is what this is for.
const status = run(here, join(PROJECT, 'dist', 'cli.js'), 'check', draft)
if (status !== 0 && status !== 1) process.exit(2)
if (values['no-serve']) process.exit(0)

const { files, folder, open } = await collectFiles(resolve(here, draft))
const host = await serveEditor({ extension: await stageExtension(PROJECT), files, folder, open, port }).catch(
  (reason) => giveUp(`can’t serve the editor: ${reason.message}`),
)
console.log(`
VS Code with Stet:  ${host.url}

It is served to this computer alone, and works on a copy in the browser’s memory:
your files stay as they are, and a reload of the page starts afresh. Ctrl+C stops it.`)

process.once('SIGINT', async () => {
  await host.close()
  process.exit(0)
})
