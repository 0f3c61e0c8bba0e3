/** Other checkers of prose, installed on first use into a folder that is not kept: what their throughput is compared with. */
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

const FOLDER = path.resolve('.cache/bench')
const VERSIONS = {
  'write-good': '1.0.8',
  markdownlint: '0.40.0',
  'cspell-lib': '9.8.0',
  'harper.js': '2.10.0',
  'chrono-node': '2.10.3',
  jscpd: '4.0.5',
  rumdl: '0.2.75',
}

/** The peers, each to be made ready by `prepare`; those with large dictionaries are heavy. */
export function peers() {
  install()
  return Object.entries(PEERS).map(([name, prepare]) => ({
    name: `${name} ${VERSIONS[name]}`,
    prepare,
    isHeavy: HEAVY.has(name),
  }))
}

const HEAVY = new Set(['cspell-lib', 'harper.js'])

/** The file of a peer's program. */
export function programOf(peer, program) {
  install()
  const folder = path.join(FOLDER, 'node_modules', peer)
  const { bin } = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'))
  return path.join(folder, typeof bin === 'string' ? bin : bin[program])
}

/** The command of rumdl's server: a program for this machine, which npm brings along; undefined if there is none for it. */
export function rumdlServer() {
  install()
  const folder = path.join(FOLDER, 'node_modules', '@rumdl')
  const programs = fs.existsSync(folder) ? fs.readdirSync(folder) : []
  return programs.length
    ? { name: `rumdl ${VERSIONS.rumdl}`, command: [path.join(folder, programs[0], 'rumdl'), 'server'] }
    : undefined
}

function install() {
  const missing = Object.entries(VERSIONS).filter(
    ([name]) => !fs.existsSync(path.join(FOLDER, 'node_modules', name)),
  )
  if (!missing.length) return
  fs.mkdirSync(FOLDER, { recursive: true })
  fs.writeFileSync(path.join(FOLDER, 'package.json'), '{ "private": true }\n')
  const wanted = Object.entries(VERSIONS).map(([name, version]) => `${name}@${version}`)
  spawnSync('npm', ['install', '--no-audit', '--no-fund', ...wanted], { cwd: FOLDER, stdio: 'inherit' })
}

/** A module of the folder, loaded as if by a file that stands there. */
async function load(name, exports) {
  const file = path.join(FOLDER, `${name.replace(/\W/g, '-')}.mjs`)
  fs.writeFileSync(file, `export ${exports} from '${name}'\n`)
  return import(pathToFileURL(file).href)
}

const PEERS = {
  'write-good': async () => {
    const { default: writeGood } = await load('write-good', '{ default }')
    return (text) => writeGood(text)
  },
  markdownlint: async () => {
    const { lint } = await load('markdownlint/sync', '*')
    return (text) => lint({ strings: { draft: text } })
  },
  'chrono-node': async () => {
    const { parse } = await load('chrono-node', '*')
    return (text) => parse(text)
  },
  'cspell-lib': async () => {
    const { getDefaultSettings, spellCheckDocument } = await load('cspell-lib', '*')
    const settings = await getDefaultSettings()
    return (text, languageId) =>
      spellCheckDocument(
        { uri: 'file:///draft.txt', text, languageId, locale: 'en' },
        { generateSuggestions: false, noConfigSearch: true },
        { ...settings, maxNumberOfProblems: 100_000, maxFileSize: '100MB' },
      )
  },
  'harper.js': async () => {
    const { LocalLinter } = await load('harper.js', '*')
    const { binaryInlined } = await load('harper.js/binaryInlined', '*')
    const linter = new LocalLinter({ binary: binaryInlined })
    await linter.setup()
    return (text, language) => linter.lint(text, { language })
  },
}
