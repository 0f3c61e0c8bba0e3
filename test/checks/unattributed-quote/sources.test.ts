import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readBy } from '../../../server/check'
import { quotesOf, unattributedQuote } from '../../../server/checks/unattributed-quote'
import { type QuotedSource, sourcesOf } from '../../../server/checks/unattributed-quote/sources'
import { createSpeakerReader } from '../../../server/checks/unattributed-quote/speakers'
import { check } from '../../marked'

const sources = (draft: string): QuotedSource[] => sourcesOf(readBy(unattributedQuote, check(draft)))

/** "Ines Varga 2", "nobody 1", "a senior official (unnamed) 1": who is quoted, and how often. */
const listed = (draft: string): string[] =>
  sources(draft).map(({ kind, name, quotations }) => {
    const who = kind === 'nobody' ? 'nobody' : kind === 'named' ? name : `${name} (${kind})`
    return `${who} ${quotations.length}`
  })

describe('who is quoted', () => {
  test('everybody, in the order in which the draft begins to quote them, and how often', () =>
    expect(
      listed(
        '"The tide is late," said Ruth Oyelaran.\n\n"It is never late," said Oskar Brandt. "You are."\n\n"We shall see," Oyelaran said.',
      ),
    ).toEqual(['Ruth Oyelaran 2', 'Oskar Brandt 2']))

  test('nobody comes first, be it a sentence or a few words', () =>
    expect(
      listed(
        '"The tide is late," said Ruth Oyelaran.\n\nBoats lay along the quay at noon.\n\n"We never thought it would come to this."\n\nThe bridge will close for a "very long and costly repair" in the spring.',
      ),
    ).toEqual(['nobody 2', 'Ruth Oyelaran 1']))

  test('titles and terms are nobody’s', () =>
    expect(listed('The film "Bridges of the North" opens in May. The bolts are 6" long.')).toEqual([]))

  test('whoever the draft doesn’t name', () =>
    expect(listed('"It is late," a senior official said. "It never is," the harbour master said.')).toEqual([
      'a senior official (unnamed) 1',
      'the harbour master (described) 1',
    ]))

  test('"I" stays as it stands', () =>
    expect(listed('The pier was empty. "It is late," I said.')).toEqual(['I (pronoun) 1']))
})

