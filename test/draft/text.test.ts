import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { EditedText } from '../../server/draft/text'

const LONG = 'The tide is late again this year. '.repeat(100)

const inserted = fc.oneof(
  fc.string({ unit: fc.constantFrom('a', '\n', '\r', ' '), maxLength: 6 }),
  fc.constant(LONG),
)
const edit = fc.record({ at: fc.nat(), remove: fc.nat(5000), inserted })

describe('a text under edit', () => {
  test('says what the string says that had the same edits', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('', 'a\nb', LONG),
        fc.array(edit, { maxLength: 80, size: 'max' }),
        (first, edits) => {
          let text = EditedText.of(first)
          let string = first
          for (const { at, remove, inserted } of edits) {
            const start = at % (string.length + 1)
            const end = Math.min(string.length, start + (remove % 7 === 0 ? remove : remove % 7))
            text = text.edited({ start, end }, inserted)
            string = string.slice(0, start) + inserted + string.slice(end)
            expect(text.length).toBe(string.length)
            expect(text.slice(start, end + 9)).toBe(string.slice(start, end + 9))
            expect(text.charCodeAt(start)).toBe(string.charCodeAt(start))
            expect(text.indexOf('\n', start)).toBe(string.indexOf('\n', start))
            expect(text.lastIndexOf('\n', start)).toBe(string.lastIndexOf('\n', start))
          }
          expect(text.charCodeAt(string.length)).toBeNaN()
          expect(String(text)).toBe(string)
        },
      ),
      { numRuns: 60 },
    )
  })

  test('says so after many edits all over it, when its pieces become one again', () => {
    let string = LONG.repeat(300)
    let text = EditedText.of(string)
    for (let i = 0; i < 400; i++) {
      const at = Math.floor(((i * 0.618034) % 1) * string.length)
      text = text.edited({ start: at, end: at }, '\n')
      string = `${string.slice(0, at)}\n${string.slice(at)}`
      expect(text.indexOf('\n', at + 1)).toBe(string.indexOf('\n', at + 1))
    }
    expect(String(text) === string).toBe(true)
  })

  test('stays what it was when it is edited', () => {
    const before = EditedText.of('The tide is late.')
    const after = before.edited({ start: 4, end: 8 }, 'boat')
    expect([String(before), String(after)]).toEqual(['The tide is late.', 'The boat is late.'])
  })
})
