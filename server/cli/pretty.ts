import type pc from 'picocolors'
import stringWidth from 'string-width'
import { fixesOf, readBy } from '../check'
import { unattributedQuote } from '../checks/unattributed-quote'
import { type Said, saidIn } from '../checks/unattributed-quote/said'
import { createSpeakerReader } from '../checks/unattributed-quote/speakers'
import { timesOf, vagueTime } from '../checks/vague-time'
import { oneLine } from '../draft/invisible'
import type { Span } from '../draft/span'
import type { Reported } from '../report'
import { LEVELS, type Level } from './options'
import { type CheckedFile, type PlaceOf, placesIn, type Results } from './results'

type Colors = ReturnType<typeof pc.createColors>

/** How wide an excerpt of a draft's line may be, in columns. */
const EXCERPT = 96

/** Findings with their lines, the words underlined. */
export function prettyFindings({ files }: Results, colors: Colors): string {
  const placeOf = placesIn(files)
  const parts = files
    .filter(({ findings }) => findings.length)
    .map((file) => prettyFile(file, placeOf, colors))
  return [...parts, `${summary(files)}\n`].join('\n')
}

function prettyFile(file: CheckedFile, placeOf: PlaceOf, colors: Colors): string {
  const entries = file.findings.map((finding) => prettyFinding(finding, file, placeOf, colors))
  return `${colors.underline(file.path)}\n\n${entries.join('\n')}`
}

function prettyFinding(finding: Reported, file: CheckedFile, placeOf: PlaceOf, colors: Colors): string {
  const { line, character } = file.document.positionAt(finding.start)
  const fix = fixesOf(finding, file.checked)[0]
  const color = colorOf(finding.severity, colors)
  const head = `${color(finding.severity)} ${colors.dim(`${finding.check}/${finding.kind}`)}  ${finding.message}`
  const places = (finding.related ?? []).map((related) => {
    const place = placeOf(related.path ?? file.path, related)
    return `    ${colors.dim(`${related.path ?? file.path}:${place.start.line + 1}:${place.start.character + 1}`)}  ${related.message}\n`
  })
  const hint = fix ? `    ${colors.dim('fix:')} ${fix.title}\n` : ''
  return `  ${line + 1}:${character + 1}  ${head}\n${excerpt(finding, file, color)}${places.join('')}${hint}`
}

const colorOf = (severity: Level, colors: Colors) =>
  ({ error: colors.red, warning: colors.yellow, information: colors.blue, hint: colors.cyan })[severity]

/** The line that a span begins in, cut down to the words around it, and a line that underlines the words. */
function excerpt({ start, end }: Span, { document }: CheckedFile, color: (text: string) => string): string {
  const { line } = document.positionAt(start)
  const lineStart = document.offsetAt({ line, character: 0 })
  const text = document
    .getText({ start: { line, character: 0 }, end: { line: line + 1, character: 0 } })
    .trimEnd()
  const from = start - lineStart
  const to = Math.max(from + 1, Math.min(end - lineStart, text.length))
  const room = Math.max(0, Math.floor((EXCERPT - (to - from)) / 2))
  const isWhole = text.length <= EXCERPT || from <= room
  const first = isWhole ? 0 : text.indexOf(' ', from - room) + 1 || from
  const left = Math.min(first, from)
  const right = Math.min(text.length, Math.max(left + EXCERPT, from + 20))
  const before = (left > 0 ? '…' : '') + text.slice(left, from)
  const words = text.slice(from, Math.min(to, right))
  const after = text.slice(Math.min(to, right), right) + (right < text.length ? '…' : '')
  const shown = (part: string) => part.replace(/\p{Cc}/gu, ' ')
  const underline =
    ' '.repeat(stringWidth(shown(before))) + color('~'.repeat(Math.max(1, stringWidth(shown(words)))))
  return `    ${shown(before + words + after)}\n    ${underline}\n`
}

function summary(files: readonly CheckedFile[]): string {
  const findings = files.flatMap((file) => file.findings)
  const where = `in ${counted(files.length, 'draft')}`
  if (!findings.length) return `Nothing found ${where}.`
  const each = LEVELS.map(
    (level) => [level, findings.filter(({ severity }) => severity === level).length] as const,
  )
    .filter(([, n]) => n > 0)
    .map(([level, n]) => `${n} ${level}`)
  return `${counted(findings.length, 'finding')} ${where} (${each.join(', ')}).`
}

const counted = (n: number, what: string): string => `${n} ${what}${n === 1 ? '' : 's'}`

/** One quotation a line: its verdict, its speaker, the verb, its words. */
export function prettyQuotes({ files }: Results, colors: Colors): string {
  const readSpeakers = createSpeakerReader()
  return table(files, colors, (file) =>
    saidIn(readBy(unattributedQuote, file.checked), readSpeakers).map((said) => ({
      start: said.start,
      cells: [said.verdict, speakerCell(said), said.cue ?? '-', cut(said.text, LONGEST_TEXT)],
    })),
  )
}

/** "Ines Varga", "she (Ines Varga)" where a pronoun most likely means her, "a senior official (unnamed)". */
function speakerCell({ speaker, anonymous }: Said): string {
  if (!speaker) return '-'
  const { words, meant } = speaker
  if (meant) return cut(`${words} (${meant.person?.name ?? meant.words})`, LONGEST_NAME)
  return anonymous ? `${cut(words, LONGEST_NAME)} (unnamed)` : cut(words, LONGEST_NAME)
}

/** One expression of time a line: its kind, its value, its words. */
export function prettyTimes({ files }: Results, colors: Colors): string {
  return table(files, colors, (file) =>
    timesOf(readBy(vagueTime, file.checked)).map((time) => ({
      start: time.start,
      cells: [time.kind, time.value ?? '-', cut(oneLine(time.text), LONGEST_TEXT)],
    })),
  )
}

/** How many columns a quotation or a name may take. */
const LONGEST_TEXT = 72
const LONGEST_NAME = 40

const cut = (text: string, columns: number): string =>
  stringWidth(text) > columns ? `${text.slice(0, columns - 1).trimEnd()}…` : text

interface Row {
  readonly start: number
  readonly cells: readonly string[]
}

function table(
  files: readonly CheckedFile[],
  colors: Colors,
  rowsOf: (file: CheckedFile) => readonly Row[],
): string {
  return files.map((file) => tableOf(file, rowsOf(file), colors)).join('\n')
}

function tableOf(file: CheckedFile, rows: readonly Row[], colors: Colors): string {
  const places = rows.map(({ start }) => {
    const { line, character } = file.document.positionAt(start)
    return `${line + 1}:${character + 1}`
  })
  const all = rows.map(({ cells }, i) => [places[i]!, ...cells])
  const widths = (all[0] ?? []).map((_, column) => Math.max(...all.map((row) => stringWidth(row[column]!))))
  const lines = all.map((row) =>
    row
      .map((cell, column) =>
        column === row.length - 1 ? cell : cell + ' '.repeat(widths[column]! - stringWidth(cell)),
      )
      .join('  '),
  )
  const body = lines.length ? lines.map((line) => `  ${line}\n`).join('') : '  none\n'
  return `${colors.underline(file.path)}\n\n${body}`
}
