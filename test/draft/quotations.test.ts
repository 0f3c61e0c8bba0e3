import { describe, expect, test } from 'vitest'
import { plainParagraph } from '../../server/draft/paragraph'
import { quotationsOf } from '../../server/draft/quotations'
import { tokenize } from '../../server/draft/tokens'

/** The quotations of a paragraph; one left open ends with "…open". */
function quoted(prose: string): string[] {
  return quotationsOf(plainParagraph('prose', prose), tokenize(prose)).map(
    ({ start, end, closed }) => prose.slice(start, end) + (closed ? '' : '…open'),
  )
}

describe('marks that pair off', () => {
  test.each([
    ['He said "no" and left.', ['"no"']],
    ['He said “no” and left.', ['“no”']],
    ['Sie sagte „nein“ und ging.', ['„nein“']],
    ['Sie sagte »nein« und ging.', ['»nein«']],
    ['Elle a dit « non » hier.', ['« non »']],
    ['彼は「いいえ」と言った。', ['「いいえ」']],
    ['She said ‘no’ to it.', ['‘no’']],
    ["She said 'no' to it.", ["'no'"]],
    ['He said "no” and left.', ['"no”']],
    ['She wrote," We won the cup" today.', ['" We won the cup"']],
  ])('%s', (prose, expected) => expect(quoted(prose)).toEqual(expected))
})

describe('quotations inside quotations', () => {
  test('of the other kind', () =>
    expect(quoted('“She said ‘no’ to me,” he said.')).toEqual(['“She said ‘no’ to me,”', '‘no’']))

  test('of the same kind', () =>
    expect(quoted('“She said “no” to me,” he said.')).toEqual(['“She said “no” to me,”', '“no”']))
})

describe('marks that quote nothing', () => {
  test.each([
    'The boys’ room is the girls’ too.',
    "It was in the '90s, rock 'n' roll and all.",
    'The bolts are 6" long and the man is 5\'10" tall.',
    'Write <a href="x.html" class="y"> for a link.',
  ])('%s', (prose) => expect(quoted(prose)).toEqual([]))
})

describe('a great many marks and hardly anything else', () => {
  test('are a pattern', () => {
    expect(quoted('“"‘’”'.repeat(100))).toEqual([])
    expect(quoted('"~" '.repeat(100))).toEqual([])
  })

  test('quote where there is as much between them', () => {
    expect(quoted('"No." '.repeat(100))).toHaveLength(100)
    expect(quoted('"No" '.repeat(10))).toHaveLength(10)
  })
})

describe('marks left open', () => {
  test('end with the paragraph', () => expect(quoted('He said, "We won.')).toEqual(['"We won.…open']))

  test('end where the next quotation opens', () =>
    expect(quoted('He said, “We won. She said, “We lost.”')).toEqual([
      '“We won. She said,…open',
      '“We lost.”',
    ]))
})
