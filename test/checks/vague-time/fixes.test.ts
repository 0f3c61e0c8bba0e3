import { describe, expect, test } from 'vitest'
import { fixesOf } from '../../../server/check'
import { check, fixed } from '../../marked'

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
    ['It will happen in three days’ time.', 'It will happen on October 18, 2013.'],
    ['In three days’ time it opens.', 'On October 18, 2013, it opens.'],
    ['The recess starts in two weeks.', 'The recess starts in the week of October 28, 2013.'],
    ['The deadline is Friday.', 'The deadline is on October 18, 2013.'],
    ['As of today, it is open.', 'As of October 15, 2013, it is open.'],
    ['The Monday before last he called.', 'On October 7, 2013, he called.'],
    ['He called the Monday before last.', 'He called on October 7, 2013.'],
    ['They met last Christmas.', 'They met at Christmas 2012.'],
    ['It closed last century.', 'It closed in the 20th century.'],
    ['In last year’s third quarter, sales fell.', 'In the third quarter of 2012, sales fell.'],
    ['He resigned yesterday (a Monday).', 'He resigned on October 14, 2013 (a Monday).'],
    ['The ship sails tonight at 8 p.m.', 'The ship sails at 8 p.m. on October 15, 2013.'],
    [
      'The ship sails tonight at 8 p.m. Nobody knows.',
      'The ship sails at 8 p.m. on October 15, 2013. Nobody knows.',
    ],
    ['It will sail on Friday at 8 a.m. at last.', 'It will sail on October 18, 2013, at 8 a.m. at last.'],
    ['They met at 8 p.m. yesterday.', 'They met at 8 p.m. on October 14, 2013.'],
    ['Earlier today the mayor resigned.', 'On October 15, 2013, the mayor resigned.'],
    ['The mayor will speak later this month.', 'The mayor will speak in October 2013.'],
    ['The yard will be shut until tomorrow.', 'The yard will be shut until October 16, 2013.'],
    ['They must wait until at least Wednesday.', 'They must wait until at least October 16, 2013.'],
    ['It could come as early as next week.', 'It could come as early as the week of October 21, 2013.'],
    ['It must be paid by Friday.', 'It must be paid by October 18, 2013.'],
    ['They met over the weekend.', 'They met over the weekend of October 12, 2013.'],
    ['It was worse than yesterday.', 'It was worse than on October 14, 2013.'],
    ['Sales are higher than last year.', 'Sales are higher than in 2012.'],
    ['They will meet Tuesday to Thursday.', 'They will meet from October 15, 2013, to Thursday.'],
    ['The talks ran from Monday to Wednesday.', 'The talks ran from October 7, 2013, to Wednesday.'],
    ['They met last week and on Friday.', 'They met in the week of October 7, 2013, and on Friday.'],
    ['Tuesday: the shop opens.', 'October 15, 2013: the shop opens.'],
    ['Two years ago, the firm was founded.', 'In 2011, the firm was founded.'],
    ['It was founded a week ago today.', 'It was founded on October 8, 2013.'],
    ['It burned the night before last.', 'It burned on the night of October 13, 2013.'],
    ['The firm (closed yesterday) was old.', 'The firm (closed on October 14, 2013) was old.'],
    ['“It is over,” the mayor said Tuesday.', '“It is over,” the mayor said on October 15, 2013.'],
    ['The mayor said Tuesday’s vote was final.', 'The mayor said the October 15, 2013, vote was final.'],
    [
      'Last night’s game against Leeds was poor.',
      'The game on the night of October 14, 2013, against Leeds was poor.',
    ],
    ['Last night’s storm cut power.', 'The storm on the night of October 14, 2013, cut power.'],
    [
      'The bridge reopened yesterday\nafter the flood.',
      'The bridge reopened on October 14, 2013,\nafter the flood.',
    ],
    [
      'Bridge reopened yesterday\n\nThe bridge is old.',
      'Bridge reopened on October 14, 2013\n\nThe bridge is old.',
    ],
  ])
})

