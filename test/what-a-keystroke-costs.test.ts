import { BlockContext } from '@lezer/markdown'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { createChecker } from '../server/check'
import { CHECKS } from '../server/checks/registry'
import { DEFAULT_CONFIG } from '../server/config/config'
import type { Language } from '../server/draft/draft'

const circumstances = { config: DEFAULT_CONFIG, today: '2026-06-15' }

/** Paragraphs of which none is like another. */
const paragraph = (i: number): string =>
  `Visitor ${i} came to bridge ${i * 7} yesterday, and "Nobody counts ${i * 3} boats," said Ines Varga. It was ${i * 11} to one.`
const draftOf = (paragraphs: number): string =>
  `${Array.from({ length: paragraphs }, (_, i) => paragraph(i)).join('\n\n')}\n`
/** The same with a list at its end, which might go on with any line. */
const draftWithList = (paragraphs: number): string =>
  `${draftOf(paragraphs)}\n- Boats\n- Bridges and the like\n`
/** Nothing but a list. */
const listOf = (items: number): string => draftOf(items).replace(/^(?=\S)/gm, '- ')

interface Edit {
  readonly at: number
  readonly remove?: number
  readonly text?: string
}

/** How many paragraphs each check reads for one edit of a draft that it knows. */
function readsFor(edit: (text: string) => Edit, text: string, language: Language): number[] {
  const reads = countedReads()
  const check = createChecker(language)
  check(text, circumstances)
  for (const read of reads) read.mockClear()
  const { at, remove = 0, text: inserted = '' } = edit(text)
  const after = text.slice(0, at) + inserted + text.slice(at + remove)
  check(after, circumstances, { start: at, end: at + remove, length: inserted.length })
  return reads.map(({ mock }) => mock.calls.length)
}

/** Counts the paragraphs that the readers of checkers made from now on read, check by check. */
const countedReads = () =>
  CHECKS.map((known) => {
    const counted = vi.fn()
    const createReader = known.createReader
    vi.spyOn(known, 'createReader').mockImplementation(() => {
      const read = createReader()
      return (...paragraph) => {
        counted()
        return read(...paragraph)
      }
    })
    return counted
  })

const middleOf = (text: string): number => text.indexOf(' came', text.length >> 1)
const breakIn = (text: string): number => text.indexOf('\n\n', text.length >> 1)

/** Edits, and how many paragraphs are new behind each. */
const EDITS: Record<string, readonly [added: number, edit: (text: string) => Edit]> = {
  'a letter in the middle': [1, (text) => ({ at: middleOf(text), text: 'x' })],
  'a letter at the end': [1, (text) => ({ at: text.length - 1, text: 'x' })],
  'a line break before everything': [0, () => ({ at: 0, text: '\n' })],
  'a paragraph split': [2, (text) => ({ at: middleOf(text), text: '\n\n' })],
  'two paragraphs joined': [1, (text) => ({ at: breakIn(text), remove: 2 })],
  'a paragraph pasted': [
    1,
    (text) => ({ at: breakIn(text), text: '\n\nA paragraph that is new to the draft.' }),
  ],
  'a paragraph cut': [
    0,
    (text) => ({
      at: breakIn(text),
      remove: text.indexOf('\n\n', breakIn(text) + 2) - breakIn(text),
    }),
  ],
  'a word taken back': [1, (text) => ({ at: middleOf(text), remove: 5 })],
}

describe('a keystroke costs what it touches, however long the draft', () => {
  afterEach(() => vi.restoreAllMocks())

  for (const language of ['plaintext', 'markdown'] satisfies Language[]) {
    for (const [title, [added, edit]] of Object.entries(EDITS)) {
      test(`${title}, in ${language}`, () => {
        for (const paragraphs of [30, 300]) {
          expect(readsFor(edit, draftOf(paragraphs), language)).toEqual([added, added, added])
          vi.restoreAllMocks()
        }
      })
    }
  }

  test.each(['plaintext', 'markdown'] satisfies Language[])(
    'a letter right before a line end of Windows, in %s',
    (language) => {
      for (const paragraphs of [30, 300]) {
        const text = draftOf(paragraphs).replaceAll('\n', '\r\n')
        const edit = () => ({ at: text.indexOf('\r\n', text.length >> 1), text: 'x' })
        expect(readsFor(edit, text, language)).toEqual([1, 1, 1])
        vi.restoreAllMocks()
      }
    },
  )

  test.each([
    ['with a list at its end', draftWithList],
    ['that is one list', listOf],
  ])('a letter in the middle of a Markdown draft %s', (_, draft) => {
    for (const paragraphs of [30, 300]) {
      expect(readsFor(EDITS['a letter in the middle']![1], draft(paragraphs), 'markdown')).toEqual([1, 1, 1])
      vi.restoreAllMocks()
    }
  })

  test.each([
    ['list', '- '],
    ['quotation', '> '],
    ['list of numbers in a quotation', '> 1. '],
  ])('a letter in a Markdown draft that is one %s: a few of its lines are parsed', (_, marks) => {
    const nextLine = vi.spyOn(BlockContext.prototype, 'nextLine')
    for (const paragraphs of [200, 1500]) {
      // A quotation has its mark on blank lines too, or it is one of many.
      const text = draftOf(paragraphs)
        .replace(/^(?=\S)/gm, marks)
        .replaceAll('\n\n', marks.startsWith('>') ? '\n>\n' : '\n\n')
      const check = createChecker('markdown')
      check(text, circumstances)
      nextLine.mockClear()
      const at = middleOf(text)
      check(`${text.slice(0, at)}x${text.slice(at)}`, circumstances, { start: at, end: at, length: 1 })
      expect(nextLine.mock.calls.length).toBeLessThan(200)
    }
  })

  test('but a fence opened above everything takes all of it out of the prose, and one closed lets it in again', () => {
    const reads = countedReads()
    const check = createChecker('markdown')
    const text = draftOf(100)
    const fenced = `\`\`\`\n${text}`
    check(text, circumstances)
    for (const read of reads) read.mockClear()
    check(fenced, circumstances, { start: 0, end: 0, length: 4 })
    expect(reads.map(({ mock }) => mock.calls.length)).toEqual([0, 0, 0])
    check(text, circumstances, { start: 0, end: 4, length: 0 })
    expect(reads.map(({ mock }) => mock.calls.length)).toEqual([100, 100, 100])
  })
})
