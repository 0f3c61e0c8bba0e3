import type { DayPart, Season, Unit } from './expression'

/** What a word can be to an expression of time. */
export type Word =
  | { readonly is: 'month'; readonly month: number; readonly short: boolean }
  | { readonly is: 'weekday'; readonly weekday: number; readonly short: boolean; readonly plural: boolean }
  | { readonly is: 'unit'; readonly unit: Unit; readonly plural: boolean }
  | { readonly is: 'number'; readonly value: number }
  | { readonly is: 'ordinal'; readonly value: number }
  | { readonly is: 'part'; readonly part: DayPart; readonly plural: boolean; readonly time?: string }
  | { readonly is: 'season'; readonly season: Season }
  | { readonly is: 'holiday' }
  /** The first word of a day's name: "Labor Day". */
  | { readonly is: 'named-day' }
  | { readonly is: 'opener'; readonly as: Opening }

/**
 * How a word may open an expression of time that isn't of its own kind:
 * - `lead-in`: the first of some fixed phrases, and else a preposition ("at present", "of late")
 * - `count`: "some", "several"
 * - `turn`: "last", "next"
 * - `stretch`: "recent weeks"
 * - `rough`: "early", "the end"
 * - `each`: "every", "per"
 * - `adverb`: a whole expression by itself
 * - `nothing`: only inside ("the same day")
 */
export type Opening =
  | 'the'
  | 'article'
  | 'demonstrative'
  | 'lead-in'
  | 'count'
  | 'turn'
  | 'stretch'
  | 'rough'
  | 'each'
  | 'adverb'
  | 'fiscal'
  | 'overnight'
  | 'nothing'

const table = new Map<string, Word>()
const define = (words: string, word: (index: number, name: string) => Word): void => {
  words.split(' ').forEach((name, index) => {
    table.set(name, word(index, name))
  })
}

const defineOpeners = (as: Opening, words: string): void => define(words, () => ({ is: 'opener', as }))

defineOpeners('the', 'the')
defineOpeners('article', 'a an')
defineOpeners('demonstrative', 'this that these those')
defineOpeners('lead-in', 'at by during to of right just long so')
defineOpeners('count', 'some several many few couple half')
defineOpeners('turn', 'last past next coming upcoming previous preceding prior following ensuing')
defineOpeners('stretch', 'recent future')
defineOpeners('rough', 'early late mid earlier later beginning start end middle close turn')
defineOpeners('each', 'every each per')
defineOpeners(
  'adverb',
  'today yesterday tomorrow tonight now nowadays current currently recently presently lately soon shortly imminently ' +
    'someday daily weekly weekdays fortnightly monthly yearly annually hourly nightly quarterly biweekly annual',
)
defineOpeners('fiscal', 'fiscal')
defineOpeners('overnight', 'overnight')
defineOpeners('nothing', 'same present latter another final')
define('zero one two three four five six seven eight nine ten eleven twelve', (value) => ({
  is: 'number',
  value,
}))
define('thirteen fourteen fifteen sixteen seventeen eighteen nineteen', (index) => ({
  is: 'number',
  value: index + 13,
}))
define('twenty thirty forty fifty sixty seventy eighty ninety', (index) => ({
  is: 'number',
  value: (index + 2) * 10,
}))
define('hundred', () => ({ is: 'number', value: 100 }))
define('thousand', () => ({ is: 'number', value: 1000 }))
define('million', () => ({ is: 'number', value: 1e6 }))
define('billion', () => ({ is: 'number', value: 1e9 }))
define('dozen', () => ({ is: 'number', value: 12 }))
define(
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth ' +
    'sixteenth seventeenth eighteenth nineteenth twentieth',
  (index) => ({ is: 'ordinal', value: index + 1 }),
)
define('thirtieth', () => ({ is: 'ordinal', value: 30 }))

define('january february march april may june july august september october november december', (index) => ({
  is: 'month',
  month: index + 1,
  short: false,
}))
define('jan feb mar apr _ jun jul aug sep oct nov dec', (index) => ({
  is: 'month',
  month: index + 1,
  short: true,
}))
define('sept', () => ({ is: 'month', month: 9, short: true }))
define('monday tuesday wednesday thursday friday saturday sunday', (index) => ({
  is: 'weekday',
  weekday: index + 1,
  short: false,
  plural: false,
}))
define('mondays tuesdays wednesdays thursdays fridays saturdays sundays', (index) => ({
  is: 'weekday',
  weekday: index + 1,
  short: false,
  plural: true,
}))
define('mon tue wed thu fri sat sun', (index) => ({
  is: 'weekday',
  weekday: index + 1,
  short: true,
  plural: false,
}))
define('tues _ thurs', (index) => ({ is: 'weekday', weekday: index + 2, short: true, plural: false }))
define('_ thur', (index) => ({ is: 'weekday', weekday: index + 3, short: true, plural: false }))

