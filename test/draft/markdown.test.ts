import { Tree } from '@lezer/common'
import { BlockContext } from '@lezer/markdown'
import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import { visible } from '../../server/draft/invisible'
import { createDraftReader, readDraft } from '../../server/draft/read-draft'
import { finished } from '../../server/draft/steps'

const read = (text: string) => readDraft(text, 'markdown').blocks.map(({ paragraph }) => paragraph)
const prose = (text: string) => read(text).map((paragraph) => visible(paragraph.prose))

describe('Markdown', () => {
  test('markup is blanked, and every offset stays', () => {
    const [paragraph] = read('The **old** [hall](https://example.org) is *closed*.')
    expect(visible(paragraph!.prose)).toBe('The old hall is closed.')
    expect(paragraph!.prose).toHaveLength(paragraph!.source.length)
    expect(paragraph!.prose.indexOf('hall')).toBe(paragraph!.source.indexOf('hall'))
  })

  test('code, tables, raw HTML and front matter are no prose', () => {
    const text =
      '---\ndate: 2013-10-15\n---\n\n```\ncode\n```\n\n| a | b |\n| - | - |\n| c | d |\n\n<div>x</div>\n\nText.\n'
    expect(prose(text)).toEqual(['Text.'])
  })

  test('an inline code span keeps its text, but is opaque', () => {
    const [paragraph] = read('Run `npm ci` first.')
    expect(visible(paragraph!.prose)).toBe('Run `npm ci` first.')
    expect(paragraph!.opaque.map(({ start, end }) => paragraph!.source.slice(start, end))).toEqual([
      '`npm ci`',
    ])
  })

  test('headings, list items and block quotes are told apart', () => {
    const kinds = read('# Title\n\nText.\n\n- one\n- two\n\n> said\n').map(({ kind }) => kind)
    expect(kinds).toEqual(['heading', 'prose', 'item', 'item', 'quote'])
  })

  test('a quoted paragraph loses the marks of its lines', () => {
    expect(prose('> one\n> two\n')).toEqual(['one\n two'])
  })

  test('entities and escapes are the characters they stand for', () => {
    expect(prose('&quot;Yes&quot; \\*and\\* no.')).toEqual(['"Yes" *and* no.'])
  })

  test('an editor’s mark keeps its brackets', () => {
    expect(prose('He left [TK: when?] the house.')).toEqual(['He left [TK: when?] the house.'])
  })

  test('a hard break is white space', () => {
    expect(prose('one  \ntwo\\\nthree')).toEqual(['one\ntwo\nthree'])
  })

  test('emphasis is known without its marks', () => {
    const [paragraph] = read('He read *The Times* and **left**.')
    const texts = paragraph!.emphasised.map(({ start, end }) => paragraph!.source.slice(start, end))
    expect(texts).toEqual(['The Times', 'left'])
  })
})

test('a block of many kilobytes is read piece by piece, its markup with it', () => {
  const pieces = prose('The *old* bridge fell into [the river](https://example.org). '.repeat(500))
  expect(pieces.length).toBeGreaterThan(2)
  const sentences = pieces.flatMap((piece) => piece.split(/(?<=\.) ?/))
  expect(sentences).toHaveLength(500)
  expect(new Set(sentences)).toEqual(new Set(['The old bridge fell into the river.']))
})

test('marks without end take no time', { timeout: 5000 }, () => {
  // Megabytes of them took half a minute while every mark looked for its partner to the end.
  for (const marks of ['`` ` ', '[a](<b', '[', '**a *b _c '])
    expect(read(marks.repeat(20_000)).length).toBeGreaterThan(1)
})

test('a quotation of a quotation of a quotation has no end', () => {
  expect(read(`${'>'.repeat(5000)} The bridge fell.`).map(({ kind }) => kind)).toEqual(['quote'])
})

test('marks of lists and quotations within each other take no time', { timeout: 5000 }, () => {
  // Thirty thousand in a line took minutes while for each of them all were looked at.
  for (const marks of ['- ', '1. ', '> ', '> 1. '])
    expect(read(`${marks.repeat(30_000)}The bridge fell.${'\n'.repeat(1000)}`).length).toBeGreaterThan(0)
})

test('a paragraph of a thousand lines is read as several', () => {
  const lines = prose('The river rose, and nobody spoke of *it*.\n'.repeat(2000)).flatMap((part) =>
    part.split('\n'),
  )
  expect(lines).toHaveLength(2000)
  expect(new Set(lines)).toEqual(new Set(['The river rose, and nobody spoke of it.']))
})

test('a table stays one, however many rows it has and whatever stands in them', () => {
  const row = '| The river rose | `x` | “two feet |\n'
  expect(prose(`Before.\n\n| a | b | c |\n|---|---|---|\n${row.repeat(2000)}\nBehind.\n`)).toEqual([
    'Before.',
    'Behind.',
  ])
})

