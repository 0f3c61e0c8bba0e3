/** Builds and packs the extension: stet-VERSION.vsix. */
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'

const { name, version } = JSON.parse(fs.readFileSync('package.json', 'utf8'))
const run = (...args) => execFileSync(process.execPath, args, { stdio: 'inherit' })

run('scripts/build.mjs')
run(
  'node_modules/@vscode/vsce/vsce',
  'package',
  '--no-dependencies',
  '--allow-missing-repository',
  '--no-rewrite-relative-links',
  '--out',
  `${name}-${version}.vsix`,
)
