/**
 * Measures how fast Stet is, beside a floor that does nothing and beside other checkers, and writes docs/benchmarks.md and
 * media/benchmarks.svg.
 *
 *   npm run bench [-- --quick [--write]]
 *
 * Fails if what Stet finds after all edits is not what a new process finds, or if a late answer follows an answer.
 */
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import { measureActivation } from './activation.mjs'
import { measureCheckAlone } from './check-alone.mjs'
import { loadEngine } from './engine.mjs'
import { FLOOR, freshItems, measureKeystrokes, measureServer, quantile, STET } from './keystrokes.mjs'
import { HOSTILE, measureMeanwhileBeside } from './meanwhile.mjs'
import { measureMemory } from './memory.mjs'
import { peers, rumdlServer } from './peers.mjs'
import { milliseconds, pictureOf } from './picture.mjs'
import { measurePlanted } from './planted.mjs'
import { bundleSizes, measureStartUp } from './start-up.mjs'
import { markdownText, plainText } from './texts.mjs'
import { COLD_SIZE, coldTexts, measureChecks, measureInProcesses, measureThroughput } from './throughput.mjs'

const quick = process.argv.includes('--quick')
/** A quick run has fewer edits, places and runs, says so, and only prints unless it is to be kept. */
const writes = !quick || process.argv.includes('--write')
const problems = []
const say = (line) => console.log(line)

const SIZES = { '10 kB': 10_000, '100 kB': 100_000, '1 MB': 1_000_000, '10 MB': 10_000_000 }
const LANGUAGES = [
  { languageId: 'plaintext', language: 'Plain text', write: plainText },
  { languageId: 'markdown', language: 'Markdown', write: markdownText },
]
const PLACES = quick ? ['start', 'end'] : ['start', 'middle', 'end', 'anywhere']
const PLACE_NAMES = {
  start: 'a line break at the start',
  middle: 'typing in the middle',
  end: 'typing at the end',
  anywhere: 'edits anywhere',
  burst: 'bursts of ten at the end',
}

/** The reach: Stet's median against the floor's. */
const REACH = {
  plaintext: { '10 kB': 1.5, '100 kB': 1.5, '1 MB': 2, '10 MB': 2.5 },
  markdown: { '10 kB': 3, '100 kB': 2.5, '1 MB': 2.5, '10 MB': 3.5 },
}

spawnSync(process.execPath, ['scripts/build.mjs'], { stdio: 'inherit' })
// First, while the machine does nothing else: other checkers leave threads behind that are still busy.
const alone = duplicates()
const sections = [
  await keystrokes(),
  await meanwhile(),
  await throughput(),
  memory(await memoryRows()),
  await startUp(),
  alone,
]
const written = [introduction(), ...sections.filter(Boolean)].join('\n\n')
if (writes) fs.writeFileSync('docs/benchmarks.md', `${written}\n`)
say(`\n${written}`)
for (const problem of problems) say(`FAILED: ${problem}`)
process.exitCode = problems.length ? 1 : 0

function introduction() {
  const [{ model }] = os.cpus()
  const { version } = JSON.parse(fs.readFileSync('package.json', 'utf8'))
  return [
    '# Benchmarks',
    '<!-- Written by `npm run bench`; do not edit. -->',
    `Stet ${version}, Node ${process.versions.node}, ${os.type()} ${os.release()}, ${os.cpus().length} × ${model.trim()}, ${Math.round(os.totalmem() / 1e9)} GB, load ${os
      .loadavg()
      .map((load) => load.toFixed(1))
      .join(
        ' / ',
      )}. The drafts are varied English made from a seed by \`scripts/bench/texts.mjs\`.${quick ? ' A quick run (`npm run bench -- --quick --write`): fewer edits, places and runs than the whole one.' : ''}`,
  ].join('\n\n')
}

function table(head, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map((_, i) => (i ? '---:' : '---'))), ...rows.map(line)].join('\n')
}

