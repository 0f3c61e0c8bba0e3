import { describe, expect, test } from 'vitest'
import { readBy } from '../../../server/check'
import { quotesOf, unattributedQuote } from '../../../server/checks/unattributed-quote'
import { check, marked, unmarked } from '../../marked'

const holds = (draft: string, language: 'plaintext' | 'markdown' = 'plaintext') =>
  expect(marked(unmarked(draft), ['unattributed-quote'], { language })).toBe(draft)

const speakersOf = (draft: string): (string | undefined)[] =>
  quotesOf(readBy(unattributedQuote, check(draft))).map(({ speaker }) => speaker?.text)

describe('who is speaking', () => {
  test('behind the quotation', () =>
    expect(speakersOf('"The tide is late," said Mayor Ruth Oyelaran on Friday.')).toEqual([
      'Mayor Ruth Oyelaran',
    ]))

  test('with an apposition between name and verb', () =>
    expect(speakersOf('"The tide is late," Ruth Oyelaran, the mayor of Holm, said.')).toEqual([
      'Ruth Oyelaran, the mayor of Holm',
    ]))

  test('before the quotation, past the words that open the sentence', () =>
    expect(speakersOf('In a letter on Friday, Oyelaran wrote: "The tide is late and so are we."')).toEqual([
      'Oyelaran',
    ]))

  test('with a second verb of the same subject', () =>
    expect(speakersOf('Oyelaran joined the call and replied, "The tide is late."')).toEqual(['Oyelaran']))

  test('in both halves of a broken quotation', () =>
    expect(speakersOf('"The tide," Oyelaran said, "is late again this year."')).toEqual([
      'Oyelaran',
      'Oyelaran',
    ]))

  test('in a sentence that goes on to say', () =>
    expect(
      speakersOf('Hale said "who asked" had been added by Varga and that "it was never so bad".'),
    ).toEqual(['Hale', 'Hale']))

  test('behind a pause', () =>
    expect(speakersOf('"Life," says Voss. Then, after a pause: "Death, mostly."')).toEqual(['Voss', 'Voss']))

  test('behind a pause, in the next paragraph', () =>
    expect(speakersOf('"None," she said.\n\nThen, after a moment: "I might pack my own."')).toEqual([
      'she',
      'she',
    ]))

  test('a fragment goes to the speaker of its sentence', () =>
    expect(
      speakersOf('In her letter, Oyelaran repeated that she "rejected" the plan, which she said was late.'),
    ).toEqual(['Oyelaran']))

  test.each([
    [
      'past the time of day',
      '15:42\nOur man on the quay, Ravi Moss, writes: "The tide has gone over the wall again."',
      'Our man',
    ],
    ['who began', '"The Harbour Master is in Holm," he began.', 'he'],
    [
      'behind a headline',
      '"I never liked the sea": Ines Varga on quays and coming home again.',
      'Ines Varga',
    ],
    ['past an aside between commas', 'Oyelaran, once again, said the tide was "late again".', 'Oyelaran'],
    ['past a day', 'Oyelaran on Tuesday said the tide was "late again".', 'Oyelaran'],
    ['past a time ago', 'Oyelaran two days ago said the tide was "late again".', 'Oyelaran'],
    ['with the verb between commas', 'The tide, says Ruth Oyelaran, is "late again".', 'Ruth Oyelaran'],
    [
      'with the verb before a name and a colon',
      'In short, wrote Ruth Oyelaran: "It is late again."',
      'Ruth Oyelaran',
    ],
    ['past an object in the plural', 'Oyelaran called the new terms "late and thin".', 'Oyelaran'],
    [
      'with any verb before a clause',
      'One veteran of the quay shrugged that tides were "the worst-kept secret in the harbour".',
      'One veteran of the quay',
    ],
    [
      'a council',
      'The council has accepted that it "fell short of what it owes to skippers".',
      'The council',
    ],
    [
      'behind what is said of them',
      '"You cannot be late for a tide, so pick one," is how our lead pilot, Ruth Oyelaran, puts it.',
      'our lead pilot, Ruth Oyelaran',
    ],
    [
      'who is made to speak',
      'The boats stayed out, prompting skippers to warn that it was "late again".',
      'skippers',
    ],
    [
      'and not what is said of the words',
      'Oyelaran said it was "late again", a phrase so old that she had it printed on mugs.',
      'Oyelaran',
    ],
    ['who gives a thing its name', 'Oyelaran said the council called the quay "a wreck".', 'the council'],
    [
      'behind an opening of several words',
      'Even before the vote, Oyelaran said the quay was "a wreck".',
      'Oyelaran',
    ],
    [
      'and not a clause about a thing',
      'Oyelaran said she saw piers that reminded her of "a wreck".',
      'Oyelaran',
    ],
    [
      'of a participle, past its preposition',
      'Oyelaran met the board on Friday, calling the quay "a wreck".',
      'Oyelaran',
    ],
    ['where many are meant', 'Some call it "the old wreck".', 'Some'],
    ['not a noun with the form of a verb', 'Oyelaran wrote of fears of "a very long winter".', 'Oyelaran'],
    ['not the noun behind the quotation', 'Oyelaran wanted "more radical" protest songs.', 'Oyelaran'],
    ['by the paper whose terms are given', 'Under the plan, "all fishing by night" ends in May.', 'the plan'],
    ['by the "who" beside the verb', 'They met Oyelaran, who said the quay was "a wreck".', 'who'],
  ])('%s', (_, draft, speaker) => expect(speakersOf(draft)).toEqual([speaker]))

  test.each([
    ['a Holm-based engineer named Ruth Hale', '"It holds," said a Holm-based engineer named Ruth Hale.'],
    [
      'a former U.S. customs official who sailed it',
      '"It holds," said a former U.S. customs official who sailed it.',
    ],
    ['one visitor', '"It holds," one visitor wrote.'],
    ['a Holm engineer who built it', '"It holds," said a Holm engineer who built it.'],
    ['a Harbour Board member', '"It holds," said a Harbour Board member in May.'],
    ['columnist Ines Varga', '"It holds," columnist Ines Varga wrote in the paper.'],
    ['state Sen. Ruth Hale', '"It holds," state Sen. Ruth Hale said.'],
    ['the two-year chairman', '"It holds," the two-year chairman will say on Monday.'],
    ['another guest, Ines Varga', '"It holds," another guest, Ines Varga, told the board.'],
    ['an aide familiar with the plan', '"It holds," said an aide familiar with the plan.'],
    ['dockers and fishermen', '"It holds," said dockers and fishermen.'],
    ['the board', '"It holds," said the board late on Monday.'],
    ["Holm's state engineer", `Holm's state engineer called it "a wreck".`],
    ['A Feb. 1 letter from the board', 'A Feb. 1 letter from the board warns of "a wreck".'],
    ['Hale', 'According to Hale, he was once "part of the crew".'],
    ['Hale', 'But Hale’s claim that “the quay is a wreck” is wrong.'],
    ['Hale', 'Stated Hale: "It holds and it will go on to hold."'],
    ['Hale', 'Hale issued a statement, "It holds and it will go on to hold."'],
    ['The mayor', 'The mayor emailed supporters saying: "It holds for now."'],
    ['an aide', 'The paper quoted an aide saying: "It holds for now."'],
    ['Ruth Hale', 'That did not surprise pollster Ruth Hale: "It holds and it will."'],
    ['the sign', 'He held up the sign — which read "Keep off the ice at night".'],
    ['an aide', 'There, an aide who spoke to save his name said, "It holds for now."'],
    ['Hale', '"It holds" that the piers were never safe, Hale said.'],
    ['Ines Varga', 'The tide is "late again" and boats wait, said Ines Varga.'],
    ['Ines Varga', 'Ines Varga — an engineer from Holm — says it is "a wreck".'],
    ['former employees', 'They prepared for what former employees called "the long wreck".'],
    ['his aide', 'Quickly his aide doubled down on Monday, saying it was "a wreck".'],
    ['The state engineer', 'The state engineer said it was "a wreck".'],
    ['Harbour experts', 'Harbour experts have called it "a wreck".'],
    ['the secretary of state', 'Later the secretary of state talked of "a wreck".'],
    ['Hale', 'A few days later, Hale said it was "a wreck".'],
    ['Hale', 'Yet Hale said it was "a wreck".'],
    ['critics', 'The pier, often described as "the old wreck" by critics, is shut.'],
    ['the board', '"We are not the ones to blame" was the message from the board.'],
    ['Hale', '"It is not for us to say so," was Hale’s answer.'],
    ['Ruth Hale', '"It is not for us to say so" is how Ruth Hale puts it.'],
    ['a line', '"It is not for us to say so" is a line that every child knows.'],
    ['who', 'They met Hale, who, on a call on Friday, said the pier was "a wreck".'],
    ['retired engineer Ruth Hale', 'In May, retired engineer Ruth Hale told the board it was "a wreck".'],
    ['Hale', 'Driven by fear, Hale called it "a wreck".'],
    ['his supporters', 'On film, his supporters were shown chanting "Hale for Holm, Hale for all!"'],
    ['Ruth Hale, who built it', '"It holds," said Ruth Hale, who built it.'],
    ['Hale', '"It holds," said Hale, who left at noon.'],
    ['an aide to Hale', '"It holds," said an aide to Hale on Monday.'],
    ['a letter from the board', '"It holds," according to a letter from the board.'],
    ['an aide', '"It holds," said an aide in a statement.'],
    ['dockers and fishermen', 'Many say so, and dockers and fishermen called it "a wreck".'],
    ['former Gov. and Senate leader Ruth Hale', '"It holds," said former Gov. and Senate leader Ruth Hale.'],
    ['Hale', 'In Holm, Ohio, Hale called it "a wreck".'],
    ['Hale, now the mayor', '"It holds," said Hale, now the mayor.'],
    ['Hale', '"Doors closing, doors closing," Hale mimics.'],
    ['he', 'She said no. "I am against it," he said.'],
    ['Holm Foods', 'HOLM (Agency) - Holm Foods cut its prices, blaming "unusually cautious" guests.'],
    ['Senators', 'HOLM, Ohio — Senators called the plan "a leaflet with a crest".'],
    ['Met Office forecaster Ruth Hale', '"It holds," said Met Office forecaster Ruth Hale.'],
    ['Met Police commander Ruth Hale', 'Met Police commander Ruth Hale said: "It holds for now."'],
    ['mother-of-three Ruth Hale', '"It holds," said mother-of-three Ruth Hale.'],
    ['Father-of-two Tom Park, 41', 'Father-of-two Tom Park, 41, said: "It holds for now."'],
    ['Brother-in-law Tom Park', 'Brother-in-law Tom Park told the court: "It holds for now."'],
    ['A woman', 'A woman who lives near the Old Mill told me: "You never sleep in that house."'],
    ['A diver', 'A diver who fought off a shark with a bent oar says he would "do it again at once".'],
    [
      'its chair, Ruth Hale',
      'The guild was glad, but its chair, Ruth Hale, warned it was "no cure for rot".',
    ],
    ['the man', 'Hale said the man, whose name was not given, had told the court it was "a mere toy".'],
    ['Tom Park', 'It was shut after Tom Park, noting the size of the crack, said: "Nobody crosses."'],
    ['Hale', 'Before the vote, Hale toured the mill, saying: "It holds for now."'],
    [
      'our clerk, Ruth Hale',
      'That is wrong, and as our clerk, Ruth Hale, told us all, "nobody should cross it".',
    ],
    ['our on-call engineer', 'In the words of our on-call engineer: “We were killed by a calendar.”'],
    ['his own sister', 'Hale, a man described by his own sister as "brave and very badly informed", left.'],
    ['The mayor', 'The mayor will today promise to "end the lottery of the tides" for all.'],
    ['The bishop', 'The bishop let it be known that he had "no wish to be asked for more".'],
    ['The law', 'The law lays down that ties be settled "by lot, in front of a priest".'],
    ['Critics of the plan', 'Critics of the plan like to say that "the numbers speak for themselves".'],
    ['A No 10 source', 'A No 10 source said: "We do not comment on every rumour."'],
    ['it', 'The paper has seen the page. "Name the mill that burned down twice," it reads.'],
    ['the new one', 'The old guide is gone. "If you read this at night, breathe," the new one begins.'],
    ['Voss', '"Life," says Voss. Then he was gone.'],
    ['Hale', 'Hale cried, "Ladies and gentlemen, Mr. Paul Holm," who began to sing.'],
    ['Hale', 'But even as Hale claimed that "it held for less," a clerk said that it was late.'],
    ['its chief executive', 'They know what its chief executive calls "the care that never sleeps".'],
    ['he', 'Hale cut a post in which he called it "a wreck in a wig," hours after Varga asked him to go.'],
    ['A man', 'A man who drove off told police he had "wanted a word with the boss", a court heard.'],
    ['One', 'Three of nine are for it. One argued that it would be "a choice to have a larger wreck".'],
    ['A notice', 'A notice handed out at the hall informed parents that it was "late and cold in there".'],
    ['a man', 'At the house, a man who gave his name as Hale’s son said they were "told not to talk".'],
    [
      'An automatic reply from Hale’s office',
      'An automatic reply from Hale’s office said it was "away at a retreat".',
    ],
    ['Hale', 'Hale weighed in with the board before Varga left, calling it "a choice to be late".'],
    [
      'Ruth Hale, curator and head of shows in Holm, Ohio',
      'Ruth Hale, curator and head of shows in Holm, Ohio, said: "It holds."',
    ],
    ['A clerk', "A clerk said the firm 'welcomes any gain for its guests' but gave no date."],
    ['He', 'He said he had been asked. "I spoke to the chairman. He was as good as gold."'],
    [
      'Mayor Ruth Hale',
      'The roof leaks, and Mayor Ruth Hale said it would get worse. "We have buckets here."',
    ],
    ['Hale', 'Hale also took aim at the board, whose aid ran out in May. "Holm is broke and so are we."'],
    ['200 dockers', 'Outside the old hall, 200 dockers met, holding signs and chanting "Dump the pier."'],
    ['A neighbour', 'A neighbour, who asked not to be named, said it was late. "I pay my rent on time."'],
    ['it', 'A second e-mail was longer. "I have tried to be patient," it said.'],
    ['the reply', 'Would he stay? "Not a chance," came the reply.'],
    ['The reply', 'The reply came an hour later. "We will take it from there."'],
    ['His', 'His reply was short. "I owe none of you a thing."'],
    ['Radio Holm', 'Then, later that day on Radio Holm: "We shut the pier and that is that."'],
    ['Hale', 'Hale was not so sure of the deal, "[I am] glad of any plan that keeps the pier."'],
  ])('by all of its name: %s', (speaker, draft) => expect(speakersOf(draft)).toEqual([speaker]))

  test.each([
    [
      ['Ines Varga, a pollster', 'Ines Varga, a pollster'],
      'The vow to "bring them home" and "build it here" appeals to many on the coast, said Ines Varga, a pollster.',
    ],
    [
      ['the crew'],
      'It has used "rubber oars" in all its dealings with the port, the crew wrote in a letter.',
    ],
    [
      ['Hale'],
      'When Varga said at a rally that she would stay, she "won every docker in the hall," said Hale.',
    ],
    [['He'], 'He says no boat is "on course to land 1,200 crates," the number needed to win.'],
    [
      ['Mayor Hale'],
      'That led Mayor Hale to call Varga "very brave," a nod to the crew acknowledging the risk.',
    ],
    [['She'], 'She told the crowd that it meant a lot that "the people who know me best" gave him a boat.'],
  ])('in words that end a sentence, whatever verb stands nearer: %s', (speakers, draft) =>
    expect(speakersOf(draft)).toEqual(speakers),
  )

  test.each([
    [
      ['Hale', 'Hale'],
      'Hale lamented the "sorry state" of the quay and criticized the "harbour politics" on show there.',
    ],
    [['Hale', 'Hale'], 'The port may "sink by May," Hale said, adding that it was "no wonder at all".'],
    [['Hale', 'Hale'], 'Hale needled the "rich crew," saying, "You row on request!"'],
    [
      ['she', 'the Rhode attorney, Ruth Hale'],
      'Late on Thursday, the Rhode attorney, Ruth Hale, said she would call it "a wreck," and that "no hammer should fall" on it.',
    ],
    [
      ['the slogan', 'Omar Hale'],
      'Omar Hale, who had run on the slogan "Steady Oars on Every Boat", said that the count was "not without its holes".',
    ],
    [
      ['Varga', 'Betsy Hale'],
      'Varga said: "Nobody won." Betsy Hale shook her head. "Nobody has won here for years."',
    ],
    [['Varga', 'Varga'], 'Varga said: "Nobody won." She shook her head. "Nobody has won here for years."'],
    [['he', 'he'], '“They picked ‘Money,’” he said. “I told them no.”'],
  ])('in a second quotation, or in the next: %s', (speakers, draft) =>
    expect(speakersOf(draft)).toEqual(speakers),
  )

  test.each([
    ['Omar Hale', 'She rejected a suggestion by Omar Hale that the plan amounted to "a wreck with a view".'],
    ['Hale', 'Varga blamed the press for making much of Hale\'s claim that the board "built the storm".'],
    ['Hale', 'It was the lasting pull of Hale\'s "if you build it, I will row it" promise that won.'],
    ['Varga', 'Varga said in her remarks that the port had lost "all its friends".'],
  ])('in what a noun of speech holds: %s', (speaker, draft) => expect(speakersOf(draft)).toEqual([speaker]))

  test.each([
    ['He', 'He said that the notice, which some have argued was late, was an "insult to us all".'],
    ['He', 'He said he has seen quays in Holm that reminded him of "a place nobody loves".'],
    [
      'Hannah Hale',
      'Hannah Hale said the man had founded a firm called Holm Works, whose only asset was "a stamp bought at sea".',
    ],
    ['Omar Hale', 'Omar Hale said that once the boat goes on leave, "I mean to row as far as I can."'],
    [
      'the pilot',
      'In a recording posted by the website SkyHolm, the pilot can be heard telling the tower that he has "no oars on either side".',
    ],
    [
      'Varga',
      'Holm asks how the port answers such rows, with Varga telling reporters on Monday that it is "very late".',
    ],
    [
      'Hale',
      'Hale and Varga saw the end of it during a counter-attack from Holm, with Hale calling it "the last of the good storms".',
    ],
    [
      'Mr. Hale',
      'Much of it did not, as Mr. Hale spent an hour attacking his rival, Ines Varga, as "a weather vane with a list".',
    ],
    ['Hale', 'Ines\'s "last and most public row was with her own boat," Hale says of her.'],
    ['Beck', 'Beck has in the past described Varga as "a pathological rower of boats".'],
    ['May', '"We will row on and we will win," May said.'],
    ['Will', '"We will row on and we will win," said Will.'],
    [
      'a lawyer to the crew, Barr. Kunle Oyelaran',
      '"Let them bring the list of the boats and pin it up," a lawyer to the crew, Barr. Kunle Oyelaran, told newsmen.',
    ],
    ['Hale', 'What Hale calls "a wreck of a plan" sank on Monday.'],
    ['Hale', 'The plan, called "the farmers\' worst idea of all" by Hale, failed.'],
    ['Hale', 'Hale shot back in a Facebook post that his rivals were "addicted to the sea".'],
    [
      'Justice Hale',
      'Justice Hale, often the last to row, said the theory, under which all boats are ships, was "built for a world of whales".',
    ],
    [
      'she',
      'Told by her teacher that girls did not row, she is said to have replied: “Then they will have to call me something else.”',
    ],
    [
      'one rower',
      'The crew kept it since it was, in the words of one rower, "our stickiest boat", according to papers that we obtained.',
    ],
    ['a voice', '“It is not lost, it is resting,” came a voice from the back.'],
    ['Another', 'Another said he had been told to "find something that floats and cut a ribbon".'],
    [
      'Omar Hale',
      'Omar Hale said that complaints were "a bit rich", given the size of the boats, and he called on Holm to act.',
    ],
    [
      'a woman described by police as a witness',
      '"We were told about it," a woman described by police as a witness said.',
    ],
    ['the mediator', '"Bring a toothbrush," the mediator was overheard telling both sides.'],
    ['a woman', '"In a plane you are a weapon, and here the cabaret," calls out a woman in curlers.'],
    ['son', '‘I trusted her with my mother’: son tells court of thefts'],
    [
      'Sen. Jack Hale, R-Ind., a surrogate for the pilots',
      'Others left, while Sen. Jack Hale, R-Ind., a surrogate for the pilots, declared it "over by the first bell".',
    ],
    [
      'the former pilot',
      'In Aspen, Colo., the former pilot ended her speech by quoting the board: "It is over for us."',
    ],
    [
      'Ines Varga, an engineer',
      'Ruth Hale said the pier was safe. Ines Varga, an engineer, is "confident that the bridge will hold" all year.',
    ],
  ])('past the words of others nearer by: %s', (speaker, draft) =>
    expect(speakersOf(draft)).toEqual([speaker]),
  )

  test('who goes on from the paragraph before', () =>
    expect(
      speakersOf(
        'The board called it "a long wait," Hale said as she left.\n\n“And that is why we came here today.”',
      ),
    ).toEqual(['Hale', 'Hale']))

  test('an "it" that points to a paper stands as it is', () =>
    expect(speakersOf('The board issued a statement. "The quay is a wreck," it said.')).toEqual(['it']))

  test('a document speaks too', () =>
    expect(speakersOf('A sign on the pier reads "No boats are let out after dark".')).toEqual([
      'A sign on the pier',
    ]))
})

