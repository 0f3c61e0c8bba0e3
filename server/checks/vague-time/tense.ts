import type { Token } from '../../draft/tokens'
import type { Tense } from './expression'

const FUTURE = new Set(
  (
    "will shall 'll won't would could may might can must should plans planned planning scheduled expected expects expect due going " +
    'slated set intends intend hopes hoping aims upcoming tomorrow'
  ).split(' '),
)
/** What a timetable says of things to come: "the festival begins on Friday". */
const TIMETABLE = new Set(
  (
    'begins starts ends opens closes expires concludes airs arrives departs resumes reopens retires ' +
    'meets meet takes goes comes kicks leaves hosts faces travels'
  ).split(' '),
)
/** Verbs behind which "to" names something to come: "agreed to meet on Friday". */
const BINDS = new Set(
  'is are was were hope hoped plan aim agreed agree agrees vowed promised ordered threatened asked urged invited refused decided hoping pledged told'.split(
    ' ',
  ),
)
const PAST = new Set(
  (
    'was were had did has have been met won lost said told took made went came began broke found gave held kept knew left led let ' +
    'paid ran saw sent shot sold spoke spent stood struck thought wrote rose fell grew got became brought built bought ' +
    'caught chose drew drove ate fought flew forgot froze hid hurt laid lay meant put rode rang sang sank sat shook ' +
    "showed shut slept stole swore taught threw understood woke wore didn't wasn't weren't hadn't"
  ).split(' '),
)

const REACH_BACK = 14
const REACH_ON = 8
const CLAUSE_END = new Set(['.', ';', ':', '!', '?', '—', '–', '”', '"'])

/**
 * Whether an expression speaks of what was or of what will be, by the nearest verb of its clause: "met on Friday",
 * "will meet on Friday".
 */
export function tenseAt(tokens: readonly Token[], start: number, end: number): Tense {
  // "The deadline is Friday."
  const verb = tokens[start - 1]?.lower === 'on' ? start - 2 : start - 1
  if (/^(is|are)$/.test(tokens[verb]?.lower ?? '')) return 'future'
  for (let i = start - 1; i >= Math.max(0, start - REACH_BACK); i--) {
    if (CLAUSE_END.has(tokens[i]!.text)) break
    const tense = tenseOf(tokens, i)
    if (tense) return tense
  }
  for (let i = end; i < Math.min(tokens.length, end + REACH_ON); i++) {
    if (CLAUSE_END.has(tokens[i]!.text)) break
    const tense = tenseOf(tokens, i)
    if (tense) return tense
  }
  return undefined
}

/** "would have met" is past. */
const MODAL = new Set(['would', 'could', 'may', 'might', 'must', 'should'])
const PERFECT = new Set(['have', "'ve", '’ve'])

const isPerfect = (tokens: readonly Token[], i: number): boolean =>
  MODAL.has(tokens[i]!.lower) && PERFECT.has(tokens[i + 1]?.lower ?? '')

const LIKE_PAST = /[^e]ed$/
const TO = new Set(['to'])

function tenseOf(tokens: readonly Token[], i: number): Tense {
  const { lower, kind, text } = tokens[i]!
  if (kind !== 'word' || text === 'May') return undefined
  if (isPerfect(tokens, i)) return 'past'
  if (FUTURE.has(lower) || lower.endsWith("'ll") || lower.endsWith('’ll')) return 'future'
  if (TIMETABLE.has(lower)) return 'future'
  if (lower === 'to' && BINDS.has(tokens[i - 1]?.lower ?? '') && tokens[i + 1]?.kind === 'word')
    return 'future'
  // "will be supported and removed": the first of two verbs tells.
  if (tokens[i - 1]?.lower === 'and' && LIKE_PAST.test(lower)) return undefined
  // "to be held", "scheduled for": what comes is told by what stands before the participle.
  if (PAST.has(lower) || LIKE_PAST.test(lower)) return isPlanned(tokens, i) ? 'future' : 'past'
  return undefined
}

function isPlanned(tokens: readonly Token[], i: number): boolean {
  for (let k = i - 1; k >= Math.max(0, i - 3); k--) {
    const { lower } = tokens[k]!
    if ((FUTURE.has(lower) && !isPerfect(tokens, k)) || (TO.has(lower) && tokens[k + 1]!.lower === 'be'))
      return true
  }
  return false
}
