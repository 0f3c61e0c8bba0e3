/** One draft with copies planted in it, read by Stet and by jscpd, which looks for copied code: who finds how many, and how fast. */
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { mixedParagraphs } from './paragraphs.mjs'
import { programOf } from './peers.mjs'
import { randomFrom } from './texts.mjs'

const PARAGRAPHS = 120
const COPIES = 40
const FEWEST_EDITS = 4
const MOST_EDITS = 8
const FEWEST_WORDS = 60
/** How many tokens in a row make a copy for jscpd: the fewer, the more it finds, also of what is none. */
const LEAST_TOKENS = [10, 25, 50]

/** Rows `{ name, exact, edited, of, milliseconds }`. */
export function measurePlanted() {
  const { text, copies } = plantedDraft(randomFrom(11))
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'stet-bench-'))
  const file = path.join(folder, 'draft.md')
  fs.writeFileSync(file, text)
  const count = (pairs) => {
    const found = copies.filter(({ from, to }) =>
      pairs.some((pair) => pair.includes(from) && pair.includes(to)),
    )
    return {
      exact: found.filter(({ edits }) => edits === 0).length,
      edited: found.filter(({ edits }) => edits > 0).length,
      of: COPIES,
    }
  }
  const lines = text.split('\n')
  const paragraphAt = (line) => lines.slice(0, line).filter((each) => each === '').length
  const stet = timed(() =>
    pairsOfStet(file, (offset) => paragraphAt(text.slice(0, offset).split('\n').length - 1)),
  )
  const rows = [
    { name: 'Stet', ...count(stet.value), milliseconds: stet.milliseconds },
    ...LEAST_TOKENS.map((tokens) => {
      const { value, milliseconds } = timed(() => pairsOfJscpd(file, folder, tokens, paragraphAt))
      return { name: `jscpd, from ${tokens} tokens on`, ...count(value), milliseconds }
    }),
  ]
  fs.rmSync(folder, { recursive: true })
  return rows
}

function timed(run) {
  const started = performance.now()
  const value = run()
  return { value, milliseconds: performance.now() - started }
}

function plantedDraft(random) {
  const write = longParagraphs(mixedParagraphs(random))
  const originals = Array.from({ length: PARAGRAPHS }, write)
  const any = (most) => Math.floor(random() * most)
  const copies = Array.from({ length: 2 * COPIES }, (_, i) => {
    const words = originals[i].split(' ')
    const edits = i % 2 ? FEWEST_EDITS + any(MOST_EDITS - FEWEST_EDITS + 1) : 0
    for (let edit = 0; edit < edits; edit++) words[any(words.length)] = `${write().split(' ')[1]}`
    return { from: i, to: PARAGRAPHS + i, edits, text: words.join(' ') }
  })
  return { text: `${[...originals, ...copies.map(({ text }) => text)].join('\n\n')}\n`, copies }
}

/** Paragraphs so long that with the most edits they are still lightly edited. */
const longParagraphs = (write) => () => {
  for (;;) {
    const text = write()
    if (text.split(' ').length >= FEWEST_WORDS) return text
  }
}

function pairsOfStet(file, paragraphAt) {
  const { stdout } = spawnSync(process.execPath, ['dist/cli.js', 'check', file, '--format', 'json'], {
    encoding: 'utf8',
    maxBuffer: 1e8,
  })
  return JSON.parse(stdout)
    .files[0].findings.filter(({ check }) => check === 'duplicate-paragraph')
    .map(({ start, related }) => [start, ...related.map((each) => each.start)].map(paragraphAt))
}

function pairsOfJscpd(file, folder, tokens, paragraphAt) {
  const output = path.join(folder, 'report')
  const settings = [
    '--mode',
    'weak',
    '--min-lines',
    '1',
    '--min-tokens',
    String(tokens),
    '--format',
    'markdown',
    '--max-lines',
    '100000',
    '--max-size',
    '10mb',
  ]
  spawnSync(process.execPath, [
    programOf('jscpd', 'jscpd'),
    ...settings,
    '--reporters',
    'json',
    '--output',
    output,
    file,
  ])
  const { duplicates } = JSON.parse(fs.readFileSync(path.join(output, 'jscpd-report.json'), 'utf8'))
  return duplicates.map(({ firstFile, secondFile }) =>
    [firstFile, secondFile].flatMap(({ start, end }) =>
      Array.from({ length: end - start + 1 }, (_, i) => paragraphAt(start + i - 1)),
    ),
  )
}
