import pc from 'picocolors'
import { version } from '../../package.json'
import { SEVERITIES } from '../config/config'
import { Failure } from '../node/failure'
import { checkDrafts } from './check-drafts'
import { explain } from './explain'
import { compact, github, sarif } from './machine-formats'
import { type Level, type Options, readOptions, USAGE } from './options'
import { prettyFindings, prettyQuotes, prettyTimes } from './pretty'
import { jsonOf, type Results } from './results'

const NOTHING_FOUND = 0
const SOMETHING_FOUND = 1
const NOT_DONE = 2

/** Runs the command line and gives its exit code. */
function run(args: readonly string[]): number {
  const options = readOptions(args)
  if (options === 'help') return print(`${USAGE}\n`)
  if (options === 'version') return print(`${version}\n`)
  if (options.command === 'explain') return print(explain(args.filter((arg) => arg !== 'explain')))
  const results = checkDrafts(options)
  print(rendered(options, results))
  for (const failure of results.failures) complain(failure)
  if (results.failures.length) return NOT_DONE
  return options.command === 'check' && reaches(results, options.failOn) ? SOMETHING_FOUND : NOTHING_FOUND
}

function rendered(options: Options, results: Results): string {
  const { command, format } = options
  if (format === 'json') return `${JSON.stringify(jsonOf(command, results), null, 2)}\n`
  const colors = pc.createColors(Boolean(process.stdout.isTTY) && pc.isColorSupported)
  if (command === 'quotes') return prettyQuotes(results, colors)
  if (command === 'times') return prettyTimes(results, colors)
  if (format === 'sarif') return sarif(results, version)
  if (format === 'github') return github(results)
  return format === 'compact' ? compact(results) : prettyFindings(results, colors)
}

const isAtLeast = (severity: Level, level: Level): boolean =>
  SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(level)

const reaches = ({ files }: Results, level: Level): boolean =>
  files.some(({ findings }) => findings.some(({ severity }) => isAtLeast(severity, level)))

function print(text: string): number {
  process.stdout.write(text)
  return NOTHING_FOUND
}

function complain({ path, message }: Failure): void {
  process.stderr.write(`stet: ${path ? `${path}: ` : ''}${message}\n`)
}

async function main(): Promise<void> {
  const args = process.argv.slice(2)
  if (args[0] === 'lsp') {
    await import('../lsp/node')
    return
  }
  try {
    process.exitCode = run(args)
  } catch (error) {
    process.exitCode = NOT_DONE
    if (error instanceof Failure) complain(error)
    else process.stderr.write(`stet: this should not have happened: ${(error as Error).message}\n`)
  }
}

// A reader that closes the pipe early ("stet check . | head") is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})
void main()