const UNITS: readonly Unit[] = [
  'second',
  'minute',
  'hour',
  'day',
  'weekend',
  'week',
  'fortnight',
  'month',
  'quarter',
  'year',
  'decade',
]
for (const unit of UNITS) {
  if (unit !== 'second') define(unit, () => ({ is: 'unit', unit, plural: false }))
  define(`${unit}s`, () => ({ is: 'unit', unit, plural: true }))
}
define('century', () => ({ is: 'unit', unit: 'century', plural: false }))
define('centuries', () => ({ is: 'unit', unit: 'century', plural: true }))
define('millennium', () => ({ is: 'unit', unit: 'millennium', plural: false }))
define('millennia millenniums', () => ({ is: 'unit', unit: 'millennium', plural: true }))
define('min hr', (index) => ({ is: 'unit', unit: index ? 'hour' : 'minute', plural: false }))
define('mins hrs', (index) => ({ is: 'unit', unit: index ? 'hour' : 'minute', plural: true }))
define('yr', () => ({ is: 'unit', unit: 'year', plural: false }))
define('yrs', () => ({ is: 'unit', unit: 'year', plural: true }))

const PARTS: readonly (readonly [string, DayPart, string?])[] = [
  ['morning', 'MO'],
  ['noon', 'MI', 'T12:00'],
  ['midday', 'MI', 'T12:00'],
  ['afternoon', 'AF'],
  ['evening', 'EV'],
  ['night', 'NI'],
  ['nighttime', 'NI'],
  ['midnight', 'NI', 'T24:00'],
  ['dawn', 'MO'],
  ['sunrise', 'MO'],
  ['daybreak', 'MO'],
  ['dusk', 'EV'],
  ['sunset', 'EV'],
  ['daytime', 'DT'],
  ['lunchtime', 'MI'],
]
for (const [name, part, time] of PARTS) {
  define(name, () => ({ is: 'part', part, plural: false, ...(time ? { time } : {}) }))
  if (!time) define(`${name}s`, () => ({ is: 'part', part, plural: true }))
}
define('spring summer autumn winter', (index) => ({
  is: 'season',
  season: (['SP', 'SU', 'FA', 'WI'] as const)[index]!,
}))
define('springtime summertime _ wintertime', (index) => ({
  is: 'season',
  season: (['SP', 'SU', 'FA', 'WI'] as const)[index]!,
}))
define('fall', () => ({ is: 'season', season: 'FA' }))
define('new valentine independence veterans boxing memorial labor', () => ({ is: 'named-day' }))
define('christmas halloween thanksgiving easter ramadan hanukkah', () => ({ is: 'holiday' }))
table.delete('_')

/** Every word that an expression of time may be made of; for all other words one look-up is all the work. */
export const LEXICON: ReadonlyMap<string, Word> = table

/** Words that are none of time's, but may stand between "the" or "a" and one that is: "the whole year", "a cold night". */
export const BETWEEN: ReadonlySet<string> = new Set(
  (
    'full short whole solid straight consecutive calendar more other additional extra business working hot cold bloody brutal ' +
    'very entire school number'
  ).split(' '),
)

/** Holidays with a day of their own. `[month, day]`, or `[month, weekday, which]` for "the fourth Thursday". */
export const HOLIDAYS: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['christmas', [12, 25]],
  ['halloween', [10, 31]],
])

/** Words that stand for a whole expression. */
export interface Adverb {
  readonly kind: 'relative' | 'fuzzy' | 'set'
  readonly value: string
  /** Days from the draft's day, if it says so. */
  readonly days?: number
  readonly suffix?: string
}

