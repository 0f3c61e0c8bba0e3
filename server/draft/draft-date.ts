import { parse as parseToml } from 'smol-toml'
import { isScalar, parseDocument } from 'yaml'
import type { Block } from './draft'
import { visible } from './invisible'
import type { Paragraph } from './paragraph'
import { type Span, shift } from './span'
import type { Text } from './text'

/** The calendar day on which a draft speaks, and where that was learnt. */
export interface DraftDate {
  /** ISO 8601 calendar day: `2013-10-15`. */
  readonly day: string
  readonly source: 'option' | 'front-matter' | 'published-line' | 'dateline' | 'stet.json' | 'setting'
  /** Where the draft says so, if it is the draft that says it. */
  readonly span?: Span
}

/** The keys of front matter that give a draft's date, the ones that name the first publication first. */
const KEYS = [
  'published',
  'date',
  'publishdate',
  'pubdate',
  'publishedat',
  'publishedon',
  'datepublished',
  'publicationdate',
  'pubdatetime',
  'firstpublished',
  'posted',
  'created',
  'createdat',
  'updated',
  'updatedat',
  'lastmod',
  'modified',
]

/** How many paragraphs at either end of a draft may tell its date. */
const REACH = 5
const LINE_LIMIT = 160
/** So much of a paragraph is looked at. */
const LOOKED_AT = 4 * LINE_LIMIT

/**
 * Reads the date that a draft gives itself, of one version after the other: front matter, a "Published …" line, a dateline,
 * an "Updated …" line, in this order. The calendar day is taken as written, whatever its time zone. What a paragraph says
 * is kept as long as the paragraph stands at either end, for nearly no keystroke changes it.
 */
export function createDateReader(): (
  text: Text,
  frontMatter: Span | undefined,
  blocks: readonly Block[],
) => DraftDate | undefined {
  let told: { readonly source: string; readonly date: DraftDate | undefined } | undefined
  let known: readonly Telling[] = []
  /** Nearly all stand where they stood, or beside it. */
  const tellingOf = (block: Block, i: number): Telling => {
    const last = known[i]
    if (last?.block === block) return last
    for (let k = Math.max(0, i - 1); k <= i + 1; k++) {
      const beside = known[k]
      if (beside?.block.paragraph === block.paragraph) return { block, told: beside.told }
    }
    return { block, told: toldBy(block.paragraph) }
  }
  return (text, frontMatter, blocks) => {
    if (frontMatter) {
      const source = text.slice(frontMatter.start, frontMatter.end)
      if (told?.source !== source) told = { source, date: dateOfFrontMatter(source, frontMatter.start) }
      if (told.date) return told.date
    }
    const both: Telling[] = []
    const between = Math.max(0, blocks.length - 2 * REACH)
    for (let i = 0; i < blocks.length - between; i++)
      both.push(tellingOf(blocks[i < REACH ? i : i + between]!, i))
    const first = both.slice(0, REACH)
    known = both
    if (both.every((telling) => telling.told === NOTHING_TOLD)) return undefined
    return (
      firstOf(both, 'published') ?? firstOf(first, 'dateline') ?? firstOf(both, 'updated') ?? dateAlone(first)
    )
  }
}

/** A date that a paragraph tells; its span counts from the paragraph's start. */
type ToldDate = DraftDate & { readonly span: Span }

/** What a paragraph may say of its draft's date. */
interface Told {
  readonly published: ToldDate | undefined
  readonly updated: ToldDate | undefined
  readonly dateline: ToldDate | undefined
  /** Dates that stand on lines of their own. */
  readonly alone: readonly ToldDate[]
}

const NOTHING_TOLD: Told = { published: undefined, updated: undefined, dateline: undefined, alone: [] }

interface Telling {
  readonly block: Block
  readonly told: Told
}

function toldBy(paragraph: Paragraph): Told {
  if (!holdsYear(paragraph.source)) return NOTHING_TOLD
  const lines = linesOf(paragraph)
  return {
    published: publishedLine(lines, PUBLISHED),
    updated: publishedLine(lines, UPDATED),
    dateline: datelineOf(paragraph),
    alone: datesAlone(lines),
  }
}

function firstOf(
  tellings: readonly Telling[],
  how: 'published' | 'updated' | 'dateline',
): DraftDate | undefined {
  for (const { told, block } of tellings) if (told[how]) return inDraft(told[how], block.start)
  return undefined
}

const inDraft = ({ day, source, span }: ToldDate, start: number): DraftDate => ({
  day,
  source,
  span: shift(span, start),
})