describe('what a speaker does while speaking', () => {
  test.each([
    'Hale, visibly angry, walked to the window. "You cannot speak to us like that!"',
    'Her neighbour Tom Park puts it differently. "She is as stubborn as a post."',
    'Council leader Dev Patel defended the plan. "Every department has to save."',
    'Manager Lou Ferris was delighted. "They gave us everything today."',
    '"Some days nobody comes at all." Hale shrugs. "The gulls do not pay."',
    'Boats are few in winter. "Some days nobody comes at all." Hale shrugs.',
    'Lou Ferris, 52, rows forty miles each week. "I talk to nobody until Friday."',
    'The manager, Ines Varga, was in no mood to smile. "They gave us nothing today."',
    'For Ines Varga, it was simple. "My father gave me the oars and went to bed."',
    'His wife, Morag, looks round the door. "Has he told you of the eel?"',
    'The union disagreed. "It is only weather and they send us photographs."',
    'Another parent was furious. "I will decide what they learn."',
    'One neighbour, who asked not to be named, was in tears. "I pay my rent on time."',
    'Then there was Varga, who hit the post. "I have dreamt of that shot for years."',
    'A waitress appears. "Have you been with us before tonight?"',
    '"I am never early." The inspector wiped his boots.',
    'Boats are few in winter. "I am never early." That was how Ines Varga put it.',
    'Boats are few in winter. "I am never early." Asked why, the inspector declined to answer.',
    'His brother nods at the wall. "That was him at nine with his first eel."',
    'Boats are few. Varga would not be drawn on the tide. "One boat at a time is what I say."',
    'Boats are few. One top-20 shareholder was blunter. "She inherited a wreck and kept it afloat."',
    'The Speaker intervened. "The member must be heard, however little there is to hear."',
    'Ines Varga at the quay has a stock answer to this. "Yes, and the gulls eat cake."',
    'Does Ms Varga accept that the tide is late? A pause. "I accept that it is not early."',
    'Varga’s mother, who has been standing on the quay with a coat, shakes her head. "It is a school night."',
  ])('%s', (draft) => holds(draft))

  test('a gesture at the end of a paragraph is of whoever speaks in the next', () => {
    expect(
      speakersOf('I held out two coins and she shook her head.\n\n"Are you in no hurry?"\n\nI was.'),
    ).toEqual(['she'])
    holds(
      'Outside, Ines Varga read a short statement.\n\n"He was ninety and he liked the tide."\n\nBoats left.',
    )
    expect(speakersOf('Outside, Oyelaran laughed.\n\n"Not a chance of that."')).toEqual(['Oyelaran'])
    holds('The timbers shook.\n\n⟦"Nobody told us to leave the pier."⟧{unattributed}\n\nBoats left at one.')
    holds('Prices paused.\n\n⟦"We bought in May and sold at once."⟧{unattributed}\n\nBoats left at one.')
  })

  test('who was buried or arrested has not spoken of it', () => {
    holds('Lou Ferris was buried on Friday. ⟦"He was the kindest man I ever met."⟧{unattributed}')
    holds('Lou Ferris died at noon. ⟦"He was the kindest man I ever met."⟧{unattributed}')
  })

  test('who was told something has not said it', () =>
    holds(
      'The pier is shut. Residents were told: ⟦"The plan is dropped and nobody is to speak of it."⟧{unattributed}',
    ))

  test('a season does nothing, and neither does a fare', () => {
    holds('Winter was long. ⟦"You cannot argue with the ice here."⟧{unattributed}')
    holds('“It holds for now,” Ruth Hale said.\n\n⟦“I asked Hale about it twice in May.”⟧{unattributed}')
    holds('The woman was flown to Holm, where she was described as ⟦"serious but in good hands"⟧{fragment}.')
    holds(
      'Ruth Hale said it was “a mere toy”.\n\n“Nobody asked us what it was for.”\n\nMs Hale wants it back.',
    )
    holds(
      'Ruth Hale said it was “a mere toy”.\n\n⟦“Nobody asked us what it was for.”⟧{unattributed}\n\nIt sank.',
    )
    holds(
      'Hale has not replied to the offer. ⟦"They put ropes round it and charge you to look."⟧{unattributed}',
    )
    holds('The company says it will pay. ⟦"I have a mother in a home, and I will not go."⟧{unattributed}')
    holds(
      'The leak killed two people and hurt 61 more. ⟦"There was a noise like a train in there."⟧{unattributed}',
    )
    holds(
      'Waiting lists in some towns now run to five years. ⟦"I have got a drawer full of pills."⟧{unattributed}',
    )
    holds('Some watched from the window. ⟦"It was the best show we have ever had."⟧{unattributed}')
    holds('Fares went up in May. ⟦"We had no choice in the matter."⟧{unattributed} Nobody asked.')
  })

  test.each([
    'The quay reopens on Wednesday at 9.',
    'A sister ship, the Lady Orla, was sold for scrap in 2019.',
    'The inquiry is to resume in March, when two skippers are due to testify.',
    'A fine, if it comes, goes to the harbour fund.',
    'Visitors have been known to add their own.',
    'Repairs on it are due to begin in 2027.',
    'Several hundred ideas were offered.',
    'Turnover rose by 120 basis points to 52.3%.',
    'The gallery holds twelve.',
    'Nobody has been asked to lend a boat.',
  ])('what a sentence behind tells of things: %s', (behind) => {
    holds(
      `The pier was full by noon. ⟦"I had a boat in there that my mother built."⟧{unattributed} ${behind}`,
    )
  })

  test.each([
    'Local councils would have to pay for it.',
    'Delivery vans eat up a third of the quay.',
    'Construction took four years.',
  ])('nor before: %s', (before) => {
    holds(`${before} ⟦"I had a boat in there that my mother built."⟧{unattributed} The pier was full.`)
  })

  test('who drives in April is not April', () =>
    expect(speakersOf('In April he was driving a van in Holm. "I had no boat, and no plan."')).toEqual([
      'he',
    ]))

  test('who has long been something is not said to speak', () =>
    holds('Ines Varga has built many bridges. ⟦"You never stop listening to the steel."⟧{unattributed}'))
})

