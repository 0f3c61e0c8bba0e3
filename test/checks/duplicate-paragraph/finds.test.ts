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
