import type { Token } from '../../draft/tokens'
import type { Frame, Quoted } from './frames'
import { AUXILIARIES, isCue, isReporting, MODALS, PREPOSITIONS } from './lexicon'
import { coreEnd, isNothingButName } from './noun-phrase'
import type { Stretch } from './shape'
import type { Source } from './source'

/**
 * Behind a full stop ('"…." Hale said.') the next sentence must be an attribution and little else. Behind a question it
 * may be longer ('"…?" Hale asked of the board on Monday, when …'), as long as its verb takes the question for object.
 */
export function isAttributionAlone(
  tokens: readonly Token[],
  { cue, speaker }: Source,
  frame: Frame,
  isLast: boolean,
  { inner }: Quoted,
): boolean {
  const asks = cue !== undefined && /[?!…]/.test(tokens[inner.to - 1]?.text ?? '')
  if (
    asks &&
    speaker &&
    isCue(tokens[cue.from]!.lower) &&
    cue.from - speaker.to < 3 &&
    !takesClause(tokens, cue.to, frame.to)
  )
    return true
  if (frame.quoted.length) return false
  if (!cue) {
    return (
      /^[—–―(\-[@]$/.test(tokens[frame.from]!.text) ||
      (speaker !== undefined && speaker.to >= frame.to - 1 && (isLast || isNothingButName(tokens, speaker)))
    )
  }
  const adjoins = speaker === undefined || speaker.from >= cue.to || cue.from - speaker.to <= ASIDE
  return (
    adjoins &&
    frame.to - cue.to <= 8 &&
    tokens[cue.to]?.lower !== 'that' &&
    !isToCome(tokens, cue) &&
    isReporting(tokens[cue.from]!.lower) &&
    !(speaker && hasVerb(tokens, speaker))
  )
}

/** "The board must respond by June.", "Ministers asked to be told.": nothing that was said here. */
function isToCome(tokens: readonly Token[], { from, to }: Stretch): boolean {
  const before = tokens[from - 1]?.lower ?? ''
  return (
    MODALS.has(before) ||
    before === 'will' ||
    before === 'to' ||
    (tokens[to]?.lower === 'to' && tokens[to + 1]?.lower === 'be')
  )
}

/** "The hearing is due to" of "The hearing is due to say who", "Asked why, Hale declined to": more than a subject. */
function hasVerb(tokens: readonly Token[], { from, to }: Stretch): boolean {
  if (/^(?:asked|pressed|questioned)$/.test(tokens[from]!.lower)) return true
  for (let i = from; i < to && !/^(?:who|which|whose|that)$/.test(tokens[i]!.lower); i++)
    if (AUXILIARIES.has(tokens[i]!.lower)) return true
  return false
}

/** So many tokens may stand between a speaker and the verb: "Hale, who was there, also said". */
const ASIDE = 2

/** Whether the verb before `at` has a clause of its own for object: "Hale said the bridge", "Hale asked that it". */
function takesClause(tokens: readonly Token[], at: number, to: number): boolean {
  const next = tokens[at]
  if (!next || at >= to || next.kind === 'mark')
    return next !== undefined && at < to && /^[:"“]$/.test(next.text)
  const { lower } = next
  if (
    PREPOSITIONS.has(lower) ||
    lower.endsWith('ly') ||
    ['as', 'when', 'while', 'before', 'after', 'again'].includes(lower)
  )
    return false
  // "asked reporters", "told the board", "said Friday": one word or name and the end of its phrase.
  const end = coreEnd(tokens, at, to)
  return (
    end === at ||
    !(
      end >= to ||
      tokens[end]!.kind === 'mark' ||
      PREPOSITIONS.has(tokens[end]!.lower) ||
      tokens[end]!.lower === 'when' ||
      tokens[end]!.lower.endsWith('ly')
    )
  )
}