describe('a word that belongs to its verb stays with it', () => {
  rewrites('Replace with', { date }, [
    ['The roof fell in last night.', 'The roof fell in on the night of October 14, 2013.'],
    ['The rebels gave in yesterday.', 'The rebels gave in on October 14, 2013.'],
    ['Police moved in early today.', 'Police moved in early on October 15, 2013.'],
    ['They moved in today at 8 a.m.', 'They moved in at 8 a.m. on October 15, 2013.'],
    ['The march carried on last month.', 'The march carried on in September 2013.'],
    ['The keys were handed over yesterday.', 'The keys were handed over on October 14, 2013.'],
    ['The firm was taken over last year.', 'The firm was taken over in 2012.'],
    ['Sales rose 4 percent over last year.', 'Sales rose 4 percent over 2012.'],
    ['The talks fell through last month.', 'The talks fell through in September 2013.'],
  ])

  test.each([
    'The strike went on last night.',
    'The tenants moved in last month.',
    'They moved in three years ago.',
  ])('and where two alike would meet, no date is offered: %s', (draft) =>
    expect(() => fixed(draft, 'Replace with', { date })).toThrow('no such fix'),
  )
})

describe('what is put off is put off to a day to come', () => {
  rewrites('Replace with', { date }, [
    ['Voting was extended to Sunday.', 'Voting was extended to October 20, 2013.'],
    ['The session was adjourned until Thursday.', 'The session was adjourned until October 17, 2013.'],
    ['The vote was put off to Saturday.', 'The vote was put off to October 19, 2013.'],
    [
      'The deadline was extended by a day to Sunday.',
      'The deadline was extended by a day to October 20, 2013.',
    ],
    ['The hearing was rescheduled for Friday.', 'The hearing was rescheduled for October 18, 2013.'],
    ['The judge gave the firm until Friday.', 'The judge gave the firm until October 18, 2013.'],
    ['They ordered the firm to reply by Friday.', 'They ordered the firm to reply by October 18, 2013.'],
    ['The bridge is closed until Friday.', 'The bridge is closed until October 18, 2013.'],
    ['The bridge has been shut until Friday.', 'The bridge has been shut until October 18, 2013.'],
    ['The final is played on Saturday.', 'The final is played on October 19, 2013.'],
    ['The truce held to Sunday.', 'The truce held to October 13, 2013.'],
    ['The talks lasted until Thursday.', 'The talks lasted until October 10, 2013.'],
    ['The bridge has been closed since Friday.', 'The bridge has been closed since October 11, 2013.'],
  ])
})