describe('one person under one name', () => {
  const of = (second: string) =>
    listed(
      `"The tide is late," said Mayor Ruth Oyelaran, 61.\n\nBoats left at one.\n\n"It never is," ${second} said.`,
    )

  test.each([
    'Oyelaran',
    'Ms. Oyelaran',
    'Mayor Oyelaran',
    'Ruth',
    'R. Oyelaran',
    'Ruth B. Oyelaran',
    'Holm mayor Ruth Oyelaran',
  ])('%s', (name) => expect(of(name)).toHaveLength(1))

  test('the full name, though only the surname speaks', () =>
    expect(listed('The board heard Ruth Oyelaran at noon. "The tide is late," Oyelaran said.')).toEqual([
      'Ruth Oyelaran 1',
    ]))

  test('the full name, though the surname stands first', () =>
    expect(
      listed('"The tide is late," Oyelaran said.\n\n"It never is," Ruth Oyelaran said on Friday.'),
    ).toEqual(['Ruth Oyelaran 2']))

  test('a particle has a capital at the start of a sentence', () =>
    expect(listed('"The tide is late," Piet van Dam said. Van Dam added: "It never is."')).toEqual([
      'Piet van Dam 2',
    ]))

  test('behind an office and what it is of', () => {
    expect(listed('"It is late," said Minister of Harbours Ruth Oyelaran.')).toEqual(['Ruth Oyelaran 1'])
    expect(listed('"It is late," said the Holm union leader, Ruth Oyelaran.')).toEqual(['Ruth Oyelaran 1'])
  })

  test('somebody’s statement is theirs, somebody’s campaign is not', () =>
    expect(
      listed('"The tide is late," Oyelaran’s statement said. "It never is," the Oyelaran campaign said.'),
    ).toEqual(['Oyelaran 1', 'the Oyelaran campaign (described) 1']))

  test('by a role in which the draft introduces nobody else', () => {
    expect(
      listed(
        '"It is late," said Ruth Oyelaran, the harbour master of Holm.\n\n"It never is," the harbour master said. "Go on now," she said.',
      ),
    ).toEqual(['Ruth Oyelaran 3'])
    expect(
      listed('"It is late," said Holm union leader Ruth Oyelaran. "It never is," the leader said.'),
    ).toEqual(['Ruth Oyelaran 2'])
    expect(listed('"It is late," said Mayor Ruth Oyelaran. "It never is," the mayor said.')).toEqual([
      'Ruth Oyelaran 2',
    ])
  })

  test('not by a role that two have, nor by one that is not quite the same', () => {
    expect(
      listed(
        '"It is late," said Ruth Oyelaran, an engineer. "It never is," said engineer Ben Brandt. "Go on now," the engineer said.',
      ),
    ).toEqual(['Ruth Oyelaran 1', 'Ben Brandt 1', 'the engineer (described) 1'])
    expect(listed('"It is late," said Mayor Ruth Oyelaran. "It never is," the former mayor said.')).toEqual([
      'Ruth Oyelaran 1',
      'the former mayor (described) 1',
    ])
  })

  test('two people of one surname are two', () =>
    expect(
      listed(
        '"The tide is late," said Ruth Oyelaran.\n\n"It never is," said her brother, Ben Oyelaran.\n\n"Go on now," Ms. Oyelaran said.',
      ),
    ).toEqual(['Ruth Oyelaran 1', 'Ben Oyelaran 1', 'Ms. Oyelaran 1']))

  test('a board goes by its whole name', () =>
    expect(
      listed('"The tide is late," said the Harbour Board. "It never is," said the School Board on Friday.'),
    ).toEqual(['Harbour Board 1', 'School Board 1']))
})

describe('whom a pronoun most likely means', () => {
  const meant = (draft: string): string => {
    const found = sources(draft).find(({ quotations }) =>
      quotations.some(({ speaker }) => /^(?:he|she|they)$/i.test(speaker?.words ?? '')),
    )
    return found ? (found.kind === 'pronoun' ? 'nobody in particular' : found.name) : 'no pronoun'
  }

  test('whoever spoke before', () =>
    expect(meant('"The tide is late," said Ruth Oyelaran. "It is never late," she added.')).toBe(
      'Ruth Oyelaran',
    ))

  test('the subject of the sentence before', () =>
    expect(meant('Ruth Oyelaran came to the quay at noon. “The tide is late,” she told the crew.')).toBe(
      'Ruth Oyelaran',
    ))

  test('through the pronouns between', () =>
    expect(
      meant('Ruth Oyelaran came at noon. She looked at the water. She waited. “The tide is late,” she said.'),
    ).toBe('Ruth Oyelaran'))

  test('from the paragraph above', () =>
    expect(meant('Ruth Oyelaran came to the quay at noon.\n\n“The tide is late,” she said.')).toBe(
      'Ruth Oyelaran',
    ))

  test('not from far above, nor over a crosshead', () =>
    expect(
      meant(
        'Ruth Oyelaran came to the quay at noon.\n\nThe pier was empty.\n\nThe boats were late.\n\n“The tide is late,” she said.',
      ),
    ).toBe('nobody in particular'))

  test('not where two may be meant', () =>
    expect(
      meant(
        'Ruth Oyelaran came at noon. Ines Varga was late.\n\nThe pier was empty.\n\n“The tide is late,” she said.',
      ),
    ).toBe('nobody in particular'))

  test('not somebody who is called "Mr."', () =>
    expect(
      meant(
        '"The tide is late," said Ruth Oyelaran. "It is never late," Mr. Brandt said. "Go on now," she replied.',
      ),
    ).toBe('Ruth Oyelaran'))

  test('not a spokesman, nor somebody’s brother', () => {
    expect(meant('Ruth Oyelaran waved. Town spokesman Oskar Brandt was late. “It is late,” she said.')).toBe(
      'Ruth Oyelaran',
    )
    expect(meant('"It is late," Oyelaran’s brother said. “It is late,” she said.')).toBe(
      'nobody in particular',
    )
  })

  test('not somebody who was "he" before', () =>
    expect(
      meant('Ruth Oyelaran said she was cold. Brandt, 40, said he was cold too. “It is late,” she said.'),
    ).toBe('Ruth Oyelaran'))

  test('whoever has no name', () => {
    expect(meant('"The tide is late," a senior official said. "It is never late," he added.')).toBe(
      'a senior official',
    )
    expect(meant('The mayor came to the quay at noon. “The tide is late,” she said.')).toBe('The mayor')
  })

  test('no river and no sign', () => {
    expect(meant('The river rose at noon. “The tide is late,” she said.')).toBe('nobody in particular')
    expect(meant('"Keep out," a sign on the pier said. “The tide is late,” she said.')).toBe(
      'nobody in particular',
    )
  })

  test('"they" means a body or several', () => {
    expect(meant('The Harbour Board met at noon. “The tide is late,” they wrote.')).toBe('Harbour Board')
    expect(meant('"We are late," the engineers said. “The tide is late,” they added.')).toBe('the engineers')
    expect(meant('Ruth Oyelaran came at noon. “The tide is late,” they said.')).toBe('nobody in particular')
  })

  test('limit: a first name says nothing of a woman or a man, so the last one named is meant', () =>
    expect(
      meant('Ruth Oyelaran met Oskar Brandt at noon. Oskar Brandt was late. “The tide is late,” she said.'),
    ).toBe('Oskar Brandt'))

  test('limit: whoever is named behind the quotation is not seen', () =>
    expect(meant('“The tide is late,” she said.\n\nRuth Oyelaran has been mayor for nine years.')).toBe(
      'nobody in particular',
    ))
})

