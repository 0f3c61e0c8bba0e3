import { describe, expect, test } from 'vitest'
import { readBy } from '../../../server/check'
import { quotesOf, unattributedQuote } from '../../../server/checks/unattributed-quote'
import { check } from '../../marked'

/** Who speaks each quotation of a draft; "nobody" where it asks who, "words" where none is spoken. */
const speakersOf = (draft: string): (string | undefined)[] =>
  quotesOf(readBy(unattributedQuote, check(draft))).map(({ verdict, speaker }) => {
    if (verdict === 'not-speech') return 'words'
    return verdict === 'attributed' ? speaker?.text : 'nobody'
  })

describe('a speaker in the ways of news', () => {
  test.each([
    [
      'any verb behind two or three words in marks, and what is said after',
      '"100 percent," Hale states. "But she can’t stand the noise, so I am to be the one who goes."',
      ['Hale', 'Hale'],
    ],
    [
      'a name behind a few words, and what is said after',
      'Hale is not "a junkie," she said. "It’s the truth. Those things all scare me."',
      ['she', 'she'],
    ],
    [
      'a verb that opens the sentence',
      'The firm had a bad year. Added a second aide, "He does not hide from anyone how unhappy he is."',
      ['a second aide'],
    ],
    [
      'a verb that no list knows, behind a word for a person',
      '"He is proud to have her by his side," the source dished.',
      ['the source'],
    ],
    [
      'the same before the quotation',
      'As for the house, another source dished, "They stayed where they always stay, by the sea."',
      ['another source'],
    ],
    [
      'an aside between two hyphens each',
      'Varga -- who has run the yard for thirty years -- said the ferry had "a soul before we had a word for it."',
      ['Varga'],
    ],
    [
      'an introduction that trails off',
      'Friends of the band tell us ... "There is no talk with anybody about a second tour."',
      ['Friends of the band'],
    ],
    [
      'a name alone, where the verb is missing',
      'The yard is on time. "The yard has a very strong record," Mr Hale.',
      ['Mr Hale'],
    ],
    [
      'the same with what is said of the name',
      '"I thought it was very clear," Ines Varga, a teacher who wore a badge to the speech.',
      ['Ines Varga, a teacher who wore a badge to the speech'],
    ],
    [
      'a body that an "it" points to',
      'The Harbour Board welcomed the plan. "This is the best of both worlds," it said.',
      ['it'],
    ],
    [
      'the same over a sentence with another "it"',
      'The Three Rivers Dam Corp could face a fine. Last week it broke no rule. "We have kept to the law," it said.',
      ['it'],
    ],
    [
      'the same in the paragraph before',
      'The Harbour Board has welcomed the plan.\n\n"This is the best of both worlds for the town," it said.',
      ['it'],
    ],
    [
      'an interview in which somebody is asked',
      'Varga was still being asked about it in an interview with the Gazette. "People don’t want to believe that we get on."',
      ['Varga'],
    ],
    [
      'the same in the paragraph before',
      'In a rare interview with the Gazette, Varga gave her reasons for the move.\n\n"People don’t want to believe that we get on."',
      ['Varga'],
    ],
    [
      'a reply that is asked for',
      'Varga was asked whether she would stay. Her response?\n\n"We are friends. The boat is fast, and that is all that I know."',
      ['Her'],
    ],
    [
      'who coins a phrase',
      'It was on that trip that Mr Hale coined the catchphrase, "I pity the pier!"',
      ['Mr Hale'],
    ],
    [
      'what a body bills itself as',
      'The group bills itself as a home for "boat builders and leaders across the country".',
      ['The group'],
    ],
    [
      'a noun of speech with what it is about',
      'Hale is to sue the studio "for leaking its papers," saying that certain news reports about him "could only have come from a friend."',
      ['Hale', 'Hale'],
    ],
    [
      'who goes on to say, and not the paper that has it',
      'According to the Gazette, Varga has said she went to "great lengths to be sure" and that she would "never rob a mother."',
      ['Varga', 'Varga'],
    ],
    [
      'what is written on a sign',
      'A fan posted pictures of the shop, in which a sign reading "I’m going HOME soon!" hung on the door.',
      ['a sign'],
    ],
    [
      'who is named last, where nothing before speaks',
      'On Sunday guards stopped "a vehicle of interest" in the search for the men, according to Captain Ruth Hale.',
      ['Captain Ruth Hale'],
    ],
    [
      'but who says it right before the words',
      'Hale smiled and said, "Fantastic, let’s do it," according to the court’s papers.',
      ['Hale'],
    ],
    [
      'past a noun that might be a verb',
      'Ruth Hale cited "high costs to the town" as one reason for dropping the case, writing that it did not serve the "interests of anybody".',
      ['Ruth Hale', 'Ruth Hale'],
    ],
    [
      'who an email is from',
      'As the Gazette has reported, Varga got an email from Ruth Hale saying: "Time for some trouble on the quay."',
      ['Ruth Hale'],
    ],
    [
      'the subject behind a clause with somebody’s interview',
      'As Hale wrapped up her interview, Varga taunted her on Twitter: "She takes the day off again, she needs the rest!"',
      ['Varga'],
    ],
    [
      'who asks, in the clause of the question',
      'Asked by a fan what he would do about "violence in the poor parts of town," Varga praised the police.',
      ['a fan'],
    ],
    [
      'past a town and its state',
      'Speaking to reporters in Dane, Wisconsin, after the vote was over, Hale raised a finger and said, "You’re a coward."',
      ['Hale'],
    ],
    [
      'who goes on in the next paragraph with "And:"',
      '"It is a wreck that nobody should go near," Hale said.\n\nAnd: "It was never a ship. This is no secret."',
      ['Hale', 'Hale'],
    ],
    [
      'the subject, past an adjective',
      'Hale was very vague in her answer saying that "we need to do everything we can to help".',
      ['Hale'],
    ],
    [
      'a star with a title in the name',
      'In her talk, the "Harbour Lights" star reveals that it was a joke and said, "We were in on it, she and I."',
      ['words', 'the "Harbour Lights" star'],
    ],
    [
      'a noun that ends like an adverb',
      '"There are plans to offer lower prices," the former monopoly said.',
      ['the former monopoly'],
    ],
    [
      'the subject before a bracket',
      'She even spoke of her stance (sorry, fans), saying, "And lastly, you, you guys on the boats!"',
      ['She'],
    ],
    [
      'a panel at the end, past a clause about things',
      'It is not about big titles, which appeal more to "hardcore players of the old kind", said a panel of pilots.',
      ['a panel of pilots'],
    ],
    [
      'whoever says it, and not whom somebody is to help',
      'Colonel Glann said the drills help the town and its allies respond to "any crisis of that kind".',
      ['Colonel Glann'],
    ],
    [
      'people beside a clause',
      'The move has stirred concern with some analysts suggesting that it is "a kind of watching at night".',
      ['some analysts'],
    ],
    [
      'the subject, past what goes on behind the quotation',
      'Munir spoke at length of the issue of "bad talk and its many makers" on social media, asserting that it is late.',
      ['Munir'],
    ],
    [
      'a sign that reads',
      'A film showed two men climbing the wall with a sign that read "One degree is a shipwreck", on Monday.',
      ['a sign'],
    ],
    [
      'the mother, past a noun that might be a verb',
      'The mother testified, telling the jury the horrific details of the "long and bitter fight" for her life.',
      ['The mother'],
    ],
    [
      'files at the sentence’s end',
      'She put it off because she feared that it would lead to a "long and slow decline" of the town, newly released files show.',
      ['newly released files'],
    ],
    [
      'an honorific behind a thing',
      'But in a note on his letter Mrs Hale said: "This is not a just view of the town. We were taught to think."',
      ['Mrs Hale'],
    ],
    [
      'a report behind its verb',
      'Thousands are treated badly, says a report highlighting the "alarming rise of casual work" in the town.',
      ['a report'],
    ],
    [
      'who introduces somebody',
      'Hale introduced Varga to the hall as "someone who has made us see what a mayor can be", and sat down.',
      ['Hale'],
    ],
    [
      'a name alone as a sentence',
      'Eventually it will sail. "We have to start it somewhere." Kherad. "And the pier is a good place for it."',
      ['Kherad', 'Kherad'],
    ],
    [
      'who questioned whether, however long',
      'But he questioned whether the terms for the bonus and for all of the awards that are to come are truly hard. "We raised it in our report, for the goals are not high enough."',
      ['he'],
    ],
    [
      'a law that makes something clear',
      'The legislation makes clear that fines can be imposed for "falsely stating that someone has been near".',
      ['The legislation'],
    ],
    [
      'whom a paper quotes',
      'The magazine quoted a known priest, Ivo Hale, as demanding that the mayor "accomplish what nobody else could".',
      ['a known priest, Ivo Hale'],
    ],
    [
      'past a condition that a comma closes',
      'He said that until Holm reassures the world, "it would be too early to go on with it".',
      ['He'],
    ],
    [
      'past things that suggest something',
      'Hale rejects any figures that suggest she is ahead, declaring that "our town is finished" if she wins.',
      ['Hale'],
    ],
    [
      'behind a dateline without spaces',
      'OLD HOLM—Six years ago Pope Ivo aimed to curb "a certain spirit of the times" that he saw.',
      ['Pope Ivo'],
    ],
    [
      'at the end, behind what a participle suggests',
      'Prices will fall next year, suggesting that it "will feel like a slump" to many, he said on Tuesday.',
      ['he'],
    ],
    [
      'in both of two verbs that are quoted',
      'Hale spoke at noon, saying they "stemmed from the hurry" he felt as mayor but "caused trouble to the town".',
      ['Hale', 'Hale'],
    ],
    [
      'who is allowed to do something',
      'Work on the film allowed Hale to "learn some of the dances that I had longed for as a kid".',
      ['Hale'],
    ],
    [
      'who says it, and not the paper that had it first',
      'Anwar said in a statement, first reported by Holm News: "I joined the party for what it stands for."',
      ['Anwar'],
    ],
    [
      'and not who asked for something',
      'Mr Hale told the board the inquiry only asked for papers to be handed over in May, "just a few weeks ago".',
      ['Mr Hale'],
    ],
    [
      'past people who are no verb',
      'Sarwar said his party will have to do a "repair job" with Muslim voters "every day" until May.',
      ['Sarwar', 'Sarwar'],
    ],
    [
      'who calls a town’s response so',
      'However Prof Lewin said the town’s "hard line" response was "driven by the science" of the day.',
      ['Prof Lewin', 'Prof Lewin'],
    ],
    [
      'who is heard yelling',
      'Ray White said he heard police yelling "drop the knife on the ground!" but never saw one.',
      ['police'],
    ],
    [
      'who puts it so, at the end',
      'They might use an older, "tried and tested by all of us" craft, as Novak puts it.',
      ['Novak'],
    ],
    [
      'past messages that are no verb',
      'The Holm Government gave no Chatline messages in response, but "made clear that all of it was written down".',
      ['The Holm Government'],
    ],
    [
      'a pronoun with its verb in one word',
      'When his editors asked him to explain himself, he’d respond, "I have a horror of being obvious."',
      ['he'],
    ],
    [
      'behind a semicolon',
      'He was glad of it, while Bruna added; "He is very kind and polite," and left.',
      ['Bruna'],
    ],
    [
      'a star with a title in the name, behind',
      '"Hearing the heart was something we never forget," the "Pose" actor said on "Radio Holm."',
      ['the "Pose" actor', 'words', 'words'],
    ],
    [
      'in the next paragraph, though a few words come last',
      '"They are a sign of politics by now," Dr Fauster said, adding it was "very, very hard" to have them worn.\n\n"People were laughed at for wearing one in the street."',
      ['Dr Fauster', 'Dr Fauster', 'Dr Fauster'],
    ],
    [
      'a bank at the end of a sentence further up, where it says',
      'Growth is to fall to a low of 1.6 per cent next year, an American brokerage said on Monday.\n\nMany have cut their forecasts, but this is the lowest of all so far.\n\n"Despite the help so far, we believe that the year will be a hard one," it said.',
      ['it'],
    ],
    [
      'the same where more stands behind the verb',
      'Growth is to fall next year, the brokerage said, raising its forecast of what hotels will lose.\n\nThe port is worse off, as is the market.\n\n"These losses look high, as we well know, but the quay is shut," it noted.',
      ['it'],
    ],
    [
      'a name that is a conjunction as well',
      'The governor, Abdi Nor, told the Gazette of it.\n\n“There was a strike near the hill. We saw something,” Nor said.',
      ['Nor'],
    ],
    [
      'a foreign name, which is translated',
      'The group, whose name loosely translates as “Foreign books are not allowed,” has held the town for years.',
      ['words'],
    ],
    [
      'a clause about what is quoted',
      'The board said in a statement: "The raid is linked to complaints against five firms," that confirmed no name.',
      ['The board'],
    ],
    [
      'a sign of which the clause before tells, and who says so',
      'While the Old Mill sign names the police, “we have nothing to do with that sign,” Hale said.\n\nWhile the mill’s sign holds a word about them, “we have nothing to do with it,” Varga said.',
      ['Hale', 'Varga'],
    ],
    [
      'who comes and says, where "it" is nobody',
      'It felt as if they had been flying for an hour before the captain came back on the air and said: “The bird is back.”',
      ['the captain'],
    ],
    [
      'a name with a clause that goes on behind the next quotation',
      '“We want them to be here for good,” said fisher Garin Marsh, who described catching one as “a kind of magic”.',
      ['fisher Garin Marsh', 'who'],
    ],
    [
      'a paper that reports what pictures show',
      'The Gazette reports that satellite images had shown "Dutch ships selling oil to others on the West Sea since October."',
      ['The Gazette'],
    ],
    [
      'who is made to say it, behind an "it" that threatens',
      'The tests have seen it threaten to send missiles and prompted President Ivo Lind to warn of “fire and a great fury”.',
      ['President Ivo Lind'],
    ],
    [
      'a firm in the sentence behind, which is no person',
      '"We expect the firm to do well, as there is no other of its kind." Holm Corp. and other makers are cutting costs.',
      ['nobody'],
    ],
    [
      'a few words that stand for an adjective',
      'That would let the mayor campaign on her "tough on boats" stance, which holds appeal.',
      ['words'],
    ],
    [
      'who says so at the end of the sentence before',
      'Through her work, Ms. Berg was asking her people to look out, Ms. Hale said. In the talk, “She was speaking of a friend who had been lost.”',
      ['Ms. Hale'],
    ],
    [
      'who accepts that something is so, and goes on',
      'But Lumbo accepted that the chances of the park were remote. “It would be hard to make the kind of money that the report talks of.”',
      ['Lumbo'],
    ],
    [
      'a clause with a subject of its own that names',
      'He said the union needed time to answer the offer, which the network billed as its "best and final offer."',
      ['the network'],
    ],
    [
      'the turns of a talk with dashes',
      'Boats left at one.\n\nHolm - "Mine is off, and we are working with the light. How do you read me?"',
      ['Holm'],
    ],
  ])('%s', (_, draft, speakers) => expect(speakersOf(draft)).toEqual(speakers))
})

