/**
 * Everything that can be tested here: format and lint, types, unit tests, tests of the built package, editors.
 *
 *   node scripts/test.mjs [--require-editors]
 *
 * What can't run is said in plain words; with --require-editors an editor that is missing is a failure.
 * Ends with one line: N passed, N failed, N skipped.
 */
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

const temp = fs.mkdtempSync(path.join(os.tmpdir(), 'stet-test-'))
const total = { passed: 0, failed: 0, skipped: 0 }
const asides = []

const node = (args, options = {}) => spawnSync(process.execPath, args, { stdio: 'inherit', ...options })
const say = (text) => console.log(`\n── ${text}`)

function step(title, ...args) {
  say(title)
  total[node(args).status === 0 ? 'passed' : 'failed']++
}

function vitest(title, ...options) {
  say(title)
  const report = path.join(temp, `${title.replace(/\W+/g, '-')}.json`)
  const args = [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]
  const { status } = node([...args, ...options])
  if (!fs.existsSync(report)) {
    total.failed++
    return
  }
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(
    fs.readFileSync(report, 'utf8'),
  )
  total.passed += numPassedTests
  total.failed += numFailedTests || (status === 0 ? 0 : 1)
  total.skipped += numPendingTests + numTodoTests
}

function editors(title, ...options) {
  say(title)
  const { stdout, status } = node(['scripts/test-editors.mjs', ...options], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const text = String(stdout)
  process.stdout.write(text)
  const counts = [...text.matchAll(/^(\d+) passed, (\d+) failed, (\d+) skipped$/gm)].at(-1)
  if (!counts) {
    total.failed++
    return
  }
  total.passed += Number(counts[1])
  total.failed += Number(counts[2]) || (status === 0 ? 0 : 1)
  total.skipped += Number(counts[3])
  for (const [line] of text.matchAll(/^Skipped .*$/gm)) asides.push(line)
}

step('format and lint', 'node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.')
step('types', 'node_modules/typescript/bin/tsc', '-p', 'tsconfig.json')
step(
  'types of the pure core, which knows neither Node nor a browser',
  'node_modules/typescript/bin/tsc',
  '-p',
  'server/tsconfig.core.json',
)
vitest('unit tests')
step('build', 'scripts/build.mjs')
vitest('tests of the built package', '--config', 'vitest.package.config.mts')
editors('editors', ...(process.argv.includes('--require-editors') ? ['--require'] : []))

fs.rmSync(temp, { recursive: true })
for (const line of asides) console.log(line)
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`)
process.exitCode = total.failed ? 1 : 0
