import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createDraftsAcross } from '../../../server/across-drafts'
import { applyEdits, type Checked, dataOf, fixAllEdits, fixesOf } from '../../../server/check'
import { check } from '../../marked'

const A = 'The mayor opened the new bridge herself.'
const B = 'The ferry will run every hour from the old pier.'
const LONG =
  'Police arrested 41 people at the stadium gates after the match, most of them for throwing flares at the team bus.'
const LONGER = `The club said on Monday that it was sorry. ${LONG} It will pay for the damage.`

/** What a draft has of others, when these are all there are. */
function across(
  drafts: Record<string, string>,
  path: string,
  language: 'plaintext' | 'markdown' = 'plaintext',
) {
  const index = createDraftsAcross()
  const checked = new Map(Object.entries(drafts).map(([name, text]) => [name, check(text, { language })]))
  for (const [name, own] of checked) index.put(name, name, own)
  return index.across(path, checked.get(path)!)
}

const seen = (checked: Checked) =>
  checked.findings
    .filter((finding) => finding.check === 'duplicate-paragraph')
    .map(({ kind, severity, start, end, message, related }) => ({
      kind,
      severity,
      text: checked.draft.text.slice(start, end),
      message,
      related,
    }))

describe('a paragraph that stands in another draft', () => {
  test('is reported in the draft whose path comes later', () => {
    const drafts = { 'b.txt': `${B}\n\n${A}\n`, 'a.txt': `${A}\n` }
    expect(seen(across(drafts, 'a.txt'))).toEqual([])
    expect(seen(across(drafts, 'b.txt'))).toEqual([
      {
        kind: 'exact',
        severity: 'warning',
        text: A,
        message: 'This paragraph stands in a.txt too.',
        related: [
          {
            start: 0,
            end: A.length,
            path: 'a.txt',
            message: 'The paragraph that this one repeats, in a.txt.',
          },
        ],
      },
    ])
  })

  test('points at the nearest draft before it and at the first', () => {
    const checked = across({ 'a.txt': A, 'b.txt': `${B}\n\n${A}`, 'c.txt': A }, 'c.txt')
    expect(checked.findings[0]!.related!.map(({ path, start }) => [path, start])).toEqual([
      ['b.txt', B.length + 2],
      ['a.txt', 0],
    ])
    expect(dataOf(checked.findings[0]!, checked)).toMatchObject({
      similarity: 1,
      repeats: { path: 'b.txt' },
      first: { path: 'a.txt', start: 0 },
    })
  })

  test('may be edited there: then what differs is said', () =>
    expect(seen(across({ 'a.txt': LONG, 'b.txt': LONG.replace('41', '43') }, 'b.txt'))).toMatchObject([
      {
        kind: 'near',
        severity: 'warning',
        message: expect.stringContaining('stands in a.txt too; one change: “41” → “43”.'),
      },
    ]))

  test('may stand inside a longer one there, or the other way round', () => {
    expect(seen(across({ 'a.txt': LONGER, 'b.txt': LONG }, 'b.txt'))).toMatchObject([
      { kind: 'contained', message: 'This paragraph stands inside a longer one in a.txt.' },
    ])
    expect(seen(across({ 'a.txt': LONG, 'b.txt': LONGER }, 'b.txt'))).toMatchObject([
      { kind: 'contained', message: 'A shorter paragraph of a.txt stands inside this one.' },
    ])
  })

  test('is reported once, if its own draft has it already', () => {
    const { findings } = across({ 'a.txt': A, 'b.txt': `${A}\n\n${B}\n\n${A}` }, 'b.txt')
    expect(findings.map(({ start, message }) => [start, message])).toEqual([
      [0, 'This paragraph stands in a.txt too.'],
      [A.length + B.length + 4, 'This paragraph stands in the draft already.'],
    ])
  })

  test('may be removed here, never there, and never unasked', () => {
    const checked = across({ 'a.txt': A, 'b.txt': `${B}\n\n${A}\n` }, 'b.txt')
    const fixes = fixesOf(checked.findings[0]!, checked)
    expect(fixes.map(({ title, preferred }) => [title, preferred])).toEqual([['Remove this copy', false]])
    expect(applyEdits(checked.draft.text, fixes[0]!.edits)).toBe(`${B}\n`)
    expect(fixAllEdits(checked)).toEqual([])
  })

  test('stays there if the shorter one is in the other draft', () => {
    const checked = across({ 'a.txt': LONG, 'b.txt': LONGER }, 'b.txt')
    expect(fixesOf(checked.findings[0]!, checked)).toEqual([])
  })

  test('may be let stand, and the mark then has a use', () => {
    const marked = `${A} <!-- stet duplicate-paragraph -->\n\n${B} <!-- stet -->\n`
    const { findings } = across({ 'a.md': A, 'b.md': marked }, 'b.md', 'markdown')
    expect(findings.map((finding) => [finding.check, finding.start])).toEqual([
      ['stet-mark', marked.indexOf('<!-- stet -->')],
    ])
  })
})

test('after any changes of the drafts, what is found equals what is found afresh', () => {
  const bits = [A, B, LONG, LONG.replace('41', '43'), LONGER, '\n\n', '\n\n', 'x']
  const text = fc.array(fc.constantFrom(...bits), { maxLength: 8 }).map((all) => all.join(''))
  const change = fc.record({ path: fc.constantFrom('a', 'b', 'c', 'd'), text: fc.option(text) })
  fc.assert(
    fc.property(fc.array(change, { maxLength: 12 }), (changes) => {
      const index = createDraftsAcross()
      const drafts = new Map<string, Checked>()
      for (const { path, text } of changes) {
        if (text === null) {
          drafts.delete(path)
          index.remove(path)
          continue
        }
        drafts.set(path, check(text))
        index.put(path, path, drafts.get(path)!)
        index.across(path, drafts.get(path)!)
      }
      const fresh = createDraftsAcross()
      for (const [path, checked] of drafts) fresh.put(path, path, checked)
      for (const [path, checked] of drafts) {
        expect(index.across(path, checked).findings).toEqual(fresh.across(path, checked).findings)
      }
    }),
    { numRuns: 120 },
  )
})

test('many drafts at once are the same as one after the other', () => {
  const drafts = Array.from(
    { length: 100 },
    (_, i) => [`${i}`, check(i % 3 === 0 ? `${A}\n\n${B}` : `${LONG} ${i}`)] as const,
  )
  const [atOnce, inTurn] = [createDraftsAcross(), createDraftsAcross()]
  for (const [path, checked] of drafts) atOnce.put(path, path, checked)
  for (const [path, checked] of drafts) {
    inTurn.put(path, path, checked)
    inTurn.elsewhere(path)
  }
  for (const [path] of drafts) expect(atOnce.elsewhere(path)).toEqual(inTurn.elsewhere(path))
})
