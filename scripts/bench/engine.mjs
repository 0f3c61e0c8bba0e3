/** The engine as a module of this process, bundled from its source as it stands. */
import fs from 'node:fs'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import { build } from 'esbuild'

const ENTRY = `
  export { createChecker, checkText } from './server/check'
  export { CHECKS } from './server/checks/registry'
  export { DEFAULT_CONFIG } from './server/config/config'
  export { readDraft } from './server/draft/read-draft'
  export { readParagraph } from './server/draft/reading'
  export { finished } from './server/draft/steps'
  export { EditedText } from './server/draft/text'
`

/** Bundles the engine; returns the file's path. */
export async function bundleEngine() {
  const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'stet-bench-')), 'engine.cjs')
  await build({
    stdin: { contents: ENTRY, resolveDir: process.cwd(), loader: 'ts' },
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'cjs',
    mainFields: ['module', 'main'],
    outfile: file,
    logLevel: 'warning',
  })
  return file
}

export const loadEngine = async () => createRequire(import.meta.url)(await bundleEngine())

export const circumstancesOf = ({ DEFAULT_CONFIG }) => ({ config: DEFAULT_CONFIG, today: '2026-01-31' })