describe('nobody speaks, though', () => {
  test.each([
    [
      'a holiday opens the sentence before',
      'This Christmas, boats will be no male preserve. "Women will be getting boats for themselves and for their friends."',
    ],
    [
      'people do something there',
      'People visiting Holm can choose one of three voices. "It is still a bit slow and can make a few mistakes."',
    ],
    [
      'a firm does something with its money there',
      'Holmsoft paid Rivers for its search for four years. "They thought that we would never be a rival."',
    ],
    [
      'the words begin with whom the sentence before is about',
      'But he is not for sale and there are no plans for him. "He will greet guests and is flying in on Monday."',
    ],
    [
      'the words name whom the sentence before is about',
      'Holm man Piet Lee Ogburn was arrested on Friday. "Piet Lee Ogburn is charged with moving a boat at night."',
    ],
    [
      'a body adds something there',
      'NASA also added smaller boats to the deal for the coming year. "Our firm is in a very good place to bid for it."',
    ],
    [
      'a work is looked at there',
      'On Leadership is an often clever look at the town. "What this book shows is the art of getting things done."',
    ],
    [
      'a place stands before a colon',
      'New Holm: Ailing Kingfish Airlines has until May to find money. "We have done all that we could to make it work, and it does not."',
    ],
  ])('%s', (_, draft) => expect(speakersOf(draft).at(-1)).toBe('nobody'))
})

