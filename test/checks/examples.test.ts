import { describe, expect, test } from 'vitest'
import { CHECKS } from '../../server/checks/registry'
import { fixed, marked, unmarked } from '../marked'

for (const check of CHECKS) {
  describe(`documented examples of ${check.id}`, () => {
    for (const example of check.examples) {
      const circumstances = {
        ...(example.date ? { date: example.date } : {}),
        ...(example.language ? { language: example.language } : {}),
      }
      test(example.title, () => {
        expect(marked(unmarked(example.draft), [check.id], circumstances)).toBe(example.draft)
      })
      const { fixed: after } = example
      if (!after) continue
      test(`${example.title}: ${after.title}`, () => {
        expect(fixed(unmarked(example.draft), after.title, circumstances)).toBe(after.draft)
      })
    }

    test('every kind has an example', () => {
      const shown = check.examples.map(({ draft }) => draft).join('\n')
      for (const [kind, { severity }] of Object.entries(check.kinds)) {
        if (severity !== 'off') expect(shown).toContain(`{${kind}}`)
      }
    })
  })
}
