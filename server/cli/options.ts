import { parseArgs } from 'node:util'
import { CHECKS } from '../checks/registry'
import { SEVERITIES } from '../config/config'
import { Failure } from '../node/failure'

export const FORMATS = ['pretty', 'json', 'sarif', 'github', 'compact'] as const
export type Format = (typeof FORMATS)[number]
export const LEVELS = SEVERITIES.filter((severity) => severity !== 'off')
export type Level = Exclude<(typeof SEVERITIES)[number], 'off'>
export const COMMANDS = ['check', 'quotes', 'times', 'explain', 'lsp'] as const
export type Command = (typeof COMMANDS)[number]

export interface Options {
  readonly command: Command
  readonly paths: readonly string[]
  readonly format: Format
  readonly date: string | undefined
  readonly config: string | undefined
  readonly stdinFilename: string | undefined
  readonly fix: boolean
  readonly failOn: Level
  readonly baseline: string | undefined
  readonly acrossDrafts: boolean
}

export const USAGE = `Usage:
  stet check  [PATH…] [options]   report duplicate paragraphs, unattributed quotes and vague times
  stet quotes PATH… [options]     list every quotation, with its verdict and its speaker
  stet times  PATH… [options]     list every expression of time, with its kind and its value
  stet explain [CHECK]            explain a check: ${CHECKS.map(({ id }) => id).join(', ')}
  stet lsp --stdio                run the language server

A PATH is a file, a folder (its .txt, .text, .md and .markdown files; ignore files are honoured) or - for
standard input. Without one, stet check takes the current folder.

Options:
  --format FORMAT         ${FORMATS.join(', ')} (quotes and times: pretty, json)
  --date YYYY-MM-DD       the drafts' date, whatever they say themselves
  --config FILE           this project file instead of the nearest stet.json
  --stdin-filename NAME   what standard input would be called as a file
  --fix                   apply the fixes that are safe to apply unasked, and report the rest
  --fail-on LEVEL         exit with 1 from this level on: ${LEVELS.join(', ')} (default: warning)
  --baseline FILE         leave out the findings of an earlier --format json
  --across-drafts         also report paragraphs that stand in another draft
  --help, --version

Exit: 0 nothing found at or above the level, 1 something found, 2 could not do the work.`

const TEXT = { type: 'string' } as const
const FLAG = { type: 'boolean' } as const
const KNOWN = {
  format: TEXT,
  date: TEXT,
  config: TEXT,
  'stdin-filename': TEXT,
  fix: FLAG,
  'fail-on': TEXT,
  baseline: TEXT,
  'across-drafts': FLAG,
  stdio: FLAG,
  help: { ...FLAG, short: 'h' },
  version: FLAG,
} as const

/** Reads the command line's words. Throws a `Failure` for words that mean nothing. */
export function readOptions(args: readonly string[]): Options | 'help' | 'version' {
  const { values, positionals } = parsed(args)
  if (values.help) return 'help'
  if (values.version) return 'version'
  const [command, ...paths] = positionals
  if (command === undefined) return 'help'
  if (command === 'help') return 'help'
  if (!isOneOf(COMMANDS, command))
    throw new Failure(`"${command}" is no command; there are ${COMMANDS.join(', ')}`)
  if ((command === 'quotes' || command === 'times') && paths.length === 0) {
    throw new Failure(`stet ${command} needs a PATH`)
  }
  const format = oneOf(FORMATS, 'format', values.format ?? 'pretty')
  if (command !== 'check' && format !== 'pretty' && format !== 'json') {
    throw new Failure(`stet ${command} prints pretty or json, not ${format}`)
  }
  if (values.fix && paths.includes('-'))
    throw new Failure('--fix needs a file: standard input can’t be written back')
  return {
    command,
    paths: paths.length ? paths : ['.'],
    format,
    date: values.date === undefined ? undefined : calendarDay(values.date),
    config: values.config,
    stdinFilename: values['stdin-filename'],
    fix: values.fix ?? false,
    failOn: oneOf(LEVELS, 'fail-on', values['fail-on'] ?? 'warning'),
    baseline: values.baseline,
    acrossDrafts: values['across-drafts'] ?? false,
  }
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: KNOWN, allowPositionals: true })
  } catch (error) {
    throw new Failure((error as Error).message.split('. ')[0]!.replace(/\.$/, ''))
  }
}

const isOneOf = <T extends string>(all: readonly T[], value: string): value is T => all.includes(value as T)

function oneOf<T extends string>(all: readonly T[], option: string, value: string): T {
  if (isOneOf(all, value)) return value
  throw new Failure(`--${option} is one of ${all.join(', ')}, not "${value}"`)
}

function calendarDay(text: string): string {
  const date = new Date(`${text}T00:00:00Z`)
  const isDay =
    /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
  if (!isDay) throw new Failure(`--date is a calendar day such as 2013-10-15, not "${text}"`)
  return text
}
