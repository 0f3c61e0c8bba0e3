import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type Checked,
  checkText,
  createChecker,
  createStepwiseChecker,
  dataOf,
  draftFixesOf,
  fixesOf,
} from '../server/check'
import { DEFAULT_CONFIG } from '../server/config/config'
import type { Language } from '../server/draft/draft'
import { finished, type Steps } from '../server/draft/steps'

const circumstances = { config: DEFAULT_CONFIG, today: '2026-06-15', dateOption: '2013-10-15' }

const BITS = [
  'The mayor opened the new bridge herself yesterday.',
  '"It will be ready soon," she said.',
  '“It leaks, and everybody here knows it leaks.”',
  '“It leaks, and everybody here knows it leaks,” said Omar Hale.',
  'Nobody else spoke on Tuesday, and nobody will on April 5.',
  'The bridge was begun on March 3, 2009, and the old one fell in May 1998.',
  'In June the river rose; by 12 July it had gone down again.',
  'Ines Varga told the council:',
  'Published: May 2, 2011',
  'LEEDS, May 7, 2012 — ',
  '6 June 2010',
  '— Ines Varga',
  '"The river rose again this morning, and it has not stopped rising,',
  'The old ferry carried forty people across the river every morning before the bridge was built.',
  'The old ferry carried fifty people across the river every morning before the bridge was built.',
  'Headline about “a leak” in a bridge',
  ' [TK: when?]',
  ' [TK: who said this?]',
  '\n\n',
  '\r\n\r\n',
  '\r',
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
const bits = fc.array(fc.constantFrom(...BITS), { maxLength: 40, size: 'max' }).map((all) => all.join(''))
const edit = fc.record({
  at: fc.nat(),
  length: fc.nat(60),
  text: fc.array(fc.constantFrom(...BITS), { maxLength: 3 }).map((all) => all.join('')),
})

/** Pieces of sentences, which may change what the ones in front mean. */
const PIECES = [
  ' The mayor said',
  ' “It leaks, and everybody here knows it leaks,”',
  ' "Nobody asked us,"',
  ' said Omar Hale.',
  ' she added.',
  ' He shook his head.',
  ' Varga:',
  ' at 8 a.m.',
  ' on Tuesday',
  ' the second Monday of',
  ' October',
  ' 5',
  ', 2013,',
  ' last year',
  ' from 3 to 12 July',
  ' two and a half years ago',
  ' by the end of the month.',
  ' recently',
  '. Then it rained again.',
  '. The board met in the old hall by the river.',
  '"',
  '“',
  '”',
  "'",
  ' (in 1998)',
]
const sentences = fc
  .array(fc.constantFrom(...PIECES), { minLength: 4, maxLength: 24, size: 'max' })
  .map((all) => all.join(''))

/** All that a user can get to see. */
const seen = (checked: Checked) => ({
  date: checked.draft.date,
  findings: checked.findings.map((finding) => {
    const { check, kind, severity, start, end, message, related } = finding
    const fixes = [...fixesOf(finding, checked), ...draftFixesOf(check, checked)]
    return { check, kind, severity, start, end, message, related, data: dataOf(finding, checked), fixes }
  }),
})

for (const language of ['plaintext', 'markdown'] satisfies Language[]) {
  test(`checking ${language} after any edits equals checking afresh`, () => {
    fc.assert(
      fc.property(bits, fc.array(edit, { maxLength: 6, size: 'max' }), (first, edits) => {
        const check = createChecker(language)
        let text = first
        let checked = check(text, circumstances)
        for (const { at, length, text: inserted } of edits) {
          const start = at % (text.length + 1)
          const end = Math.min(text.length, start + length)
          text = text.slice(0, start) + inserted + text.slice(end)
          checked = check(text, circumstances, { start, end, length: inserted.length })
        }
        expect(seen(checked)).toEqual(seen(checkText(text, language, circumstances)))
      }),
      { numRuns: 40 },
    )
  })

  test(`a check of ${language} that was left for newer versions comes to what a fresh one finds`, () => {
    const leftAfter = fc.nat(12)
    fc.assert(
      fc.property(
        bits,
        fc.array(fc.tuple(edit, leftAfter), { maxLength: 6 }),
        leftAfter,
        (first, edits, at0) => {
          const check = createStepwiseChecker(language)
          const leave = (steps: Steps<Checked>, after: number) => {
            for (let step = 0; step <= after && !steps.next().done; step++);
          }
          let text = first
          leave(check(text, circumstances), at0)
          for (const [{ at, length, text: inserted }, after] of edits) {
            const start = at % (text.length + 1)
            const end = Math.min(text.length, start + length)
            text = text.slice(0, start) + inserted + text.slice(end)
            leave(check(text, circumstances, { start, end, length: inserted.length }), after)
          }
          const last = finished(
            check(`${text}x`, circumstances, { start: text.length, end: text.length, length: 1 }),
          )
          expect(seen(last)).toEqual(seen(checkText(`${text}x`, language, circumstances)))
        },
      ),
      { numRuns: 40 },
    )
  })

  test(`typing a paragraph of ${language}, letter by letter, finds what a fresh check finds`, () => {
    fc.assert(
      fc.property(sentences, fc.array(fc.tuple(fc.nat(), sentences), { maxLength: 3 }), (first, typed) => {
        const check = createChecker(language)
        let text = first
        check(text, circumstances)
        for (const [at, letters] of typed) {
          let start = at % (text.length + 1)
          for (const letter of letters.slice(0, 20)) {
            text = text.slice(0, start) + letter + text.slice(start)
            const now = check(text, circumstances, { start, end: start, length: letter.length })
            start += letter.length
            const fresh = checkText(text, language, circumstances)
            expect(seen(now)).toEqual(seen(fresh))
            expect(now.facts).toEqual(fresh.facts)
          }
        }
      }),
      { numRuns: 4 },
    )
  })

  test(`and in ${language} of many paragraphs, wherever it was left`, () => {
    const pages = Array.from({ length: 200 }, (_, i) => `${BITS[i % 12]} It was the ${i}th of them.`)
    const draft = pages.join('\n\n')
    fc.assert(
      fc.property(fc.array(fc.tuple(edit, fc.nat(320)), { minLength: 2, maxLength: 4 }), (edits) => {
        const check = createStepwiseChecker(language)
        let text = draft
        let steps = check(text, circumstances)
        for (const [{ at, length, text: inserted }, after] of edits) {
          for (let step = 0; step <= after && !steps.next().done; step++);
          const start = at % (text.length + 1)
          const end = Math.min(text.length, start + length)
          text = text.slice(0, start) + inserted + text.slice(end)
          steps = check(text, circumstances, { start, end, length: inserted.length })
        }
        expect(seen(finished(steps))).toEqual(seen(checkText(text, language, circumstances)))
      }),
      { numRuns: 2 },
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
      { numRuns: 40 },
    )
  })
}

test('where much is found in one paragraph, it is no single step', () => {
  const stepsOf = (text: string): number =>
    [...createStepwiseChecker('plaintext')(text, circumstances)].length
  const [found, nothing] = ['It fell yesterday. '.repeat(4000), 'It fell on a pier. '.repeat(4000)]
  // It is read in eight pieces, with hundreds of findings each; counted block by block, that would be one step a finder.
  expect(stepsOf(found) - stepsOf(nothing)).toBeGreaterThanOrEqual(8)
})

test('a draft that falls into other paragraphs after an edit is read anew, the paragraph under edit too', () => {
  const check = createChecker('plaintext')
  const long = `It was over on 6 June${' and nobody had left'.repeat(15)} x.`
  const first = `Rain fell on 3 May.\nThe mayor spoke yesterday.\n\n${long}\n`
  check(first, circumstances)
  const typed = first.replace('x.', '.')
  const at = first.indexOf('x.')
  check(typed, circumstances, { start: at, end: at + 1, length: 0 })
  // Without its full stop the first line is one of a hard-wrapped text.
  const wrapped = typed.replace('3 May.', '3 May').replace('yesterday.', 'yesterday')
  const [start, end] = [typed.indexOf('.'), typed.indexOf('yesterday.') + 10]
  const now = check(wrapped, circumstances, { start, end, length: end - start - 2 })
  expect(seen(now)).toEqual(seen(checkText(wrapped, 'plaintext', circumstances)))
})

test('white space typed between paragraphs moves what was found behind it', () => {
  const check = createChecker('plaintext')
  const text = 'Rain fell.\n\nThe mayor spoke yesterday.\n\nNobody left.\n'
  check(text, circumstances)
  const spaced = text.replace('\n\nThe', '\n\n\nThe')
  const now = check(spaced, circumstances, { start: 11, end: 11, length: 1 })
  expect(seen(now)).toEqual(seen(checkText(spaced, 'plaintext', circumstances)))
})
