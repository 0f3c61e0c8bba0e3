import { describe, expect, test } from 'vitest'
import { sentencesOf } from '../../server/draft/sentences'
import { tokenize } from '../../server/draft/tokens'

const sentences = (prose: string) =>
  sentencesOf(tokenize(prose)).map(({ start, end }) => prose.slice(start, end))

describe('sentences', () => {
  test('end with a stop before a capital', () =>
    expect(sentences('He left. She stayed! Why? Nobody knows.')).toEqual([
      'He left.',
      'She stayed!',
      'Why?',
      'Nobody knows.',
    ]))

  test('do not end at abbreviations and initials', () =>
    expect(
      sentences('Mr. Hale met Gov. J. R. Ames at 9 a.m. on Sept. 3 in the U.S. Capitol. It rained.'),
    ).toHaveLength(2))

  test('closing marks stay with the sentence that they close', () =>
    expect(sentences('“It leaks.” She left. (He stayed.) So did I.')).toEqual([
      '“It leaks.”',
      'She left.',
      '(He stayed.)',
      'So did I.',
    ]))

  test('a stop inside a quotation ends none before lower case', () =>
    expect(sentences('"It leaks!" she said. He left.')).toEqual(['"It leaks!" she said.', 'He left.']))

  test('a decimal point ends none', () => expect(sentences('It rose 1.5 percent. It fell.')).toHaveLength(2))

  test('stops among nothing but marks are read in no time', { timeout: 5000 }, () => {
    // Each looked for the next sentence's first word to the end of the text.
    expect(sentences('(«! '.repeat(100_000)).length).toBeGreaterThan(0)
  })

  test('a row of stops that ends none is looked at once', { timeout: 5000 }, () => {
    expect(sentences(`What${'?'.repeat(200_000)}ever. It rained.`)).toHaveLength(2)
  })
})
