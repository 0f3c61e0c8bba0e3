import type { Paragraph } from '../../draft/paragraph'
import type { Span } from '../../draft/span'
import type { Finder, Finding, Read } from '../check'
import { remade } from '../remade'
import { unlessUntouched } from '../untouched'
import { createPlacer, createWalker } from '../walk'
import { daysBetween, dayWithin } from './calendar'
import { conflictMessage, conflictNear } from './conflict'
import type { TimeFacts, TimeKind } from './expression'
import { HOUSE_STYLES } from './house-styles'
import { type Timed, type TimeWalk, timeWalk } from './time-walk'
import { createUsageTally, dayFormOf, isNarrative } from './usage'
import { isOwnYear, type Writing, writeValue } from './write-date'

/** What the check keeps of a finding for its fixes. */
export interface VagueTime {
  readonly timed: Timed
  /** The paragraph in which it stands. */
  readonly paragraph: Paragraph
  readonly writing: Writing
}

const FLAGGED: ReadonlySet<TimeKind> = new Set(['relative', 'incomplete', 'fuzzy', 'approximate'])

/** Finds what a reader can't place, in one version of a draft after the other. */
export const createTimeFinder = (): Finder<TimeFacts, VagueTime> => unlessUntouched(createAnyTimeFinder())

const createAnyTimeFinder = (): Finder<TimeFacts, VagueTime> =>
  remade(
    // biome-ignore lint/correctness/useYield: there is nothing to do.
    function* ({ config, date, today }) {
      return [config, date?.day, today] as const
    },
    ({ house }, draft, today) => {
      const day = draft ?? today
      const tally = createUsageTally(day)
      return remade(
        function* (read, splice) {
          const counts = yield* tally(read, splice)
          return [isNarrative(counts), dayFormOf(house, counts)] as const
        },
        (narrative, dayForm) =>
          finderBy(timeWalk(day, draft !== undefined, narrative), narrative, {
            style: HOUSE_STYLES[house],
            draft,
            dayForm,
          }),
      )
    },
  )

function finderBy(walk: TimeWalk, narrative: boolean, writing: Writing): Finder<TimeFacts, VagueTime> {
  const walker = createWalker(walk)
  const placer = createPlacer<TimeFacts, Timed, VagueTime>(
    (times, block, read) =>
      times.flatMap((timed) =>
        narrative && isOfStory(timed) ? [] : findingsOf(timed, block, read, writing),
      ),
    movedBy,
  )
  return function* (read, splice) {
    return yield* placer(yield* walker(read, splice), read, splice)
  }
}

/** "The army was now back in port": in a text that tells of other years, the now of what it tells. */
const isOfStory = ({ expression, value }: Timed): boolean =>
  expression.kind === 'fuzzy' && value === 'PRESENT_REF' && expression.tense === 'past'

/** A finding whose paragraph has moved, and nothing else has. */
function movedBy(finding: Finding<VagueTime>, by: number): Finding<VagueTime> {
  return { ...finding, start: finding.start + by, end: finding.end + by }
}

function findingsOf(
  timed: Timed,
  block: number,
  read: Read<TimeFacts>,
  writing: Writing,
): Finding<VagueTime>[] {
  const { expression } = timed
  if (expression.quiet || !(expression.conflict || FLAGGED.has(expression.kind))) return []
  const { start, paragraph } = read.draft.blocks[block]!
  if (isMarked(paragraph.source, expression, read.config.mark)) return []
  const near = read.date && timed.from === 'draft' ? conflictNear(expression, read.date.day) : undefined
  const here = near ? { ...timed, expression: { ...expression, conflict: near } } : timed
  if (here.expression.conflict) return [conflictFinding(here, start, paragraph, writing)]
  return stands(here, read, writing) ? [] : [findingOf(here, start, paragraph, writing, read)]
}

/** What the text places, and what the house lets stand. */
function stands(
  { expression, value, from }: Timed,
  { date, config }: Read<TimeFacts>,
  writing: Writing,
): boolean {
  if (expression.kind === 'incomplete')
    return from === 'text' || (value !== undefined && isOwnYear(Number(value.slice(0, 4)), writing))
  if (expression.kind !== 'relative' || !date || !value) return false
  const { weekdayWithin } = HOUSE_STYLES[config.house]
  const isWeekday = expression.meaning.is === 'weekday'
  const day = dayWithin(value)
  return (
    isWeekday &&
    day !== undefined &&
    Math.abs(daysBetween(date.day, day)) <= weekdayWithin &&
    weekdayWithin > 0
  )
}

function findingOf(
  timed: Timed,
  blockStart: number,
  paragraph: Paragraph,
  writing: Writing,
  { date, config }: Read<TimeFacts>,
): Finding<VagueTime> {
  const { expression, value } = timed
  const { kind, meaning } = expression
  const words = wordsOf(timed, paragraph).replace(/\s+/g, ' ')
  const isTurn =
    meaning.is === 'shift' && /^(week|month|year|quarter)$/.test(meaning.unit) && Math.abs(meaning.by) <= 1
  // "the end of the year" means less than the year.
  const isEdge = meaning.is === 'shift' && meaning.edge
  const lowered = date && isTurn && HOUSE_STYLES[config.house].toleratesTurns
  return {
    start: blockStart + expression.start,
    end: blockStart + expression.end,
    kind,
    message: messageOf(kind, words, isEdge ? undefined : value, writing),
    detail: { timed, paragraph, writing },
    atMost: lowered ? 'hint' : undefined,
  }
}

function messageOf(kind: TimeKind, words: string, value: string | undefined, writing: Writing): string {
  const written = value && writing.draft ? writeValue(value, writing)?.text : undefined
  switch (kind) {
    case 'relative':
      return written
        ? `“${words}” can be placed only by who knows when this was written. It means ${written}.`
        : `“${words}” can be placed only by who knows when this was written.`
    case 'incomplete':
      return `“${words}” lacks its year, and the text around it gives none.`
    case 'approximate':
      return `“${words}” is only roughly placed.`
    default:
      return `“${words}” can’t be placed: a reader can’t tell when that is or was.`
  }
}

const wordsOf = ({ expression }: Timed, { source }: Paragraph): string =>
  source.slice(expression.start, expression.end)

function conflictFinding(
  timed: Timed,
  blockStart: number,
  paragraph: Paragraph,
  writing: Writing,
): Finding<VagueTime> {
  const { expression } = timed
  return {
    start: blockStart + expression.start,
    end: blockStart + expression.end,
    kind: 'conflict',
    message: conflictMessage(wordsOf(timed, paragraph), expression.conflict!),
    detail: { timed, paragraph, writing },
  }
}

const BESIDE = 24

/** Words that have an editor's mark beside them have been noticed. Offsets count from the start of `source`. */
function isMarked(source: string, { start, end }: Span, mark: string): boolean {
  const opening = mark.slice(0, Math.max(0, mark.indexOf('%s'))).trim() || mark
  const closing = mark.slice(mark.indexOf('%s') + 2).trim()
  const behind = source.slice(end, end + BESIDE + opening.length)
  if (
    behind
      .replace(/^['’]s?/, '')
      .trimStart()
      .startsWith(opening)
  )
    return true
  const ahead = source.slice(Math.max(0, start - BESIDE - opening.length), start).trimEnd()
  return closing !== '' && ahead.endsWith(closing) && ahead.includes(opening)
}