async function keystrokes() {
  const rows = []
  const drawn = []
  const parts = []
  for (const { languageId, language, write } of LANGUAGES) {
    for (const [size, bytes] of Object.entries(SIZES)) {
      const text = write(bytes)
      const isLarge = bytes > 1_000_000
      const places = size === '100 kB' && !quick ? [...PLACES, 'burst'] : PLACES
      for (const place of places) {
        const measured = await measureKeystrokes({
          text,
          languageId,
          place: place === 'burst' ? 'end' : place,
          burst: place === 'burst' ? 10 : 1,
          warmUp: isLarge ? (quick ? 20 : 60) : quick ? 100 : 200,
          edits: isLarge ? (quick ? 20 : 40) : quick ? 40 : 100,
        })
        const what = `${language}, ${size}, ${PLACE_NAMES[place]}`
        if (measured.late) problems.push(`${what}: a refresh followed an answer`)
        const fresh = await freshItems({ text: measured.text, languageId, uri: measured.uri })
        if (JSON.stringify(fresh) !== JSON.stringify(measured.items)) {
          problems.push(`${what}: a new process finds something else`)
        }
        const [stet, floor] = [quantile(measured.stet, 0.5), quantile(measured.floor, 0.5)]
        const ratio = (share, samples = measured) =>
          (quantile(samples.stet, share) / quantile(samples.floor, share)).toFixed(2)
        rows.push([
          `${language}, ${size}`,
          PLACE_NAMES[place],
          ...[0.5, 0.95, 1].map((share) => milliseconds(quantile(measured.stet, share))),
          milliseconds(floor),
          `${ratio(0.5)} (${REACH[languageId][size]})`,
          `${ratio(0.95)} (${languageId === 'markdown' ? 4 : 3})`,
          Number.isNaN(measured.work.stet[0]) ? '–' : ratio(0.5, measured.work),
          `${measured.unchanged}/${measured.stet.length}`,
        ])
        if (place === 'end') drawn.push({ name: `${language}, ${size}`, stet, floor })
        if (place === 'end' && languageId === 'plaintext' && bytes <= 100_000) {
          const [work, floorWork] = [measured.work.stet, measured.work.floor].map((of) => quantile(of, 0.5))
          parts.push([size, ...[floorWork, work, ...(await checkedAlone(text))].map((ms) => ms.toFixed(2))])
        }
        say(rows.at(-1).join('  '))
      }
    }
  }
  if (writes) fs.writeFileSync('media/benchmarks.svg', pictureOf(drawn))
  return [
    '## From keystroke to diagnostics',
    'Over the real protocol: the change goes out, the diagnostics are asked for, the clock stops when they are parsed. The floor is a server that keeps the text and reads nothing; where Stet sends findings anew, the floor sends the same answer, handed to it beforehand. Both get the same edits, one beside the other, each after a pause of 50 ms, as a fast typist makes; 200 others (60 of the largest drafts) warm them up before. In brackets: what is to be reached. “Work” compares the processor time of the two main threads, which other programs on the machine don’t blur. “Unchanged” counts the answers that said so.',
    table(
      [
        'Draft',
        'Edits',
        'median',
        '95 %',
        'worst',
        'floor',
        'median ÷ floor',
        '95 % ÷ floor',
        'work ÷ floor',
        'unchanged',
      ],
      rows,
    ),
    ...(await besideRumdl()),
    'Where the time goes at the end of plain text, in milliseconds of work. The floor takes in the change and writes an answer, and so does Stet. What Stet does beside is to check the one paragraph that changed. The last four columns are this check alone, in a process that does nothing else: a check that follows a pause (here of 10 ms) takes longer than one that follows another, for little of its code and data is still at hand, and in the server, where much else runs in between, it takes longer still.',
    table(['Draft', 'floor', 'Stet', 'check alone', 'of a few words', 'without pauses', 'both'], parts),
  ].join('\n\n')
}

