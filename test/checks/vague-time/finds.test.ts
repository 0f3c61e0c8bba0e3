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
    'It was _⟦recently⟧{fuzzy}_ sold.',
    '⟦In recent years⟧{fuzzy} it fell.'.replace('⟦In ', 'In ⟦'),
    'It was sold ⟦a few years ago⟧{fuzzy}.',
    'Until ⟦recently⟧{fuzzy} it was empty.',
    '⟦Now⟧{fuzzy} the firm is in debt.',
    '“We saw it,” he said. It is ⟦now⟧{fuzzy} empty.',
    'The plan adopted in ⟦June⟧{incomplete} calls for a meeting each spring.',
    'It is painted every year. The roof was mended in ⟦June⟧{incomplete}.',
    'It will open in ⟦the coming weeks⟧{fuzzy}.',
    '⟦These days⟧{fuzzy} it is empty.',
    'At ⟦the moment⟧{fuzzy} it is empty.',
    '⟦Today⟧{fuzzy} most people own a telephone.',
    '⟦Today⟧{fuzzy}’s world is loud.',
    'The office ⟦today⟧{relative} is to send out letters.',
    'The office said in Boston ⟦Monday⟧{relative} that it would.',
    'Nobody came to a ⟦Tuesday⟧{relative} meeting.',
    'Nobody came to a busy ⟦Tuesday⟧{relative} meeting.',
    'She denied it in a statement ⟦Monday⟧{relative}.',
    'The ⟦July 4⟧{incomplete} edition sold out.',
    'In ⟦October⟧{incomplete} Apple sold more.',
    '⟦Today⟧{fuzzy}, mills take their place.',
    'It is the most used language ⟦today⟧{fuzzy}.',
    'It has cost a fortune ⟦so far⟧{fuzzy}.',
    '⟦So far⟧{fuzzy}, nobody has paid.',
    'Profit rose 12% in ⟦the first quarter⟧{incomplete}.',
    'It will open in ⟦the second half of the year⟧{relative}.',
    'She scored six goals ⟦this season⟧{relative}, and leaves before ⟦next season⟧{relative}.',
    'You can watch the talk ⟦soon⟧{fuzzy}.',
    'She scored twice so far ⟦this season⟧{relative}.',
    'On ⟦Monday⟧{relative} Hall said so, and in ⟦March⟧{incomplete} House members agreed.',
    'Expect delays in ⟦March⟧{incomplete}.',
    'The board will vote in ⟦two weeks⟧{relative}.',
    'His next race is in Holm in ⟦two weeks⟧{relative}.',
    'For ⟦now⟧{fuzzy}, the house stays shut.',
    'For ⟦the moment⟧{fuzzy}, the house stays shut.',
    'They hope to sell it in ⟦the new year⟧{fuzzy}.',
    'The results of ⟦yesterday⟧{relative} were a shock.',
    'Because of ⟦tomorrow⟧{relative}, the schools are shut.',
    'Plant closures in ⟦March⟧{incomplete} hit sales.',
    'Until ⟦now⟧{fuzzy} it was thought lost.',
    'It will close by ⟦the end of the year⟧{relative}.',
    'The accord is to be signed in ⟦the spring⟧{incomplete}.',
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
    expect(marked('It closed on Feb. 3.', ['vague-time'], house)).toBe('It closed on Feb. 3.')
  })
})

/** The expressions of a text: words, kind, value. */
function times(text: string, day: string | undefined = date): string[] {
  const checked = check(text, day ? { date: day } : {})
  return timesOf(readBy(vagueTime, checked)).map(
    ({ text: words, kind, value, anchor }) => `${words}: ${kind} ${value} ${anchor}`,
  )
}

test('what it is ahead of comes behind', () =>
  expect(times('Oil fell on Friday ahead of Monday’s holiday.')).toEqual([
    'Friday: relative 2013-10-11 draft-date',
    'Monday: relative 2013-10-14 draft-date',
  ]))

test('days in a list go on', () => {
  expect(times('Rain is forecast to begin Tuesday and Monday.')).toEqual([
    'Tuesday: relative 2013-10-15 draft-date',
    'Monday: relative 2013-10-21 draft-date',
  ])
})

