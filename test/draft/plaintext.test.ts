import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LONGEST } from '../../server/draft/pieces'
import { createDraftReader, readDraft } from '../../server/draft/read-draft'
import { finished } from '../../server/draft/steps'

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

describe('a text without line breaks', () => {
  const sentence = (i: number) =>
    `On day ${i} the river rose by ${(i * 37) % 11} feet, and “nobody spoke” of it. `
  const endless = Array.from({ length: 2000 }, (_, i) => sentence(i)).join('')

  test('is read in pieces, cut behind sentences', () => {
    const pieces = paragraphs(endless)
    expect(pieces.length).toBeGreaterThan(3)
    expect(pieces.join(' ')).toBe(endless.trim())
    for (const piece of pieces) {
      expect(piece.length).toBeLessThanOrEqual(LONGEST)
      expect(piece).toMatch(/^On day .* of it\.$/)
    }
  })

  test('has nearly the same pieces behind an edit', () => {
    const before = paragraphs(endless)
    const after = paragraphs(`The end is near. ${endless}`)
    expect(after.filter((piece) => !before.includes(piece)).length).toBeLessThan(4)
  })

  test('without a single space takes no longer', { timeout: 5000 }, () => {
    // Each piece looked for a space in all that lay in front of it: ten megabytes took four seconds.
    expect(paragraphs('x'.repeat(20_000_000))).toHaveLength(20_000_000 / LONGEST)
  })

  test('is read again as a new reader would read it', () => {
    const edit = fc.record({
      at: fc.nat(),
      length: fc.nat(300),
      text: fc.constantFrom('x', '. ', '\n\n', '\n', '“'),
    })
    fc.assert(
      fc.property(
        fc.constantFrom(' ', '\n'),
        fc.array(edit, { minLength: 1, maxLength: 5 }),
        (joint, edits) => {
          const read = createDraftReader('plaintext')
          let text = `Before.\n\n${endless.replaceAll('. ', `.${joint}`)}\n\nBehind.`
          finished(read(text))
          for (const { at, length, text: inserted } of edits) {
            const start = at % text.length
            const end = Math.min(text.length, start + length)
            text = text.slice(0, start) + inserted + text.slice(end)
            const now = finished(read(text, { start, end, length: inserted.length }))
            expect(now.blocks).toEqual(readDraft(text, 'plaintext').blocks)
          }
        },
      ),
      { numRuns: 12 },
    )
  })
})
