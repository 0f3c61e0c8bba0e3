import { kept, NOTHING } from '../../draft/kept'
import type { Span } from '../../draft/span'
import { finished } from '../../draft/steps'
import type { Read } from '../check'
import { everything } from '../remade'
import { createWalker, type Step, type Walk } from '../walk'
import { type Day, dayWithin, hasRoom } from './calendar'
import type { Expression, TimeFacts } from './expression'
import { type Resolved, resolve } from './resolve'
import { createUsageTally, isNarrative } from './usage'

/** An expression of time with its value. Its offsets count from its paragraph's start. */
export interface Timed {
  readonly expression: Expression
  readonly value: string | undefined
  readonly from: Resolved['from']
}

/** An expression of time at its place in the draft, with its value. Offsets count from the draft's start. */
export interface Placed extends Timed, Span {}

/** Where in time the text is. */
interface Telling {
  /** The last date that has a place in the calendar. */
  readonly last: string | undefined
  /** The last such date that was no aside. */
  readonly story: string | undefined
  /** The day that the last expression named, if it named one. */
  readonly previous: Day | undefined
  /** The last date with its year that sets a scene: "met on 4 June 2018", "In 1912, …", and not the draft's own day. */
  readonly written: string | undefined
}

export type TimeWalk = Walk<TimeFacts, Telling, Timed>

/** Reckons each expression from the draft's day (today's where that isn't known), and from what the text has said before it. */
export function timeWalk(day: Day, isDated: boolean, narrative: boolean): TimeWalk {
  return {
    begins: { last: undefined, story: undefined, previous: undefined, written: undefined },
    looksAhead: 0,
    isSame: (a, b) =>
      a.last === b.last && a.story === b.story && a.previous === b.previous && a.written === b.written,
    step: (state, block, { facts }) => stepThrough(facts[block], state, { day, isDated, narrative }),
  }
}

/** What the whole draft tells of its time. */
interface Setting {
  readonly day: Day
  readonly isDated: boolean
  readonly narrative: boolean
}

function stepThrough(
  expressions: TimeFacts | undefined,
  state: Telling,
  { day, isDated, narrative }: Setting,
): Step<Telling, Timed> {
  if (!expressions?.length) return { found: NOTHING, handsOn: state }
  let { last, story, previous, written } = state
  const found: Timed[] = []
  for (const expression of expressions) {
    const { value, from } = resolve(expression, {
      draft: day,
      isDated,
      last,
      story,
      previous,
      written,
      narrative,
    })
    previous = value && /^\d{4}-\d\d-\d\d/.test(value) ? value.slice(0, 10) : undefined
    if (setsScene(expression, value, day)) written = value
    if (value && movesText(expression, value, from, narrative)) {
      last = value
      if (!narrative || !isAside(expression, value, story)) story = value
    }
    found.push({ expression: inDraft(expression, from, narrative), value, from })
  }
  return { found: kept(found), handsOn: { last, story, previous, written } }
}

/**
 * What the text would place, if it only named a year: "will close by the end of the year", "was signed in the spring".
 * Where it names none, only the draft's own day does.
 */
function inDraft(expression: Expression, from: Resolved['from'], narrative: boolean): Expression {
  const { kind, meaning, tense } = expression
  if (kind !== 'anaphoric' || from !== 'draft' || narrative) return expression
  const isAhead =
    (meaning.is === 'shift' && meaning.edge) ||
    (meaning.is === 'within' && meaning.half && meaning.base.is === 'shift')
  if (isAhead && tense === 'future') return { ...expression, kind: 'relative' }
  return meaning.is === 'yearless' && meaning.season && meaning.turn === undefined && tense
    ? { ...expression, kind: 'incomplete' }
    : expression
}

/** A date of day or month, or a year at the start of a sentence. */
const setsScene = ({ kind, opens }: Expression, value: string | undefined, day: Day): boolean =>
  kind === 'explicit' &&
  value !== undefined &&
  value.slice(0, 10) !== day &&
  (/^\d{4}-\d\d(-|$)/.test(value) || (opens && /^\d{4}$/.test(value)))

/** Whether an expression takes the text to another time: one that has a place in the calendar. */
function movesText(
  { kind, meaning, quiet }: Expression,
  value: string,
  from: Resolved['from'],
  narrative: boolean,
): boolean {
  if (kind === 'relative' && (quiet || narrative)) return false
  // "A day earlier, …" says nothing of where the text is.
  if (kind === 'anaphoric' && from === 'draft' && meaning.is === 'shift') return false
  if (kind === 'time-of-day' || kind === 'duration' || kind === 'set' || kind === 'fuzzy') return false
  return (dayWithin(value) !== undefined && hasRoom(value)) || /^BC\d{4}/.test(value)
}

const STEP = 2

/**
 * Whether a story goes on where it was: "the year before" looks back, and a year far from the one told of is an aside
 * unless it opens its sentence ("a file opened only in 2005 shows that …").
 */
function isAside({ meaning, opens }: Expression, value: string, story: string | undefined): boolean {
  if (meaning.is === 'shift' && meaning.by < 0) return true
  return (
    /^\d{4}$/.test(value) &&
    !opens &&
    story !== undefined &&
    Math.abs(Number(value) - Number(story.slice(0, 4))) > STEP
  )
}

/** Every expression of time in the draft, in order, reckoned from the draft's day (or today's) and from the text. */
export function placedTimes(read: Read<TimeFacts>): Placed[] {
  const day = read.date?.day ?? read.today
  const all = everything(read)
  const narrative = isNarrative(finished(createUsageTally(day)(read, all)))
  const walker = createWalker(timeWalk(day, read.date !== undefined, narrative))
  return finished(walker(read, all)).flatMap((found, i) =>
    found.map((timed) => placedAt(timed, read.draft.blocks[i]!.start)),
  )
}

export function placedAt(timed: Timed, blockStart: number): Placed {
  const { start, end } = timed.expression
  return { ...timed, start: blockStart + start, end: blockStart + end }
}