describe('a line without a full stop above a text is a headline', () => {
  const STORY = 'The club is short of money, the council heard on Monday at a long and angry meeting.'

  test('and its words are no speech', () =>
    expect(speakersOf(`Rovers 'may sell their ground'\n\n${STORY}`)).toEqual(['words']))

  test('even words alone, at the draft’s beginning', () =>
    expect(speakersOf(`"No one can read the new law"\n\n${STORY}`)).toEqual(['words']))

  test('a crosshead is one as well', () =>
    expect(speakersOf(`${STORY}\n\nDiet "not good for anybody"\n\n${STORY}`)).toEqual(['words']))

  test('it takes the source that its words have in the text', () =>
    expect(
      speakersOf(
        `Rovers ‘may sell ground’\n\nThe club “may sell ground” it has owned for years, Ruth Hale said.`,
      ),
    ).toEqual(['Ruth Hale', 'Ruth Hale']))

  test('words alone further down are none', () =>
    expect(speakersOf(`${STORY}\n\n"We have money for one summer"\n\n${STORY}`)).toEqual(['nobody']))

  test('and a line with a full stop is none', () =>
    expect(speakersOf(`The ground "may be sold to nobody in Holm".\n\n${STORY}`)).toEqual(['nobody']))
})

describe('an interviewer’s question is answered', () => {
  test('by whoever has spoken before it', () =>
    expect(
      speakersOf(
        '"It can be done or it can’t," says Hale. "It’s going to be a hard year for us."\n\nIs Varga a good mayor?\n\n"Well, I am with her in all that she does."',
      ),
    ).toEqual(['Hale', 'Hale', 'Hale']))

  test('by whom it asks of', () =>
    expect(
      speakersOf(
        '"He’ll say it was an accident," Rodgers said after the game.\n\nWhat did Suhr say after it?\n\n"I was on my way off the field and did not see him at all."',
      ),
    ).toEqual(['Rodgers', 'Suhr']))

  test('though the interviewer says it', () =>
    expect(
      speakersOf(
        '"It’s not for me to tell her," says Hale.\n\nBut you’ve just written a book for her, I say.\n\n"No, I wrote the book for whoever leads."',
      ),
    ).toEqual(['Hale', 'Hale']))

  test('by who interrupts it', () =>
    expect(
      speakersOf(
        'When I tell Hale that the town hates such gifts, he interrupts me.\n\n"I’ve known her for thirty years, and she never asked for anything."',
      ),
    ).toEqual(['he']))
})