/** The fastest server of another checker that npm has, on Markdown: its checks are of marks and lines. */
async function besideRumdl() {
  const rumdl = rumdlServer()
  if (!rumdl) return []
  const rows = []
  for (const [size, bytes] of Object.entries(SIZES)) {
    if (bytes > 1_000_000) continue
    const effort = {
      text: markdownText(bytes),
      languageId: 'markdown',
      edits: quick ? 15 : 40,
      warmUp: quick ? 20 : 200,
    }
    const own = await measureServer({ command: STET, ...effort })
    const other = await measureServer({ command: rumdl.command, ...effort }).catch(({ message }) =>
      say(`Left out: ${rumdl.name} at ${size} (${message})`),
    )
    rows.push([size, ...own.map(milliseconds), ...(other?.map(milliseconds) ?? ['no answer', '–'])])
  }
  return [
    `Typing at the end of Markdown, beside the server of ${rumdl.name}, a linter of Markdown in Rust:`,
    table(['Draft', 'Stet, median', '95 %', 'rumdl, median', '95 %'], rows),
  ]
}

/** Milliseconds of the check alone: as one types; a paragraph of a few words; without pauses; both. */
async function checkedAlone(text) {
  const engine = await loadEngine()
  const effort = { engine, text, edits: quick ? 100 : 300, warmUp: 200 }
  const of = (gap, short) => measureCheckAlone({ ...effort, gap, short })
  return [await of(10, false), await of(10, true), await of(0, false), await of(0, true)]
}

/** What others wait for while a draft is read for the first time. */
async function meanwhile() {
  const texts = {
    'plain text of 10 MB': { languageId: 'plaintext', text: plainText(10_000_000) },
    'Markdown of 10 MB': { languageId: 'markdown', text: markdownText(10_000_000) },
    ...HOSTILE,
  }
  const processes = quick ? 2 : 5
  const rows = []
  for (const [name, draft] of Object.entries(texts)) {
    const measured = await measureMeanwhileBeside({ stet: STET, floor: FLOOR, processes, ...draft })
    const { first, floor, whole, share, longestMedian, longest } = measured
    const cells = [first, floor, whole, share(0.5), share(0.95), longestMedian, longest]
    rows.push([name, ...cells.map(milliseconds)])
  }
  return [
    '## While a large draft is read',
    `A draft is opened in a process that has just begun, and until its first diagnostics are there a hover and a lightbulb on another draft are asked for by turns; ${processes} times, each in a process of its own. To be reached: a wait of 50 ms at the most. The first question is asked right behind the text, and can’t be answered before that has arrived: what the floor needs too, which only receives it (of 10 MB: a pipe, UTF-8, JSON), is none of the check’s.`,
    table(
      [
        'Draft that is opened',
        'first answer',
        'the floor’s',
        'is read in',
        'later answers, median',
        '95 %',
        'longest of a process, median',
        'of all',
      ],
      rows,
    ),
  ].join('\n\n')
}

async function throughput() {
  const effort = quick ? { turns: 2, warmUp: 2000 } : { turns: 4, warmUp: 4000 }
  const processes = quick ? 3 : 7
  const others = peers()
  const rows = measureInProcesses({ processes, ...effort })
  const texts = coldTexts()
  const checks = await measureChecks({ engine: await loadEngine(), text: texts[0].text, effort })
  // The dictionaries of these make the heap large and each collection slow: they are loaded when all else is done.
  const heavy = others.filter(({ isHeavy }) => isHeavy)
  rows.push(...(await measureThroughput({ checkers: heavy, texts, effort })))
  for (const { name, missing } of rows) if (missing) say(`Left out: ${name} (${missing})`)
  const of = (name, languageId) => rows.find((row) => row.name === name && row.languageId === languageId)
  const cells = (name) =>
    LANGUAGES.flatMap(({ languageId }) => {
      const measured = of(name, languageId)
      if (!measured) return ['not to be had', '–']
      const { perSecond } = measured
      return [
        `${perSecond.toFixed(2)} MB/s`,
        `${(of('Stet', languageId).perSecond / perSecond).toFixed(1)} ×`,
      ]
    })
  const linter = rows.find(
    ({ name, languageId }) => name.startsWith('markdownlint') && languageId === 'plaintext',
  )
  return [
    '## Checking a file from nothing',
    `In one process, ${COLD_SIZE / 1000} kB of published prose at a time (of the made-up drafts where none is at hand), all checks on; MB for each second of processor time, median of the runs of ${effort.turns} turns of a second after ${effort.warmUp / 1000} seconds to warm up, and of ${processes} processes one after the other (those with dictionaries by themselves, in one). What each of the others checks is something else: the figures say what a reader waits for, not who is better.`,
    table(
      ['', 'plain text', 'Stet is faster', 'Markdown', 'Stet is faster'],
      ['Stet', ...others.map(({ name }) => name)].map((name) => [name, ...cells(name)]),
    ),
    linter
      ? `To be reached on plain text: five times markdownlint. In the processes one by one: ${linter.all
          .map((perSecond, i) => of('Stet', 'plaintext').all[i] / perSecond)
          .sort((a, b) => a - b)
          .map((ratio) => ratio.toFixed(1))
          .join(', ')}.`
      : '',
    `Milliseconds of processor time for 1,000 words of plain text.`,
    table(
      ['', 'ms'],
      checks.map(({ name, cost }) => [name, cost.toFixed(2)]),
    ),
  ].join('\n\n')
}

