import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fixed } from '../../marked'

const A = 'The mayor opened the new bridge herself.'
const B = 'The ferry will run every hour from the old pier.'
const C = 'Nobody knows yet who will pay for it all.'

/** Paragraphs of which no two are alike. */
const WORDS = [
  'harbour',
  'council',
  'bridge',
  'winter',
  'baker',
  'orchard',
  'lantern',
  'meadow',
  'captain',
  'violin',
]
const paragraph = (seed: number): string => {
  const words = Array.from(
    { length: 9 },
    (_, i) => `${WORDS[(seed * 7 + i * 3) % 10]}${seed}${'abcdefghi'[i]}`,
  )
  return `The ${words.join(' ')}.`
}
const wrapped = (text: string): string => text.replace(/((?:\S+ ){4}\S+) /g, '$1\n')

const LAYOUTS = {
  'paragraphs with blank lines between': { join: '\n\n', write: (text: string) => text },
  'hard-wrapped paragraphs': { join: '\n\n', write: wrapped },
  'one paragraph a line': { join: '\n', write: (text: string) => text },
}
const LINE_BREAKS = { 'line feeds': '\n', 'the line ends of Windows': '\r\n' }

describe('what a removal leaves is the draft without the copy', () => {
  for (const [layout, { join, write }] of Object.entries(LAYOUTS)) {
    for (const [ends, lineBreak] of Object.entries(LINE_BREAKS)) {
      for (const language of ['plaintext', 'markdown'] as const) {
        if (language === 'markdown' && layout === 'one paragraph a line') continue
        test(`${layout}, ${ends}, ${language}`, () =>
          fc.assert(
            fc.property(
              fc.integer({ min: 2, max: 8 }),
              fc.nat(),
              fc.nat(),
              fc.constantFrom('', '\n', '\n\n'),
              fc.constantFrom('', '\n', '\n\n'),
              (count, of, at, lead, end) => {
                const texts = Array.from({ length: count }, (_, i) => write(paragraph(i)))
                const original = of % count
                const place = original + 1 + (at % (count - original))
                const twice = [...texts.slice(0, place), texts[original]!, ...texts.slice(place)]
                const draft = (all: string[]) => `${lead}${all.join(join)}${end}`.replaceAll('\n', lineBreak)
                expect(fixed(draft(twice), 'Remove this copy', { language })).toBe(draft(texts))
                const first = twice.filter((_, i) => i !== original)
                expect(fixed(draft(twice), 'Remove the earlier one, keep this', { language })).toBe(
                  draft(first),
                )
              },
            ),
            { numRuns: 25 },
          ))
      }
    }
  }

  test('one blank line is left between the neighbours, however many there were around the copy', () =>
    expect(fixed(`${A}\n\n\n\n${B}\n\n\n${A}\n\n${C}\n`, 'Remove this copy')).toBe(
      `${A}\n\n\n\n${B}\n\n${C}\n`,
    ))

  test('white space on the blank lines goes too', () =>
    expect(fixed(`${A}\n \t\n${B}\n  \n${A}\n\n${C}\n`, 'Remove this copy')).toBe(
      `${A}\n \t\n${B}\n\n${C}\n`,
    ))
})