test('what a screen shows is nobody’s speech', () =>
  holds('You will see "Your changes have been saved." Then press "Force it to close" and wait.'))

test('words that are weighed against others are nobody’s speech', () => {
  holds('Letters should lean towards "I would like to help..." as opposed to "I want my money back..." here.')
  holds('The card wants a plain word of thanks rather than "I was wrong to sail." in red.')
})

test('of a speech over paragraphs that nobody ends, the last lacks its mark', () =>
  holds('Hale said: “We have lost a friend.\n\n⟦“⟧{unclosed}She was one of us.\n\nThe town waits.'))

describe('a speech in single marks', () => {
  test('runs over paragraphs of which only the last closes', () =>
    expect(
      speakersOf(
        "Judge Ruth Hale told him: 'You had the keys to this house.\n\n'It was not the boys' fault, and you know it.\n\n" +
          "'You will go to prison.'\n",
      ),
    ).toEqual(['Judge Ruth Hale']))

  test('and an apostrophe opens none', () => {
    holds("'Tis the season for it, and the boys' room is full.\n\n'Tis late, and nobody comes.\n")
    holds("The board was told, 'Varga is late.\n\nNobody came.\n")
  })
})

describe('an interview', () => {
  test('whose questions stand as paragraphs of their own', () =>
    holds(
      'We met her on the quay.\n\nHow did it begin?\n\n"My father had a boat and no sons."\n\nAnd the worst night?\n\n' +
        '"The ice of that one winter. We sat there for nine hours."\n',
    ))

  test('whose questions are headings or in bold', () => {
    holds('# Ines Varga\n\n## What took you so long?\n\n"Children, mostly. Then a roof."\n', 'markdown')
    holds('# Ines Varga\n\n**What took you so long?**\n\n"Children, mostly. Then a roof."\n', 'markdown')
  })

  test('and not a story that asks in passing', () =>
    holds(
      'Boats wait.\n\nWill it hold?\n\n⟦"We looked at every bolt of it."⟧{unattributed}\n\nNobody knows.\n',
    ))
})

