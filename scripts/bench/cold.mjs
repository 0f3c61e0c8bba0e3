/**
 * Prints how fast Stet and others check a file from nothing, as JSON: `throughput.mjs` runs it as a process of its own.
 *
 *   node scripts/bench/cold.mjs TURNS WARM_UP
 */
import { loadEngine } from './engine.mjs'
import { peers } from './peers.mjs'
import { coldTexts, measureThroughput, stetFrom } from './throughput.mjs'

const [turns, warmUp] = process.argv.slice(2).map(Number)
const checkers = [stetFrom(await loadEngine()), ...peers().filter(({ isHeavy }) => !isHeavy)]
console.log(
  JSON.stringify(await measureThroughput({ checkers, texts: coldTexts(), effort: { turns, warmUp } })),
)