describe('a timetable speaks of what is to come', () => {
  rewrites('Replace with', { date }, [
    ['The club plays Leeds on Saturday.', 'The club plays Leeds on October 19, 2013.'],
    ['Voters go to the polls on Thursday.', 'Voters go to the polls on October 17, 2013.'],
    ['The jury returns on Monday.', 'The jury returns on October 21, 2013.'],
    ['Rain is forecast for Saturday.', 'Rain is forecast for October 19, 2013.'],
    ['Friday’s vote is likely to be close.', 'The October 18, 2013, vote is likely to be close.'],
    ['Council votes Friday on the plan.', 'Council votes on October 18, 2013, on the plan.'],
    [
      'It is one of two states; it holds its vote on Friday.',
      'It is one of two states; it holds its vote on October 18, 2013.',
    ],
    [
      'The mayor’s wins Friday in two wards were a surprise.',
      'The mayor’s wins on October 11, 2013, in two wards were a surprise.',
    ],
    ['Residents on Friday are still digging.', 'Residents on October 11, 2013, are still digging.'],
    [
      'Shares in the firm, which reports on Friday, fell.',
      'Shares in the firm, which reports on October 18, 2013, fell.',
    ],
    ['Delays are possible on Thursday.', 'Delays are possible on October 17, 2013.'],
    ['Tickets for Friday’s concert are on sale.', 'Tickets for the October 18, 2013, concert are on sale.'],
    ['They set out on Monday for the coast.', 'They set out on October 14, 2013, for the coast.'],
    ['The rent fell due on Friday.', 'The rent fell due on October 11, 2013.'],
    [
      'Holm, who play Leeds on Friday, were beaten.',
      'Holm, who play Leeds on October 18, 2013, were beaten.',
    ],
    ['England play Wales on Friday.', 'England play Wales on October 18, 2013.'],
    ['As of Friday, 40 people are missing.', 'As of October 11, 2013, 40 people are missing.'],
    ['Oil fell ahead of Friday’s meeting.', 'Oil fell ahead of the October 18, 2013, meeting.'],
    ['Traders awaited Friday’s report.', 'Traders awaited the October 18, 2013, report.'],
    ['She named two starters for Sunday’s game.', 'She named two starters for the October 20, 2013, game.'],
    ['Council to vote Thursday on lease', 'Council to vote on October 17, 2013, on lease'],
    [
      'The Hawks won five of six and host Leeds on Friday.',
      'The Hawks won five of six and host Leeds on October 18, 2013.',
    ],
    ['The hall is full; doors open Friday.', 'The hall is full; doors open on October 18, 2013.'],
    [
      'Rehearsals have begun, and tickets go on sale Friday.',
      'Rehearsals have begun, and tickets go on sale on October 18, 2013.',
    ],
    [
      'The shop closed in May, and workers protest Saturday.',
      'The shop closed in May, and workers protest on October 19, 2013.',
    ],
    [
      'The river fell and is forecast to rise on Thursday.',
      'The river fell and is forecast to rise on October 17, 2013.',
    ],
  ])
})

describe('a listing without a verb speaks of what is to come', () => {
  rewrites('Replace with', { date }, [
    ['Saturday: City v Rovers, 3 p.m.', 'October 19, 2013: City v Rovers, 3 p.m.'],
    ['When: Saturday, 2 p.m.', 'When: October 19, 2013, 2 p.m.'],
    ['Coming up Thursday: a talk on bees.', 'Coming up on October 17, 2013: a talk on bees.'],
    ['Monday: The bank fails.', 'October 14, 2013: The bank fails.'],
  ])
})

describe('what stands around it decides how a date is led in', () => {
  rewrites('Replace with', { date }, [
    ['The planned Thursday launch was scrapped.', 'The planned October 17, 2013, launch was scrapped.'],
    ['A new Thursday deadline will be set.', 'A new October 17, 2013, deadline will be set.'],
    ['It passed in a 5-4 Thursday vote.', 'It passed in a 5-4 October 10, 2013, vote.'],
    ['The hearing will be held a week today.', 'The hearing will be held on October 22, 2013.'],
    ['It was put back to a week on Thursday.', 'It was put back to October 24, 2013.'],
    ['The report covers last year.', 'The report covers 2012.'],
    ['She spent last year in Oslo.', 'She spent 2012 in Oslo.'],
    ['The raid came at dawn on Sunday.', 'The raid came at dawn on October 13, 2013.'],
    ['They left by dusk yesterday.', 'They left by dusk on October 14, 2013.'],
  ])

  test.each([
    'It will fall this year and next.',
    'This time last year it was full.',
    'The early Monday storm hit the coast.',
  ])('and sometimes none can be: %s', (draft) =>
    expect(() => fixed(draft, 'Replace with', { date })).toThrow('no such fix'),
  )
})

