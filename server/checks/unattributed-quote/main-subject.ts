import type { Token } from '../../draft/tokens'
import { PERIODS } from './between-subject-and-verb'
import {
  CLAUSE_OPENERS,
  DETERMINERS,
  isReporting,
  PREPOSITIONS,
  SUBJECT_PRONOUNS,
  SUBORDINATORS,
} from './lexicon'
import { WEEKDAY } from './name-words'
import { nounPhraseFrom } from './noun-phrase'
import { isCapital, type Stretch } from './shape'
import { DASHES } from './source'

/** Words that begin a remark before the subject: "Hours later, Hale", "Even before the vote, Hale", "Likewise, Hale". */
const OPENERS = new Set(
  (
    'asked earlier once yesterday today however meanwhile last hours days weeks months years minutes moments ' +
    'yet even just only long almost likewise also thus hence indeed perhaps maybe moreover furthermore nevertheless ' +
    'still again instead then later speaking first second here there back now soon ' +
    'outside inside above below behind across beyond throughout unlike besides elsewhere'
  ).split(' '),
)

/** The first noun phrase of a sentence, past "In a statement on Monday,". */
export function mainSubject(tokens: readonly Token[], from: number, to: number): Stretch | undefined {
  const start = afterOpening(tokens, from, to)
  if (start >= to) return undefined
  // "Stated Hale:", '"…," said an aide who left and called it': a verb of saying that opens has its subject behind it.
  const next = tokens[start + 1]
  const isInverted =
    isReporting(tokens[start]!.lower) && (isCapital(next) || DETERMINERS.has(next?.lower ?? ''))
  const first = isInverted ? start + 1 : start
  const found = nounPhraseFrom(tokens, first, to)
  // 'The "Harbour Lights" star': a title within the phrase doesn't end it.
  const subject = found && first + 1 === to ? nounPhraseFrom(tokens, first, tokens.length) : found
  // "Later that month on CNN:" has none.
  const isTime = subject && subject.to - subject.from < 4 && PERIODS.has(tokens[subject.to - 1]!.lower)
  return isTime ? undefined : subject
}

/** Past what may stand before a subject: conjunctions, "In a statement,", "Speaking to reporters,". */
function afterOpening(tokens: readonly Token[], from: number, to: number): number {
  let at = afterDateline(tokens, from, to)
  for (let round = 0; round < 3; round++) {
    while (
      at < to &&
      ((CLAUSE_OPENERS.has(tokens[at]!.lower) && !SUBORDINATORS.has(tokens[at]!.lower)) ||
        (tokens[at]!.kind === 'mark' && !['@', '#'].includes(tokens[at]!.text)))
    )
      at++
    const first = tokens[at]
    if (!first || at >= to) return at
    const opens =
      PREPOSITIONS.has(first.lower) ||
      SUBORDINATORS.has(first.lower) ||
      first.lower.endsWith('ing') ||
      first.lower.endsWith('ly') ||
      isParticipleWith(first, tokens[at + 1]) ||
      OPENERS.has(first.lower) ||
      WEEKDAY.test(first.lower) ||
      isTimeOfDay(tokens, at) ||
      isThisTime(tokens, at) ||
      isTimeAway(tokens, at)
    if (!opens) return at
    const comma = commaAfter(tokens, at, to)
    if (comma < 0 || comma + 1 >= to)
      return first.lower.endsWith('ing') ? at : afterPreposition(tokens, at, to)
    const placed = PLACING.test(tokens[comma - 2]?.lower ?? '') || first.lower === 'in'
    at = placed && isCapital(tokens[comma - 1]) ? behindState(tokens, comma + 1, to) : comma + 1
  }
  return at
}

const PLACING = /^(?:in|at|from|near|outside|of)$/

/** A dateline is no longer than this, in tokens: "HOLM, Ohio, Oct. 15, 2013 (Agency) —". */
const DATELINE = 16

