/** How much text a second is checked from nothing, in this process: Stet, its checks one by one, and others. */
import { circumstancesOf } from './engine.mjs'
import { quantile } from './keystrokes.mjs'

/**
 * Median of the milliseconds of processor time that `runs` runs take, once `warmUp` milliseconds were spent on others: what
 * a process does all day, and not what its compiler does at first. What other programs do meanwhile doesn't count. A run
 * that takes that long by itself is the only one: some checkers are a hundred times slower.
 */
async function timed(run, { runs, warmUp }) {
  const spent = () => {
    const { user, system } = process.cpuUsage()
    return (user + system) / 1000
  }
  const timeOne = async () => {
    const from = spent()
    await run()
    return spent() - from
  }
  const begun = spent()
  const times = [await timeOne()]
  if (times[0] > warmUp) return times[0]
  while (spent() - begun < warmUp) await timeOne()
  times.length = 0
  while (times.length < runs) times.push(await timeOne())
  return quantile(times, 0.5)
}

/** MB a second of each checker on each text; one that can't be made ready says why it is `missing`. */
export async function measureThroughput({ checkers, texts, effort }) {
  const rows = []
  for (const { name, prepare } of checkers) {
    try {
      const check = await prepare()
      for (const { text, languageId } of texts) {
        const megabytes = Buffer.byteLength(text) / 1e6
        const perSecond = (1000 * megabytes) / (await timed(() => check(text, languageId), effort))
        rows.push({ name, languageId, perSecond })
      }
    } catch (error) {
      rows.push({ name, missing: String(error.message).split('\n')[0] })
    }
  }
  return rows
}

/** Milliseconds for 1,000 words: of reading alone, of each check, and of all together. */
export async function measureChecks({ engine, text, effort }) {
  const draft = engine.readDraft(text, 'plaintext')
  const context = { draft, date: undefined, ...circumstancesOf(engine) }
  const readings = draft.blocks.map(({ paragraph }) => engine.readParagraph(paragraph))
  const words = text.split(/\s+/).length
  const rows = []
  const of = async (name, run) => rows.push({ name, cost: (1000 * (await timed(run, effort))) / words })
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