export const ADVERBS: ReadonlyMap<string, Adverb> = new Map<string, Adverb>([
  ['today', { kind: 'relative', value: '', days: 0 }],
  ['yesterday', { kind: 'relative', value: '', days: -1 }],
  ['tomorrow', { kind: 'relative', value: '', days: 1 }],
  ['tonight', { kind: 'relative', value: '', days: 0, suffix: 'TNI' }],
  ['now', { kind: 'fuzzy', value: 'PRESENT_REF' }],
  ['nowadays', { kind: 'fuzzy', value: 'PRESENT_REF' }],
  ['currently', { kind: 'fuzzy', value: 'PRESENT_REF' }],
  ['presently', { kind: 'fuzzy', value: 'PRESENT_REF' }],
  ['current', { kind: 'fuzzy', value: 'PRESENT_REF' }],
  ['recently', { kind: 'fuzzy', value: 'PAST_REF' }],
  ['recent', { kind: 'fuzzy', value: 'PAST_REF' }],
  ['lately', { kind: 'fuzzy', value: 'PAST_REF' }],
  ['soon', { kind: 'fuzzy', value: 'FUTURE_REF' }],
  ['shortly', { kind: 'fuzzy', value: 'FUTURE_REF' }],
  ['imminently', { kind: 'fuzzy', value: 'FUTURE_REF' }],
  ['someday', { kind: 'fuzzy', value: 'FUTURE_REF' }],
  ['daily', { kind: 'set', value: 'P1D' }],
  ['nightly', { kind: 'set', value: 'P1D' }],
  ['hourly', { kind: 'set', value: 'PT1H' }],
  ['weekly', { kind: 'set', value: 'P1W' }],
  ['weekdays', { kind: 'set', value: 'XXXX-WD' }],
  ['fortnightly', { kind: 'set', value: 'P2W' }],
  ['biweekly', { kind: 'set', value: 'P2W' }],
  ['monthly', { kind: 'set', value: 'P1M' }],
  ['quarterly', { kind: 'set', value: 'P1Q' }],
  ['yearly', { kind: 'set', value: 'P1Y' }],
  ['annual', { kind: 'set', value: 'P1Y' }],
  ['annually', { kind: 'set', value: 'P1Y' }],
])

/** Expressions of several words that mean what no part of them says. */
export const PHRASES: readonly (readonly [string, 'fuzzy' | 'anaphoric' | 'relative', string])[] = [
  ['at the moment', 'fuzzy', 'PRESENT_REF'],
  ['at this moment', 'fuzzy', 'PRESENT_REF'],
  ['at this time', 'fuzzy', 'PRESENT_REF'],
  ['at present', 'fuzzy', 'PRESENT_REF'],
  ['at the present time', 'fuzzy', 'PRESENT_REF'],
  ['the moment', 'fuzzy', 'PRESENT_REF'],
  ['the time being', 'fuzzy', 'PRESENT_REF'],
  ['these days', 'fuzzy', 'PRESENT_REF'],
  ['right now', 'fuzzy', 'PRESENT_REF'],
  ['just now', 'fuzzy', 'PRESENT_REF'],
  ['the present day', 'fuzzy', 'PRESENT_REF'],
  ['of late', 'fuzzy', 'PAST_REF'],
  ['a while ago', 'fuzzy', 'PAST_REF'],
  ['some time ago', 'fuzzy', 'PAST_REF'],
  ['a long time ago', 'fuzzy', 'PAST_REF'],
  ['a short time ago', 'fuzzy', 'PAST_REF'],
  ['not long ago', 'fuzzy', 'PAST_REF'],
  ['long ago', 'fuzzy', 'PAST_REF'],
  ['the recent past', 'fuzzy', 'PAST_REF'],
  ['the near future', 'fuzzy', 'FUTURE_REF'],
  ['the new year', 'fuzzy', 'FUTURE_REF'],
  ['the foreseeable future', 'fuzzy', 'FUTURE_REF'],
  ['the not too distant future', 'fuzzy', 'FUTURE_REF'],
  ['the immediate future', 'fuzzy', 'FUTURE_REF'],
  ['the future', 'fuzzy', 'FUTURE_REF'],
  ['the past', 'fuzzy', 'PAST_REF'],
  ['that time', 'anaphoric', 'PAST_REF'],
  ['at the time', 'anaphoric', 'PAST_REF'],
  ['by this time', 'anaphoric', ''],
  ['during this time', 'anaphoric', ''],
  ['this period', 'anaphoric', ''],
  ['that period', 'anaphoric', ''],
  ['the same period', 'anaphoric', ''],
  ['to date', 'fuzzy', 'PRESENT_REF'],
  ['so far', 'fuzzy', 'PRESENT_REF'],
  ['the same time', 'anaphoric', ''],
  ['last season', 'relative', ''],
  ['next season', 'relative', ''],
  ['this season', 'relative', ''],
]

/** Words that can follow "the", "a" or "this" in an expression of time and aren't words of time themselves. */
export const FOLLOWERS: ReadonlySet<string> = new Set([
  ...BETWEEN,
  'latest',
  ...PHRASES.map(([phrase]) => phrase.split(' ')[1]!),
])
