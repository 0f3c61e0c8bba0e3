/**
 * Measures the check for duplicate paragraphs by itself, in process: how long a draft of 100,000 paragraphs takes cold,
 * what it holds in memory, and what a replaced paragraph costs. `node scripts/bench/duplicates.mjs` prints a table, with `--json` its rows.
 */
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import v8 from 'node:v8'
import vm from 'node:vm'
import { load } from '../load.mjs'
import { mixedParagraphs } from './paragraphs.mjs'
import { randomFrom } from './texts.mjs'

const PARAGRAPHS = 100_000
const REPLACED = 10_000
const DRAFTS = 10_000
const DRAFTS_CHANGED = 1_000
const TODAY = '2026-01-31'

v8.setFlagsFromString('--expose-gc')
const collectGarbage = vm.runInNewContext('gc')

/** Rows `{ name, value, unit }`; the text is the same on every machine that has the same corpus. */
export async function measureDuplicates() {
  return [...(await measureOneDraft()), ...(await measureManyDrafts())]
}

async function measureOneDraft() {
  const { duplicateParagraph } = await load('server/checks/duplicate-paragraph/index.ts')
  const { finished } = await load('server/draft/steps.ts')
  const random = randomFrom(1)
  const write = mixedParagraphs(random)
  const draft = draftOf(Array.from({ length: PARAGRAPHS }, write))
  const readParagraph = duplicateParagraph.createReader()
  const factsOf = (paragraph) => readParagraph({ paragraph })

  const before = memory()
  const started = performance.now()
  const facts = draft.blocks.map(({ paragraph }) => factsOf(paragraph))
  const find = duplicateParagraph.createFinder()
  const read = { draft, facts, today: TODAY, date: undefined, config: undefined }
  const found = finished(find(read, { from: 0, removed: 0, added: facts.length }))
  const cold = performance.now() - started
  const held = memory() - before

  const replacements = Array.from({ length: REPLACED }, () => [
    Math.floor(random() * facts.length),
    paragraphOf(write()),
  ])
  const times = replacements.map(([place, paragraph]) => {
    draft.blocks[place] = { start: draft.blocks[place].start, paragraph }
    const from = performance.now()
    facts[place] = factsOf(paragraph)
    finished(find(read, { from: place, removed: 1, added: 1 }))
    return performance.now() - from
  })
  return [
    { name: 'paragraphs', value: facts.length, unit: '' },
    { name: 'text', value: draft.text.length / 1e6, unit: 'MB' },
    { name: 'findings', value: found.filter((here) => here.length).length, unit: '' },
    { name: 'checked cold', value: cold, unit: 'ms' },
    { name: 'held above the text', value: held / 1e6, unit: 'MB' },
    ...slownessOf('paragraph replaced', times),
  ]
}

/** Drafts of ten paragraphs, each of which has one paragraph of the draft before it. */
async function measureManyDrafts() {
  const { createDraftsAcross } = await load('server/across-drafts.ts')
  const random = randomFrom(2)
  const write = mixedParagraphs(random)
  const texts = []
  let last = write()
  for (let i = 0; i < DRAFTS; i++) {
    const paragraphs = [last, ...Array.from({ length: 9 }, write)]
    last = paragraphs[9]
    texts.push(paragraphs.join('\n\n'))
  }
  const pathOf = (i) => `drafts/${String(i).padStart(6, '0')}.txt`

  const before = memory()
  const started = performance.now()
  const index = createDraftsAcross()
  for (const [i, text] of texts.entries()) index.putText(pathOf(i), pathOf(i), text, 'plaintext')
  const found = texts.reduce((sum, _, i) => sum + index.elsewhere(pathOf(i)).length, 0)
  const cold = performance.now() - started
  const held = memory() - before

  const times = Array.from({ length: DRAFTS_CHANGED }, () => {
    const i = Math.floor(random() * DRAFTS)
    const text = `${texts[i]}\n\n${write()}`
    const from = performance.now()
    index.putText(pathOf(i), pathOf(i), text, 'plaintext')
    index.elsewhere(pathOf(i))
    return performance.now() - from
  })
  return [
    { name: 'drafts checked against each other', value: DRAFTS, unit: '' },
    { name: 'found in two drafts', value: found, unit: '' },
    { name: 'read and checked cold', value: cold, unit: 'ms' },
    { name: 'held above their texts', value: held / 1e6, unit: 'MB' },
    ...slownessOf('draft changed', times),
  ]
}

function slownessOf(name, times) {
  const sorted = times.toSorted((a, b) => a - b)
  return [
    { name: `${name}, median`, value: sorted[sorted.length >> 1], unit: 'ms' },
    { name: `${name}, 99 of 100`, value: sorted[Math.floor(sorted.length * 0.99)], unit: 'ms' },
    { name: `${name}, slowest of ${sorted.length}`, value: sorted.at(-1), unit: 'ms' },
  ]
}

const paragraphOf = (source) => ({ kind: 'prose', source, prose: source, opaque: [], emphasised: [] })

function draftOf(sources) {
  let start = 0
  const blocks = sources.map((source) => {
    const block = { start, paragraph: paragraphOf(source) }
    start += source.length + 2
    return block
  })
  return { text: sources.join('\n\n'), language: 'plaintext', layout: 'blank-lines', blocks, marks: [] }
}

function memory() {
  collectGarbage()
  collectGarbage()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}

if (import.meta.url === pathToFileURL(path.resolve(process.argv[1])).href) {
  const rows = await measureDuplicates()
  if (process.argv.includes('--json')) console.log(JSON.stringify(rows))
  else
    for (const { name, value, unit } of rows) {
      const shown = Number.isInteger(value) ? String(value) : value.toFixed(2)
      console.log(`${name.padEnd(40)} ${shown.padStart(10)} ${unit}`)
    }
}
