import type { Token } from '../../draft/tokens'
import type { Frame, Quoted } from './frames'
import { DETERMINERS, isCue, isPlainForm, isReporting, mayReport, PERSONAL_PRONOUNS } from './lexicon'
import { mainSubject } from './main-subject'
import { isCapital } from './shape'
import { one, type Source } from './source'

/** 'Hale said the "old pier" had been sold by lawyers and that "nobody asked"': the first verb of saying goes on. */
export function goesOnToSay(tokens: readonly Token[], from: number, { whole }: Quoted): boolean {
  for (let i = from; i + 1 < whole.from; i++) {
    // '…; he said it was late and that "nobody asked"'
    if (tokens[i]!.text === ';') return false
    if (tokens[i]!.lower === 'and' && tokens[i + 1]!.lower === 'that') return true
  }
  return false
}

/** 'hailed the "old" bridge and said it was "new"': a verb of saying that "and" joins to the verb before the quotation. */
export function andSays(
  tokens: readonly Token[],
  from: number,
  { whole: { from: next } }: Quoted,
  frame: Frame,
  last: Source | undefined,
): Source | undefined {
  const first = tokens[from]!.text === ',' ? from + 1 : from
  // 'Hale, who grew up in "the worst of Holm", said it was "new"'
  if (isVerbOfSaying(tokens, first) && !saysBetween(tokens, first + 1, next)) {
    const speaker = mainSubject(tokens, frame.from, frame.quoted[0]!.whole.from)
    return speaker && { speaker, cue: one(first) }
  }
  for (let i = next - 2; i >= from; i--) {
    const verb = i + 1
    if (last?.speaker && isParticipleToo(tokens, i, last)) return { speaker: last.speaker, cue: one(verb) }
    if (!/^(?:and|but|then)$/.test(tokens[i]!.lower) || !isVerbOfSaying(tokens, verb)) continue
    if (holdsSubject(tokens, from, i) || saysBetween(tokens, verb + 1, next)) return undefined
    const speaker = last?.speaker ?? mainSubject(tokens, frame.from, frame.quoted[0]!.whole.from)
    return speaker && { speaker, cue: one(verb) }
  }
  return undefined
}

/** 'affirming that it is "new" and calling on them to': a second participle of the same subject */
const isParticipleToo = (tokens: readonly Token[], and: number, { cue }: Source): boolean =>
  tokens[and]!.lower === 'and' &&
  cue !== undefined &&
  tokens[cue.from]!.lower.endsWith('ing') &&
  tokens[and + 1]!.lower.endsWith('ing') &&
  isCue(tokens[and + 1]!.lower) &&
  isReporting(tokens[cue.from]!.lower)

/** "said", "criticized", "recalls": a finite verb of saying, and no noun. */
const isVerbOfSaying = (tokens: readonly Token[], i: number): boolean => {
  const { lower } = tokens[i]!
  return isReporting(lower) && !isCapital(tokens[i]) && !lower.endsWith('ing') && !isPlainForm(lower)
}

/** Whether a clause with a subject of its own may begin there: a pronoun, or a verb of saying with its speaker. */
function holdsSubject(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const { lower } = tokens[i]!
    if (PERSONAL_PRONOUNS.has(lower) || lower === 'it' || (isReporting(lower) && !lower.endsWith('ing')))
      return true
  }
  return false
}

/** Whether a verb of saying stands between two tokens. */
export function saysBetween(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    if (!mayReport(tokens[i]!)) continue
    const { lower } = tokens[i]!
    // "as one reason for"
    const isNoun = isPlainForm(lower) && DETERMINERS.has(tokens[i - 1]?.lower ?? '')
    if (isReporting(lower) && !isCapital(tokens[i]) && !isNoun) return true
  }
  return false
}
