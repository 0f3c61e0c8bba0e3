import { describe, expect, test } from 'vitest'
import { dataOf, draftFixesOf, fixAllEdits, fixesOf } from '../../../server/check'
import { check } from '../../marked'

const repeatsIn = (text: string, language: 'plaintext' | 'markdown' = 'plaintext') => {
  const checked = check(text, { language })
  const findings = checked.findings.filter((finding) => finding.check === 'duplicate-paragraph')
  return findings.map((finding) => ({
    kind: finding.kind,
    severity: finding.severity,
    message: finding.message,
    at: finding.start,
    related: finding.related!.map(({ start }) => start),
    faded: finding.unnecessary ?? false,
    data: dataOf(finding, checked),
    fixes: [...fixesOf(finding, checked), ...draftFixesOf(finding.check, checked)].map(({ title }) => title),
  }))
}
const pair = (before: string, after: string) => repeatsIn(`${before}\n\nIt rained all day.\n\n${after}\n`)[0]!

const ARRESTS =
  'Police arrested 41 people at the stadium gates after the match, most of them for throwing flares at the team bus.'

describe('what differs between near copies is said', () => {
  test('a number makes one of the two wrong', () =>
    expect(pair(ARRESTS, ARRESTS.replace('41', '43'))).toMatchObject({
      kind: 'near',
      severity: 'warning',
      message:
        'Nearly the same paragraph stands in the draft already; one change: “41” → “43”. They differ in a number: one of the two is wrong.',
    }))

  test('so does the number in "41-year-old"', () =>
    expect(
      pair(
        'A 41-year-old man from Holm was taken to the county hospital on Monday with burns on both of his hands.',
        'A 43-year-old man from Holm was taken to the county hospital on Monday with burns on both of his hands.',
      ).severity,
    ).toBe('warning'))

  test('so does a name', () => {
    const said =
      'The plan for the river walk is dead, and the council knows it as well as anyone, Ann Hale told the paper.'
    expect(pair(said, said.replace('Ann Hale', 'Jo Marsh'))).toMatchObject({
      severity: 'warning',
      message: expect.stringContaining('They differ in a name'),
    })
  })

  test('a name that opens its sentence is one if it says something or owns something', () => {
    const said =
      'Hale told the council that the plan for the river walk is dead, and that nobody will miss it very much.'
    expect(pair(said, said.replace('Hale', 'Marsh')).severity).toBe('warning')
    const owns = said.replace('Hale told', 'Hale’s aide told')
    expect(pair(owns, owns.replace('Hale', 'Marsh')).severity).toBe('warning')
  })

  test('any other word with a capital there is none', () => {
    const signs =
      'Large signs will stand at both ends of the river walk from the first weekend of the school holidays on.'
    expect(pair(signs, signs.replace('Large', 'Small'))).toMatchObject({
      severity: 'information',
      message: expect.not.stringContaining('name'),
    })
  })

  test('a term that is written both ways is no name', () => {
    const more =
      'That is all about props for now, and once you have read this page you can go on to the page on Props.'
    expect(pair(more, more.replace('props', 'slots').replace('Props', 'Slots')).severity).toBe('information')
  })

  test('so does a "not"', () => {
    const vote =
      'The council will vote on the plan for the river walk before the summer, the mayor said in a letter to the town.'
    expect(pair(vote, vote.replace('will vote', 'will not vote'))).toMatchObject({
      severity: 'warning',
      message: expect.stringContaining('“not” added. They differ in a “not”'),
    })
    expect(pair(vote, vote.replace('will vote', "won't vote")).severity).toBe('warning')
  })

  test('other words are information', () =>
    expect(pair(ARRESTS, ARRESTS.replace('throwing', 'hurling'))).toMatchObject({
      severity: 'information',
      message: 'Nearly the same paragraph stands in the draft already; one change: “throwing” → “hurling”.',
    }))

  test('a configured severity goes before', () => {
    const { findings } = check(`${ARRESTS}\n\n${ARRESTS.replace('41', '43')}\n`, {
      config: { checks: { 'duplicate-paragraph': { near: 'hint' } } },
    })
    expect(findings.map(({ severity }) => severity)).toEqual(['hint'])
  })
})

