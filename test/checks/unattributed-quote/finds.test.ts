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

  test('a fragment goes to the speaker of its sentence', () =>
    expect(
      speakersOf('In her letter, Oyelaran repeated that she "rejected" the plan, which she said was late.'),
    ).toEqual(['Oyelaran']))

  test('a document speaks too', () =>
    expect(speakersOf('A sign on the pier reads "No boats are let out after dark".')).toEqual([
      'A sign on the pier',
    ]))
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

  test('where "was told" has no agent', () =>
    holds('⟦"The boats are all late today,"⟧{unattributed} reporters were told.'))
})

describe('quiet', () => {
  test('code in Markdown', () => holds('Run `say "We are late to the pier again."` and wait.', 'markdown'))

  test('headings', () => holds('# "We are late to the pier again"\n\nBoats left at one.', 'markdown'))

  test('a transcript', () => holds('OYELARAN: "We are late to the pier again."'))
})