test('a table may follow a line of a paragraph, and no other line with a stroke ends one', () => {
  expect(prose('The bridge fell.\n| a | b |\n|---|---|\n| c | d |\n')).toEqual(['The bridge fell.'])
  expect(prose('The bridge | fell.\nA | b\nand so on')).toEqual(['The bridge | fell.\nA | b\nand so on'])
})

describe('what is far longer than anybody writes is parsed in many steps, none of more than a few thousand lines', () => {
  const { nextLine } = BlockContext.prototype
  const { balance } = Tree.prototype
  afterEach(() => {
    BlockContext.prototype.nextLine = nextLine
    Tree.prototype.balance = balance
  })

  test.each([
    ['headings', '#\n'],
    ['a list', '- a\n'],
    ['a list in a quotation of a quotation', '> > > - a\n'],
    ['a quotation of single letters', '> a\n>\n'],
    ['a list within an item', '  - a\n', '- a\n'],
    ['a quotation of nothing', '>\n'],
    ['blank lines', '\n'],
    ['blank lines within a list', '\n', '- a\n'],
    ['a table', '|x y|today|\n', '|a|b|\n|-|-|\n'],
    ['indented code', '    a\n'],
    ['a paragraph', 'abc\n'],
    ['a paragraph with a stroke in its first line', 'abc\n', 'a|b\n'],
  ])('%s', (_, line, before = '') => {
    let lines = 0
    let widest = 0
    // A spy would remember each call.
    BlockContext.prototype.nextLine = function () {
      lines++
      return nextLine.call(this)
    }
    Tree.prototype.balance = function (...config) {
      widest = Math.max(widest, this.children.length)
      return balance.apply(this, config)
    }
    const steps = createDraftReader('markdown')(`${before}${line.repeat(12_000)}`)
    let most = 0
    do {
      most = Math.max(most, lines)
      lines = 0
    } while (!steps.next().done)
    expect(most).toBeGreaterThan(0)
    expect(most).toBeLessThan(6000)
    // What one container holds is balanced in one go when it ends.
    expect(widest).toBeLessThan(3000)
  })
})

test('kilobytes of nothing but marks are text', () => {
  expect(prose('![[]()'.repeat(1000))).toEqual(['![[]()'.repeat(1000)])
})

test('a list or a quotation of many kilobytes is read as short ones are', () => {
  const line = (i: number): string => `Boat ${i} came by “yesterday”, *and* went.`
  const lines = Array.from({ length: 1000 }, (_, i) => line(i))
  const told = lines.map((_, i) => `Boat ${i} came by “yesterday”, and went.`)
  for (const [marks, kind] of [
    ['- ', 'item'],
    ['12. ', 'item'],
    ['> - ', 'quote'],
    ['> ', 'quote'],
  ] as const) {
    const text = lines.map((line) => `${marks}${line}\n${marks.startsWith('>') ? '>\n' : ''}`).join('')
    expect(prose(text)).toEqual(told)
    expect(new Set(read(text).map((paragraph) => paragraph.kind))).toEqual(new Set([kind]))
  }
})

test('what stands in the item of a long list stays in it', () => {
  const item =
    '- The river rose.\n\n  Nobody spoke of it.\n\n      code\n\n  1. A boat came.\n     Two left.\n'
  expect(new Set(prose(item.repeat(500)))).toEqual(
    new Set(['The river rose.', 'Nobody spoke of it.', 'A boat came.\n     Two left.']),
  )
})

test('a table whose rows begin like anything else is one', () => {
  const rows = ['| The river rose |\n', 'Nobody | spoke\n', '“So | it was”\n', '[a] | b\n']
    .join('')
    .repeat(1000)
  expect(prose(`| a |\n|---|\n${rows}\nBehind.\n`)).toEqual(['Behind.'])
})

test('blank lines by the thousand part what stands around them', () => {
  expect(prose(`- The river rose.${'\n'.repeat(5000)}Nobody spoke.\n`)).toEqual([
    'The river rose.',
    'Nobody spoke.',
  ])
})

/** Longer than what is parsed at a time behind an edit. */
const LONG = 'The river rose. '.repeat(40)
/** And longer than what is read as one paragraph. */
const ENDLESS = 'On day *one* the river rose by “two feet”, and nobody spoke of it. '.repeat(200)
const PIECES = [
  ...['The bridge fell. ', 'river', 'It *leaks*, and `code` too. ', '[a](b) ', '<!-- stet -->', '&quot;'],
  ...['\n', '\n\n', '\n\n\n', '\r\n\r\n', '\r', ' ', '    ', '\t'],
  ...['- ', '* ', '1. ', '7) ', '> ', '>> ', '# ', '## x\n', '===\n', '---\n', '***\n', '- [ ] '],
  ...[
    '```\n',
    '~~~ js\n',
    '| a | b |\n',
    '| - | - |\n',
    '[ref]: /to "title"\n',
    '<div>\n',
    '</div>\n',
    '<!--',
    '-->',
  ],
  ...['*', '_', '`', '\\', '”', '😀', LONG, LONG, ENDLESS],
]
/** More lines than one paragraph takes. */
const WRAPPED = 'The river rose, and nobody spoke of it.\n'.repeat(800)
const soup = fc.array(fc.constantFrom(...PIECES), { maxLength: 60, size: 'max' }).map((all) => all.join(''))