describe('nobody is speaking', () => {
  test('in a paragraph of its own between others that only tell', () =>
    holds(
      'The pier was empty at noon.\n\n⟦"We never thought it would come to this."⟧{unattributed}\n\nBoats left at one.',
    ))

  test('curly marks and single ones', () => {
    holds('The pier was empty at noon. ⟦“We never thought it would come to this.”⟧{unattributed}')
    holds('The pier was empty at noon. ⟦‘We don’t think it’ll come to this.’⟧{unattributed}')
  })

  test('behind what a notice says, and before what a state or a study does', () => {
    holds('A sheet over the gate read “HOLM IS OPEN.” ⟦“You can tell who just got the news.”⟧{unattributed}')
    holds(
      'Boats left at one. ⟦"We have been in this boat before."⟧{unattributed} Canada supplies half of the oars.',
    )
    holds(
      'Boats left.\n\n⟦"We used to walk out there at night."⟧{unattributed}\n\nThe study also counted the gulls.',
    )
  })

  test('beside a sentence of what was long ago, is asked for or is to come', () => {
    holds(
      'Hale won the cup in 2021 and has two boats in Bath. ⟦"She gave us all an oar for it."⟧{unattributed}',
    )
    holds(
      'Boats came. ⟦"We sent three letters and one was lost."⟧{unattributed} The company must respond by June.',
    )
    holds(
      'Boats came. ⟦"We did look it up before the vote."⟧{unattributed} Ministers have asked to be kept informed.',
    )
    holds(
      'Boats came. ⟦"They stop on the quay and ask me."⟧{unattributed} A city worker sweeps up the glass.',
    )
    holds(
      'Nearly 300 people came to her boat in Holm. ⟦"We put the speakers out on the quay."⟧{unattributed}',
    )
  })

  test('in a paragraph behind one that calls something names', () =>
    holds(
      'Hale flew over it. She called the damage “as complete as anything I have seen” and left.\n\n⟦“My whole street is chimneys.”⟧{unattributed}\n\nBoats came at one.',
    ))

  test('where "was told" has no agent', () =>
    holds('⟦"The boats are all late today,"⟧{unattributed} reporters were told.'))
})

