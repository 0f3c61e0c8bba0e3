import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Checked, checkText, createChecker } from '../server/check'
import { DEFAULT_CONFIG } from '../server/config/config'
import type { Language } from '../server/draft/draft'

const circumstances = { config: DEFAULT_CONFIG, today: '2026-06-15', dateOption: '2013-10-15' }

const BITS = [
  'The mayor opened the new bridge herself yesterday.',
  '"It will be ready soon," she said.',
  '“It leaks, and everybody here knows it leaks.”',
  'Nobody else spoke on Tuesday, and nobody will on April 5.',
  '\n\n',
  '\n',
  ' ',
  '"',
  '> ',
  '- ',
  '```\n',
  '---\n',
  '# ',
  '*',
  '<!-- stet -->',
  'x',
  'é',
  '😀',
]
const bits = fc.array(fc.constantFrom(...BITS), { maxLength: 30 }).map((all) => all.join(''))
const edit = fc.record({
  at: fc.nat(),
  length: fc.nat(60),
  text: fc.array(fc.constantFrom(...BITS), { maxLength: 3 }).map((all) => all.join('')),
})

const essence = ({ findings }: Checked) =>
  findings.map(({ check, kind, severity, start, end, message, data, related }) => ({
    check,
    kind,
    severity,
    start,
    end,
    message,
    data,
    related,
  }))

for (const language of ['plaintext', 'markdown'] satisfies Language[]) {
  test(`checking ${language} after any edits equals checking afresh`, () => {
    fc.assert(
      fc.property(bits, fc.array(edit, { maxLength: 6 }), (first, edits) => {
        const check = createChecker(language)
        let text = first
        let checked = check(text, circumstances)
        for (const { at, length, text: inserted } of edits) {
          const start = at % (text.length + 1)
          const end = Math.min(text.length, start + length)
          text = text.slice(0, start) + inserted + text.slice(end)
          checked = check(text, circumstances, { start, end, length: inserted.length })
        }
        expect(essence(checked)).toEqual(essence(checkText(text, language, circumstances)))
      }),
      { numRuns: 150 },
    )
  })

  test(`every finding in ${language} lies within the text, and every fix applies`, () => {
    fc.assert(
      fc.property(bits, (text) => {
        for (const { start, end } of checkText(text, language, circumstances).findings) {
          expect(start).toBeGreaterThanOrEqual(0)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(text.length)
        }
      }),
      { numRuns: 150 },
    )
  })
}