async function memoryRows() {
  const rows = []
  for (const { languageId, language, write } of LANGUAGES) {
    const held = await measureMemory({ text: write(1_000_000), before: write(1_000_000, 2), languageId })
    rows.push([language, ...[held.open, held.edited, held.closed].map((bytes) => bytes.toFixed(1))])
  }
  return rows
}

function memory(rows) {
  return [
    '## Memory',
    'Bytes of heap and buffers for each character of a draft of 1 MB, its text included, after a collection (to be reached: 10, and back to nothing). Another draft of that kind was checked and let go before, for what was compiled on the way stays for all.',
    table(['Draft', 'checked', 'after 50 edits', 'let go'], rows),
  ].join('\n\n')
}

async function startUp() {
  const { stet, fresh, floor } = await measureStartUp({ text: plainText(10_000), starts: quick ? 5 : 15 })
  const [own, first, other] = [stet, fresh, floor].map((samples) => quantile(samples, 0.5))
  return [
    '## Starting',
    `From starting the process to the first diagnostics of a draft of 10 kB: ${milliseconds(own)}, the floor ${milliseconds(other)} (${(own / other).toFixed(2)} ×; to be reached: 1.3 ×). The very first time, when nothing compiled has been kept yet, ${milliseconds(first)} (${(first / other).toFixed(2)} ×).`,
    await activation(),
    table(
      ['Bundle', 'kB', 'compressed'],
      bundleSizes().map(({ file, size, compressed }) => [file, size.toFixed(0), compressed.toFixed(0)]),
    ),
  ].join('\n\n')
}

async function activation() {
  const measured = await measureActivation({ starts: quick ? 1 : 5 })
  if (!measured)
    return 'How long the extension takes to activate was not measured: VS Code is fetched by the tests of the editors.'
  const [[, own], ...others] = measured
  const beside = others.map(([name, time]) => `${name} ${milliseconds(time)}`).join(', ')
  return `In VS Code the extension takes ${milliseconds(own)} to activate, from loading its bundle to the server’s first answer, as “Show Running Extensions” has it; of what comes with VS Code: ${beside}.`
}

/** The check for duplicate paragraphs has measurements of its own. */
function duplicates() {
  // In a process of its own, so that its memory is its own.
  const { stdout } = spawnSync(process.execPath, ['scripts/bench/duplicates.mjs', '--json'], {
    encoding: 'utf8',
    maxBuffer: 1e8,
  })
  const rows = JSON.parse(stdout)
  return [
    '## Duplicate paragraphs alone',
    table(
      ['', ''],
      rows.map(({ name, value, unit }) => [name, `${Math.round(value * 1000) / 1000} ${unit}`.trim()]),
    ),
    'A draft of 200 paragraphs, 80 of them copies of others, beside a finder of copied code (25 tokens in a row):',
    table(
      ['', 'exact copies found', 'copies with 4 to 8 words changed', 'time with start-up'],
      measurePlanted().map(({ name, exact, edited, of, milliseconds: time }) => [
        name,
        `${exact} of ${of}`,
        `${edited} of ${of}`,
        milliseconds(time),
      ]),
    ),
  ].join('\n\n')
}