describe('a time may be what the sentence speaks of', () => {
  rewrites('Replace with', { date }, [
    ['Next year could be worse.', '2014 could be worse.'],
    ['It will weaken by late Thursday.', 'It will weaken by late in the day on October 17, 2013.'],
    ['They will build it this fall.', 'They will build it in the fall of 2013.'],
    ['They will build it this autumn.', 'They will build it in the autumn of 2013.'],
    ['It sold twice as many as last year.', 'It sold twice as many as in 2012.'],
    ['This month has been quiet.', 'October 2013 has been quiet.'],
    ['Analysts say this year will be weak.', 'Analysts say 2013 will be weak.'],
    ['They expect next month to be quiet.', 'They expect November 2013 to be quiet.'],
    [
      'Stores reopen Friday, a week after the flood shut them.',
      'Stores reopen on October 18, 2013, a week after the flood shut them.',
    ],
  ])

  rewrites('Replace with', { date }, [
    ['Revenue fell 3 percent from a year ago.', 'Revenue fell 3 percent from a year earlier.'],
    ['There were 212 cases, up from 140 a week ago.', 'There were 212 cases, up from 140 a week earlier.'],
  ])

  test.each(['Profit was $2m a year ago.', 'It opens about 18 months from now.'])(
    'and a comparison with days of another year has no date: %s',
    (draft) => expect(() => fixed(draft, 'Replace with', { date })).toThrow('no such fix'),
  )
})

describe('in Markdown what is set off stays so', () => {
  rewrites('Replace with', { date, language: 'markdown' }, [
    ['It closed on **Tuesday** at last.', 'It closed on **October 15, 2013,** at last.'],
    ['It closed *yesterday*.', 'It closed *on October 14, 2013*.'],
  ])
})

describe('in the form that the draft uses most', () => {
  test('day before month', () =>
    expect(fixed('She was born on 3 May 1960 and came yesterday.', 'Replace with', { date })).toBe(
      'She was born on 3 May 1960 and came on 14 October 2013.',
    ))

  test('a month shortened, though no year is behind it', () =>
    expect(fixed('It opened yesterday and will run through Dec. 11.', 'Replace with', { date })).toBe(
      'It opened on Oct. 14, 2013, and will run through Dec. 11.',
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
    ['Yesterday the bridge reopened.', 'On Monday the bridge reopened.'],
    ['Tomorrow is a holiday.', 'Wednesday is a holiday.'],
    ['He met with Karzai yesterday.', 'He met with Karzai on Monday.'],
    ['The bridge has been shut since yesterday.', 'The bridge has been shut since Monday.'],
    ['The storm came last night.', 'The storm came Monday night.'],
    ['They arrived late yesterday.', 'They arrived late Monday.'],
    ['Come today!', 'Come Tuesday!'],
    ['It will happen in three days’ time.', 'It will happen Friday.'],
    ['Last night’s game against Leeds was poor.', 'Monday night’s game against Leeds was poor.'],
    ['The council, yesterday, voted.', 'The council, on Monday, voted.'],
    ['The roof fell in last night.', 'The roof fell in Monday night.'],
    ['The council will meet tomorrow at 8 a.m.', 'The council will meet at 8 a.m. Wednesday.'],
    ['The council will meet next Friday.', 'The council will meet Oct. 25.'],
    ['The council met last month.', 'The council met in September.'],
    ['It was decided two weeks ago.', 'It was decided the week of Sept. 30.'],
    ['Two weeks ago it was decided.', 'In the week of Sept. 30 it was decided.'],
    ['The rules changed last year.', 'The rules changed in 2012.'],
  ])
  rewrites('Replace with', guardian, [
    [
      'They announced yesterday that it was over.',
      'They announced on Monday 14 October 2013 that it was over.',
    ],
    ['Nobody opposed yesterday’s motion.', 'Nobody opposed the 14 October 2013 motion.'],
    ['Yesterday the bridge reopened.', 'On Monday 14 October 2013 the bridge reopened.'],
    ['The boat sank early Saturday.', 'The boat sank early on Saturday 12 October 2013.'],
    ['It was decided last week.', 'It was decided in the week of 7 October 2013.'],
  ])
  rewrites('Replace with', { date, config: { house: 'iso' } }, [
    ['They announced yesterday that it was over.', 'They announced on 2013-10-14 that it was over.'],
    ['The rules change next month.', 'The rules change in November 2013.'],
  ])
  rewrites('Replace with', { date, config: { house: 'wikipedia' } }, [
    ['The mill is currently closed.', 'The mill is, as of October 2013, closed.'],
    ['Currently the mill is closed.', 'As of October 2013, the mill is closed.'],
    ['The mill is closed currently.', 'The mill is closed as of October 2013.'],
  ])
})

