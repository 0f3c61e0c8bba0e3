import { describe, expect, test } from 'vitest'
import { readDraft } from '../../server/draft/read-draft'

const paragraphs = (text: string) =>
  readDraft(text, 'plaintext').blocks.map(({ paragraph }) => paragraph.source)

describe('plain text', () => {
  test('blank lines part paragraphs', () => {
    expect(paragraphs('One here.\n\nTwo here.\n\n\n  Three here.  \n')).toEqual([
      'One here.',
      'Two here.',
      'Three here.',
    ])
  })

  test('a hard-wrapped paragraph is one', () => {
    const text =
      'The board met in the old hall\nand spoke of little but the roof,\nwhich leaks.\n\nThen it went home.'
    expect(paragraphs(text)).toEqual(text.split('\n\n'))
  })

  test('copy from a wire has one paragraph a line', () => {
    const text =
      'The board met in the old hall.\nIt spoke of little but the roof.\nMore on this\nThen it went home.\n'
    expect(paragraphs(text)).toEqual(text.trim().split('\n'))
    expect(readDraft(text, 'plaintext').layout).toBe('one-per-line')
  })

  test('line ends of Windows are no part of a paragraph', () => {
    expect(paragraphs('One here.\r\n\r\nTwo here.\r\n')).toEqual(['One here.', 'Two here.'])
  })

  test('line ends of old Macs end lines too', () => {
    const { blocks, layout } = readDraft('One two three.\r\rFour five\rsix seven.\r', 'plaintext')
    expect(layout).toBe('blank-lines')
    expect(blocks.map(({ start, paragraph }) => [start, paragraph.source])).toEqual([
      [0, 'One two three.'],
      [16, 'Four five\nsix seven.'],
    ])
  })

  test('a short line with a German mark at its end is none', () =>
    expect(readDraft('„Der Fluss ist zu.“\n', 'plaintext').blocks[0]!.paragraph.kind).toBe('prose'))

  test('a short line without a stop is a heading', () => {
    const { blocks } = readDraft('The roof leaks\n\nThe board met in the old hall.\n', 'plaintext')
    expect(blocks.map(({ paragraph }) => paragraph.kind)).toEqual(['heading', 'prose'])
  })

  test('front matter is no paragraph', () => {
    const { blocks, frontMatter } = readDraft('---\ntitle: The roof\n---\nThe board met.\n', 'plaintext')
    expect(frontMatter).toEqual({ start: 0, end: 23 })
    expect(blocks.map(({ paragraph }) => paragraph.source)).toEqual(['The board met.'])
  })

  test('a text between two rules is no front matter', () => {
    expect(
      readDraft('---\nThe board met. It was late.\n---\nThe end.\n', 'plaintext').frontMatter,
    ).toBeUndefined()
  })
})
