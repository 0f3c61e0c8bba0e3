import { wordFilter } from '../../draft/word-filter'
import { clockAt } from './clock'
import type { Meaning, Recognised } from './expression'
import { ADVERBS, PHRASES } from './lexicon'
import { isMarkAt, lowerAt, type Scan } from './scan'

type Phrase = readonly [words: readonly string[], phrase: (typeof PHRASES)[number]]

/** Phrases of fixed words by their first two, longest first. */
const PHRASES_BY_HEAD = new Map<string, Map<string, Phrase[]>>()
const SECONDS = new Set<string>()
for (const phrase of PHRASES) {
  const words = phrase[0].split(' ')
  const [first, second] = words as [string, string]
  const bySecond = PHRASES_BY_HEAD.get(first) ?? new Map<string, Phrase[]>()
  const alike = [...(bySecond.get(second) ?? []), [words, phrase] as const]
  bySecond.set(
    second,
    alike.sort((a, b) => b[0].length - a[0].length),
  )
  PHRASES_BY_HEAD.set(first, bySecond)
  SECONDS.add(second)
}
const mayBeSecond = wordFilter(SECONDS)

const LEADING = new Set(['at', 'to', 'by', 'during'])

/** Whether a fixed phrase may begin at a word, by the word behind it. */
export function mayLeadIn({ tokens }: Scan, i: number): boolean {
  const second = tokens[i + 1]
  return second?.kind === 'word' && mayBeSecond(second)
}

export function fixedPhraseAt(scan: Scan, i: number): Recognised | undefined {
  const second = scan.tokens[i + 1]
  if (second?.kind !== 'word' || !mayBeSecond(second)) return undefined
  const phrases = PHRASES_BY_HEAD.get(lowerAt(scan, i))?.get(second.lower)
  return phrases && longestPhrase(scan, i, phrases)
}

function longestPhrase(scan: Scan, i: number, phrases: readonly Phrase[]): Recognised | undefined {
  for (const [words, [, kind, value]] of phrases) {
    if (!words.every((word, k) => lowerAt(scan, i + k) === word)) continue
    // "at" and its like lead in, as prepositions do everywhere else.
    const start = LEADING.has(words[0]!) ? i + 1 : i
    const end = i + words.length
    // "one of these days"
    if (words[0] === 'these' && lowerAt(scan, i - 1) === 'of') continue
    // "has so far cost", but "so far away", "so far as it goes"
    if (words[0] === 'so' && !isUpToNow(scan, i, end)) continue
    // "up to date"
    if (words[0] === 'to' && lowerAt(scan, i - 1) === 'up') continue
    // "at this time last year"
    if (words[words.length - 1] === 'time' && /^(last|next)$/.test(lowerAt(scan, end))) continue
    // "for the moment", but not "the moment he left"; "in the new year", but not "saw the new year in"
    if (words[1] === 'moment' && words[0] === 'the' && !isSetOff(scan, i, end)) continue
    if (words[1] === 'new' && !/^(in|into)$/.test(lowerAt(scan, i - 1))) continue
    // "the next season", "its last season"
    if (words[1] === 'season' && /^(the|its|his|her|their|our|each|every|a)$/.test(lowerAt(scan, i - 1)))
      continue
    // "of late 1948"
    if (words[0] === 'of' && (scan.words[end]?.is === 'month' || scan.tokens[end]?.kind === 'number'))
      continue
    return { start, end, kind, meaning: value ? { is: 'value', value } : { is: 'unknown' } }
  }
  return undefined
}

/** "for the moment" by itself, and not "for the moment when" or "of truth" */
const isSetOff = (scan: Scan, start: number, end: number): boolean =>
  lowerAt(scan, start - 1) === 'for' && !/^(of|when|that|it|he|she|they|we|i|you)$/.test(lowerAt(scan, end))

const PERFECT_REACH = 10

/** Whether "so far" tells of what has been until now: a perfect stands before it, or it stands before one. */
function isUpToNow(scan: Scan, start: number, end: number): boolean {
  if (
    /^(this|away|from|as|off|out|back|apart|behind|ahead|north|south|east|west|down|up|in|into|beyond)$/.test(
      lowerAt(scan, end),
    )
  )
    return false
  if (/^(go|goes|going|went|gone|be|being|is|was|by|not)$/.test(lowerAt(scan, start - 1))) return false
  for (let i = start - 1; i >= Math.max(0, start - PERFECT_REACH); i--) {
    const word = lowerAt(scan, i)
    if (/^[.!?;:]$/.test(word)) break
    if (/^(has|have|'ve)$/.test(word)) return true
  }
  for (let i = end; i < end + PERFECT_REACH; i++) {
    const word = lowerAt(scan, i)
    if (/^[.!?;:]?$/.test(word)) break
    if (/^(has|have|'ve)$/.test(word)) return isMarkAt(scan, end, ',')
  }
  return false
}

export function adverbAt(scan: Scan, i: number): Recognised | undefined {
  const adverb = ADVERBS.get(lowerAt(scan, i))
  if (!adverb) return undefined
  const { kind, value, days, suffix } = adverb
  if (days === undefined) return { start: i, end: i + 1, kind, meaning: { is: 'value', value } }
  const meaning: Meaning = { is: 'shift', from: 'draft', unit: 'day', by: days }
  return withPart(scan, { start: i, end: i + 1, kind, meaning, suffix })
}

/** Adds what tells the time within a day: "Tuesday morning", "tomorrow at 8 a.m.", "last night". */
export function withPart(scan: Scan, day: Recognised): Recognised {
  const word = scan.words[day.end]
  if (word?.is === 'part' && !word.plural && !day.suffix)
    return withClock(scan, { ...day, end: day.end + 1, suffix: word.time ?? `T${word.part}` })
  return withClock(scan, day)
}

export function withClock(scan: Scan, day: Recognised): Recognised {
  const clock = clockAt(scan, isMarkAt(scan, day.end, ',') ? day.end + 1 : day.end, true)
  return clock ? { ...day, end: clock.end, suffix: atNight(day.suffix, clock.suffix) } : day
}

/** "tonight at 8:30" is half past eight in the evening. */
function atNight(part: string | undefined, clock: string): string {
  const hour = Number(clock.slice(1, 3))
  const isLate = part !== undefined && /^T(AF|EV|NI)$/.test(part)
  return isLate && hour > 0 && hour < 12 ? `T${hour + 12}${clock.slice(3)}` : clock
}
