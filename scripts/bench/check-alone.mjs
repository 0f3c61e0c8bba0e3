/** What a keystroke costs in the engine alone, without a protocol: with the pauses of typing, and without. */
import { setTimeout as sleep } from 'node:timers/promises'
import { circumstancesOf } from './engine.mjs'
import { quantile } from './keystrokes.mjs'
import { randomFrom, sentenceFrom } from './texts.mjs'

/** So many letters of typing make a short paragraph. */
const SHORT = 40

/**
 * Median of the milliseconds in which a letter typed at the end of a draft is checked. `gap` is how many milliseconds pass
 * before each; `short` begins a new paragraph every few words.
 */
export async function measureCheckAlone({ engine, text, edits, warmUp, gap, short = false }) {
  const random = randomFrom(7)
  const check = engine.createChecker('plaintext')
  let draft = text.trimEnd()
  check(draft, circumstancesOf(engine))
  let typed = ''
  const samples = []
  for (let edit = 0; edit < warmUp + edits; edit++) {
    if (!typed) typed = ` ${sentenceFrom(random)}`
    const letter = short && edit % SHORT === 0 ? '\n\n' : typed[0]
    typed = typed.slice(1)
    const at = draft.length
    draft += letter
    if (gap > 0) await sleep(gap)
    const begun = performance.now()
    check(draft, circumstancesOf(engine), { start: at, end: at, length: letter.length })
    if (edit >= warmUp) samples.push(performance.now() - begun)
  }
  return quantile(samples, 0.5)
}