/** The only date that stands on a line of its own: a diary or a list of releases has many. */
function dateAlone(tellings: readonly Telling[]): DraftDate | undefined {
  const found = tellings.flatMap(({ told, block }) => told.alone.map((date) => inDraft(date, block.start)))
  return found.length === 1 ? found[0] : undefined
}

interface Entry extends Span {
  readonly key: string
  readonly value: string
}

/** A date is looked for in so much of front matter: what is longer holds data, which takes long to read. */
const LOOKED_AT_IN_FRONT = 10_000

function dateOfFrontMatter(source: string, offset: number): DraftDate | undefined {
  const bodyStart = source.indexOf('\n') + 1
  const body = source.slice(bodyStart, source.lastIndexOf('\n', bodyStart + LOOKED_AT_IN_FRONT) + 1)
  if (!FULL_DATE.test(body)) return undefined
  const entries =
    source.startsWith('+++', source.indexOf('+')) && /^\ufeff?\+/.test(source)
      ? tomlEntries(body)
      : yamlEntries(body)
  for (const key of KEYS) {
    const entry = entries.find((candidate) => candidate.key.toLowerCase().replace(/[_\s-]/g, '') === key)
    const day = entry && dayIn(entry.value)
    if (!day) continue
    const start = offset + bodyStart + entry.start
    return { day, source: 'front-matter', span: { start, end: start + entry.end - entry.start } }
  }
  return undefined
}

function yamlEntries(body: string): Entry[] {
  const { contents } = parseDocument(body, { uniqueKeys: false, logLevel: 'silent' })
  if (!contents || !('items' in contents)) return []
  return contents.items.flatMap((item) => {
    if (!('key' in item) || !isScalar(item.key) || !isScalar(item.value)) return []
    const [start, end] = item.value.range ?? [0, 0]
    return [{ key: String(item.key.value), value: String(item.value.source ?? item.value.value), start, end }]
  })
}

