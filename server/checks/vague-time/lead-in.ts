import type { Around } from './around'

/** Words after which a date needs no "on" or "in" of its own. */
export const LEADS_IN: ReadonlySet<string> = new Set(
  (
    'on in at since until till by before after from to through between of for with during around about like versus over ' +
    'within throughout toward towards into upon past despite amid'
  ).split(' '),
)
const DATE_BEFORE =
  /(?:day|week|weekend|month|year|today|tomorrow|morning|afternoon|evening|night|tonight|\d),? $/i

/** Whether "on" or "in" must lead a date in where it stands. */
export function needsPreposition({ head, tail, before }: Around, preposition: string): boolean {
  const word = before.toLowerCase()
  // "Tuesday and Thursday": the first has led in both.
  if (word === 'and' || word === 'or')
    return !DATE_BEFORE.test(head.replace(/(?:and|or)\s+$/i, '')) || preposition === 'in'
  // "until at least Wednesday", "as early as Friday"
  if (/\bat (?:least|most)\s+$/i.test(head) || /\bas \p{L}+ as\s+$/iu.test(head)) return false
  // "Monday, Tuesday and Thursday"
  if (/day, $/.test(head) && /^(?:,| and | or )/.test(tail)) return false
  if (word === 'about' || word === 'like') return preposition === 'in'
  return !LEADS_IN.has(word)
}
