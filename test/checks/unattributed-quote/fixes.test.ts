import { describe, expect, test } from 'vitest'
import { fixesOf } from '../../../server/check'
import { check, fixed } from '../../marked'

const KNOWN = '"The tide is late," said Ruth Oyelaran, the mayor.\n\nBoats lay along the quay at noon.\n\n'

/** The last paragraph of a draft that knows the mayor, after `Attribute to Oyelaran`. */
const attributed = (paragraph: string): string =>
  fixed(`${KNOWN}${paragraph}\n`, 'Attribute to Oyelaran').slice(KNOWN.length, -1)

describe('Attribute to …', () => {
  test.each([
    [
      'a full stop inside the marks becomes a comma',
      '"We never thought it would come."',
      '"We never thought it would come," Oyelaran said.',
    ],
    [
      'a question keeps its mark',
      '“Who thought it would come to this?”',
      '“Who thought it would come to this?” Oyelaran said.',
    ],
    [
      'so do words that break off',
      '"We never thought it would—"',
      '"We never thought it would—" Oyelaran said.',
    ],
    ['so do three points', '"We never thought it would..."', '"We never thought it would..." Oyelaran said.'],
    [
      'the point of "p.m." is none of the sentence',
      '"We thought it would come at 4 p.m."',
      '"We thought it would come at 4 p.m.," Oyelaran said.',
    ],
    [
      'a full stop outside the marks stays outside',
      '‘We never thought it would come’.',
      '‘We never thought it would come’, Oyelaran said.',
    ],
    [
      'marks inside the marks close first',
      '"We never asked who wrote ‘Keep out.’"',
      '"We never asked who wrote ‘Keep out,’" Oyelaran said.',
    ],
    [
      'several sentences break behind the first',
      '“We never thought so. We were wrong.”',
      '“We never thought so,” Oyelaran said. “We were wrong.”',
    ],
    [
      'the first may ask',
      '“Did we think so? We were wrong.”',
      '“Did we think so?” Oyelaran said. “We were wrong.”',
    ],
    [
      'more of the paragraph follows',
      '"We never thought it would come." Boats left at one.',
      '"We never thought it would come," Oyelaran said. Boats left at one.',
    ],
    [
      'a few words are attributed where their sentence ends',
      'The quay needs a "very long and costly repair" in May.',
      'The quay needs a "very long and costly repair" in May, Oyelaran said.',
    ],
  ])('%s', (_, before, after) => expect(attributed(before)).toBe(after))

  test('commas stand where the draft puts them', () => {
    const known =
      '"The tide is late", said Ruth Oyelaran, the mayor.\n\nBoats lay along the quay at noon.\n\n'
    expect(fixed(`${known}"We never thought it would come."\n`, 'Attribute to Oyelaran')).toBe(
      `${known}"We never thought it would come", Oyelaran said.\n`,
    )
  })

  test('the verb goes before a long name', () => {
    const later =
      '"We never thought it would come."\n\nBoats left at one. “The tide is late,” Ana Maria Lopes said.\n'
    expect(fixed(later, 'Attribute to')).toMatch(/^"We never thought it would come," said Ana Maria Lopes\./)
  })

  test('a board keeps its article', () => {
    const known =
      '"The tide is late," said the Harbour Board of Holm.\n\nBoats lay along the quay at noon.\n\n'
    expect(fixed(`${known}"We never thought it would come."\n`, 'Attribute to')).toContain(
      'come," the Harbour Board said.',
    )
  })

  test('who is named further down is named in full', () => {
    const later =
      '"We never thought it would come."\n\nBoats left at one. “The tide is late,” said Ruth Oyelaran.\n'
    expect(fixed(later, 'Attribute to')).toMatch(/^"We never thought it would come," Ruth Oyelaran said\./)
  })

  test('by the honorific that the draft gives', () => {
    const known = '"The tide is late," Mr. Oyelaran said.\n\nBoats lay along the quay at noon.\n\n'
    expect(fixed(`${known}"We never thought it would come."\n`, 'Attribute to')).toContain(
      'come," Mr. Oyelaran said.',
    )
  })

  test('by the surname of whoever is named behind an office', () => {
    const known =
      '"The tide is late," said Holm union leader Ruth Oyelaran.\n\nBoats lay along the quay at noon.\n\n'
    expect(fixed(`${known}"We never thought it would come."\n`, 'Attribute to')).toContain(
      'come," Oyelaran said.',
    )
  })

  test('by the full name, where two go by the surname', () => {
    const known =
      '"The tide is late," said Ben Oyelaran.\n\n"It never is," said Ruth Oyelaran.\n\nBoats lay along the quay.\n\n'
    expect(fixed(`${known}"We never thought it would come."\n`, 'Attribute to')).toContain(
      'come," Ruth Oyelaran said.',
    )
  })

  test('by the first name, where the draft goes on with it', () => {
    const known =
      '"The tide is late," said Ruth Oyelaran.\n\n"It is," Ruth said.\n\nBoats lay along the quay.\n\n'
    expect(fixed(`${known}"We never thought it would come."\n`, 'Attribute to')).toContain(
      'come," Ruth said.',
    )
  })
})

describe('Drop the quotation marks', () => {
  const text = 'The quay needs a "very long and costly repair" in May.\n'

  test('leaves the words alone', () =>
    expect(fixed(text, 'Drop the quotation marks')).toBe(
      'The quay needs a very long and costly repair in May.\n',
    ))

  test('or in italics, where the markup has some', () => {
    expect(fixed(text, 'Drop the quotation marks, use italics', { language: 'markdown' })).toBe(
      'The quay needs a *very long and costly repair* in May.\n',
    )
    expect(() => fixed(text, 'Drop the quotation marks, use italics')).toThrow('no such fix')
  })
})

describe('Mark for the desk', () => {
  test('is preferred, and silences the finding', () => {
    const text = 'Boats lay along the quay. "We never thought it would come."\n'
    const after = fixed(text, 'Mark for the desk')
    expect(after).toBe('Boats lay along the quay. "We never thought it would come." [TK: who said this?]\n')
    expect(check(after).findings).toEqual([])
  })

  test('takes the form that the settings give it', () => {
    const config = { mark: '<<%s>>' }
    const text = 'Boats lay along the quay. "We never thought it would come."\n'
    const after = fixed(text, 'Mark for the desk', { config })
    expect(after).toContain('come." <<who said this?>>')
    expect(check(after, { config }).findings).toEqual([])
  })

  test('no other fix is preferred', () => {
    const checked = check(`${KNOWN}"We never thought it would come."\n`)
    const preferred = fixesOf(checked.findings[0]!, checked).filter((fix) => fix.preferred)
    expect(preferred.map(({ title }) => title)).toEqual(['Mark for the desk'])
  })
})

describe('Close the quotation here', () => {
  test.each([
    [
      'at the end of the paragraph',
      'Oyelaran told the board, "We never thought so.\n',
      'Oyelaran told the board, "We never thought so."\n',
    ],
    [
      'before an attribution',
      '“We never thought it would come, Oyelaran said.\n',
      '“We never thought it would come,” Oyelaran said.\n',
    ],
    [
      'with the verb first',
      '“Who thought so? said Ruth Oyelaran.\n',
      '“Who thought so?” said Ruth Oyelaran.\n',
    ],
  ])('%s', (_, before, after) => {
    expect(fixed(before, 'Close the quotation here')).toBe(after)
    expect(check(after).findings).toEqual([])
  })
})
