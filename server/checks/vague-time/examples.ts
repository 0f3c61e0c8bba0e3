import type { Example } from '../check'

export const examples: readonly Example[] = [
  {
    title: 'A day that counts from the day of writing',
    draft: 'The ministers announced ⟦yesterday⟧{relative} that they had agreed.',
    date: '2013-10-15',
    fixed: {
      title: 'Replace with',
      draft: 'The ministers announced on October 14, 2013, that they had agreed.',
    },
  },
  {
    title: 'A date without its year',
    draft: 'The election is scheduled for ⟦April 5⟧{incomplete}.',
    date: '2013-10-15',
    fixed: { title: 'Add the year', draft: 'The election is scheduled for April 5, 2014.' },
  },
  {
    title: 'A time that nobody can place',
    draft: 'The harbour was ⟦recently⟧{fuzzy} dredged.',
    fixed: { title: 'Mark for the desk', draft: 'The harbour was recently [TK: when?] dredged.' },
  },
  {
    title: 'A weekday and a date that disagree',
    draft: 'They married on ⟦Tuesday, March 3, 2021⟧{conflict}, in the old town hall.',
    fixed: {
      title: 'Replace with',
      draft: 'They married on Wednesday, March 3, 2021, in the old town hall.',
    },
  },
  {
    title: 'What the text itself places',
    draft: 'The flood came on March 2, 2021. Three days later the bridge fell, and that year no ferry ran.',
  },
  {
    title: 'Names, habits, durations and quoted speech',
    draft:
      'On Black Friday the shop is open 24 hours a day. “We start tomorrow,” said Theresa May, who opens it every Monday.',
  },
]