test('the now of a story is placed by the story', () => {
  const story =
    'The port fell on May 3, 1975, and the town on May 9, 1975. By June 1, 1975, the army was now back.'
  expect(marked(story, ['vague-time'], { date })).toBe(story)
  const news = 'The mayor said that the army was ⟦now⟧{fuzzy} back.'
  expect(marked(unmarked(news), ['vague-time'], { date })).toBe(news)
})

describe('a date in full gives its year to the paragraphs behind it', () => {
  const minutes =
    'The committee met on 4 June 2013.\n\nThe minutes of 28 May were read.\n\nIt met again on 2 July.'
  test('where it is also the nearest', () => {
    expect(marked(minutes, ['vague-time'], { date })).toBe(minutes)
    expect(marked(minutes, ['vague-time'])).toBe(minutes)
  })
  test('where it tells of long ago', () => {
    const flood = 'The flood of 1953 began with a storm.\n\nOn January 31 the sea broke through.'
    expect(marked(flood, ['vague-time'], { date })).toBe(flood)
    const story = 'In 1912 they ran out of coal.\n\nBy March the men were lost, and in April the ship sank.'
    expect(marked(story, ['vague-time'], { date })).toBe(story)
    const news = `${story}\n\nThe wreck was found last week.\n\nIt was raised in ⟦March⟧{incomplete}.`
    expect(marked(unmarked(news), ['vague-time'], { date })).toBe(
      news.replace('last week', '⟦last week⟧{relative}'),
    )
  })
  test.each([
    'The mill opened on 4 June 2004.\n\nIt burned on ⟦28 May⟧{incomplete}.',
    'The mill opened on 4 June 1998.\n\nThe council will vote on ⟦8 November⟧{incomplete}.',
    'The deal was signed on June 4, 2013.\n\nIt ends on ⟦March 3⟧{incomplete}.',
    'The mill opened in 2013.\n\nIt burned on ⟦28 May⟧{incomplete}.',
    'The mill opened on 4 June 2013.\n\nA second one was shut on 3 May 2009.\n\nIt burned on ⟦28 May⟧{incomplete}.',
    // The draft's own day says nothing of the text's.
    'KABUL, Oct. 15, 2013 (Wire) — A shop burned.\n\nIt had opened on ⟦May 28⟧{incomplete}.',
  ])('%s', (draft) => expect(marked(unmarked(draft), ['vague-time'], { date })).toBe(draft))
})

