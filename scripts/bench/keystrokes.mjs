/** From keystroke to diagnostics, for Stet and for the floor: the same edits, one beside the other. */
import fs from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { openDraft, startClient } from './client.mjs'
import { randomFrom, sentenceFrom } from './texts.mjs'

export const STET = [process.execPath, 'dist/server.js', '--stdio']
export const FLOOR = [process.execPath, 'scripts/bench/floor-server.mjs', '--stdio']

/** Milliseconds before each edit: a fast typist's, and less for those that nobody measures. */
const PAUSE = 50
const WARM_UP_PAUSE = 10

/** Letters for typing, which never repeat: sentence after sentence. */
function lettersFrom(random) {
  let text = ''
  return () => {
    if (!text) text = ` ${sentenceFrom(random)}`.replace(/[“”"]/g, '')
    const letter = text[0]
    text = text.slice(1)
    return letter
  }
}

/** Where edits are made; each gives the next edit of a document as offset, length to remove, and text. */
const PLACES = {
  /** A line break before everything: each range moves. */
  start: () => () => ({ at: 0, remove: 0, text: '\n' }),
  middle: (random, document) => {
    const letter = lettersFrom(random)
    const text = document.getText()
    let at = text.indexOf('. ', text.length >> 1) + 1
    return () => ({ at: at++, remove: 0, text: letter() })
  },
  /** Behind everything: no range moves. */
  end: (random, document) => {
    const letter = lettersFrom(random)
    let at = document.getText().trimEnd().length
    return () => ({ at: at++, remove: 0, text: letter() })
  },
  /** Anywhere, now and then a deletion, a break or a paragraph. */
  anywhere: (random) => {
    const letter = lettersFrom(random)
    return (document) => {
      const at = Math.floor(random() * document.getText().length)
      const kind = random()
      if (kind < 0.2) return { at, remove: 1 + Math.floor(random() * 20), text: '' }
      if (kind < 0.3) return { at, remove: 0, text: '\n\n' }
      if (kind < 0.35) return { at, remove: 0, text: `\n\n${sentenceFrom(random)}\n\n` }
      return { at, remove: 0, text: letter() }
    }
  },
}

/**
 * Types into a draft that Stet and the floor have open. Where `echo` is set the floor sends Stet's own answer, handed to
 * it beforehand, so that the two differ in what it costs to find it.
 */
export async function measureKeystrokes({ text, languageId, place, edits, warmUp, burst = 1, seed = 7 }) {
  const random = randomFrom(seed)
  const uri = `file:///bench/draft.${languageId === 'markdown' ? 'md' : 'txt'}`
  let document = TextDocument.create(uri, languageId, 1, text)
  const next = PLACES[place](random, document)
  const [stet, floor] = await Promise.all([startClient(STET), startClient(FLOOR)])
  const drafts = [openDraft(stet, { uri, languageId, text }), openDraft(floor, { uri, languageId, text })]
  let last = await drafts[0].pull()
  let items = last.items
  await drafts[1].pull()

  const samples = { stet: [], floor: [], work: { stet: [], floor: [] }, unchanged: 0 }
  for (let edit = 0; edit < warmUp + edits; edit++) {
    const changes = []
    for (let key = 0; key < burst; key++) {
      const { at, remove, text: inserted } = next(document)
      const range = { start: document.positionAt(at), end: document.positionAt(at + remove) }
      changes.push({ range, text: inserted })
      document = TextDocument.update(document, [changes.at(-1)], edit + 2)
    }
    const timed = async (client, draft) => {
      await sleep(edit < warmUp ? WARM_UP_PAUSE : PAUSE)
      const worked = workOf(client.pid)
      const begun = performance.now()
      for (const change of changes) draft.change([change])
      const answer = await draft.pull()
      return { time: performance.now() - begun, work: workOf(client.pid) - worked, answer }
    }
    const first = await timed(stet, drafts[0])
    last = first.answer
    if (last.kind === 'full') items = last.items
    floor.notify('bench/answer', last.kind === 'full' ? { kind: 'full', items } : { kind: 'full', items: [] })
    const second = await timed(floor, drafts[1])
    if (edit < warmUp) continue
    samples.stet.push(first.time)
    samples.floor.push(second.time)
    samples.work.stet.push(first.work)
    samples.work.floor.push(second.work)
    if (last.kind === 'unchanged') samples.unchanged++
  }
  const late = stet.asked.get('workspace/diagnostic/refresh') ?? 0
  await Promise.all([stet.stop(), floor.stop()])
  return { ...samples, items, text: document.getText(), uri, late }
}

/**
 * Milliseconds for which a process's main thread has had a processor: what a machine that does other things beside can't
 * blur. NaN where the system doesn't tell.
 */
function workOf(pid) {
  try {
    return Number(fs.readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6
  } catch {
    return Number.NaN
  }
}

/** The findings of a text that a new process gives. */
export async function freshItems({ text, languageId, uri }) {
  const client = await startClient(STET)
  const { items } = await openDraft(client, { uri, languageId, text }).pull()
  await client.stop()
  return items
}

export const quantile = (samples, share) => {
  const sorted = [...samples].sort((a, b) => a - b)
  const at = (sorted.length - 1) * share
  const low = Math.floor(at)
  return sorted[low] + ((sorted[low + 1] ?? sorted[low]) - sorted[low]) * (at - low)
}

/** Median and 95 % of the milliseconds from a letter at the end to its diagnostics, for whatever server pulls them. */
export async function measureServer({ command, text, languageId, edits, warmUp }) {
  const client = await startClient(command)
  // Some servers want the whole text with each change.
  const takesWhole = client.capabilities.textDocumentSync.change === 1
  const uri = `file:///bench/draft.${languageId === 'markdown' ? 'md' : 'txt'}`
  let document = TextDocument.create(uri, languageId, 1, text)
  const next = PLACES.end(randomFrom(7), document)
  const draft = openDraft(client, { uri, languageId, text })
  try {
    await inPatience(draft.pull())
    const samples = []
    for (let edit = 0; edit < warmUp + edits; edit++) {
      const { at, text: inserted } = next(document)
      const range = { start: document.positionAt(at), end: document.positionAt(at) }
      document = TextDocument.update(document, [{ range, text: inserted }], edit + 2)
      const change = takesWhole ? { text: document.getText() } : { range, text: inserted }
      await sleep(edit < warmUp ? WARM_UP_PAUSE : PAUSE)
      const begun = performance.now()
      draft.change([change])
      await inPatience(draft.pull())
      if (edit >= warmUp) samples.push(performance.now() - begun)
    }
    return [quantile(samples, 0.5), quantile(samples, 0.95)]
  } finally {
    // Not every server ends when it is asked to.
    process.kill(client.pid)
  }
}

/** Milliseconds after which a server that was asked will never answer. */
const PATIENCE = 20_000

async function inPatience(asked) {
  const waited = new AbortController()
  const never = sleep(PATIENCE, undefined, { signal: waited.signal }).then(() => {
    throw new Error(`no answer in ${PATIENCE / 1000} seconds`)
  })
  never.catch(() => {})
  try {
    return await Promise.race([asked, never])
  } finally {
    waited.abort()
  }
}