describe('quiet', () => {
  test('code in Markdown', () => holds('Run `say "We are late to the pier again."` and wait.', 'markdown'))

  test('words that the next sentence takes as words', () =>
    holds('"Never again to sea." Those words stood on every wall of the village.'))

  test('a title, whichever its apostrophe', () => {
    holds('He wrote “Child’s Play” in May.')
    holds('He wrote "Child\'s Play" in May.')
  })

  test('a formula', () => holds('Enjambment parts words like "adjective + main noun" and others.'))

  test('a name in other words', () => holds('The plan is known as "Vala", or "the way back home".'))

  test('inches, however many', () =>
    holds('He wears a 32" belt, and the screen is 15.6" wide, or 16" at most.'))

  test.each([
    'When "git merge --no-edit upstream main" is run twice, it does nothing.',
    'The old "git tag -l" used to match more, and "ls -R here" less.',
    'The call fails for "city.example.org" and "a=b" alike.',
    'The default is "" and the type is a string.',
    'This mends "Cannot read the old file" when the folder is empty.',
    'The character U+0022 (") closes it.',
    '"one day at a time" is how they put the song.',
  ])('code and words that are mentioned: %s', (draft) => holds(draft))

  test('an address between marks', () => holds('The default is "https://example.org/" here.', 'markdown'))

  test('a command to type', () => holds('To go on, type "npm install" and press the key.'))

  test('headings', () => holds('# "We are late to the pier again"\n\nBoats left at one.', 'markdown'))

  test('a transcript', () => holds('OYELARAN: "We are late to the pier again."'))
})