describe('in Markdown, a removal breaks nothing', () => {
  const cases: Record<string, [before: string, after: string]> = {
    'an item of a loose list': [`- ${A}\n\n- ${B}\n\n- ${A}\n\n- ${C}\n`, `- ${A}\n\n- ${B}\n\n- ${C}\n`],
    'an item of an ordered list': [`1. ${A}\n2. ${B}\n3. ${A}\n4. ${C}\n`, `1. ${A}\n2. ${B}\n4. ${C}\n`],
    'the last item': [`* ${A}\n* ${B}\n* ${A}\n\n${C}\n`, `* ${A}\n* ${B}\n\n${C}\n`],
    'a task': [`- [ ] ${A}\n- [x] ${B}\n- [ ] ${A}\n`, `- [ ] ${A}\n- [x] ${B}\n`],
    'a nested item': [`- ${A}\n- ${B}\n  - ${A}\n- ${C}\n`, `- ${A}\n- ${B}\n- ${C}\n`],
    'the second paragraph of an item': [`${A}\n\n- ${B}\n\n  ${A}\n- ${C}\n`, `${A}\n\n- ${B}\n- ${C}\n`],
    'the whole of a block quote': [
      `${C}\n\n> ${A}\n\n${B}\n\n> ${A}\n\nAfter.\n`,
      `${C}\n\n> ${A}\n\n${B}\n\nAfter.\n`,
    ],
    'the first paragraph of a block quote': [
      `> ${A}\n\n${B}\n\n> ${A}\n>\n> ${C}\n`,
      `> ${A}\n\n${B}\n\n> ${C}\n`,
    ],
    'a paragraph under a heading': [`${A}\n\n## Costs\n\n${A}\n\n${B}\n`, `${A}\n\n## Costs\n\n${B}\n`],
    'a paragraph right under a heading': [`${A}\n\n## Costs\n${A}\n\n${B}\n`, `${A}\n\n## Costs\n\n${B}\n`],
    'a paragraph between two fences': [
      `${A}\n\n~~~\nx\n~~~\n${A}\n~~~\ny\n~~~\n`,
      `${A}\n\n~~~\nx\n~~~\n~~~\ny\n~~~\n`,
    ],
    'a paragraph behind a comment': [
      `${A}\n\n<!-- keep -->\n\n${A}\n\n${B}\n`,
      `${A}\n\n<!-- keep -->\n\n${B}\n`,
    ],
    'a paragraph with a footnote': [
      `${A}[^1]\n\n${B}\n\n${A}[^1]\n\n[^1]: A note.\n`,
      `${A}[^1]\n\n${B}\n\n[^1]: A note.\n`,
    ],
    'the first paragraph behind front matter': [
      `---\ntitle: Bridge\n---\n\n${B}\n\n${B}\n\n${A}\n`,
      `---\ntitle: Bridge\n---\n\n${B}\n\n${A}\n`,
    ],
  }
  for (const [name, [before, after]] of Object.entries(cases)) {
    test(name, () => expect(fixed(before, 'Remove this copy', { language: 'markdown' })).toBe(after))
  }

  test.each(['\n', '\r\n', '\r'])('with any line end', (lineEnd) => {
    const lines = (text: string): string => text.replaceAll('\n', lineEnd)
    expect(fixed(lines(`${A}\n\n${B}\n\n${A}\n`), 'Remove this copy')).toBe(lines(`${A}\n\n${B}\n`))
    expect(fixed(lines(`${A}\n\n${B}\n\n${A}\n`), 'Remove the earlier one, keep this')).toBe(
      lines(`${B}\n\n${A}\n`),
    )
    expect(fixed(lines(`${A}\n\n${B}\n\n${A}\n`), 'Remove this copy', { language: 'markdown' })).toBe(
      lines(`${A}\n\n${B}\n`),
    )
  })

  test('the earlier one behind front matter', () =>
    expect(
      fixed(`---\ntitle: Bridge\n---\n\n${A}\n\n${B}\n\n${A}\n`, 'Remove the earlier one, keep this', {
        language: 'markdown',
      }),
    ).toBe(`---\ntitle: Bridge\n---\n\n${B}\n\n${A}\n`))

  test('the first item of a list', () =>
    expect(
      fixed(`- ${A}\n- ${B}\n\n${A}\n`, 'Remove the earlier one, keep this', { language: 'markdown' }),
    ).toBe(`- ${B}\n\n${A}\n`))

  const kept: Record<string, string> = {
    'an item with items of its own': `${A}\n\n- ${A}\n  - ${B}\n`,
    'an item with a second paragraph': `${A}\n\n- ${A}\n\n  ${B}\n`,
    'an item with code': `${A}\n\n- ${A}\n  \`\`\`\n  x\n  \`\`\`\n`,
    'an item in a block quote with items of its own': `${A}\n\n> - ${A}\n>   - ${B}\n`,
    'a paragraph that keeps code out of a list': `${A}\n\n- ${B}\n\n${A}\n\n    code\n`,
  }
  for (const [name, draft] of Object.entries(kept)) {
    test(`${name} stays`, () =>
      expect(() => fixed(draft, 'Remove this copy', { language: 'markdown' })).toThrow('no such fix'))
  }
})
