import { expect, test } from 'vitest'
import { Postings } from '../../../server/checks/duplicate-paragraph/postings'
import { finished } from '../../../server/draft/steps'

/** Numbers below others, the same ones each time (xorshift). */
const randomBelow = (seed: number): ((n: number) => number) => {
  let state = seed
  return (n) => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return Math.floor(((state >>> 0) / 2 ** 32) * n)
  }
}

const ownersIn = (postings: Postings, shingle: number): number[] => {
  const owners: number[] = []
  postings.some(shingle, (owner) => {
    owners.push(owner)
    return false
  })
  return owners.sort((a, b) => a - b)
}

test('says who holds a shingle, whatever was added and removed, also around the end of the table', () => {
  const below = randomBelow(3)
  // Some hashes at either end, so that the table goes round.
  const shingles = Array.from({ length: 4000 }, (_, i) =>
    i % 4 === 0 ? 2 ** 32 - 1 - below(2 ** 22) : i % 4 === 1 ? below(2 ** 20) : below(2 ** 32),
  )
  const postings = new Postings()
  const known = new Map<number, Set<number>>(shingles.map((shingle) => [shingle, new Set()]))
  for (let step = 0; step < 30_000; step++) {
    const shingle = shingles[below(shingles.length)]!
    const owners = known.get(shingle)!
    const owner = below(5)
    if (owners.has(owner)) postings.remove(shingle, owner)
    else postings.add(shingle, owner)
    if (!owners.delete(owner)) owners.add(owner)
  }
  for (const [shingle, owners] of known) {
    expect(ownersIn(postings, shingle)).toEqual([...owners].sort((a, b) => a - b))
  }
})

test('takes many at once as one after the other', () => {
  const below = randomBelow(4)
  const paragraphs = Array.from({ length: 3000 }, () =>
    Int32Array.from({ length: 100 }, () => below(2 ** 17) * 2 ** 15).sort(),
  ).map((all) => all.filter((shingle, i) => shingle !== all[i - 1]))
  const together = new Postings()
  finished(together.addAll([...paragraphs.keys()], paragraphs))
  const apart = new Postings()
  for (let i = paragraphs.length - 1; i >= 0; i--) finished(apart.addAll([i], [paragraphs[i]!]))
  for (const [i, own] of paragraphs.entries()) {
    expect(together.sharedBy(i)).toBe(apart.sharedBy(i))
    for (const shingle of own.subarray(0, 5))
      expect(ownersIn(together, shingle)).toEqual(ownersIn(apart, shingle))
  }
})
