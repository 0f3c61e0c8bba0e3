/** Bundles what ships into dist/: two clients, two servers, the command line. CommonJS, as VS Code 1.91 wants it. */
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
  build({ ...onNode, entryPoints: { server: 'server/lsp/node.ts' }, outdir: 'dist' }),
  build({
    ...inBrowser,
    format: 'iife',
    entryPoints: { 'server.browser': 'server/lsp/browser.ts' },
    outdir: 'dist',
  }),
  build({
    ...onNode,
    entryPoints: { cli: 'server/cli/main.ts' },
    outdir: 'dist',
    banner: { js: '#!/usr/bin/env node' },
  }),
])
