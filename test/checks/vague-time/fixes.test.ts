import { describe, expect, test } from 'vitest'
import { fixed } from '../../marked'

/** A Tuesday. */
const date = '2013-10-15'

/** `before | after` of the first fix whose title begins so. */
function rewrites(
  title: string,
  circumstances: Parameters<typeof fixed>[2],
  pairs: readonly (readonly [string, string])[],
) {
  test.each(pairs)('%s', (before, after) => {
    expect(fixed(before, title, circumstances)).toBe(after)
  })
}

describe('a relative expression becomes a date, and the sentence stays good', () => {
  rewrites('Replace with', { date }, [
    ['They announced yesterday that it was over.', 'They announced on October 14, 2013, that it was over.'],
    ['Yesterday the bridge reopened.', 'On October 14, 2013, the bridge reopened.'],
    ['Yesterday, the bridge reopened.', 'On October 14, 2013, the bridge reopened.'],
    ['The bridge reopened yesterday.', 'The bridge reopened on October 14, 2013.'],
    [
      'The ferry sails tomorrow, weather permitting.',
      'The ferry sails on October 16, 2013, weather permitting.',
    ],
    ['The council met on Friday.', 'The council met on October 11, 2013.'],
    ['The council will meet on Friday.', 'The council will meet on October 18, 2013.'],
    ['The council met Friday to vote.', 'The council met on October 11, 2013, to vote.'],
    ['The council has been at it since Friday.', 'The council has been at it since October 11, 2013.'],
    ['The council approved it last week.', 'The council approved it in the week of October 7, 2013.'],
    ['The rules change next month.', 'The rules change in November 2013.'],
    ['The rules changed last year.', 'The rules changed in 2012.'],
    ['The work began two years ago.', 'The work began in 2011.'],
    ['The work began three days ago.', 'The work began on October 12, 2013.'],
    ['The work ended earlier this year.', 'The work ended in 2013.'],
    ['The storm came last night.', 'The storm came on the night of October 14, 2013.'],
    ['The storm came on Monday morning.', 'The storm came on the morning of October 14, 2013.'],
    ['Nobody opposed yesterday’s motion.', 'Nobody opposed the October 14, 2013, motion.'],
    ["Last year's harvest was poor.", 'The 2012 harvest was poor.'],
    [
      'Nobody opposed it in last week’s vote.',
      'Nobody opposed it in the vote in the week of October 7, 2013.',
    ],
    ['Tomorrow is a holiday.', 'October 16, 2013, is a holiday.'],
    ['They finished late last year.', 'They finished late in 2012.'],
    [
      'The ship sails tomorrow at 8 a.m. from the pier.',
      'The ship sails at 8 a.m. on October 16, 2013, from the pier.',
    ],
  ])
})

describe('in the form that the draft uses most', () => {
  test('day before month', () =>
    expect(fixed('She was born on 3 May 1960 and came yesterday.', 'Replace with', { date })).toBe(
      'She was born on 3 May 1960 and came on 14 October 2013.',
    ))

  test('figures', () =>
    expect(fixed('Built 1999-05-03, closed yesterday.', 'Replace with', { date })).toBe(
      'Built 1999-05-03, closed on 2013-10-14.',
    ))
})

describe('in the style of the house', () => {
  const ap = { date, config: { house: 'ap' } } as const
  const guardian = { date, config: { house: 'guardian' } } as const

  rewrites('Replace with', ap, [
    ['They announced yesterday that it was over.', 'They announced Monday that it was over.'],
    ['Nobody opposed yesterday’s motion.', 'Nobody opposed Monday’s motion.'],
    ['It was decided two weeks ago.', 'It was decided in the week of Sept. 30.'],
    ['The rules changed last year.', 'The rules changed in 2012.'],
  ])
  rewrites('Replace with', guardian, [
    [
      'They announced yesterday that it was over.',
      'They announced on Monday 14 October 2013 that it was over.',
    ],
  ])
  rewrites('Replace with', { date, config: { house: 'iso' } }, [
    ['They announced yesterday that it was over.', 'They announced on 2013-10-14 that it was over.'],
    ['The rules change next month.', 'The rules change in November 2013.'],
  ])
  rewrites('Replace with', { date, config: { house: 'wikipedia' } }, [
    ['The mill is currently closed.', 'The mill is as of October 2013 closed.'],
  ])
})

describe('a date gets its year', () => {
  rewrites('Add the year', { date }, [
    ['The vote is set for April 5.', 'The vote is set for April 5, 2014.'],
    ['On April 5 the nation will vote.', 'On April 5, 2014, the nation will vote.'],
    ['The nation will vote on 5 April at the latest.', 'The nation will vote on 5 April 2014 at the latest.'],
    ['The mine closed in March.', 'The mine closed in March 2013.'],
  ])
})

describe('a date that can’t be is offered both readings', () => {
  rewrites('Replace with "T', { date }, [
    ['They met on Tuesday, March 3, 2021, at noon.', 'They met on Tuesday, March 2, 2021, at noon.'],
  ])
  rewrites('Replace with "W', { date }, [
    ['They met on Tuesday, March 3, 2021, at noon.', 'They met on Wednesday, March 3, 2021, at noon.'],
  ])
  rewrites('Replace with', { date }, [['It closed on 31 April 2013.', 'It closed on 30 April 2013.']])
})

describe('the mark for the desk', () => {
  test('stands behind the words', () =>
    expect(fixed('The roof was recently mended.', 'Mark for the desk')).toBe(
      'The roof was recently [TK: when?] mended.',
    ))

  test('has the form of the house', () =>
    expect(fixed('The roof was recently mended.', 'Mark for the desk', { config: { mark: '{{%s}}' } })).toBe(
      'The roof was recently {{when?}} mended.',
    ))

  test('is all that is offered where a date can’t say it', () =>
    expect(() => fixed('It opened nearly a decade ago.', 'Replace with', { date })).toThrow('no such fix'))
})

test('without the draft’s date a fix reckons from today and says so', () =>
  expect(
    fixed('It opened yesterday.', 'Replace with "on June 14, 2026", reckoned from today', {
      today: '2026-06-15',
    }),
  ).toBe('It opened on June 14, 2026.'))
