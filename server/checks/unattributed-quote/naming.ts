import type { Token } from '../../draft/tokens'
import { ANONYMOUS, FUNCTION_WORDS, PARTICLES, PREPOSITIONS } from './lexicon'
import { INSIDE_NAMES } from './noun-phrase'
import { isCapital, type Stretch } from './shape'

/** Whether a source has no name: "sources", "a senior official", "experts". */
export function isAnonymous(tokens: readonly Token[], { from, to }: Stretch): boolean {
  let role = false
  for (let i = from; i < to; i++) {
    const token = tokens[i]!
    if (/^(?:his|her|their|this|that)$/.test(token.lower)) return false
    if (
      i > from &&
      isCapital(token) &&
      !/^(?:US|U|S|UK|EU|NATO|White|House)$/.test(token.text) &&
      !ANONYMOUS.has(token.lower)
    )
      return false
    if (
      i === from &&
      isCapital(token) &&
      !ANONYMOUS.has(token.lower) &&
      !FUNCTION_WORDS.has(token.lower) &&
      !token.lower.match(/^(?:senior|unnamed|anonymous)$/) &&
      to - from <= 3 &&
      isCapital(tokens[i + 1])
    )
      return false
    if (ANONYMOUS.has(token.lower)) role = true
  }
  return role && (tokens[from]!.lower !== 'the' || tokens[to - 1]!.lower.endsWith('s'))
}

/** A person's full name within a speaker's words ("Professor Creswell Eastman" has one), as it stands there. */
export function nameWithin(tokens: readonly Token[], { from, to }: Stretch): Stretch | undefined {
  const first = nameFrom(tokens, from, to)
  const last = first && tokens[first.to - 1]!
  // Of "Home Secretary, Ines Varga" the second is the person's name, of "Ines Varga, Home Secretary" the first.
  if (!first || !TITLES.has(last!.lower) || tokens[first.to]?.text !== ',') return first
  const second = nameFrom(tokens, first.to + 1, to)
  return second?.from === first.to + 1 ? second : first
}

function nameFrom(tokens: readonly Token[], from: number, to: number): Stretch | undefined {
  for (let i = from; i < to; i++) {
    if (!isCapital(tokens[i]) || FUNCTION_WORDS.has(tokens[i]!.lower)) continue
    let end = i + 1
    while (
      end < to &&
      (isCapital(tokens[end]) ||
        (PARTICLES.has(tokens[end]!.lower) && isCapital(tokens[end + 1])) ||
        (INSIDE_NAMES.has(tokens[end]!.text) && end + 1 < to && isCapital(tokens[end + 1])))
    )
      end++
    // "Malaysia's Prime Minister", "the harbour master of Holm, Ines Varga": not the first capital, but the person's.
    const owner = tokens[end]?.lower === "'s"
    const governed = i > from && PREPOSITIONS.has(tokens[i - 1]!.lower)
    return owner || governed ? nameFrom(tokens, end, to) : { from: i, to: end }
  }
  return undefined
}

/** Last words of a title that stands before or behind a name. */
const TITLES = new Set(
  (
    'secretary minister president director chief officer mayor governor chairman chairwoman chair professor ' +
    'ambassador spokesman spokeswoman spokesperson commissioner chancellor general editor leader manager coach ' +
    'attorney judge senator sheriff premier captain inspector superintendent'
  ).split(' '),
)

export function nameText(tokens: readonly Token[], { from, to }: Stretch): string {
  const parts: string[] = []
  for (let i = from; i < to; i++) parts.push(i > from && tokens[i]!.spaced ? ' ' : '', tokens[i]!.text)
  // Joined, and not added up: names are kept, and a sum would keep its parts, which are cut from the paragraph.
  return parts.join('')
}
