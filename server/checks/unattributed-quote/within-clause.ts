import type { Token } from '../../draft/tokens'
import { ANONYMOUS, DOCUMENTS, PAPERS, PREPOSITIONS } from './lexicon'
import { isCapital } from './shape'
import type { Source } from './source'

/** Whether a verb only tells of what somebody else says: as a last resort it counts. */
export const isWithinClause = (
  found: Source,
  tokens: readonly Token[],
  from: number,
  verb: number,
  end: number,
): boolean =>
  isOfThing(found, tokens, verb) ||
  isCredit(tokens, verb) ||
  isInClosedClause(tokens, from, verb, end) ||
  isInSubordinate(tokens, from, verb, end) ||
  isAskedAfter(found, tokens)

/** "the inquiry asked for papers in May": no verb of saying, unless what is asked for is quoted. */
export const asksFor = (tokens: readonly Token[], verb: number, end: number): boolean =>
  /^ask(?:s|ed|ing)$/.test(tokens[verb]!.lower) &&
  tokens[verb + 1]?.lower === 'for' &&
  end - verb > FARTHEST_ASKED

const FARTHEST_ASKED = 4

/** ", first reported by the Gazette:", "seen by Holm News": who had a paper first. */
const isCredit = (tokens: readonly Token[], verb: number): boolean =>
  tokens[verb + 1]?.lower === 'by' &&
  /^(?:reported|published|released|posted|quoted)$/.test(tokens[verb]!.lower)

/** "said that until the board asks for it, ": a verb in a clause that a comma closes right before the quotation. */
function isInSubordinate(tokens: readonly Token[], from: number, verb: number, end: number): boolean {
  if (tokens[end]?.text !== ',') return false
  // 'When Hale calls for a halt, "they …"'
  const opens = /^(?:when|while|because|although|though|if)$/.test(tokens[from]!.lower)
  const isShort = opens && !tokens.slice(from, end).some(({ text }) => text === ',')
  if (isShort && /^(?:for|on|to|at)$/.test(tokens[verb + 1]?.lower ?? '')) return true
  for (let i = verb - 1; i > from && i > verb - LONGEST_SUBORDINATE; i--) {
    if (tokens[i]!.kind === 'mark') return false
    if (/^(?:until|unless|if|once)$/.test(tokens[i]!.lower)) return tokens[i - 1]!.lower === 'that'
  }
  return false
}

const LONGEST_SUBORDINATE = 6

/** "asked whether the board agrees that" */
const isAskedAfter = ({ speaker }: Source, tokens: readonly Token[]): boolean =>
  speaker !== undefined && tokens[speaker.from - 1]?.lower === 'whether'

/** ", which some have argued was late, ": a verb in a clause about a noun that a comma closes before the quotation. */
function isInClosedClause(tokens: readonly Token[], from: number, verb: number, end: number): boolean {
  let open = verb - 1
  while (open > from && tokens[open]!.text !== ',') open--
  if (open <= from || !/^(?:who|which|whose)$/.test(tokens[open + 1]!.lower)) return false
  for (let i = verb + 1; i < end - 1; i++) if (tokens[i]!.text === ',') return !isCapital(tokens[i + 1])
  return false
}

/** "schools that reminded him", "games, which appeal", "a law which declared it": a clause about a thing, inside what somebody says of it. */
function isOfThing({ speaker }: Source, tokens: readonly Token[], verb: number): boolean {
  const relative = speaker && tokens[speaker.to]?.text === ',' ? speaker.to + 1 : speaker?.to
  if (!speaker || relative! >= verb || !['that', 'which'].includes(tokens[relative!]!.lower)) return false
  for (let i = speaker.from; i < speaker.to && !PREPOSITIONS.has(tokens[i]!.lower); i++) {
    const { lower } = tokens[i]!
    if (isCapital(tokens[i]) || PAPERS.has(lower) || DOCUMENTS.has(lower) || ANONYMOUS.has(lower))
      return false
  }
  return true
}