describe('between two paragraphs that report somebody', () => {
  const between = (before: string, behind: string) =>
    speakersOf(
      `${before}\n\n"We have money for one summer, and the second one is up to the town."\n\n${behind}`,
    )

  test('the quotation is theirs', () =>
    expect(
      between('Ines Varga said that the piers were old.', 'Varga added that the board had seen the plans.'),
    ).toEqual(['Ines Varga']))

  test('also where a pronoun goes on', () =>
    expect(
      between('The governor said that the piers were old.', 'He said he would come back in May.'),
    ).toEqual(['The governor']))

  test('but not where somebody else does', () =>
    expect(between('Ines Varga said that the piers were old.', 'Ruth Hale said that they were not.')).toEqual(
      ['nobody'],
    ))
})

test('a mark left open has its speaker within it, and what follows is theirs', () =>
  expect(
    quotesOf(
      readBy(
        unattributedQuote,
        check(
          '“It was a try to mislead voters,’’ Will May, the head of Full Holm, told the Gazette. “And I think it is wrong to do so.”',
        ),
      ),
    ).map(({ verdict, speaker }) => [verdict, speaker?.text]),
  ).toEqual([
    ['unclosed', 'Will May, the head of Full Holm'],
    ['attributed', 'Will May, the head of Full Holm'],
  ]))

test('a verb at either end of what is being typed has nobody beside it', () => {
  const drafts = [
    '“The river rose” at dawn,” said',
    '“It leaks,” wrote Hale in May,” said',
    'called Varga again, a letter told us. "No,"',
  ]
  for (const draft of drafts) expect(() => check(draft)).not.toThrow()
})
