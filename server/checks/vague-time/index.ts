import type { Check, Read } from '../check'
import { examples } from './examples'
import type { TimeFacts, TimeKind } from './expression'
import { createTimeFinder, type VagueTime } from './find'
import { timeFixes } from './fixes'
import { createTimeReader } from './read'
import { placedTimes } from './time-walk'

/** Finds expressions of time that a reader can't place, now or in a year. */
export const vagueTime: Check<TimeFacts, VagueTime> = {
  id: 'vague-time',
  title: 'Vague time',
  summary:
    'Finds expressions of time that a reader can’t place, now or in a year: “yesterday”, “April 5”, “recently”, and dates that can’t be.',
  why: '“Yesterday” is clear on the day it is written, and to nobody who reads it a month later, in an archive, or under another dateline. A month without its year grows vague the same way, and “recently” never says anything. The date takes no more room.',
  notes: [
    'Left alone is what the text itself places (“the next day”, “yesterday, March 3, 2021”), names and titles (“Black Friday”, “This Week”), quoted speech, code and links, plain durations and habits (“24 hours a day”, “every Monday”).',
    'A weekday is taken for the nearest one past, the draft’s own day included, unless its verb looks ahead (“will meet”, “meets”, “was adjourned until”); a date without year for the nearest such date, or for the year the text is telling of.',
    'The draft’s own date comes from its front matter, a dateline or “Published” line with a full date, `stet.json` or a setting. Where nobody knows it, fixes reckon from today and say so; they are then never applied unasked.',
    'Which weekday “next Friday” means, people disagree on: here it is the Friday of next week.',
    'A text that dates other years again and again is read as a story: its dates without year are of the year told of. In the house style `ap` a date without year stands where it is of the draft’s own year.',
    'A date that holds its year (“met on 4 June 2018”, “In 1912 …”) gives it to dates in the paragraphs behind it, where it is also the nearest, or long ago and told of as past.',
    '“The end of the year” and “the spring” are placed by a text that names a year, and else reported; so is “the third quarter” beside profits, sales and the like. “Overnight” is left alone.',
    'Where a date would meet a word of its own kind that belongs to the verb (“went on yesterday”), only the mark for the desk is offered.',
    'Movable feasts (Easter, Ramadan) are recognised, but get no date.',
  ],
  kinds: {
    relative: {
      severity: 'information',
      summary: 'Can be placed only by who knows when it was written: yesterday, last week, on Tuesday.',
    },
    incomplete: {
      severity: 'information',
      summary: 'A date that lacks its year, where the text around it gives none.',
    },
    fuzzy: { severity: 'information', summary: 'Can’t be placed at all: recently, in recent years.' },
    approximate: { severity: 'off', summary: 'Placed, but roughly: late 2014, the mid-1990s.' },
    conflict: {
      severity: 'warning',
      summary: 'A date that can’t be: a weekday and a date that disagree, a day that no month has.',
    },
  },
  examples,
  createReader: createTimeReader,
  createFinder: createTimeFinder,
  data: ({ detail }) => ({
    value: detail.timed.expression.conflict ? null : (detail.timed.value ?? null),
  }),
  fixes: timeFixes,
}

/** An expression of time as `stet times` lists it. Offsets count from the draft's start. */
export interface TimeExpression {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly kind: TimeKind
  /** TIMEX3 / ISO 8601, or null. */
  readonly value: string | null
  /** From where the value was reckoned; null where it stands by itself. */
  readonly anchor: 'draft-date' | 'today' | 'text' | null
}

/** Every expression of time in a draft, also those that are none of the check's business. */
export function timesOf(read: Read<TimeFacts>): TimeExpression[] {
  return placedTimes(read).map(({ start, end, expression, value, from }) => ({
    start,
    end,
    text: read.draft.text.slice(start, end),
    kind: expression.kind,
    value: value ?? null,
    anchor: from === 'draft' ? (read.date ? 'draft-date' : 'today') : (from ?? null),
  }))
}
