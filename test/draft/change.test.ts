import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Change, merged, spliceBetween, spliced } from '../../server/draft/change'
import { finished } from '../../server/draft/steps'

const apply = (text: string, { start, end }: Change, inserted: string) =>
  text.slice(0, start) + inserted + text.slice(end)

const edit = fc.record({ at: fc.nat(), length: fc.nat(8), inserted: fc.string({ maxLength: 5 }) })
const changeOf = (
  text: string,
  { at, length, inserted }: { at: number; length: number; inserted: string },
): Change => {
  const start = at % (text.length + 1)
  return { start, end: Math.min(text.length, start + length), length: inserted.length }
}

describe('changes', () => {
  test('several changes are one that covers them all', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 30 }),
        fc.array(edit, { minLength: 1, maxLength: 5 }),
        (before, edits) => {
          let text = before
          let all: Change | undefined
          for (const next of edits) {
            const change = changeOf(text, next)
            all = merged(all, change)
            text = apply(text, change, next.inserted)
          }
          const { start, end, length } = all!
          expect(text).toBe(before.slice(0, start) + text.slice(start, start + length) + before.slice(end))
        },
      ),
    )
  })

  test('a splice leads from one list to the other', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(4)), fc.array(fc.nat(4)), (before, after) => {
        const steps = spliced(before, spliceBetween(before, after), (place) => after[place]!)
        expect(finished(steps)).toEqual(after)
      }),
    )
  })
})
