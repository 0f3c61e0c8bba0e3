import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  commonShingles,
  type Fingerprint,
  fingerprintOf,
} from '../../../server/checks/duplicate-paragraph/fingerprint'
import { type Repeat, RepeatIndex } from '../../../server/checks/duplicate-paragraph/repeats'
import { finished } from '../../../server/draft/steps'

/** The repeats of a list by comparing each paragraph with each: what the index must find, the slow way. */
function repeatsOneByOne(texts: readonly string[]): Repeat[] {
  const fingerprints = texts.map(fingerprintOf)
  return texts.flatMap((text, block): Repeat[] => {
    const copies = texts.flatMap((other, place) => (other === text && place < block ? [place] : []))
    if (fingerprints[block]!.words < 6) return []
    if (copies.length)
      return [{ kind: 'exact', block, repeats: copies.at(-1)!, first: copies[0]!, similarity: 1 }]
    const alike = texts.flatMap((_, place) => {
      if (place >= block || fingerprints[place]!.stretches < 12 || fingerprints[block]!.stretches < 12)
        return []
      return [{ place, ...likeness(fingerprints[place]!, fingerprints[block]!) }]
    })
    const near = alike.filter(({ jaccard }) => jaccard >= 0.6)
    const chosen = near.length ? near : alike.filter(({ containment }) => containment >= 0.8)
    const last = chosen.at(-1)
    if (!last) return []
    const [kind, similarity] = near.length
      ? (['near', last.jaccard] as const)
      : (['contained', last.containment] as const)
    return [{ kind, block, repeats: last.place, first: chosen[0]!.place, similarity }]
  })
}

function likeness(a: Fingerprint, b: Fingerprint) {
  const common = commonShingles(a.shingles, b.shingles)
  const all = a.shingles.length + b.shingles.length
  const edges = Number(a.head === b.head) + Number(a.tail === b.tail)
  const jaccard = Math.max(common / (all - common), (common + edges) / (all + 4 - common - edges))
  return { jaccard, containment: common / Math.min(a.shingles.length, b.shingles.length) }
}

const WORDS =
  'the old ferry carried forty people across the river every morning before the new bridge was built'.split(
    ' ',
  )
/** Stretches of one long text, with a word changed now and then: many are alike, some the same. */
const text = fc
  .record({
    from: fc.nat(40),
    length: fc.integer({ min: 4, max: 40 }),
    changed: fc.option(fc.record({ at: fc.nat(39), word: fc.constantFrom('not', 'harbour', '41', 'the') })),
  })
  .map(({ from, length, changed }) => {
    const words = Array.from(
      { length },
      (_, i) => `${WORDS[(from + i) % WORDS.length]}${(from + i) % 3 === 0 ? '' : from + i}`,
    )
    if (changed && changed.at < length) words[changed.at] = changed.word
    return words.join(' ')
  })
/** So many paragraphs alike to one are no crowd yet. */
const CROWD = 128
const edit = fc.record({ at: fc.nat(), removed: fc.nat(5), added: fc.array(text, { maxLength: 5 }) })
const many = fc.record({
  at: fc.nat(),
  removed: fc.nat(5),
  added: fc.array(text, { minLength: 66, maxLength: 80, size: 'max' }),
})

test('after any edits, the index finds what comparing each paragraph with each would find', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof({ arbitrary: edit, weight: 9 }, { arbitrary: many, weight: 1 }), { maxLength: 12 }),
      (edits) => {
        const index = new RepeatIndex()
        let texts: string[] = []
        for (const { at, removed, added } of edits) {
          const from = at % (texts.length + 1)
          const gone = Math.min(removed, texts.length - from)
          // In a crowd, not all pairs are looked for.
          if (texts.length - gone + added.length > CROWD) continue
          texts = [...texts.slice(0, from), ...added, ...texts.slice(from + gone)]
          finished(index.update({ from, removed: gone, added: added.length }, added.map(fingerprintOf)))
          expect(finished(index.repeats())).toEqual(repeatsOneByOne(texts))
        }
      },
    ),
    { numRuns: 60 },
  )
})

/** Words typed into one paragraph, or the end of it deleted; now and then another paragraph comes, goes, or is written at. */
const keystroke = fc.record({
  at: fc.oneof({ arbitrary: fc.constant(0), weight: 6 }, { arbitrary: fc.nat(), weight: 1 }),
  place: fc.nat(),
  word: fc.constantFrom('not', 'harbour', '41', 'the', ''),
  other: fc.oneof(
    { arbitrary: fc.constant(undefined), weight: 8 },
    { arbitrary: fc.record({ added: fc.array(text, { maxLength: 1 }), removed: fc.nat(1) }), weight: 1 },
  ),
})

test('while one paragraph is written, the index finds the same', () => {
  fc.assert(
    fc.property(
      fc.array(text, { minLength: 2, maxLength: 20 }),
      fc.array(keystroke, { maxLength: 25 }),
      (begun, keystrokes) => {
        const index = new RepeatIndex()
        let texts: string[] = []
        const splice = (from: number, removed: number, added: readonly string[]) => {
          texts = [...texts.slice(0, from), ...added, ...texts.slice(from + removed)]
          finished(index.update({ from, removed, added: added.length }, added.map(fingerprintOf)))
          expect(finished(index.repeats())).toEqual(repeatsOneByOne(texts))
        }
        splice(0, 0, begun)
        for (const { at, place, word, other } of keystrokes) {
          if (other && texts.length > 1) splice(texts.length - other.removed, other.removed, other.added)
          if (!texts.length) continue
          const words = texts[at % texts.length]!.split(' ')
          words.splice(place % (words.length + 1), word ? 0 : 1, ...(word ? [word] : []))
          splice(at % texts.length, 1, [words.join(' ')])
        }
      },
    ),
    { numRuns: 60, endOnFailure: true },
  )
})

test('in a crowd, each paragraph still points at the one before it and at the first, whatever was edited before', () => {
  const line = (i: number) =>
    `Entry ${i} of the register says that the old ferry carried some forty people across the river every morning of the week.`
  const lines = Array.from({ length: 400 }, (_, i) => line(i))
  const pointers = (index: RepeatIndex) =>
    finished(index.repeats()).map(({ kind, block, repeats, first }) => [kind, block, repeats, first])
  const expected = (length: number) => Array.from({ length: length - 1 }, (_, i) => ['near', i + 1, i, 0])
  const index = new RepeatIndex()
  finished(index.update({ from: 0, removed: 0, added: 400 }, lines.map(fingerprintOf)))
  expect(pointers(index)).toEqual(expected(400))
  finished(index.update({ from: 200, removed: 1, added: 2 }, [line(1000), line(1001)].map(fingerprintOf)))
  expect(pointers(index)).toEqual(expected(401))
  finished(index.update({ from: 10, removed: 380, added: 0 }, []))
  expect(pointers(index)).toEqual(expected(21))
})
