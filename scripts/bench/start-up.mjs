/** From starting a server to the first diagnostics of a short draft, and what there is to load. */
import fs from 'node:fs'
import { gzipSync } from 'node:zlib'
import { openDraft, startClient } from './client.mjs'
import { FLOOR, STET } from './keystrokes.mjs'

/** `fresh` is Stet where nothing that it compiled at an earlier start is at hand. */
export async function measureStartUp({ text, starts }) {
  const samples = { stet: [], fresh: [], floor: [] }
  await once(STET, text)
  for (let start = 0; start < starts; start++) {
    samples.stet.push(await once(STET, text))
    samples.floor.push(await once(FLOOR, text))
    process.env.NODE_DISABLE_COMPILE_CACHE = '1'
    samples.fresh.push(await once(STET, text))
    delete process.env.NODE_DISABLE_COMPILE_CACHE
  }
  return samples
}

async function once(command, text) {
  const client = await startClient(command)
  await openDraft(client, { uri: 'file:///bench/draft.txt', languageId: 'plaintext', text }).pull()
  const time = performance.now() - client.spawned
  await client.stop()
  return time
}

/** Sizes of the bundles in kB: as they are, and compressed. */
export function bundleSizes() {
  return fs
    .readdirSync('dist')
    .filter((file) => file.endsWith('.js'))
    .map((file) => {
      const content = fs.readFileSync(`dist/${file}`)
      return { file, size: content.length / 1000, compressed: gzipSync(content, { level: 9 }).length / 1000 }
    })
}