describe('in whatever text', () => {
  const BITS = [
    '"The tide is late," said Mayor Ruth Oyelaran, who had met Ben Brandt.',
    '"It never is," she added.',
    'Brandt, a friend of Oyelaran, said that “nobody in Holm was late” at noon.',
    '“We never thought it would come to this.”',
    'The Harbour Board wrote: "The pier is shut."',
    'they said.',
    '\n\n',
    ' ',
    '"',
  ]
  const drafts = fc
    .array(fc.constantFrom(...BITS), { maxLength: 20, size: 'max' })
    .map((bits) => readBy(unattributedQuote, check(bits.join(''))))

  test('whoever speaks is listed, and nobody else twice', () =>
    fc.assert(
      fc.property(drafts, (read) => {
        const spoken = quotesOf(read).filter(({ verdict, speaker }) => speaker && verdict !== 'not-speech')
        const found = sourcesOf(read).filter(({ kind }) => kind !== 'nobody')
        expect(found.flatMap(({ quotations }) => quotations)).toHaveLength(spoken.length)
      }),
    ))

  test('a reader who has read other versions finds the same', () => {
    const reader = createSpeakerReader()
    fc.assert(
      fc.property(drafts, (read) => {
        expect(sourcesOf(read, reader)).toEqual(sourcesOf(read))
      }),
    )
  })
})

describe('a source knows', () => {
  test('what else the draft calls it, and by which words each quotation is its own', () =>
    expect(
      sources(
        '"The tide is late," said Mayor Ruth Oyelaran. "It never is," Oyelaran added. "Go on now," she said.',
      ),
    ).toMatchObject([
      {
        name: 'Ruth Oyelaran',
        alsoCalled: ['Mayor Ruth Oyelaran', 'Oyelaran', 'she'],
        quotations: [
          { text: '"The tide is late,"', start: 0, by: 'said Mayor Ruth Oyelaran' },
          { text: '"It never is,"', by: 'Oyelaran added' },
          { text: '"Go on now,"', by: 'she said' },
        ],
      },
    ]))
})
