/** What the command line finds and mends: every editor has to show the same. */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

const CLI = join(import.meta.dirname, '..', '..', 'dist', 'cli.js')

export interface Position {
  readonly line: number
  readonly character: number
}

export interface Finding {
  readonly check: string
  readonly kind: string
  readonly severity: 'error' | 'warning' | 'information' | 'hint'
  readonly start: number
  readonly range: { readonly start: Position; readonly end: Position }
  readonly message: string
  readonly fixes: readonly Fix[]
}

interface Fix {
  readonly title: string
  readonly preferred: boolean
  readonly edits: readonly { readonly start: number; readonly end: number; readonly newText: string }[]
}

/** The findings of `text`, were it the content of the file at `path`. */
export const findingsOf = (path: string, text: string): readonly Finding[] => {
  const name = basename(path)
  const options = ['check', '--format', 'json', '--stdin-filename', name, '-']
  const run = spawnSync(process.execPath, [CLI, ...options], {
    cwd: dirname(path),
    input: text,
    encoding: 'utf8',
  })
  if (run.status !== 0 && run.status !== 1) throw new Error(`stet ${options.join(' ')}: ${run.stderr}`)
  return JSON.parse(run.stdout).files[0].findings
}

const applied = (text: string, fix: Fix): string =>
  [...fix.edits]
    .sort((a, b) => b.start - a.start)
    .reduce((result, { start, end, newText }) => result.slice(0, start) + newText + result.slice(end), text)

/** One fix, with the draft before and after it. */
export interface Step {
  readonly check: string
  readonly title: string
  readonly at: Position
  readonly text: string
  readonly findings: readonly Finding[]
}

/** A visit to a draft: what it shows, and how it is mended with the first preferred fix of each check. */
export interface Visit {
  readonly path: string
  readonly text: string
  readonly findings: readonly Finding[]
  readonly steps: readonly Step[]
}

const CHECKS = ['duplicate-paragraph', 'unattributed-quote', 'vague-time']

const nextStep = (
  path: string,
  text: string,
  findings: readonly Finding[],
  check: string,
): Step | undefined => {
  for (const finding of findings) {
    const fix = finding.check === check ? finding.fixes.find(({ preferred }) => preferred) : undefined
    if (fix === undefined) continue
    const after = applied(text, fix)
    return {
      check,
      title: fix.title,
      at: finding.range.start,
      text: after,
      findings: findingsOf(path, after),
    }
  }
  return undefined
}

export const planVisit = (path: string): Visit => {
  const text = readFileSync(path, 'utf8')
  const findings = findingsOf(path, text)
  const steps: Step[] = []
  for (const check of CHECKS) {
    const last = steps.at(-1) ?? { text, findings }
    const step = nextStep(path, last.text, last.findings, check)
    if (step !== undefined) steps.push(step)
  }
  return { path, text, findings, steps }
}

/** Severities as the protocol numbers them. */
const SEVERITY = { error: 1, warning: 2, information: 3, hint: 4 }

/** A finding as a line of text, which every editor's script can write and compare. */
export const lineOf = ({ range: { start, end }, severity, check, message }: Finding): string =>
  `${start.line}:${start.character}-${end.line}:${end.character} ${SEVERITY[severity]} ${check} ${message}`

export const linesOf = (findings: readonly Finding[]): string[] => findings.map(lineOf).sort()
