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
/** How many tokens in a row make a copy for jscpd; with 10 or 50 it finds the same here. */
const LEAST_TOKENS = 25

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
  const stet = timed(() => pairsOfStet(file, text))
  const jscpd = timed(() => pairsOfJscpd(file, folder, lines))
  fs.rmSync(folder, { recursive: true })
  return [
    { name: 'Stet', ...count(stet.value), milliseconds: stet.milliseconds },
    { name: 'jscpd', ...count(jscpd.value), milliseconds: jscpd.milliseconds },
  ]
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

/** Paragraphs of some length; with the most edits, the shortest are no longer alike by Stet's measure. */
const longParagraphs = (write) => () => {
  for (;;) {
    const text = write()
    if (text.split(' ').length >= FEWEST_WORDS) return text
  }
}

function pairsOfStet(file, text) {
  const lines = text.split('\n')
  const paragraphOf = (offset) => paragraphAt(lines, text.slice(0, offset).split('\n').length - 1)
  const { stdout } = spawnSync(process.execPath, ['dist/cli.js', 'check', file, '--format', 'json'], {
    encoding: 'utf8',
    maxBuffer: 1e8,
  })
  return JSON.parse(stdout)
    .files[0].findings.filter(({ check }) => check === 'duplicate-paragraph')
    .map(({ start, related }) => [start, ...related.map((each) => each.start)].map(paragraphOf))
}

function pairsOfJscpd(file, folder, lines) {
  const output = path.join(folder, 'report')
  const settings = [
    '--mode',
    'weak',
    '--min-lines',
    '1',
    '--min-tokens',
    String(LEAST_TOKENS),
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
  return duplicates.map(({ firstFile, secondFile }) => [firstFile, secondFile].flatMap(coveredBy(lines)))
}

/** The paragraphs, each a line, of which a clone covers at least a half; it may reach a few words into the next one. */
const coveredBy =
  (lines) =>
  ({ startLoc, endLoc }) => {
    const covered = []
    for (let line = startLoc.line; line <= endLoc.line; line++) {
      const { length } = lines[line - 1]
      const from = line === startLoc.line ? startLoc.column : 0
      const to = line === endLoc.line ? Math.min(endLoc.column, length) : length
      if (length > 0 && to - from >= length / 2) covered.push(paragraphAt(lines, line - 1))
    }
    return covered
  }

/** Which paragraph stands at a line: so many empty lines stand before it. */
const paragraphAt = (lines, line) => lines.slice(0, line).filter((each) => each === '').length
