/** How much text a second is checked from nothing: by Stet, its checks one by one, and others. */
import { spawnSync } from 'node:child_process'
import { circumstancesOf } from './engine.mjs'
import { quantile } from './keystrokes.mjs'
import { publishedProse } from './prose.mjs'
import { markdownText, plainText } from './texts.mjs'

export const COLD_SIZE = 300_000

/** Published prose, or made-up drafts where none is at hand. */
export const coldTexts = () =>
  Object.entries({ plaintext: plainText, markdown: markdownText }).map(([languageId, write]) => ({
    languageId,
    text: publishedProse(languageId, COLD_SIZE) ?? write(COLD_SIZE),
  }))

/** Stet as one of the checkers. */
export const stetFrom = (engine) => ({
  name: 'Stet',
  prepare: () => (text, languageId) => engine.checkText(text, languageId, circumstancesOf(engine)),
})

/** Milliseconds of processor time that a run takes: what other programs do meanwhile doesn't count. */
async function timeOf(run) {
  const spent = () => {
    const { user, system } = process.cpuUsage()
    return (user + system) / 1000
  }
  const from = spent()
  await run()
  return spent() - from
}

/** Runs for so many milliseconds at least, and once in any case; the time of each run. */
async function runFor(milliseconds, run) {
  const times = []
  let all = 0
  do {
    times.push(await timeOf(run))
    all += times.at(-1)
  } while (all < milliseconds)
  return times
}

/**
 * The median time of each of some runs, once `warmUp` milliseconds were spent on it: what a process does all day, and not what
 * its compiler does at first. They take `turns` of a second each, so that whatever slows the machine down falls on all of
 * them. One of which a run takes as long as the warm-up has one more, and that is all: some checkers are a hundred times slower,
 * and others load what they need in their first run.
 */
async function timed(runs, { turns, warmUp }) {
  const times = []
  for (const run of runs) times.push(await runFor(warmUp, run))
  for (const [i, run] of runs.entries()) if (times[i][0] > warmUp) times[i] = await runFor(0, run)
  const isSlow = times.map(([first]) => first > warmUp)
  for (const [i, slow] of isSlow.entries()) if (!slow) times[i] = []
  for (let turn = 0; turn < turns; turn++)
    for (const [i, run] of runs.entries()) if (!isSlow[i]) times[i].push(...(await runFor(TURN, run)))
  return times.map((all) => quantile(all, 0.5))
}

const TURN = 1000

/** MB a second of each checker on each text; one that can't be made ready says why it is `missing`. */
export async function measureThroughput({ checkers, texts, effort }) {
  const rows = []
  const ready = []
  for (const { name, prepare } of checkers) {
    try {
      ready.push({ name, check: await prepare() })
    } catch (error) {
      rows.push({ name, missing: String(error.message).split('\n')[0] })
    }
  }
  for (const { text, languageId } of texts) {
    const megabytes = Buffer.byteLength(text) / 1e6
    const times = await timed(
      ready.map(
        ({ check }) =>
          () =>
            check(text, languageId),
      ),
      effort,
    )
    for (const [i, { name }] of ready.entries())
      rows.push({ name, languageId, perSecond: (1000 * megabytes) / times[i] })
  }
  return rows
}

/**
 * The same in several processes, one after the other, of Stet and the checkers without dictionaries: what a compiler makes of a
 * program differs from process to process. The median of each row, and `all` of it.
 */
export function measureInProcesses({ processes, turns, warmUp }) {
  const measured = Array.from({ length: processes }, () => {
    const { stdout, status } = spawnSync(
      process.execPath,
      ['scripts/bench/cold.mjs', turns, warmUp].map(String),
      {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    )
    if (status !== 0) throw new Error('scripts/bench/cold.mjs failed')
    return JSON.parse(stdout.trim().split('\n').at(-1))
  })
  return measured[0].map((row, i) => {
    if (row.missing) return row
    const all = measured.map((rows) => rows[i].perSecond)
    return { ...row, all, perSecond: quantile(all, 0.5) }
  })
}

/** Milliseconds for 1,000 words: of reading alone, of each check, and of all together. */
export async function measureChecks({ engine, text, effort }) {
  const draft = engine.readDraft(text, 'plaintext')
  const context = { draft, date: undefined, ...circumstancesOf(engine) }
  const readings = draft.blocks.map(({ paragraph }) => engine.readParagraph(paragraph))
  const words = text.split(/\s+/).length
  const rows = []
  const of = async (name, run) => rows.push({ name, cost: (1000 * (await timed([run], effort))[0]) / words })
  await of('reading (words, sentences, quotation marks)', () => {
    const { blocks } = engine.readDraft(text, 'plaintext')
    for (const { paragraph } of blocks) engine.readParagraph(paragraph)
  })
  for (const check of engine.CHECKS) {
    await of(check.id, () => {
      const read = check.createReader()
      const facts = readings.map((reading) => read(reading))
      engine.finished(
        check.createFinder()({ ...context, facts }, { from: 0, removed: 0, added: facts.length }),
      )
    })
  }
  const circumstances = circumstancesOf(engine)
  await of('all of it', () => engine.checkText(text, 'plaintext', circumstances))
  return rows
}
