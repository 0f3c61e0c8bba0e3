import { describe, expect, test } from 'vitest'
import { marked, unmarked } from '../../marked'

const DUPLICATES = ['duplicate-paragraph']
const holds = (draft: string, language: 'plaintext' | 'markdown' = 'plaintext') =>
  expect(marked(unmarked(draft), DUPLICATES, { language })).toBe(draft)

describe('exact copies', () => {
  test('a later copy is found, the first is not', () =>
    holds(
      'The mayor opened the new bridge herself.\n\nIt rained.\n\n⟦The mayor opened the new bridge herself.⟧{exact}\n',
    ))

  test('wrapping and white space make no difference', () =>
    holds(
      'The mayor opened the new bridge herself.\n\nIt rained.\n\n⟦The mayor opened\nthe  new bridge herself.⟧{exact}\n',
    ))

  test('typography makes no difference', () =>
    holds(
      '"It\'s open - at last," the mayor said... and left.\n\nIt rained.\n\n⟦“It’s open — at last,” the mayor said… and left.⟧{exact}\n',
    ))

  test('case, punctuation and numbers do', () =>
    holds(
      'The bill is 1.5 million, as he said.\n\nThe bill is 15 million, as he said.\n\nThe Bill is 1.5 million, as he said.\n\nThe bill is 1.5 million as he said.\n',
    ))

  test('fewer than six words may repeat', () =>
    holds('Thank you very much indeed.\n\nIt rained.\n\nThank you very much indeed.\n'))

  test('headings, code, tables and separators may repeat', () =>
    holds(
      '## What the committee found in its third year\n\n```\nnpm install --save-dev example and more\n```\n\n* * *\n\n'.repeat(
        2,
      ),
      'markdown',
    ))

  test('a list item is found', () =>
    holds(
      '- Wash the old brushes in warm water first.\n- Dry them.\n- ⟦Wash the old brushes in warm water first.⟧{exact}\n',
      'markdown',
    ))
})

describe('what a reader can not see makes no difference', () => {
  const twin = (a: string, b: string) => holds(`${a}\n\nIt rained.\n\n⟦${b}⟧{exact}\n`)
  const variants: Record<string, [string, string]> = {
    'soft hyphens and zero width spaces': [
      'The coordination office opens on Monday.',
      'The coordi\u00adnation office opens\u200b on Monday.',
    ],
    'composed and decomposed letters': [
      'The café at the pier opens on Monday.',
      'The cafe\u0301 at the pier opens on Monday.',
    ],
    'ligatures and full-width digits': [
      'The office at 12 Pier Road has five floors.',
      'The oﬃce at １２ Pier Road has five ﬂoors.',
    ],
    'no-break and thin spaces': [
      'It costs 5 euros to cross the river.',
      'It costs 5\u00a0euros to\u2009cross the river.',
    ],
    'every kind of quotation mark': [
      '"Never," said Ines Varga, "will" it open.',
      '«Never,» said Ines Varga, „will“ it open.',
    ],
    apostrophes: ["It's the council's bridge, isn't it now?", 'It’s the council’s bridge, isn’t it now?'],
    'dashes with and without spaces': [
      'The bridge -- all of it -- is open.',
      'The bridge—all of it—is open.',
    ],
    'en dashes': ['The bridge – all of it – is open.', 'The bridge - all of it - is open.'],
    'hyphens for en dashes': [
      'The old bridge stood from 1914-1918 only.',
      'The old bridge stood from 1914–1918 only.',
    ],
    ellipses: ['Well... it may open in the end.', 'Well… it may open in the end.'],
  }
  for (const [name, [a, b]] of Object.entries(variants)) test(name, () => twin(a, b))

  test('but a letter is no other letter', () =>
    holds('They will reform the old harbour board.\n\nThey will inform the old harbour board.\n'))
})

describe('how long a copy has to be', () => {
  const six = 'Nobody came to the old bridge.'
  const near = 'The council will vote on the plan for the new river walk.'

  test('six words, if it is exact', () => holds(`${six}\n\nIt rained.\n\n⟦${six}⟧{exact}\n`))
  test('an address is one word', () =>
    holds('See example.org/a/b/c/d/e/f for more.\n\nIt rained.\n\nSee example.org/a/b/c/d/e/f for more.\n'))
  test('twelve words, if it is near', () => {
    holds(`${near}\n\nIt rained.\n\n⟦${near.replace('new', 'old')}⟧{near}\n`)
    holds(
      `${near.replace('new ', '')}\n\nIt rained.\n\n${near.replace('new ', '').replace('river', 'sea')}\n`,
    )
  })
})

describe('what may repeat', () => {
  const twice = (part: string, language?: 'markdown') => holds(`${part}\n\nIt rained.\n\n${part}\n`, language)
  const may: Record<string, string> = {
    'a byline': 'By Ann Hale and Jo Marsh in Oslo and Bergen',
    'a credit': 'Photograph: the estate of Lee Wood, Oslo, 1962 to 1970',
    'who reported': 'Reporting by Ann Hale in Oslo; editing by Jo Marsh',
    'a signpost': 'Read more: what the council wants with the river walk',
    'a copyright line': '© 2024 The Holm Gazette, its writers and its photographers',
    'a heading in plain text': 'What the council wants to do with the river walk',
    'a lead-in': 'In the settings of the editor, it then looks like this:',
  }
  for (const [name, line] of Object.entries(may)) test(name, () => twice(line))

  const mayInMarkdown: Record<string, string> = {
    'a link that stands alone':
      '[What the council wants to do with the river walk](https://example.org/walk)',
    'an entry of a list of links':
      '- [What the council wants to do with the river walk](https://example.org/walk)',
    'see also': '**See also** [What the council wants to do with the river walk](walk.md)',
    'a table':
      '| What the council | wants to do with it | now |\n| --- | --- | --- |\n| the old river walk | leave it as it is | no |',
    'an image with its text': '![What the council wants to do with the river walk](walk.png)',
    'raw HTML': '<div class="note">\nWhat the council wants to do with the river walk.\n</div>',
    'short items': '- the old river walk\n- the new bridge',
  }
  for (const [name, part] of Object.entries(mayInMarkdown)) test(name, () => twice(part, 'markdown'))

  test('a refrain', () =>
    holds(
      'So the river ran on.\n\nThe baker shut his shop.\n\nSo the river ran on.\n\nThe smith put out his fire.\n\nSo the river ran on.\n',
    ))

  test('a signature', () => holds('Yours, Ann\n\nIt rained.\n\nYours, Ann\n'))

  test('but a sentence with a link in it is prose', () =>
    holds(
      'The council [wants to widen](https://example.org/walk) the old river walk.\n\nIt rained.\n\n⟦The council [wants to widen](https://example.org/walk) the old river walk.⟧{exact}\n',
      'markdown',
    ))
})

describe('near and contained copies', () => {
  test('a lightly edited copy is near', () =>
    holds(`The council will meet on the first floor of the old town hall to vote on the plan for the river walk.

It rained.

⟦The council will meet on the first floor of the old town hall to vote on a plan for the river walk.⟧{near}
`))

  test('an unlike paragraph on the same matter is none', () =>
    holds(`The council will meet on the first floor of the old town hall to vote on the plan for the river walk.

The council voted down the plan for the river walk after a long evening in which nobody gave way.
`))

  test('an excerpt is contained', () =>
    holds(`The council will meet in the old town hall. Members vote on the plan for the river walk, which has divided the town for most of ten years. Nobody expects a quick end to it.

It rained.

⟦Members vote on the plan for the river walk, which has divided the town for most of ten years.⟧{contained}
`))
})