/** Past "HOLM (Agency) -", "HOLM, Ohio —", "OLD HOLM—", "HOLM:", "15:42". */
function afterDateline(tokens: readonly Token[], from: number, to: number): number {
  if (
    tokens[from]!.kind === 'number' &&
    tokens[from + 1]?.text === ':' &&
    tokens[from + 2]?.kind === 'number'
  )
    return Math.min(from + 3, to)
  if (!/^\p{Lu}{3,}$/u.test(tokens[from]!.text)) return from
  for (let i = from + 1; i < to - 1 && i < from + DATELINE; i++) {
    const { text, spaced, kind } = tokens[i]!
    if (text === ':' && i < from + 4) return i + 1
    if (DASHES.has(text) && (spaced || text === '—')) return tokens[i + 1]!.text === text ? i + 2 : i + 1
    if (kind === 'word' && !isCapital(tokens[i])) return from
  }
  return from
}

/** "In Holm, Ohio, Hale", "In Aspen, Colo., the board": past the state behind a place, if a subject follows it. */
function behindState(tokens: readonly Token[], at: number, to: number): number {
  let end = at
  while (end < to && isCapital(tokens[end])) end++
  if (end > at && tokens[end]?.text === '.') end++
  const next = tokens[end + 1]
  if (end === at || tokens[end]?.text !== ',' || end + 1 >= to || !next) return at
  const goesOn =
    isCapital(next) ||
    SUBJECT_PRONOUNS.has(next.lower) ||
    DETERMINERS.has(next.lower) ||
    SUBORDINATORS.has(next.lower)
  return goesOn ? end + 1 : at
}

/** "This Christmas, the board", "Each spring, Hale" */
const isThisTime = (tokens: readonly Token[], at: number): boolean =>
  /^(?:this|next|each|every)$/.test(tokens[at]!.lower) && tokens[at + 2]?.text === ','

/** "Late on Thursday, Hale", "Early Monday, the board" */
const isTimeOfDay = (tokens: readonly Token[], at: number): boolean =>
  /^(?:late|early)$/.test(tokens[at]!.lower) &&
  /^(?:on|in|at|last|this|that|yesterday|the|\w+day)$/.test(tokens[at + 1]?.lower ?? '')

/** "Driven by fear, Hale", "Told by the crew that it leaked, Hale": a participle that opens a sentence, with what goes with it. */
const isParticipleWith = ({ lower }: Token, next: Token | undefined): boolean =>
  (/(?:ed|wn|en)$/.test(lower) || PARTICIPLES.has(lower)) &&
  next !== undefined &&
  (PREPOSITIONS.has(next.lower) || next.lower.endsWith('ly'))

const PARTICIPLES = new Set('told built born made brought taught sent held led left lost struck'.split(' '))

/** "Hours later", "two days ago", "a few weeks after the vote". */
export const isTimeAway = (tokens: readonly Token[], at: number): boolean =>
  PERIODS.has(tokens[at + 1]?.lower ?? '') ||
  (PERIODS.has(tokens[at + 2]?.lower ?? '') &&
    ['later', 'earlier', 'ago', 'before', 'after'].includes(tokens[at + 3]?.lower ?? ''))

/** "with one poster", "On Wednesday Hale": without a comma the phrase ends where it can. */
function afterPreposition(tokens: readonly Token[], at: number, to: number): number {
  // "Six years ago Hale"
  if (PERIODS.has(tokens[at + 1]?.lower ?? '') && AWAY.test(tokens[at + 2]?.lower ?? ''))
    return Math.min(at + 3, to)
  if (!PREPOSITIONS.has(tokens[at]!.lower) && !SUBORDINATORS.has(tokens[at]!.lower))
    return at + 1 < to ? at + 1 : at
  const first = tokens[at + 1]
  if (!first || at + 1 >= to) return at
  if (WEEKDAY.test(first.lower)) return at + 2
  // "In April he", "At Holm the board"
  const next = tokens[at + 2]
  const isShort =
    isCapital(first) && next && (SUBJECT_PRONOUNS.has(next.lower) || DETERMINERS.has(next.lower))
  return first.kind === 'number' || isShort ? at + 2 : at + 1
}

const AWAY = /^(?:ago|later|earlier)$/

function commaAfter(tokens: readonly Token[], from: number, to: number): number {
  for (let i = from; i < to && i < from + 30; i++) if (tokens[i]!.text === ',') return i
  return -1
}
