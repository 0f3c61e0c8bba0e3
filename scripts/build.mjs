/** Bundles what ships into dist/: two clients, two servers, the command line. CommonJS, as VS Code 1.91 wants it. */
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import { build } from 'esbuild'

const common = {
  bundle: true,
  minify: true,
  sourcemap: false,
  legalComments: 'none',
  logLevel: 'warning',
  mainFields: ['module', 'main'],
}
const onNode = {
  ...common,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  external: ['vscode'],
  // What the package has for Node is seventy CommonJS modules, each of which is compiled and run at the start whether a
  // draft has front matter or not. The same code as ES modules is compiled as far as it is called.
  alias: { yaml: './node_modules/yaml/browser/dist/index.js' },
}
const inBrowser = {
  ...common,
  platform: 'browser',
  target: 'es2022',
  mainFields: ['browser', 'module', 'main'],
  external: ['vscode'],
}

await Promise.all([
  build({ ...onNode, entryPoints: { client: 'client/node.ts' }, outdir: 'dist' }),
  build({
    ...inBrowser,
    format: 'cjs',
    entryPoints: { 'client.browser': 'client/browser.ts' },
    outdir: 'dist',
  }),
  program('server', 'server/lsp/node.ts'),
  build({
    ...inBrowser,
    format: 'iife',
    entryPoints: { 'server.browser': 'server/lsp/browser.ts' },
    outdir: 'dist',
  }),
  program('cli', 'server/cli/main.ts', { js: '#!/usr/bin/env node' }),
])

/** A program for Node: its bundle, and what starts it with the code that was compiled of it before. */
async function program(name, entry, banner) {
  const bundle = `${name}.main.js`
  await build({ ...onNode, entryPoints: { [`${name}.main`]: entry }, outdir: 'dist' })
  const version = createHash('sha256')
    .update(fs.readFileSync(`dist/${bundle}`))
    .digest('hex')
    .slice(0, 16)
  await build({
    ...onNode,
    entryPoints: { [name]: 'server/node/launch.ts' },
    outdir: 'dist',
    banner,
    define: { BUNDLE: JSON.stringify(bundle), BUNDLE_VERSION: JSON.stringify(version) },
  })
}