describe('copies of copies', () => {
  const A = 'The mayor opened the new bridge herself.'
  const copies = (count: number) => Array.from({ length: count }, () => A).join('\n\n')
  const step = A.length + 2

  test('of three, the last points at the second and at the first', () =>
    expect(repeatsIn(copies(3)).map(({ at, related }) => [at, related])).toEqual([
      [step, [0]],
      [2 * step, [step, 0]],
    ]))

  test('of thirty, each points at the nearest and at the first', () => {
    const found = repeatsIn(copies(30))
    expect(found).toHaveLength(29)
    expect(found.at(-1)).toMatchObject({
      at: 29 * step,
      related: [28 * step, 0],
      data: { similarity: 1, first: { start: 0 }, repeats: { start: 28 * step } },
    })
  })

  test('of thirty versions, too', () => {
    const versions = Array.from({ length: 30 }, (_, i) => ARRESTS.replace('41', String(41 + i)))
    const found = repeatsIn(versions.join('\n\n'))
    const length = ARRESTS.length + 2
    expect(found.map(({ kind, related }) => [kind, ...related])).toEqual([
      ['near', 0],
      ...Array.from({ length: 28 }, (_, i) => ['near', (i + 1) * length, 0]),
    ])
  })

  test('a near copy is not also contained', () =>
    expect(
      repeatsIn(`${ARRESTS}\n\n${ARRESTS.slice(0, -1)}, and one for a punch.\n`).map(({ kind }) => kind),
    ).toEqual(['near']))

  test('the similarity is that to the nearest', () => {
    const [second, third] = [ARRESTS.replace('41', '43'), ARRESTS.replace('41', '43').replace('bus', 'coach')]
    const found = repeatsIn([ARRESTS, second, third].join('\n\n'))
    expect(found[1]!.data.similarity).toBe(pair(second, third).data.similarity)
    expect(found[1]!.data.similarity).not.toBe(pair(ARRESTS, third).data.similarity)
  })
})

describe('fixes', () => {
  const A = 'The mayor opened the new bridge herself.'
  const B = 'The ferry will run every hour from the old pier.'

  test('only exact copies are removed unasked', () => {
    const text = `${ARRESTS}\n\n${ARRESTS.replace('41', '43')}\n\n${A}\n\nThe end is near. ${ARRESTS} It rained.\n\n${A}\n`
    const edits = fixAllEdits(check(text))
    expect(edits).toEqual([{ start: text.lastIndexOf(A) - 2, end: text.length - 1, newText: '' }])
  })

  test('of one repeat', () => {
    expect(repeatsIn(`${A}\n\n${B}\n\n${A}\n`)[0]!.fixes).toEqual([
      'Remove this copy',
      'Remove the earlier one, keep this',
    ])
    expect(repeatsIn(`${A}\n\n${A}\n\n${A}\n`)[0]!.fixes).toEqual([
      'Remove this copy',
      'Remove the earlier one, keep this',
      'Remove all later copies in this draft',
    ])
  })
})

describe('a repeat that is meant is but a hint', () => {
  const LEAD =
    'The mayor opened the new bridge on the river walk herself, and nobody but the ferryman stayed away that day.'
  const said =
    '“We lost the house and the barn, and nobody from the county came to look at the damage,” she said that night.'

  const cases: Record<string, [draft: string, language?: 'markdown']> = {
    'a pull quote before its sentence': [
      `> ${said}\n\nAnn Hale stood in the road. ${said} Then she went in.\n`,
      'markdown',
    ],
    'a pull quote behind its sentence': [
      `Ann Hale stood in the road. ${said} Then she went in.\n\n> ${said}\n`,
      'markdown',
    ],
    'a pull quote in bold': [
      `Ann Hale stood in the road. ${said} Then she went in.\n\n**${said}**\n`,
      'markdown',
    ],
    'a notice in italics': [
      `*Please close the gate behind you.*\n\nIt rained.\n\n*Please close the gate behind you.*\n`,
      'markdown',
    ],
    'a standfirst over a byline': [`# Bridge opens\n\n${LEAD}\n\nBy Ann Hale\n\n${LEAD}\n`, 'markdown'],
    'a standfirst that the lead says in other words': [
      `Bridge opens\n\n${LEAD}\n\n${LEAD.replace('that day', 'on Monday')}\n`,
    ],
    'a headline that the lead takes up': [
      `The mayor opened the new bridge on the river walk herself, and nobody but the ferryman stayed away that day\n\n${LEAD} It rained, and the band played on under the trees until the last boat had left the pier.\n`,
    ],
  }
  for (const [name, [draft, language]] of Object.entries(cases)) {
    test(name, () => {
      const found = repeatsIn(draft, language)
      expect(found.map(({ severity, faded }) => [severity, faded])).toEqual([['hint', false]])
      expect(fixAllEdits(check(draft, language ? { language } : {}))).toEqual([])
    })
  }

  test('but a paragraph pasted twice at the top is a copy', () =>
    expect(repeatsIn(`Bridge opens\n\n${LEAD}\n\n${LEAD}\n`)[0]).toMatchObject({
      severity: 'warning',
      faded: true,
    }))

  test('and one with another number is wrong wherever it stands', () =>
    expect(repeatsIn(`> ${ARRESTS}\n\n${ARRESTS.replace('41', '43')}\n`, 'markdown')[0]!.severity).toBe(
      'warning',
    ))
})
