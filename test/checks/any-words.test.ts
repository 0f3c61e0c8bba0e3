import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkText, fixesOf, readBy } from '../../server/check'
import { quotesOf, unattributedQuote } from '../../server/checks/unattributed-quote'
import { timesOf, vagueTime } from '../../server/checks/vague-time'
import { DEFAULT_CONFIG } from '../../server/config/config'

/** Words that some rule looks for, and marks: what is half typed has them in every order. */
const WORDS = (
  '“ ” " \' ’ ‘ , . ? ! : ; — - ( ) ... said told asked wrote added says saying called known quoted reads according to the a of ' +
  'in by from as and but who that when with for it she I you its his Hale Ines Varga Mr. U.S. Ltd board report statement ' +
  'spokesman sign letter reporters yesterday last next year week two half ago before after end until on at Tuesday May Oct. 5 ' +
  '2013 8 a.m. 1990s mid- late recently now soon once century months every noon 3/4/2015 2015-04-03 No was has will * _ [ # >'
).split(' ')

const draft = fc
  .array(fc.tuple(fc.constantFrom(' ', ' ', ' ', '', '\n\n'), fc.constantFrom(...WORDS)), {
    maxLength: 30,
    size: 'max',
  })
  .map((words) => words.map(([space, word]) => space + word).join(''))

test('words in any order are read, listed and mended without an error', () =>
  fc.assert(
    fc.property(draft, fc.constantFrom('plaintext' as const, 'markdown' as const), (text, language) => {
      const checked = checkText(text, language, { config: DEFAULT_CONFIG, today: '2026-06-15' })
      for (const finding of checked.findings) fixesOf(finding, checked)
      const listed = [...quotesOf(readBy(unattributedQuote, checked)), ...timesOf(readBy(vagueTime, checked))]
      for (const { start, end, text: words } of listed) expect(text.slice(start, end)).toBe(words)
    }),
    { numRuns: 400 },
  ))
