import type { Around } from './around'

/** Words after which a date needs no "on" or "in" of its own. */
export const LEADS_IN: ReadonlySet<string> = new Set(
  (
    'on in at since until till by before after from to through between of for with during around about like versus over ' +
    'within throughout toward towards into upon past despite amid'
  ).split(' '),
)
/**
 * Verbs with which a word that could lead a date in belongs together: "carried on", "handed over". "In" isn't among
 * them: nothing like "yesterday" or "last week" is led in by it, whatever the verb.
 */
const PHRASAL_VERBS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    on: 'go goes going went gone carry carries carried carrying move moves moved press pressed drag drags dragged live lives lived log logged sign signed turn turned switch switched come comes came put is was',
    over: 'hand handed hands take takes took taken turn turned get got carry carried start started pull pulled pulls cross crossed is was are were be been',
    through: 'fall falls fell fallen come comes came pull pulled got',
    by: 'pass passes passed drop drops dropped stop stops stopped come comes came swung',
    around: 'turn turned come comes came bring brought',
    about: 'come comes came brought',
  }).map(([particle, verbs]) => [particle, new Set(verbs.split(' '))]),
)
const BARE =
  /^(?:early |late |earlier |later )?(?:yesterday|today|tonight|tomorrow|last|this|next|the (?:day|night) before)\b|\bago$/i
const WEEKDAY = /^(?:early |late )?(?:last |next |this )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day/

/** Whether the word before belongs to its verb, and leads nothing in: "fell in last night", "went on yesterday". */
export function isParticle({ head, before, words }: Around): boolean {
  const word = before.toLowerCase()
  // "in late next year", "in the past", "in three days' time"
  if (word === 'in') return WEEKDAY.test(words) || (BARE.test(words) && !ROUGH_YEAR.test(words))
  const verbs = PHRASAL_VERBS.get(word)
  if (!verbs || (!BARE.test(words) && word !== 'over')) return false
  // "on last Friday" is as good as "on Friday".
  if (word !== 'over' && WEEKDAY.test(words)) return false
  const [verb = ''] = /[\p{L}’']+(?=\s+\S+\s+$)/u.exec(head) ?? []
  return verbs.has(verb.toLowerCase())
}

/** Verbs whose object a stretch of time is: "covers last year", "spent yesterday there". */
const TAKES_TIME = new Set(
  'cover covers covered covering span spans spanned include includes included excludes spend spends spent recall recalls recalled'.split(
    ' ',
  ),
)

const ROUGH_YEAR = /^(?:early |late )(?:last|this|next) (?:month|year|spring|summer|autumn|fall|winter)/i

const DATE_BEFORE =
  /(?:day|week|weekend|month|year|today|tomorrow|morning|afternoon|evening|night|tonight|\d),? $/i

/** Whether "on" or "in" must lead a date in where it stands. */
export function needsPreposition(around: Around, preposition: string): boolean {
  const { head, tail, before } = around
  const word = before.toLowerCase()
  // "Tuesday and Thursday": the first has led in both.
  if (word === 'and' || word === 'or')
    return !DATE_BEFORE.test(head.replace(/(?:and|or)\s+$/i, '')) || preposition === 'in'
  if (TAKES_TIME.has(word)) return false
  // "until at least Wednesday", "as early as Friday"
  if (/\bat (?:least|most)\s+$/i.test(head)) return false
  if (/\bas \p{L}+ as\s+$/iu.test(head))
    return preposition === 'in' && /\bas (?:many|much) as\s+$/i.test(head)
  // "Monday, Tuesday and Thursday"
  if (/day, $/.test(head) && /^(?:,| and | or )/.test(tail)) return false
  if (word === 'about' || word === 'like') return preposition === 'in'
  return !LEADS_IN.has(word) || isParticle(around)
}
