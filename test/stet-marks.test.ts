import { describe, expect, test } from 'vitest'
import { check, fixed, marked } from './marked'

const COPY = 'The mayor opened the new bridge herself.'
const markdown = { language: 'markdown', date: '2013-10-15' } as const
const found = (text: string) =>
  check(text, markdown).findings.map((finding) => `${finding.check} ${finding.kind}`)

describe('a stet mark', () => {
  test('at the end of a line covers the line', () =>
    expect(found('She came yesterday. <!-- stet -->\nHe left.\n')).toEqual([]))

  test('alone on its line covers the next block', () =>
    expect(found(`${COPY}\n\nIt rained.\n\n<!-- stet -->\n${COPY}\n`)).toEqual([]))

  test('covers only the checks it names', () =>
    expect(found('She came yesterday. <!-- stet duplicate-paragraph -->\n')).toEqual([
      'vague-time relative',
      'stet-mark unused',
    ]))

  test('covers from begin to end', () =>
    expect(
      found('<!-- stet-begin -->\n\nShe came yesterday.\n\n<!-- stet-end -->\n\nHe left yesterday.\n'),
    ).toEqual(['vague-time relative']))

  test('covers the whole draft', () =>
    expect(found('She came yesterday.\n\n<!-- stet-file vague-time -->\n')).toEqual([]))

  test('covers what stands before it in its line, another mark too', () =>
    expect(
      found('She came yesterday. <!-- stet --> He left yesterday. <!-- stet -->\nHe left yesterday.\n'),
    ).toEqual(['vague-time relative']))

  test('takes no longer for standing in a line of thousands', { timeout: 5000 }, () => {
    const marks = '<!-- stet -->'.repeat(60_000)
    expect(found(`She came yesterday. ${marks}`)).toEqual([])
  })

  test('covers each what it covers, among many', () => {
    const lets = 'She came yesterday. <!-- stet -->\n\n'
    const lines = [lets, 'He left yesterday.\n\n', 'It rained. <!-- stet -->\n\n']
    expect(found(`<!-- stet-file duplicate-paragraph -->\n\n${lines.join('').repeat(300)}`)).toEqual([
      'stet-mark unused',
      ...Array(300).fill(['vague-time relative', 'stet-mark unused']).flat(),
    ])
  })

  test('that covers nothing is a hint', () =>
    expect(marked('It rained. <!-- stet -->\n', ['stet-mark'], markdown)).toBe(
      'It rained. ⟦<!-- stet -->⟧{unused}\n',
    ))

  test('is what *Let it stand* writes', () => {
    const after = fixed('She came yesterday.\n', 'Let it stand', markdown)
    expect(after).toBe('She came yesterday. <!-- stet vague-time -->\n')
    expect(found(after)).toEqual([])
  })
})

describe('an entry of stands', () => {
  const stands = [{ check: 'vague-time', words: 'yesterday', in: 'She came yesterday.' }]

  test('covers the words in their sentence, wherever it moves', () =>
    expect(check('It rained.\n\nShe came\nyesterday.\n', { config: { stands } }).findings).toEqual([]))

  test('covers nothing else', () =>
    expect(check('He left yesterday.\n', { config: { stands } }).findings).toHaveLength(1))
})
