import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'

/** Loads a TypeScript module of the project into a script. */
export async function load(entry) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'stet-'))
  const outfile = path.join(folder, 'module.mjs')
  await build({
    entryPoints: [entry],
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile,
    logLevel: 'warning',
    mainFields: ['module', 'main'],
    // Some dependencies ask for Node's own modules as CommonJS does.
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url)",
    },
  })
  try {
    return await import(pathToFileURL(outfile).href)
  } finally {
    fs.rmSync(folder, { recursive: true })
  }
}
