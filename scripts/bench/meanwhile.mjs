/** How long a hover and a lightbulb on another draft wait while a large draft is opened and read for the first time. */
import { setTimeout as sleep } from 'node:timers/promises'
import { openDraft, startClient } from './client.mjs'
import { quantile } from './keystrokes.mjs'
import { plainText } from './texts.mjs'

const SMALL = { uri: 'file:///bench/small.txt', languageId: 'plaintext', text: plainText(2000) }

/**
 * Opens `text` beside a small draft and asks again and again about the small one, until the large one has its diagnostics:
 * the milliseconds of the first answer, of the later ones, and of all of it. The floor, which reads nothing, tells what the
 * opening alone costs.
 */
export async function measureMeanwhile({ command, text, languageId }) {
  const client = await startClient(command)
  await openDraft(client, SMALL).pull()
  const begun = performance.now()
  const large = { uri: `file:///bench/large.${languageId === 'markdown' ? 'md' : 'txt'}`, languageId, text }
  let isDone = false
  const done = openDraft(client, large)
    .pull()
    .then(() => {
      isDone = true
    })
  const waits = []
  const textDocument = { uri: SMALL.uri }
  const position = { line: 0, character: 10 }
  for (let turn = 0; !isDone; turn++) {
    const asked = performance.now()
    const question =
      turn % 2
        ? ['textDocument/hover', { textDocument, position }]
        : [
            'textDocument/codeAction',
            { textDocument, range: { start: position, end: position }, context: { diagnostics: [] } },
          ]
    // The floor answers that it has no such thing, as fast as it can.
    await client.request(...question).catch(() => {})
    waits.push(performance.now() - asked)
    await sleep(5)
  }
  await done
  const whole = performance.now() - begun
  process.kill(client.pid)
  // The first question stands behind the text in the stream: it can't be answered before that has arrived.
  const [first, ...later] = waits
  return { whole, first, later }
}

/** The same of Stet and the floor by turns, in so many processes each: medians, and the longest of all later waits. */
export async function measureMeanwhileBeside({ stet, floor, processes, ...draft }) {
  const [own, others] = [[], []]
  for (let turn = 0; turn < processes; turn++) {
    own.push(await measureMeanwhile({ command: stet, ...draft }))
    others.push(await measureMeanwhile({ command: floor, ...draft }))
  }
  const median = (runs, of) => quantile(runs.map(of), 0.5)
  const later = own.flatMap((run) => run.later)
  return {
    first: median(own, ({ first }) => first),
    floor: median(others, ({ first }) => first),
    whole: median(own, ({ whole }) => whole),
    share: (most) => quantile(later, most),
    longest: Math.max(...later),
    longestMedian: median(own, (run) => Math.max(...run.later)),
  }
}

/** One paragraph, nothing but marks, hundreds of thousands of lines, and Markdown of which each character may begin something. */
export const HOSTILE = {
  'one paragraph of 1 MB': { languageId: 'plaintext', text: plainText(1_000_000).replace(/\s+/g, ' ') },
  '1 MB of paragraphs of a letter': { languageId: 'plaintext', text: 'a\n\n'.repeat(333_000) },
  '500 kB of quotation marks': { languageId: 'plaintext', text: '“"‘’”'.repeat(100_000) },
  '500 kB of quotations left open': { languageId: 'plaintext', text: '“a '.repeat(167_000) },
  'Markdown of 500 kB, all brackets': { languageId: 'markdown', text: '[![*_`<'.repeat(72_000) },
  'Markdown of 500 kB, a list within a list': {
    languageId: 'markdown',
    text: Array.from({ length: 5000 }, (_, i) => `${' '.repeat((i % 50) * 2)}- “Hale” said so`).join('\n'),
  },
  'Markdown of 500 kB, one table': {
    languageId: 'markdown',
    text: `| a | b |\n|---|---|\n${'| the river rose | “two feet” |\n'.repeat(16_000)}`,
  },
  'Markdown of 1 MB, a table of small rows': {
    languageId: 'markdown',
    text: `|a|b|\n|-|-|\n${'|x y|today|\n'.repeat(83_000)}`,
  },
  'Markdown of 1 MB, a list of letters': { languageId: 'markdown', text: '- a\n'.repeat(250_000) },
  'Markdown of 500 kB, a list in a quotation of a quotation': {
    languageId: 'markdown',
    text: '> > > - a\n'.repeat(50_000),
  },
  'Markdown of 1 MB, blank lines in a quotation': { languageId: 'markdown', text: '>\n'.repeat(500_000) },
  'Markdown of 1 MB, a fence of letters': {
    languageId: 'markdown',
    text: `\`\`\`\n${'a\n'.repeat(500_000)}`,
  },
  'Markdown of 500 kB, images of nothing': { languageId: 'markdown', text: '![[]()'.repeat(83_000) },
  'Markdown of 500 kB, marks of the writer’s': {
    languageId: 'markdown',
    text: 'a <!-- stet -->'.repeat(33_000),
  },
  'Markdown of 500 kB, marks of lists in one line': { languageId: 'markdown', text: '- '.repeat(250_000) },
}