function tomlEntries(body: string): Entry[] {
  try {
    parseToml(body)
  } catch {
    return []
  }
  const table = /^\s*\[/m.exec(body)?.index ?? body.length
  const entries: Entry[] = []
  for (const line of body.slice(0, table).matchAll(/^[ \t]*["']?([\w-]+)["']?[ \t]*=[ \t]*([^\r\n]*)/gm)) {
    const value = line[2]!.replace(/\s+#.*$/, '').trimEnd()
    const start = line.index + line[0].length - line[2]!.length
    entries.push({
      key: line[1]!,
      value: value.replace(/^["']|["']$/g, ''),
      start,
      end: start + value.length,
    })
  }
  return entries
}

interface Line extends Span {
  readonly text: string
}

/** Whether four digits stand side by side, as in every full date, where one is looked for. */
function holdsYear(source: string): boolean {
  let digits = 0
  const end = Math.min(source.length, LOOKED_AT)
  for (let at = 0; at < end && digits < 4; at++) {
    const code = source.charCodeAt(at)
    digits = code >= 48 && code <= 57 ? digits + 1 : 0
  }
  return digits === 4
}

function linesOf(paragraph: Paragraph): Line[] {
  if (paragraph.kind === 'quote') return []
  const lines: Line[] = []
  let at = 0
  for (const text of paragraph.prose.slice(0, LOOKED_AT).split('\n')) {
    if (text.length <= LINE_LIMIT) lines.push({ text, start: at, end: at + text.length })
    at += text.length + 1
  }
  return lines
}

const MONTH =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?'
const FULL_DATE = new RegExp(
  `(\\d{4})-(\\d\\d)-(\\d\\d)|(${MONTH}) (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})|(\\d{1,2})(?:st|nd|rd|th)?(?: of)? (${MONTH}),? (\\d{4})`,
  'i',
)
const PUBLISHED =
  /(?:^|[|·•—–;(])[\s*_]*(?:first )?(?:published|posted|issued|publication date|date|for (?:immediate )?release)\b(?: on| at)?[\s:*_]*/i
const UPDATED = /(?:^|[|·•—–;(])[\s*_]*(?:last )?(?:updated|modified|revised)\b(?: on| at)?[\s:*_]*/i
/** What may follow the date of a "Published" line: the time, or more such notes, but no sentence. */
const NOTES =
  /^(?:$|[\s,]*(?:at )?\d{1,2}[:.]\d\d|[\s.,]*$|[\s.]*[|·•—–;()]|T\d|,? by |,? updated|,? last updated|\. updated)/i
const WEEKDAY_BEFORE =
  /^(?:(?:at )?\d{1,2}[:.]\d\d ?(?:[ap]\.?m\.?)?,? ?(?:[A-Z]{2,4},? )?)?(?:on )?(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? )?$/i

/** "Published: Tuesday, October 15, 2013, 8:00 a.m." */
function publishedLine(lines: readonly Line[], label: RegExp): ToldDate | undefined {
  for (const line of lines) {
    const text = visible(line.text) === line.text ? line.text : line.text.replace(/[\u2060\ufeff]/g, ' ')
    const head = label.exec(text)
    if (!head) continue
    const from = head.index + head[0].length
    const rest = text.slice(from)
    const date = FULL_DATE.exec(rest)
    if (!date || !WEEKDAY_BEFORE.test(rest.slice(0, date.index))) continue
    if (!NOTES.test(rest.slice(date.index + date[0].length))) continue
    const day = dayOf(date)
    const start = line.start + from + date.index
    if (day) return { day, source: 'published-line', span: { start, end: start + date[0].length } }
  }
  return undefined
}

const BYLINE = /^by (?:\p{Lu}[\p{L}.'’-]+[ ,|·•—–-]+){1,6}$/iu

/** Lines that hold a date and nothing else but a byline, as many a news site sets one above the text. */
function datesAlone(lines: readonly Line[]): ToldDate[] {
  return lines.flatMap((line) => {
    const text = line.text.replace(/[\u2060\ufeff]/g, ' ')
    const date = FULL_DATE.exec(text)
    const before = date ? text.slice(0, date.index).trimStart() : ''
    if (!date || !(WEEKDAY_BEFORE.test(before) || BYLINE.test(before))) return []
    if (!/^[\s.]*$/.test(text.slice(date.index + date[0].length))) return []
    const day = dayOf(date)
    const start = line.start + date.index
    return day ? [{ day, source: 'dateline', span: { start, end: start + date[0].length } } as const] : []
  })
}

const DATELINE_LIMIT = 140
/** The place of a dateline: capitals first ("KABUL, Afghanistan, "). */
const PLACE =
  /^\W*\p{Lu}[\p{Lu}.'’-]+(?:[ ,/.-]+\p{Lu}[\p{L}.'’-]*){0,6},?\s*(?:\([^)]{1,40}\))?\s*(?:[(—–-]|--)?\s*$/u
const AFTER_DATELINE = /^\)?[\s,.]*(?:\((?:[^)]{1,40})\)|\/[^/]{1,40}\/)?[\s,.]*[—–:-]/
/** "São Paulo, 15 October 2013 — The talks ended." */
const PLACE_IN_SMALL = /^\s*\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+){0,3}, $/u
const SENTENCE_BEHIND = /^ (?:\([^)]{1,40}\) )?[—–-]+ ?[“"]?\p{Lu}/u

/** "KABUL, Oct. 15, 2013 (Agency) — …" */
function datelineOf({ prose, kind }: Paragraph): ToldDate | undefined {
  const head = prose.slice(0, DATELINE_LIMIT).replace(/[\u2060\ufeff\n]/g, ' ')
  const date = FULL_DATE.exec(head)
  if (!date || kind === 'quote') return undefined
  const [before, behind] = [head.slice(0, date.index), head.slice(date.index + date[0].length)]
  const isDateline =
    (PLACE.test(before) && AFTER_DATELINE.test(behind)) ||
    (PLACE_IN_SMALL.test(before) && SENTENCE_BEHIND.test(behind))
  const day = isDateline ? dayOf(date) : undefined
  return day
    ? { day, source: 'dateline', span: { start: date.index, end: date.index + date[0].length } }
    : undefined
}

function dayIn(text: string): string | undefined {
  const date = FULL_DATE.exec(text)
  return date ? dayOf(date) : undefined
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const LENGTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

function dayOf(match: RegExpExecArray): string | undefined {
  const [, isoYear, isoMonth, isoDay, usMonth, usDay, usYear, ukDay, ukMonth, ukYear] = match
  const year = Number(isoYear ?? usYear ?? ukYear)
  const month = isoMonth
    ? Number(isoMonth)
    : MONTHS.indexOf((usMonth ?? ukMonth ?? '').slice(0, 3).toLowerCase()) + 1
  const day = Number(isoDay ?? usDay ?? ukDay)
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  if (day < 1 || day > (LENGTHS[month - 1] ?? 0) || (month === 2 && day === 29 && !isLeap)) return undefined
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}
