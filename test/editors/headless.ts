/** Editors that run a script of ours without a screen. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { linesOf, type Visit } from './findings'

const CLI = join(import.meta.dirname, '..', '..', 'dist', 'cli.js')
/** How long the script waits for what it is told to expect, in milliseconds. */
const PATIENCE = 5000

export interface Seen {
  readonly findings: readonly string[]
  readonly steps: readonly {
    readonly offered: readonly string[]
    readonly text: string
    readonly findings: readonly string[]
  }[]
}

/** Runs the editor with the plan of the visit, and returns what its script saw. */
export const visitHeadless = (visit: Visit, command: string, args: readonly string[]): Seen => {
  const scratch = mkdtempSync(join(tmpdir(), 'stet-visit-'))
  const plan = join(scratch, 'plan.json')
  const seen = join(scratch, 'seen.json')
  const steps = visit.steps.map((step) => ({ ...step, findings: linesOf(step.findings) }))
  writeFileSync(
    plan,
    JSON.stringify({
      path: visit.path,
      folder: dirname(visit.path),
      command: [process.execPath, CLI, 'lsp', '--stdio'],
      patience: PATIENCE,
      findings: linesOf(visit.findings),
      steps,
    }),
  )
  const run = spawnSync(command, args, {
    cwd: dirname(visit.path),
    encoding: 'utf8',
    timeout: 60_000,
    env: { ...process.env, HOME: scratch, STET_PLAN: plan, STET_SEEN: seen },
  })
  try {
    return JSON.parse(readFileSync(seen, 'utf8'))
  } catch {
    throw new Error(`${command} didn't finish its visit:\n${run.stdout}${run.stderr}`)
  }
}