describe('a date gets its year', () => {
  rewrites('Add the year', { date }, [
    ['The vote is set for April 5.', 'The vote is set for April 5, 2014.'],
    ['On April 5 the nation will vote.', 'On April 5, 2014, the nation will vote.'],
    ['The nation will vote on 5 April at the latest.', 'The nation will vote on 5 April 2014 at the latest.'],
    ['The mine closed in March.', 'The mine closed in March 2013.'],
    ['It opens on March 3 at 8 a.m. in the hall.', 'It opens on March 3, 2014, at 8 a.m. in the hall.'],
    ['They meet in the week of March 3.', 'They meet in the week of March 3, 2014.'],
    ['Profit rose in the January-March quarter.', 'Profit rose in the January-March 2013 quarter.'],
    ['Profit rose in the first quarter.', 'Profit rose in the first quarter of 2013.'],
    ['Its third-quarter profit fell.', 'Its third-quarter 2013 profit fell.'],
    ['The fair runs Dec. 14 to 17 at the hall.', 'The fair runs Dec. 14 to 17, 2013, at the hall.'],
    ['The fair runs 14–17 December in the hall.', 'The fair runs 14–17 December 2013 in the hall.'],
    ['They meet on March 4, 11 and 18.', 'They meet on March 4, 11 and 18, 2014.'],
    ['He was here December 8 and 9 with her.', 'He was here December 8 and 9, 2012, with her.'],
  ])
})

describe('a date that can’t be is offered both readings', () => {
  rewrites('Replace with "T', { date }, [
    ['They met on Tuesday, March 3, 2021, at noon.', 'They met on Tuesday, March 2, 2021, at noon.'],
  ])
  rewrites('Replace with "W', { date }, [
    ['They met on Tuesday, March 3, 2021, at noon.', 'They met on Wednesday, March 3, 2021, at noon.'],
  ])
  rewrites('Replace with', { date }, [
    ['It closed on 31 April 2013.', 'It closed on 30 April 2013.'],
    ['It closed on June 31st, 2013.', 'It closed on June 30th, 2013.'],
    ['It closed on 2013-02-30.', 'It closed on 2013-02-28.'],
  ])
  rewrites('Replace with "1 May', { date }, [['It closed on 31 April 2013.', 'It closed on 1 May 2013.']])
  rewrites('Replace with "2013-03', { date }, [['It closed on 2013-02-30.', 'It closed on 2013-03-02.']])

  test('near the draft’s day also where the date lacks its year', () => {
    expect(fixed('It will close on Thursday, Oct. 16.', 'Replace with "W', { date })).toBe(
      'It will close on Wednesday, Oct. 16.',
    )
    expect(fixed('It will close on Thursday, Oct. 16.', 'Replace with "Th', { date })).toBe(
      'It will close on Thursday, Oct. 17.',
    )
  })

  test('none is preferred', () => {
    const checked = check('They met on Tuesday, March 3, 2021, at noon.', { date })
    const fixes = fixesOf(checked.findings[0]!, checked)
    expect(fixes.filter(({ title }) => title.startsWith('Replace'))).toHaveLength(2)
    expect(fixes.some(({ preferred }) => preferred)).toBe(false)
  })
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

  test.each([
    'It opened nearly a decade ago.',
    'It opened three hours ago.',
    'It rained in the past 24 hours.',
    'Nobody liked last week’s close vote.',
    'This year’s best film is short.',
    'It began in last year’s final week.',
    'In Monday trading, shares fell.',
    'They met at a Tuesday meeting.',
    'Tomorrow’s the day.',
  ])('is all that is offered where a date can’t say it: %s', (draft) =>
    expect(() => fixed(draft, 'Replace with', { date })).toThrow('no such fix'),
  )
})

test('without the draft’s date a fix reckons from today and says so', () =>
  expect(
    fixed('It opened yesterday.', 'Replace with "on June 14, 2026", reckoned from today', {
      today: '2026-06-15',
    }),
  ).toBe('It opened on June 14, 2026.'))
