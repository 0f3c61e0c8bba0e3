import { describe, expect, test } from 'vitest'
import { readBy } from '../../../server/check'
import { timesOf, vagueTime } from '../../../server/checks/vague-time'
import { check, marked, unmarked } from '../../marked'

/** A Tuesday. */
const date = '2013-10-15'

describe('what is found', () => {
  test.each([
    'The council met ⟦yesterday⟧{relative} and will meet ⟦tomorrow morning⟧{relative}.',
    'It closed ⟦last week⟧{relative}, and opens ⟦next month⟧{relative}.',
    'It closed on ⟦Friday⟧{relative}.',
    'It was sold ⟦two days ago⟧{relative}.',
    'It rained in ⟦the past 24 hours⟧{relative}.',
    'It was shut ⟦earlier this year⟧{relative}.',
    'The vote is set for ⟦April 5⟧{incomplete}.',
    'It was sold in ⟦March⟧{incomplete}.',
    'It was ⟦recently⟧{fuzzy} sold.',
    'It will ⟦soon⟧{fuzzy} be sold.',
    '⟦In recent years⟧{fuzzy} it fell.'.replace('⟦In ', 'In ⟦'),
    'It was sold ⟦a few years ago⟧{fuzzy}.',
    'It will open in ⟦the coming weeks⟧{fuzzy}.',
    '⟦These days⟧{fuzzy} it is empty.',
    'At ⟦the moment⟧{fuzzy} it is empty.',
    '⟦Today⟧{fuzzy} most people own a telephone.',
    '⟦Today⟧{fuzzy}’s world is loud.',
    'It closed on ⟦February 30, 2013⟧{conflict}.',
    'It closed on ⟦Tuesday, March 3, 2021⟧{conflict}.',
  ])('%s', (draft) => expect(marked(unmarked(draft), ['vague-time'], { date })).toBe(draft))

  test('roughly placed dates are found where they are asked for', () => {
    const config = { checks: { 'vague-time': { approximate: 'information' } } } as const
    const draft = 'The mission ends in ⟦late 2014⟧{approximate}.'
    expect(marked(unmarked(draft), ['vague-time'], { date, config })).toBe(draft)
  })

  test('a house may let weekdays stand near the draft’s own day', () => {
    const house = { date, config: { house: 'ap' } } as const
    expect(marked('It closed on Friday.', ['vague-time'], house)).toBe('It closed on Friday.')
    expect(check('It closed last week.', house).findings[0]!.severity).toBe('hint')
  })
})

/** The expressions of a text: words, kind, value. */
function times(text: string, day: string | undefined = date): string[] {
  const checked = check(text, day ? { date: day } : {})
  return timesOf(readBy(vagueTime, checked)).map(
    ({ text: words, kind, value, anchor }) => `${words}: ${kind} ${value} ${anchor}`,
  )
}

describe('what it means', () => {
  test.each([
    ['It closed yesterday.', 'yesterday: relative 2013-10-14 draft-date'],
    ['It closed on Friday.', 'Friday: relative 2013-10-11 draft-date'],
    ['It closed on Tuesday.', 'Tuesday: relative 2013-10-15 draft-date'],
    ['It will close on Friday.', 'Friday: relative 2013-10-18 draft-date'],
    ['It will close next Friday.', 'next Friday: relative 2013-10-25 draft-date'],
    ['It closes Monday week.', 'Monday week: relative 2013-10-21 draft-date'],
    ['It closes a week from Tuesday.', 'a week from Tuesday: relative 2013-10-22 draft-date'],
    ['It closed last week.', 'last week: relative 2013-W41 draft-date'],
    ['It closes this weekend.', 'this weekend: relative 2013-W42-WE draft-date'],
    ['It closed last month.', 'last month: relative 2013-09 draft-date'],
    ['It closed a decade ago.', 'a decade ago: relative 200 draft-date'],
    ['It closed in March of last year.', 'March of last year: relative 2012-03 draft-date'],
    ['It closed in the third quarter of 2013.', 'the third quarter of 2013: explicit 2013-Q3 null'],
    ['It closed in the 19th century.', 'the 19th century: explicit 18 null'],
    ['It closed in the 1990s.', 'the 1990s: explicit 199 null'],
    ['It closed in 480 BC.', '480 BC: explicit BC0480 null'],
    ['It closes at 8:30 p.m. Friday.', '8:30 p.m. Friday: relative 2013-10-11T20:30 draft-date'],
    ['It took three weeks.', 'three weeks: duration P3W null'],
    ['It opens every Monday.', 'every Monday: set XXXX-WXX-1 null'],
    ['It is now open.', 'now: fuzzy PRESENT_REF null'],
  ])('%s', (text, expected) => expect(times(text)).toEqual([expected]))

  test('the text places what follows', () =>
    expect(times('It fell on March 31, 2012. The next day it burned, and in May it was sold.')).toEqual([
      'March 31, 2012: explicit 2012-03-31 null',
      'The next day: anaphoric 2012-04-01 text',
      'May: incomplete 2012-05 text',
    ]))

  test('at the edges of years', () => {
    expect(times('It closed yesterday.', '2013-01-01')).toEqual(['yesterday: relative 2012-12-31 draft-date'])
    expect(times('It closed last week.', '2016-01-05')).toEqual(['last week: relative 2015-W53 draft-date'])
    expect(times('It closed last month.', '2016-03-31')).toEqual(['last month: relative 2016-02 draft-date'])
    expect(times('It closes tomorrow.', '2016-02-28')).toEqual(['tomorrow: relative 2016-02-29 draft-date'])
    expect(times('It closed in December.', '2013-01-10')).toEqual(['December: incomplete 2012-12 draft-date'])
  })
})