describe('what it means', () => {
  test.each([
    ['It closed yesterday.', 'yesterday: relative 2013-10-14 draft-date'],
    ['It closed on Friday.', 'Friday: relative 2013-10-11 draft-date'],
    ['It closed on Tuesday.', 'Tuesday: relative 2013-10-15 draft-date'],
    ['It will close on Friday.', 'Friday: relative 2013-10-18 draft-date'],
    ['It will close next Friday.', 'next Friday: relative 2013-10-25 draft-date'],
    ['It closes Monday week.', 'Monday week: relative 2013-10-28 draft-date'],
    ['It closes Tuesday week.', 'Tuesday week: relative 2013-10-22 draft-date'],
    ['It closes the week after next.', 'the week after next: relative 2013-W44 draft-date'],
    ['It closes the Friday after next.', 'Friday after next: relative 2013-10-25 draft-date'],
    ['It will close this coming Friday.', 'this coming Friday: relative 2013-10-18 draft-date'],
    ['It closed this past Friday.', 'this past Friday: relative 2013-10-11 draft-date'],
    ['It closed this Saturday.', 'this Saturday: relative 2013-10-12 draft-date'],
    ['It will close on Tuesday the 22nd.', 'Tuesday the 22nd: relative 2013-10-22 draft-date'],
    ['It closed on Tuesday 1st.', 'Tuesday 1st: relative 2013-10-01 draft-date'],
    ['It will close on Monday the eleventh.', 'Monday the eleventh: relative 2013-11-11 draft-date'],
    ['It will close next week on Thursday.', 'next week on Thursday: relative 2013-10-24 draft-date'],
    ['It closed last week Wednesday.', 'last week Wednesday: relative 2013-10-09 draft-date'],
    [
      'It closed on Thursday evening last week.',
      'Thursday evening last week: relative 2013-10-10TEV draft-date',
    ],
    ['It will close two weeks from Monday.', 'two weeks from Monday: relative 2013-11-04 draft-date'],
    [
      'It will close two days after next Friday.',
      'two days after next Friday: relative 2013-10-27 draft-date',
    ],
    ['It closed the day before yesterday.', 'the day before yesterday: relative 2013-10-13 draft-date'],
    ['It closes on the 20th of next month.', 'the 20th of next month: relative 2013-11-20 draft-date'],
    [
      'It will close on the first Monday of November.',
      'the first Monday of November: incomplete 2013-11-04 draft-date',
    ],
    [
      'It closed on the last Friday in March 2013.',
      'the last Friday in March 2013: explicit 2013-03-29 null',
    ],
    [
      'It will close on the first Friday of next month.',
      'the first Friday of next month: relative 2013-11-01 draft-date',
    ],
    [
      'It closed on the second Tuesday of last month.',
      'the second Tuesday of last month: relative 2013-09-10 draft-date',
    ],
    ['It opens on the first Monday of each month.', 'the first Monday of each month: set XXXX-WXX-1 null'],
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
    ['It closed at 8:30 p.m. Friday.', '8:30 p.m. Friday: relative 2013-10-11T20:30 draft-date'],
    ['It closes at 8:30 p.m. Friday.', '8:30 p.m. Friday: relative 2013-10-18T20:30 draft-date'],
    ['It took three weeks.', 'three weeks: duration P3W null'],
    ['It opens every Monday.', 'every Monday: set XXXX-WXX-1 null'],
    ['It is now open.', 'now: fuzzy PRESENT_REF null'],
    ['It was shut over the weekend.', 'the weekend: relative 2013-W41-WE draft-date'],
    ['It will open over the weekend.', 'the weekend: relative 2013-W42-WE draft-date'],
    ['It opens in two weeks’ time.', 'two weeks’ time: relative 2013-W44 draft-date'],
    ['The recess starts in two weeks.', 'two weeks: relative 2013-W44 draft-date'],
    ['The show runs in two weeks of rain.', 'two weeks: duration P2W null'],
    ['It is due by midday tomorrow.', 'midday tomorrow: relative 2013-10-16T12:00 draft-date'],
    ['Earlier Friday it was shut.', 'Earlier Friday: relative 2013-10-11 draft-date'],
    ['They agreed to meet on Friday.', 'Friday: relative 2013-10-18 draft-date'],
    ['They would have met on Friday.', 'Friday: relative 2013-10-11 draft-date'],
    ['They said they would sue by Friday.', 'Friday: relative 2013-10-18 draft-date'],
    ['They meet in the week of October 21.', 'the week of October 21: incomplete 2013-W43 draft-date'],
    ['Its third-quarter profit fell.', 'third-quarter: incomplete 2013-Q3 draft-date'],
    ['It is expected to close in the third quarter.', 'the third quarter: anaphoric 2014-Q3 draft-date'],
    ['It cut jobs in fiscal 2012.', 'fiscal 2012: explicit 2012 null'],
    ['It fell in the latter half of 2008.', 'the latter half of 2008: explicit 2008-H2 null'],
    ['It opened in the early 21st century.', 'the early 21st century: approximate 20 null'],
    ['They met in the autumn of 481 BC.', 'the autumn of 481 BC: explicit BC0481-FA null'],
    [
      'They left in the early morning hours of May 4, 1975.',
      'the early morning hours of May 4, 1975: explicit 1975-05-04TMO null',
    ],
    ['It lost money in the first nine months.', 'the first nine months: duration P9M null'],
    ['It took some ten years.', 'some ten years: duration P10Y null'],
    ['He left hours after the vote.', 'hours: duration PTXH null'],
    ['It is open late on Friday nights.', 'Friday nights: set XXXX-WXX-5 null'],
    ['It will be sold and removed in March.', 'March: incomplete 2014-03 draft-date'],
    ['Trade closed by 1430 GMT.', '1430 GMT: time-of-day 2013-10-15T14:30 draft-date'],
    ['It starts tonight at 8:30.', 'tonight at 8:30: relative 2013-10-15T20:30 draft-date'],
    ['It took more than half a century.', 'more than half a century: duration P50Y null'],
    ['The vote is set for July 2.', 'July 2: incomplete 2014-07-02 draft-date'],
    ['It fell in the 1988 quarter.', 'the 1988 quarter: explicit 1988 null'],
    ['It was signed on 10/30/89.', '10/30/89: explicit 1989-10-30 null'],
    ['It was signed on 30/10/12.', '30/10/12: explicit 2012-10-30 null'],
    ['It closed a year and a half later.', 'a year and a half later: anaphoric 2015-04 draft-date'],
    ['It must be done by the weekend.', 'the weekend: relative 2013-W42-WE draft-date'],
    ['It takes effect in two weeks.', 'two weeks: relative 2013-W44 draft-date'],
    ['They meet twice a week.', 'twice a week: set P1W null'],
    ['They meet three times a day.', 'three times a day: set P1D null'],
    ['It is open on weekdays.', 'weekdays: set XXXX-WD null'],
    ['It was sent Thu Feb 23 23:20:38 1995.', 'Thu Feb 23 23:20:38 1995: explicit 1995-02-23T23:20 null'],
    [
      'The build of Mon Mar 4 10:15:00 PST 2013 ran.',
      'Mon Mar 4 10:15:00 PST 2013: explicit 2013-03-04T10:15 null',
    ],
    ['It fell in the latest quarter.', 'the latest quarter: anaphoric 2013-Q3 draft-date'],
    ['It took two-and-a-half years.', 'two-and-a-half years: duration P2.5Y null'],
    ['A quarter of a century ago it closed.', 'A quarter of a century ago: relative 1988 draft-date'],
    ['It lasted the nine months.', 'the nine months: duration P9M null'],
    ['Earlier in the day it rained.', 'Earlier in the day: anaphoric 2013-10-15 draft-date'],
    ['It rained in recent weeks.', 'recent weeks: fuzzy PAST_REF null'],
    ['It was cheap at the time.', 'the time: anaphoric PAST_REF null'],
    ['It fell from year-earlier earnings.', 'year-earlier: anaphoric 2012 draft-date'],
    ['It will close by year-end.', 'year-end: relative 2013 draft-date'],
    ['It could double over the next year.', 'the next year: relative P1Y null'],
    ['It burned out 13.4 billion years ago.', '13.4 billion years ago: relative null null'],
    ['People came 3,000 years ago.', '3,000 years ago: relative null null'],
    ['It will fall in the months ahead.', 'the months ahead: fuzzy PXM null'],
    ['It opened on Labor Day.', 'Labor Day: anaphoric 2013-09-02 draft-date'],
    ['It opened on New Year’s Eve 1999.', 'New Year’s Eve 1999: explicit 1999-12-31 null'],
    ['It opened on Thanksgiving 2012.', 'Thanksgiving 2012: explicit 2012-11-22 null'],
    ['It fell over the past couple of years.', 'the past couple of years: fuzzy PXY null'],
    ['It fell in the last quarter.', 'the last quarter: relative 2013-Q3 draft-date'],
    ['It fell in the early hours of Sunday.', 'the early hours of Sunday: relative 2013-10-13TMO draft-date'],
    ['2003: The bridge opens', '2003: explicit 2003 null'],
  ])('%s', (text, expected) => expect(times(text)).toEqual([expected]))

  test('the text places what follows', () =>
    expect(times('It fell on March 31, 2012. The next day it burned, and in May it was sold.')).toEqual([
      'March 31, 2012: explicit 2012-03-31 null',
      'The next day: anaphoric 2012-04-01 text',
      'May: incomplete 2012-05 text',
    ]))

  test('a time of day is of the day behind it', () =>
    expect(times('It rang at 5 a.m. on October 3, 1935.')).toEqual([
      '5 a.m.: time-of-day 1935-10-03T05:00 null',
      'October 3, 1935: explicit 1935-10-03 null',
    ]))

  test('the years of a war', () =>
    expect(times('The war of 1914-18 was long.')).toEqual([
      '1914: explicit 1914 null',
      '18: explicit 1918 null',
    ]))

  test('a story of other years goes on behind its asides', () => {
    const story = `In March 1975 the port fell, and in April 1975 the town. A file opened only in 2005 says otherwise.

In May the king came back, as in 1812. On June 3 he was crowned, as he had hoped in February 1974.`
    expect(times(story)).toContain('May: incomplete 1975-05 text')
    expect(times(story)).toContain('June 3: incomplete 1975-06-03 text')
  })

  test('in news the year’s end is that of the year of writing', () =>
    expect(times('The mill was sold in 2009. It should pay by the end of the year.')).toContain(
      'the end of the year: relative 2013 draft-date',
    ))

  test('May is a month, and no verb that looks ahead', () =>
    expect(times('In May he left.')).toEqual(['May: incomplete 2013-05 draft-date']))

  test('a year at the start of a sentence sets the scene', () =>
    expect(times('In 1926 the mill opened. In May a fire broke out.')).toContain(
      'May: incomplete 1926-05 text',
    ))

  test('what was done on a date has been', () =>
    expect(times('She was jailed on December 18.')).toEqual([
      'December 18: incomplete 2012-12-18 draft-date',
    ]))

  test('behind a past, a verb in the present looks ahead', () =>
    expect(times('The jury retired on Friday and returns on Wednesday.')).toEqual([
      'Friday: relative 2013-10-11 draft-date',
      'Wednesday: relative 2013-10-16 draft-date',
    ]))

  test('a stretch from a day on is no day', () =>
    expect(times('The ban lasts six months from July 1.')).toEqual([
      'six months: duration P6M null',
      'July 1: incomplete 2013-07-01 draft-date',
    ]))

  test('a year before a quarter is a quarter', () =>
    expect(times('Profit fell in the third quarter of 2013 from a year earlier.')).toContain(
      'a year earlier: anaphoric 2012-Q3 text',
    ))

  test('where the text has named no day, it counts from its own', () =>
    expect(times('A day earlier, two men drowned.')).toEqual([
      'A day earlier: anaphoric 2013-10-14 draft-date',
    ]))

  test('said in summer, last summer is the year before’s', () =>
    expect(times('It closed last summer.', '2013-07-01')).toEqual([
      'last summer: relative 2012-SU draft-date',
    ]))

  test('a bare year holds for its sentence, and not for what can’t be of it', () => {
    expect(times('He won in 2010. He fell ill in March.')).toContain('March: incomplete 2013-03 draft-date')
    expect(times('He won in 2010 and fell ill in March.')).toContain('March: incomplete 2010-03 text')
    expect(times('His most since 2010, he fell ill in March.')).toContain(
      'March: incomplete 2013-03 draft-date',
    )
    expect(times('Growth in 2014 is less than the forecast made in May.')).toContain(
      'May: incomplete 2013-05 draft-date',
    )
  })

  test('what is to come is not of the year told before', () =>
    expect(times('Founded in 1998, the firm will report on April 20.')).toContain(
      'April 20: incomplete 2014-04-20 draft-date',
    ))

  test('words about another time are none of their own', () =>
    expect(
      times('He came as soon as he could, left soon after the vote, and wrote as recently as that.'),
    ).toEqual([]))

  test('a stretch from weekday to weekday holds together', () => {
    expect(times('It will run from Monday to Friday.')).toEqual([
      'Monday: relative 2013-10-21 draft-date',
      'Friday: relative 2013-10-25 draft-date',
    ])
    expect(times('It lasted from Thursday to Sunday.', '2013-10-18')).toEqual([
      'Thursday: relative 2013-10-10 draft-date',
      'Sunday: relative 2013-10-13 draft-date',
    ])
  })

  test('far from every calendar nothing is reckoned', () => {
    expect(times('It ends a week from Tuesday.', '9999-12-31')).toEqual([
      'a week from Tuesday: relative null null',
    ])
    expect(times('It ends on 9999-12-31. The next day it begins.')).toEqual([
      '9999-12-31: explicit 9999-12-31 null',
      'The next day: anaphoric null null',
    ])
  })

  test('at the edges of years', () => {
    expect(times('It closed yesterday.', '2013-01-01')).toEqual(['yesterday: relative 2012-12-31 draft-date'])
    expect(times('It closed last week.', '2016-01-05')).toEqual(['last week: relative 2015-W53 draft-date'])
    expect(times('It closed last month.', '2016-03-31')).toEqual(['last month: relative 2016-02 draft-date'])
    expect(times('It closes tomorrow.', '2016-02-28')).toEqual(['tomorrow: relative 2016-02-29 draft-date'])
    expect(times('It closed in December.', '2013-01-10')).toEqual(['December: incomplete 2012-12 draft-date'])
  })
})
