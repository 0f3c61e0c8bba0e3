import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { tokenize } from '../../server/draft/tokens'

const texts = (prose: string) => tokenize(prose).map(({ text }) => text)

describe('tokens', () => {
  test('words, numbers and marks', () =>
    expect(texts('He paid $1,500.50 (in cash).')).toEqual([
      'He',
      'paid',
      '$',
      '1,500.50',
      '(',
      'in',
      'cash',
      ')',
      '.',
    ]))

  test('a possessive ending is one of its own, in both typographies', () => {
    expect(texts("Karzai's")).toEqual(['Karzai', "'s"])
    expect(texts('Karzai’s')).toEqual(['Karzai', '’s'])
  })

  test('other apostrophes stay inside', () => expect(texts("don't o’clock")).toEqual(["don't", 'o’clock']))

  test('each side of a hyphen is a word, and digits part from letters', () =>
    expect(texts('mid-1990s 9pm 2013-10-15')).toEqual([
      'mid',
      '-',
      '1990',
      's',
      '9',
      'pm',
      '2013',
      '-',
      '10',
      '-',
      '15',
    ]))

  test('a comma of a date is none of a number', () =>
    expect(texts('October 14,2013')).toEqual(['October', '14', ',', '2013']))

  test('invisible characters take no part', () => {
    expect(texts('sof\u00adt \u200bword')).toEqual(['soft', 'word'])
    expect(tokenize('a sof\u00adt')[1]).toMatchObject({ start: 2, end: 7, lower: 'soft' })
  })

  test('offsets count UTF-16 code units', () =>
    expect(tokenize('😀 day')).toMatchObject([
      { text: '😀', start: 0, end: 2 },
      { text: 'day', start: 3, end: 6, spaced: true },
    ]))
})

const BITS = [
  'Karzai',
  "'s",
  '’',
  "'",
  's',
  'a',
  'É',
  '\u2060',
  '\u00ad',
  '1',
  '234',
  ',',
  '.',
  ' ',
  '\n',
  '-',
  '"',
  '😀',
  '\ud83d',
]
const prose = fc.array(fc.constantFrom(...BITS), { maxLength: 30, size: 'max' }).map((all) => all.join(''))

test('tokens taken over from before an edit are those of a fresh look', () =>
  fc.assert(
    fc.property(prose, prose, prose, prose, (head, gone, come, tail) => {
      const before = head + gone + tail
      const after = head + come + tail
      expect(tokenize(after, { prose: before, tokens: tokenize(before) })).toEqual(tokenize(after))
    }),
    { numRuns: 2000 },
  ))

test('what an edit leaves in front of it is the same value', () => {
  const before = tokenize('She came back yesterday, he sai')
  const after = tokenize('She came back yesterday, he said', {
    prose: 'She came back yesterday, he sai',
    tokens: before,
  })
  expect(after.slice(0, 5).every((token, i) => token === before[i])).toBe(true)
})
