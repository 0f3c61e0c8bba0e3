import type { Example } from '../check'

/** One for each rule of attribution, then the kinds, then what is no speech, then the known limits. */
export const examples: readonly Example[] = [
  {
    title: 'Quotation, speaker, verb: any verb will do',
    draft: `"We looked at every bridge," Ines Varga said. "Nine of them leak," she deadpanned.
`,
  },
  {
    title: 'Quotation, verb, speaker',
    draft: `"The old crossing stays open," whispered the harbour master.
`,
  },
  {
    title: 'Speaker, verb, quotation',
    draft: `Varga told the board on Monday, "We have money for one summer, not for two."
`,
  },
  {
    title: 'According to somebody',
    draft: `"The roof will not last another winter," according to a report by the city's engineers.
`,
  },
  {
    title: 'The sentence before says who speaks',
    draft: `Varga warned that the work would take two summers. "Nobody should expect a miracle from us."
`,
  },
  {
    title: 'A sentence beside it says what the speaker does meanwhile',
    draft: `Varga, visibly tired, walked to the window. "Nobody should expect a miracle from us."
`,
  },
  {
    title: 'A paper that is pointed to, or whose terms are given',
    draft: `The board issued a statement. "The old crossing stays open," it said. Under the plan, "all boats by night"
would need a pilot.
`,
  },
  {
    title: 'A verb between commas',
    draft: `The trouble, says Ines Varga, is that the piers are "much younger than they look".
`,
  },
  {
    title: 'The end of the sentence says who says all of it',
    draft: `The vow to "keep every bridge" moves many on the coast, said Ines Varga, an engineer. Boats have "no right of way
at all" under it, the pilots wrote in a letter.
`,
  },
  {
    title: 'A further verb, a participle, or somebody beside the clause',
    draft: `Varga lamented the "sorry state of the piers" and called on Holm to spend "what it takes to keep them".
The plan lapsed, with Omar Hale telling the board that it was "no great loss to anybody". It was, in the
words of one pilot, "a bridge for people who own no boats".
`,
  },
  {
    title: 'The claim, promise or remark of somebody',
    draft: `The board turned down a suggestion by Omar Hale that the bridge was "a folly with a view". It was Varga's "if it leaks,
I will pay" promise that saved it.
`,
  },
  {
    title: 'An attribution behind a full stop',
    draft: `"Nobody should expect a miracle." Varga said.
`,
  },
  {
    title: 'A lead-in with a colon',
    draft: `Varga told the board:

"We have money for one summer. The second one is up to you."
`,
  },
  {
    title: 'A byline with a dash',
    draft: `"We have money for one summer, and not for two." — Ines Varga, engineer
`,
  },
  {
    title: 'A source in brackets',
    draft: `"We have money for one summer, and not for two" (Ines Varga).
`,
  },
  {
    title: 'A paragraph of quotation goes on with the speaker before it',
    draft: `"We have money for one summer," Varga said.

"The second one is up to the voters in May."
`,
  },
  {
    title: 'Words that go on from others keep the speaker before them',
    draft: `The council calls it "a summer of work," Varga said on Monday.

"And the second one is up to the voters in May."
`,
  },
  {
    title: 'The agent behind the words, and what they are said to be',
    draft: `The bridge, called "the longest wait in the county" by fishermen, is shut. "We have money for one summer" was the
answer from the board.
`,
  },
  {
    title: 'An interview answers its questions',
    draft: `Ines Varga has built bridges for forty years.

How did you begin?

"My father had a drawing board and no sons. That settled it."
`,
  },
  {
    title: 'A question says whom it asks of',
    draft: `"We count the boats each night," Ruth Hale said.

What did Varga say to that?

"I was on the pier, and nobody counted anything."
`,
  },
  {
    title: 'Reported in the paragraph before and in the one behind',
    draft: `Ines Varga said that the piers were younger than they look.

"We have money for one summer, and not for two."

She added that the voters had the last word.
`,
  },
  {
    title: 'Each paragraph opens, only the last closes',
    draft: `Varga said: "We have money for one summer.

"The second one is up to the voters."
`,
  },
  {
    title: 'The next paragraph says who spoke',
    draft: `"We have money for one summer, and not for two."

Those were the words of Ines Varga, the city's engineer, on Monday.
`,
  },
  {
    title: 'A gesture ends the paragraph before',
    draft: `Varga put the plan away and shook her head.

"We have money for one summer."

The board went home.
`,
  },
  {
    title: 'A block quotation with a footer',
    language: 'markdown',
    draft: `> "We have money for one summer, and not for two."
>
> — Ines Varga
`,
  },
  {
    title: 'A pull quote takes its source from the text',
    draft: `The board met on Monday.

"We have money for one summer."

In the hall, Varga told the voters: "We have money for one summer." The board agreed.
`,
  },
  {
    title: 'A sentence about things names nobody',
    draft: `The hall was full. ⟦"We have money for one summer, and not for two."⟧{unattributed} The bridge was built in 1953.
`,
  },
  {
    title: 'What is written up somewhere doesn’t go on to speak',
    draft: `A sheet over the parapet read “HOLM IS OPEN”. ⟦“You can tell who has only just heard.”⟧{unattributed}
`,
  },
  {
    title: 'A quotation that nobody says',
    draft: `The council met to discuss the bridge.

⟦"We have money for one summer, and not for two."⟧{unattributed}

The meeting ended at noon.
`,
    fixed: {
      title: 'Mark for the desk',
      draft: `The council met to discuss the bridge.

"We have money for one summer, and not for two." [TK: who said this?]

The meeting ended at noon.
`,
    },
  },
  {
    title: 'A passive without agent names nobody',
    draft: `⟦"The old crossing stays open all summer,"⟧{unattributed} it was announced.

The board had met at noon, as Ines Varga confirmed on Monday. The meeting was short.
`,
  },
  {
    title: 'The speakers whom the draft names',
    draft: `"The old crossing stays open," said Ines Varga, the engineer.

The meeting ended at noon. Boats lay along the quay.

⟦"We have money for one summer. The second one is up to you."⟧{unattributed}
`,
    fixed: {
      title: 'Attribute to Varga',
      draft: `"The old crossing stays open," said Ines Varga, the engineer.

The meeting ended at noon. Boats lay along the quay.

"We have money for one summer," Varga said. "The second one is up to you."
`,
    },
  },
  {
    title: 'A few words of speech',
    draft: `The bridge will close for a ⟦"very long and costly repair"⟧{fragment} in the spring.
`,
    fixed: {
      title: 'Drop the quotation marks',
      draft: `The bridge will close for a very long and costly repair in the spring.
`,
    },
  },
  {
    title: 'A headline above a text without markup',
    draft: `Harbour ‘may close for a year’

The harbour may have to close while its wall is mended, the board heard on Monday.
`,
  },
  {
    title: 'A body of people to which an "it" points',
    draft: `The Harbour Board is glad of the plan. "We have money for one summer," it said.
`,
  },
  {
    title: 'A mark left open',
    draft: `Varga told the board, ⟦"⟧{unclosed}We have money for one summer.

The meeting ended at noon.
`,
  },
  {
    title: 'Titles, terms, nicknames, single words and inches',
    draft: `The film "Bridges of the North" opens in May. A bridge on one pier is called "a swing bridge" here.
Everyone knows the "Iron Lady" of the harbour, and her "dream". The bolts are 6" long.
`,
  },
  {
    title: 'Words that the next sentence takes as words',
    draft: `"Never again to sea." Those words stood on every wall of the village.
`,
  },
  {
    title: 'What has the editor’s mark already',
    draft: `"We have money for one summer, and not for two." [TK: who said this?]
`,
  },
  {
    title: 'A speaker who is only described',
    draft: `Ines Varga has built bridges for forty years. ⟦"You never stop listening to the steel."⟧{unattributed}
`,
    limit:
      'A sentence about a person, without a word of speech, counts as no attribution, though a reader may infer it.',
  },
  {
    title: 'A speaker whom only the paragraph before reports',
    draft: `Ines Varga told the board that the piers were younger than they look.

⟦"We have money for one summer. The second one is up to you."⟧{unattributed}
`,
    limit:
      'Readers give such a quotation to whoever was reported last, which is just what goes wrong when its own attribution was cut; so it is reported.',
  },
  {
    title: 'Turns of a dialogue that nobody is named for',
    draft: `"Did you ever walk on it?" asked Ruth Hale.

"For one evening," Varga said.

"And was that before you signed the plan?"

"I would have to look it up."
`,
    limit:
      'The third turn is Hale’s; a paragraph that is nothing but quotation is taken for the last speaker’s.',
  },
  {
    title: 'A wish inside what somebody reports',
    draft: `Varga said the mayor hopes for "one dry summer".
`,
    limit: 'The speaker is taken to be Varga, who reports it; the words may be the mayor’s.',
  },
  {
    title: 'A name with no more than a paper behind it',
    draft: `The town is for the strike.

⟦"They gave up a lot to keep the yard afloat."⟧{unattributed}

Ines Varga, Holm Gazette
`,
    limit: 'A line without a dash may as well be the heading of what follows.',
  },
  {
    title: 'Who judges, and who reports it',
    draft: `Ines Varga denounced the count as "completely false", the Holm Gazette said.
`,
    limit: 'The speaker is taken to be the paper, behind the words; they may be Varga’s.',
  },
]
