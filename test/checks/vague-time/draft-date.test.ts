import { describe, expect, test } from 'vitest'
import type { Language } from '../../../server/draft/draft'
import { readDraft } from '../../../server/draft/read-draft'

function dateOf(text: string, language: Language = 'plaintext'): string | undefined {
  const date = readDraft(text, language).date
  return date && `${date.day} ${date.source} ${text.slice(date.span!.start, date.span!.end)}`
}

describe('the draft’s own date', () => {
  test.each([
    ['---\ntitle: A\ndate: 2013-10-15\n---\n\nText.', '2013-10-15 front-matter 2013-10-15'],
    [
      '---\ndate: "2013-10-15T23:30:00-08:00"\n---\n\nText.',
      '2013-10-15 front-matter "2013-10-15T23:30:00-08:00"',
    ],
    [
      '---\nupdated: 2014-01-01\npublished: 15 October 2013\n---\n\nText.',
      '2013-10-15 front-matter 15 October 2013',
    ],
    ['+++\ndate = 2013-10-15T08:00:00Z\n+++\n\nText.', '2013-10-15 front-matter 2013-10-15T08:00:00Z'],
  ])('front matter: %j', (text, expected) => expect(dateOf(text, 'markdown')).toBe(expected))

  test.each([
    ['KABUL, Oct. 15, 2013 (Agency) — The talks ended.', '2013-10-15 dateline Oct. 15, 2013'],
    ['NEW YORK, October 15, 2013 – The talks ended.', '2013-10-15 dateline October 15, 2013'],
    [
      'Published: Tuesday, October 15, 2013\n\nThe talks ended.',
      '2013-10-15 published-line October 15, 2013',
    ],
    [
      'By Ann Hale | Published 15 October 2013, 8:00 a.m.\n\nText.',
      '2013-10-15 published-line 15 October 2013',
    ],
    [
      'The talks ended.\n\nUpdated 16 October 2013.\n\nPublished 15 October 2013.',
      '2013-10-15 published-line 15 October 2013',
    ],
    ['PARIS (AFP) — October 15, 2013 — The talks ended.', '2013-10-15 dateline October 15, 2013'],
    ['NEW YORK (October 15, 2013) -- The talks ended.', '2013-10-15 dateline October 15, 2013'],
    ['São Paulo, 15 October 2013 — The talks ended.', '2013-10-15 dateline 15 October 2013'],
    ['Talks end\n\nTuesday, October 15, 2013\n\nThe talks ended.', '2013-10-15 dateline October 15, 2013'],
    ['Talks end\n\nBy Ann Hale, Oct. 15, 2013\n\nThe talks ended.', '2013-10-15 dateline Oct. 15, 2013'],
    ['FOR IMMEDIATE RELEASE: October 15, 2013\n\nText.', '2013-10-15 published-line October 15, 2013'],
    ['The talks ended.\n\nLast updated on 2013-10-16', '2013-10-16 published-line 2013-10-16'],
  ])('a line of the text: %j', (text, expected) => expect(dateOf(text)).toBe(expected))

  test.each([
    'The talks ended on October 15, 2013.',
    'Published on October 15, 2013, the report says that nothing was done about it in all those years.',
    'Published in 2013.',
    'KABUL, February 30, 2013 — The talks ended.',
    'Changes\n\n2013-10-15\n\nIt is red.\n\n2013-09-01\n\nIt is blue.',
    'Rome, October 15, 1960 – she wrote ten books there.',
    'The firm, updated its terms on 15 October 2013 and raised its fees.',
  ])('none: %j', (text) => expect(dateOf(text)).toBeUndefined())

  test('of front matter that holds data, the first kilobytes count', () => {
    const keys = Array.from({ length: 1000 }, (_, i) => `key${i}: ${i} of them\n`).join('')
    expect(dateOf(`---\ndate: 2013-10-15\n${keys}---\n\nText.`, 'markdown')).toBe(
      '2013-10-15 front-matter 2013-10-15',
    )
    expect(dateOf(`---\n${keys}date: 2013-10-15\n---\n\nText.`, 'markdown')).toBeUndefined()
  })

  test('front matter that is broken or nested gives none', () => {
    expect(dateOf('---\na: [1\ndate 2013\n---\n\nText.', 'markdown')).toBeUndefined()
    expect(dateOf('---\nevent:\n  date: 2013-10-15\n---\n\nText.', 'markdown')).toBeUndefined()
    expect(dateOf('+++\n[event]\ndate = 2013-10-15\n+++\n\nText.', 'markdown')).toBeUndefined()
  })
})
