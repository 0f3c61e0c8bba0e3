import type { Paragraph } from '../../draft/paragraph'
import type { TextEdit } from '../check'
import { type Around, aroundOf, commaFor, isCapital, placeIn } from './around'
import { isParticle, LEADS_IN, needsPreposition } from './lead-in'
import { possessive } from './possessive'
import type { Placed } from './time-walk'
import { type Writing, type Written, writeDay, writeValue } from './write-date'

const DETERMINERS = /^(the|a|an|his|her|its|their|our|my|your|this|that|each|every|one|another)$/
const SUBJECT_VERB =
  /^(is|was|will|would|could|should|must|can|has|had|marks|marked|brings|brought|sees|saw|may|might|looks|seems|promises|isn['’]t|wasn['’]t|to be)\b|^:/
/** Behind these a clause begins, whose subject may be a time: "say this year will be weaker". */
const OPENS_CLAUSE =
  /(?:, (?:and|but|so)|\b(?:that|because|if|says?|said|expects?|expected|thinks?|believes?|hopes?|fears?|predicts?|predicted|forecasts?|warns?|warned))\s+$/i
const ROUGH = /^(?:the )?(early|late|mid)(?: in | on |[ -])/i
const END_OF_UNIT = /^(?:year|month|week)(?:['’]s |-| )end$/i
const BOUNDARY = /^(?:the )?(beginning|start|end|middle|close|turn) of /i

/** The edit that puts the date in place of a relative expression, if the sentence can take it. */
export function replacementFor(placed: Placed, paragraph: Paragraph, writing: Writing): TextEdit | undefined {
  const { value } = placed
  if (!value) return undefined
  const around = aroundOf(placed, paragraph)
  if (/^['’]s?(?!\p{L})/u.test(around.tail) && !/^['’]\s*$/.test(around.tail.slice(0, 2)))
    return possessive(around, value, writing)
  // "up 3 percent from a year ago": the same days of that year, and not the whole of it.
  if (isCompared(around)) return edit(around, around.words.replace(/ago$/i, 'earlier'), false)
  if (isRounded(placed, around) || isAttributive(around) || isElliptic(around)) return undefined
  const daybreak = DAYBREAK.exec(around.words)
  if (daybreak) return withDaybreak(around, daybreak[0], value, writing)
  if (/T\d\d:\d\d$/.test(value)) return withClock(around, value, writing)
  const written = inWordsOf(around, writeValue(value, writing))
  if (!written) return undefined
  const before = around.before.toLowerCase()
  const particle = isParticle(around)
  // Nobody writes "carried on on October 14" or "moved in in September".
  if (particle && before === written.preposition) return undefined
  // "in three days' time" is a day, and its "in" goes with it; so does the "the" of "the Monday before last".
  const isCounted = before === 'the' && /(?:before last|after next)$/i.test(around.words)
  if ((before === 'in' && !particle && written.preposition === 'on') || isCounted)
    return edit(
      withoutLeadIn(around),
      leadIn(withoutLeadIn(around), written, writing) + written.text,
      written.comma,
    )
  // "last Christmas" is no day of December.
  if (/christmas$/i.test(around.words) && !DETERMINERS.test(before))
    return edit(
      around,
      `${LEADS_IN.has(before) && !particle ? '' : 'at '}Christmas ${value.slice(0, 4)}`,
      false,
    )
  const rough = ROUGH.exec(around.words)
  if (rough) {
    // "The early Monday storm"
    if (/^the /i.test(around.words) && /^ \p{Ll}/u.test(around.tail)) return undefined
    if (DETERMINERS.test(before)) return undefined
    const on = written.preposition === 'on' && !writing.style.on ? '' : `${written.preposition} `
    // "by late Thursday" → "by late in the day on October 17, 2013"
    const inDay = written.preposition === 'on' && LEADS_IN.has(before) && !particle ? 'in the day ' : ''
    return edit(around, `${rough[1]} ${inDay}${on}${written.text}`, written.comma)
  }
  // "by year-end" → "by the end of 2013"
  if (END_OF_UNIT.test(around.words)) return edit(around, `the end of ${written.text}`, written.comma)
  const boundary = BOUNDARY.exec(around.words)
  if (boundary) return edit(around, boundary[0] + written.text, written.comma)
  // "a Tuesday meeting" is one of many, and has no date; before its noun, a date stands before its noun as it is.
  if (/^an?$/.test(before)) return undefined
  if (isBehindAdjective(around)) return edit(around, written.text, written.comma)
  if (DETERMINERS.test(before))
    return /^\d{4}-\d\d-\d\d$/.test(value) ? edit(around, written.text, written.comma) : undefined
  return edit(around, leadIn(around, written, writing) + written.text, written.comma)
}

/** Who writes "this fall" calls it so. */
const inWordsOf = ({ words }: Around, written: Written | undefined): Written | undefined =>
  written && /\bfall\b/i.test(words) ? { ...written, text: written.text.replace('autumn', 'fall') } : written

/** The words together with the "in" or "the" before them. */
function withoutLeadIn(around: Around): Around {
  const [lead = ''] = /(?:in|the)\s+$/i.exec(around.head) ?? []
  const head = around.head.slice(0, -lead.length)
  return { ...around, head, ...placeIn(head), start: around.start - lead.length, words: lead + around.words }
}

/** "on ", "in ", or nothing where something else leads in. */
function leadIn(around: Around, written: Written, writing: Writing): string {
  const { opens, tail } = around
  if ((opens || OPENS_CLAUSE.test(around.head)) && SUBJECT_VERB.test(tail.trimStart())) return ''
  // "Monday to Wednesday" → "from October 14, 2013, to Wednesday"
  if (written.preposition === 'on' && isStretch(around)) return 'from '
  if (!needsPreposition(around, written.preposition)) return ''
  // News agencies leave "on" out, but neither at the start of a sentence nor behind a name: "met with Karzai on Monday".
  const isSetOff = /,\s+$/.test(around.head) && /^,/.test(tail)
  if (written.preposition === 'on' && !writing.style.on && !opens && !isName(around) && !isSetOff) return ''
  // "said the week of March 7 that"
  if (written.text.startsWith('the week of') && !writing.style.on && !opens) return ''
  return written.preposition && `${written.preposition} `
}

/** Whether the word before is a name: capitalised, but not as the first of its sentence. */
const isName = ({ head, before }: Around): boolean =>
  /^\p{Lu}/u.test(before) && !placeIn(head.trimEnd().slice(0, -before.length)).opens

const isStretch = ({ before, tail }: Around): boolean =>
  !LEADS_IN.has(before.toLowerCase()) &&
  /^ (?:to|through|until) (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day/.test(tail)

const ROUNDED =
  /^(over|under|nearly|almost|about|around|than|just|some|roughly|approximately|only|least|barely)$/
const OPENS_ROUNDED =
  /^(over|under|nearly|almost|about|around|more|less|at least|up to|roughly|approximately|some|just|only|close to)\b/i

const COMPARES = new Set(['from', 'on', 'against', 'with', 'versus', 'to', 'over'])
const AMOUNT_BEFORE = /(?:%|percent|per cent|\d(?:m|bn|k)?|million|billion|pence|cents)\s+$/i

/** "from 140 a week ago", "than a year ago", "5.9 percent a year ago" */
const isCompared = ({ words, before, head }: Around): boolean =>
  /^(?:an?|one|two|three|four|five|six|\d+) (?:week|month|quarter|year)s? ago$/i.test(words) &&
  (COMPARES.has(before.toLowerCase()) || COMPARED_AMOUNT.test(head))

/** "from 140", "with a loss of $2 million" */
const COMPARED_AMOUNT =
  /\b(?:from|with|against|versus) (?:\S+ ){0,4}?[$£€]?\d\S*(?: (?:percent|per cent|million|billion|cents|pence))? $/i

/** "nearly a decade ago", "three hours ago": no date says that much and no more. */
function isRounded({ expression }: Placed, { words, before, head }: Around): boolean {
  if (expression.meaning.is !== 'shift') return false
  if (/^(second|minute|hour)$/.test(expression.meaning.unit)) return true
  // "The rate was 5.9 percent a year ago."
  if (/\bago$/i.test(words) && AMOUNT_BEFORE.test(head)) return true
  return (
    /\b(ago|time|from now)$/i.test(words) && (ROUNDED.test(before.toLowerCase()) || OPENS_ROUNDED.test(words))
  )
}

/** "in Tuesday trading", "in late Monday trading": a date in full can't stand before its noun. */
const isAttributive = ({ before, words, tail }: Around): boolean =>
  before.toLowerCase() === 'in' &&
  /^(?:early |late )?\p{Lu}\p{L}+day\b/u.test(words) &&
  /^ \p{Ll}+ing\b/u.test(tail)

/** "this year and next", "this time last year" */
const isElliptic = ({ tail, head }: Around): boolean =>
  /^ (?:and|or) (?:next|last|this)(?:[.,;:!?)]|$| (?!\p{Ll}*(?:day|week|month|quarter|year|decade|century|spring|summer|autumn|fall|winter)\b))/u.test(
    tail,
  ) || /\btime\s+$/.test(head)

const DAYBREAK = /^(?:dawn|daybreak|sunrise|dusk|sunset)\b/i

/** "dawn on Sunday" → "dawn on October 13, 2013" */
function withDaybreak(
  around: Around,
  daybreak: string,
  value: string,
  writing: Writing,
): TextEdit | undefined {
  if (!/^\d{4}-\d\d-\d\d/.test(value) || around.words === daybreak) return undefined
  const day = writeDay(value.slice(0, 10), writing)
  return edit(around, `${daybreak} ${writing.style.on ? 'on ' : ''}${day.text}`, day.comma)
}

/** "The planned Thursday launch", "a 5-4 Saturday vote": behind an adjective, a day belongs to the noun. */
const isBehindAdjective = ({ head, words, tail }: Around): boolean =>
  /\b(?:the|an?|his|her|its|their|our|this|that)\s+(?:\p{Ll}+(?:ed|al|ful|ous|ive|ing|ic|ary|ly|ent|ant|y)|new|big|key|\d+-\d+)\s+$/iu.test(
    head,
  ) &&
  /^\p{Lu}\p{L}+day\b/u.test(words) &&
  /^ \p{Ll}+/u.test(tail) &&
  !/^ (?:in|on|at|to|for|from|by|with|after|before|when|that|as|and|or|but|will|would|was|were|is|are|had|has|said|[a-z]+ed)\b/.test(
    tail,
  )

const CLOCK = String.raw`(\d[\d:.]*(?: ?[ap]\.?m\.?)?(?: [A-Z]{2,4})?|noon|midday|midnight)`
const CLOCK_FIRST = new RegExp(`^${CLOCK},? (?:on )?[A-Za-z]`, 'i')
const CLOCK_LAST = new RegExp(`(?:,? at |,? @ ?|,? )${CLOCK}$`, 'i')

/** "tomorrow at 8 a.m." → "at 8 a.m. on October 16, 2013"; "on Friday at 8 a.m." → "on October 18, 2013, at 8 a.m." */
function withClock(around: Around, value: string, writing: Writing): TextEdit | undefined {
  const day = writeDay(value.slice(0, 10), writing)
  const on = writing.style.on ? 'on ' : ''
  const { words, before } = around
  const first = CLOCK_FIRST.exec(words)
  if (first) return edit(around, `${first[1]} ${on}${day.text}`, day.comma)
  const last = CLOCK_LAST.exec(words)
  if (!last) return undefined
  // "When: Saturday, 2 p.m."
  if (/:\s+$/.test(around.head)) return edit(around, `${day.text}, ${last[1]}`, false)
  if (LEADS_IN.has(before.toLowerCase()) && !isParticle(around))
    return edit(around, `${day.text}${day.comma ? ',' : ''} at ${last[1]}`, false)
  // The point of "p.m." at the end of a sentence is the sentence's too.
  const stop =
    last[1]!.endsWith('.') && /^(?:["”’')\]]*\s+["“‘'(]*\p{Lu}|["”’')\]]*\s*$)/u.test(around.tail) ? '.' : ''
  return edit(around, `at ${last[1]} ${on}${day.text}${stop}`, day.comma && !stop)
}

function edit(around: Around, replacement: string, comma: boolean): TextEdit {
  const { start, end, tail } = around
  const cased = isCapital(around) ? replacement[0]!.toUpperCase() + replacement.slice(1) : replacement
  return { start, end, newText: cased + commaFor(comma, tail) }
}