const MARKED = [
  ...[
    'The bridge fell. ',
    'river ',
    'It *leaks* now ',
    'a **big one** fell ',
    '`code it` ',
    '&amp; so ',
    '\\*no ',
  ],
  ...[
    'see [the old text](https://a.b/c "t u") ok ',
    '![img](x y) ',
    '_one two_ ',
    '~~gone on~~ ',
    'www.a.org ',
  ],
  ...[
    'a@b.c ',
    '“q” ',
    '(x) ',
    '*a _b c_ d* ',
    '[ref] ',
    '[a][b c] ',
    'x_y_z ',
    '<b>hi</b> ',
    '**a*b* c** ',
    '[^1] ',
  ],
  ...['***a** b* ', '2 * 3 * 4 ', 'a &am p; ', '\n', '. '],
]
const markedWords = fc.array(fc.constantFrom(...MARKED), { minLength: 1, maxLength: 9 })
/** Paragraphs of words and markup between blank lines, as most of Markdown is. */
const markedProse = fc
  .array(markedWords, { minLength: 1, maxLength: 5 })
  .map((all) => all.map((words) => words.join('')).join('\n\n'))

/** What begins something else within so long a paragraph. */
const wrapped = fc
  .array(fc.constantFrom(WRAPPED, WRAPPED, '- ', '> ', '| a | b |\n|---|---|\n', '    ', '===\n', '\n'), {
    maxLength: 6,
  })
  .map((all) => all.join(''))

/** Items and quoted lines of which none is like another, so that long lists of them are cut in some places. */
const listed = fc
  .array(
    fc.record({
      marks: fc.constantFrom('- ', '- ', '* ', '1. ', '> ', '> - ', '  ', '  - ', '    ', '', '\n', '>\n'),
      lines: fc.integer({ min: 1, max: 80 }),
      seed: fc.nat(1000),
    }),
    { maxLength: 12, size: 'max' },
  )
  .map((all) =>
    all
      .flatMap(({ marks, lines, seed }) =>
        Array.from(
          { length: lines },
          (_, i) => `${marks}Boat ${seed * i} came by “yesterday”, *and* went.\n`,
        ),
      )
      .join(''),
  )

test.each([
  ['anything', soup, PIECES, 70],
  ['words', markedProse, ['x', ' ', 'e', 'the ', ', ', '. ', 'A', '*', '\n'], 70],
  ['long paragraphs', wrapped, ['x', 'the ', '\n', '> ', '|---|\n', '===\n'], 20],
  ['long lists', listed, ['x', 'the ', '\n', '- ', '> ', '  ', '```\n'], 25],
])('reading on from an edit of %s reads what a new reader would', (_, texts, pieces, numRuns) => {
  const edit = fc.record({
    at: fc.nat(),
    length: fc.oneof(fc.nat(30), fc.nat(1)),
    text: fc.array(fc.constantFrom(...pieces), { maxLength: 2 }).map((all) => all.join('')),
    isLeft: fc.boolean(),
  })
  fc.assert(
    fc.property(texts, fc.array(edit, { maxLength: 8, size: 'max' }), (first, edits) => {
      const reader = createDraftReader('markdown')
      let text = first
      finished(reader(text))
      for (const { at, length, text: inserted, isLeft } of edits) {
        const start = at % (text.length + 1)
        const end = Math.min(text.length, start + length)
        text = text.slice(0, start) + inserted + text.slice(end)
        const steps = reader(text, { start, end, length: inserted.length })
        if (isLeft) steps.next()
        else expect(finished(steps)).toEqual(readDraft(text, 'markdown'))
      }
    }),
    { numRuns },
  )
})

test('a paragraph that no edit has touched stays the same value', () => {
  const reader = createDraftReader('markdown')
  const before = 'The *old* hall.\n\n- one\n- two\n\nThe bridge fell.\n\n> It was old.\n'
  const kept = finished(reader(before)).blocks.map(({ paragraph }) => paragraph)
  const at = before.indexOf('bridge')
  const after = finished(
    reader(`${before.slice(0, at)}x${before.slice(at)}`, { start: at, end: at, length: 1 }),
  )
  const same = after.blocks.map(({ paragraph }, i) => paragraph === kept[i])
  expect(same).toEqual([true, true, true, false, true])
})
