import type { TextEdit } from '../check'
import { type Around, commaFor, isCapital } from './around'
import { type Writing, withoutWeekday, writeValue } from './write-date'

const NOUN_END =
  /^['’]s ([\p{L}-]+)(?=[.,;:!?)]|$| (?:of|in|on|at|was|is|were|are|will|had|has|have|to|by|for|that|and|or|but|with|from|against|between|over|after|before|when|where|which|who|as|if|because|would|could|may|might|did|does|\p{Ll}+ed|met|won|lost|took|made|went|came|began|broke|found|gave|kept|led|left|saw|sent|drew|cut|cost|hit)\b)/u
/** "last year's third quarter" */
const QUARTER = /^['’]s ((?:first|second|third|fourth) (?:quarter|half))\b/
const BEFORE = /^(the|a|an|his|her|its|their|our|my|your|this|that|each|every|one|another)$/i
/** Words that can't stand behind "the 2013": "this year's best film". */
const RANKS = new Set(
  (
    'best worst most final least first second third fourth last only own same other biggest largest smallest highest lowest greatest ' +
    'hottest coldest strongest weakest longest shortest busiest latest earliest richest poorest fastest slowest top two three four five'
  ).split(' '),
)

/** "yesterday's vote" → "the October 14, 2013, vote"; "last week's vote" → "the vote in the week of October 7, 2013". */
export function possessive(around: Around, value: string, writing: Writing): TextEdit | undefined {
  const { start, end, before, tail } = around
  // "Tomorrow's the day" is no possessive.
  if (!/^['’]s (?!(?:the|a|an|my|your|our|not|too|going|been|when)\b)/.test(tail) || BEFORE.test(before))
    return undefined
  const quarter = /^\d{4}$/.test(value) ? QUARTER.exec(tail) : null
  if (quarter)
    return {
      start,
      end: end + quarter[0].length,
      newText: `${isCapital(around) ? 'The' : 'the'} ${quarter[1]} of ${value}`,
    }
  const near = writeValue(value, writing)
  // "Monday's vote", "Monday night's game" stay possessive.
  if (near && /^[A-Z][a-z]+day( [a-z]+)?$/.test(near.text)) return { start, end, newText: near.text }
  const written = writeValue(value, withoutWeekday(writing))
  if (!written) return undefined
  const article = isCapital(around) ? 'The' : 'the'
  if (written.text.startsWith('the ')) {
    const noun = NOUN_END.exec(tail)
    if (!noun || RANKS.has(noun[1]!)) return undefined
    const rest = tail.slice(noun[0].length)
    const newText = `${article} ${noun[1]} ${written.preposition} ${written.text}${commaFor(written.comma, rest)}`
    return { start, end: end + noun[0].length, newText }
  }
  const next = /^['’]s (\p{L}[\p{L}-]*)/u.exec(tail)?.[1]
  if (!next || RANKS.has(next)) return undefined
  return { start, end: end + 2, newText: `${article} ${written.text}${written.comma ? ',' : ''}` }
}
