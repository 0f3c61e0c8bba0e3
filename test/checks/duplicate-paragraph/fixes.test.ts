import { describe, expect, test } from 'vitest'
import { fixed } from '../../marked'

const A = 'The mayor opened the new bridge herself.'
const B = 'The ferry will run until the end of May.'
const C = 'Nobody knows yet who will pay for it all.'

describe('a removal takes the blank line with it, and nothing else', () => {
  test('from the middle', () =>
    expect(fixed(`${A}\n\n${A}\n\n${B}\n`, 'Remove this copy')).toBe(`${A}\n\n${B}\n`))

  test('from the end', () =>
    expect(fixed(`${A}\n\n${B}\n\n${A}\n`, 'Remove this copy')).toBe(`${A}\n\n${B}\n`))

  test('from the end without a last line break', () =>
    expect(fixed(`${A}\n\n${B}\n\n${A}`, 'Remove this copy')).toBe(`${A}\n\n${B}`))

  test('with one paragraph a line', () =>
    expect(fixed(`${A}\n${B}\n${A}\n${C}\n`, 'Remove this copy')).toBe(`${A}\n${B}\n${C}\n`))

  test('with the line ends of Windows', () =>
    expect(fixed(`${A}\r\n\r\n${A}\r\n\r\n${B}\r\n`, 'Remove this copy')).toBe(`${A}\r\n\r\n${B}\r\n`))

  test('from a draft that begins with empty lines', () => {
    expect(fixed(`\n\n${A}\n\n${A}\n`, 'Remove this copy')).toBe(`\n\n${A}\n`)
    expect(fixed(`\n${A}\n\n${A}\n`, 'Remove the earlier one, keep this')).toBe(`\n${A}\n`)
  })

  test('the first paragraph of the draft', () =>
    expect(fixed(`${A}\n\n${B}\n\n${A}\n`, 'Remove the earlier one, keep this')).toBe(`${B}\n\n${A}\n`))
})

describe('in Markdown', () => {
  const markdown = { language: 'markdown' } as const

  test('an item goes with its mark', () =>
    expect(fixed(`- ${A}\n- ${B}\n- ${A}\n- ${C}\n`, 'Remove this copy', markdown)).toBe(
      `- ${A}\n- ${B}\n- ${C}\n`,
    ))

  test('a paragraph of a block quote goes with its marks', () =>
    expect(fixed(`> ${A}\n>\n> ${B}\n>\n> ${A}\n\n${C}\n`, 'Remove this copy', markdown)).toBe(
      `> ${A}\n>\n> ${B}\n\n${C}\n`,
    ))

  test('an item that has items of its own stays', () =>
    expect(() => fixed(`- ${A}\n\ntext\n\n- ${A}\n  - ${B}\n`, 'Remove this copy', markdown)).toThrow(
      'no such fix',
    ))

  test('code next to it is left alone', () =>
    expect(
      fixed(`${A}\n\n\`\`\`\nx\n\`\`\`\n\n${A}\n\n\`\`\`\ny\n\`\`\`\n`, 'Remove this copy', markdown),
    ).toBe(`${A}\n\n\`\`\`\nx\n\`\`\`\n\n\`\`\`\ny\n\`\`\`\n`))
})

describe('runs of repeated paragraphs', () => {
  test('the later block goes', () =>
    expect(fixed(`${A}\n\n${B}\n\n${C}\n\n${A}\n\n${B}\n`, 'Remove these 2 repeated paragraphs')).toBe(
      `${A}\n\n${B}\n\n${C}\n`,
    ))

  test('or the earlier one', () =>
    expect(
      fixed(`${A}\n\n${B}\n\n${C}\n\n${A}\n\n${B}\n`, 'Remove the earlier 2 paragraphs, keep these'),
    ).toBe(`${C}\n\n${A}\n\n${B}\n`))

  test('a crosshead between them stays', () =>
    expect(
      fixed(`${A}\n\n${B}\n\n${C}\n\n${A}\n\nMore on this\n\n${B}\n`, 'Remove these 2 repeated paragraphs'),
    ).toBe(`${A}\n\n${B}\n\n${C}\n\nMore on this\n`))

  const blocks = [A, B, C].join('\n\n')
  const LONG =
    'The harbour board will meet on the first floor of the old customs house to vote on the price of a ticket.'
  const LONG_EDITED = LONG.replace('first floor', 'top floor')

  test('what is too short to be a copy goes with the block', () =>
    expect(
      fixed(
        `${A}\n\nThank you.\n\n${B}\n\n${C}\n\n${A}\n\nThank you.\n\n${B}\n`,
        'Remove these 3 repeated paragraphs',
      ),
    ).toBe(`${A}\n\nThank you.\n\n${B}\n\n${C}\n`))

  test('a lightly edited paragraph goes with the block', () => {
    const draft = `${A}\n\n${LONG}\n\n${B}\n\n${C}\n\n${A}\n\n${LONG_EDITED}\n\n${B}\n`
    expect(fixed(draft, 'Remove these 3 repeated paragraphs')).toBe(`${A}\n\n${LONG}\n\n${B}\n\n${C}\n`)
    expect(fixed(draft, 'Remove the earlier 3 paragraphs, keep these')).toBe(
      `${C}\n\n${A}\n\n${LONG_EDITED}\n\n${B}\n`,
    )
  })

  test('a block that stands three times: the last one goes', () => {
    const draft = `${blocks}\n\nOne.\n\n${blocks}\n\nTwo.\n\n${blocks}\n`
    expect(fixed(draft, 'Remove these 3 repeated paragraphs')).toBe(
      `${blocks}\n\nOne.\n\nTwo.\n\n${blocks}\n`,
    )
  })

  test('a block pasted right under itself', () =>
    expect(fixed(`${blocks}\n\n${blocks}\n`, 'Remove these 3 repeated paragraphs')).toBe(`${blocks}\n`))

  test('three copies one under the other are no run', () =>
    expect(() => fixed(`${A}\n\n${A}\n\n${A}\n`, 'Remove these')).toThrow('no such fix'))

  test('with one paragraph a line', () =>
    expect(fixed(`${A}\n${B}\n${C}\n${A}\n${B}\n`, 'Remove these 2 repeated paragraphs')).toBe(
      `${A}\n${B}\n${C}\n`,
    ))

  test('all later copies go at once', () =>
    expect(fixed(`${A}\n\n${A}\n\n${B}\n\n${A}\n\n${B}\n`, 'Remove all later copies in this draft')).toBe(
      `${A}\n\n${B}\n`,
    ))
})
