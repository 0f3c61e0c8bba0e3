import fs from 'node:fs'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { createDraftsAcross } from '../across-drafts'
import { applyEdits, type Checked, checkText, fixAllEdits } from '../check'
import { Failure } from '../node/failure'
import { findDrafts, languageOf } from '../node/find-drafts'
import { today } from '../node/project-files'
import { type Baseline, readBaseline } from './baseline'
import { type Configurations, createConfigurations } from './configuration'
import type { Options } from './options'
import type { CheckedFile, Results } from './results'
import { decode, readTextFile, type TextFile, writeTextFile } from './text-file'

const STDIN = '-'
const STDIN_NAME = '<stdin>'

/** Reads and checks all that the options name. What can't be read is among the failures, and the rest is done. */
export function checkDrafts(options: Options): Results {
  const failures: Failure[] = []
  const attempt = <T>(work: () => T): T | undefined => {
    try {
      return work()
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      failures.push(error)
      return undefined
    }
  }
  const configurations = createConfigurations(options.config)
  const baseline = options.baseline === undefined ? undefined : attempt(() => readBaseline(options.baseline!))
  const files: CheckedFile[] = []
  for (const given of options.paths) {
    const found = given === STDIN ? { paths: [STDIN], failures: [] } : findDrafts(given)
    failures.push(...found.failures)
    for (const path of found.paths) {
      if (path !== STDIN && configurations.isIgnored(path)) continue
      const file = attempt(() => checkFile(path, options, configurations))
      if (file) files.push(file)
    }
  }
  return {
    files: newOnes(acrossDrafts(files, options), baseline),
    failures: [...configurations.failures, ...failures],
  }
}

/** The drafts with what they have of each other, where the option or their project file wants that. */
function acrossDrafts(files: readonly CheckedFile[], options: Options): readonly CheckedFile[] {
  const isMeant = ({ checked }: CheckedFile): boolean => options.acrossDrafts || checked.config.acrossDrafts
  const index = createDraftsAcross()
  for (const file of files) if (isMeant(file)) index.put(file.path, file.path, file.checked)
  return files.map((file) => {
    if (!isMeant(file)) return file
    const checked = index.across(file.path, file.checked)
    return { ...file, checked, findings: checked.findings }
  })
}

function newOnes(files: readonly CheckedFile[], baseline: Baseline | undefined): readonly CheckedFile[] {
  if (!baseline) return files
  return files.map((file) => ({
    ...file,
    findings: baseline.newOnes(file.path, file.findings, file.checked.draft.text),
  }))
}

function checkFile(path: string, options: Options, configurations: Configurations): CheckedFile {
  const name = path === STDIN ? (options.stdinFilename ?? STDIN_NAME) : path
  const file = path === STDIN ? decode(fs.readFileSync(0), name) : readTextFile(path)
  const check = (text: string) =>
    checkText(text, languageOf(name), {
      config: configurations.configOf(name),
      today: today(),
      ...(options.date ? { dateOption: options.date } : {}),
    })
  const { text, checked } = options.fix
    ? fixFile(path, file, check)
    : { text: file.text, checked: check(file.text) }
  return {
    path: name,
    checked,
    document: TextDocument.create(name, checked.draft.language, 0, text),
    findings: checked.findings,
  }
}

/** A fix may bring another one forth; a handful of rounds is more than any draft needs. */
const MOST_ROUNDS = 5

function fixFile(
  path: string,
  file: TextFile,
  check: (text: string) => Checked,
): { readonly text: string; readonly checked: Checked } {
  let { text } = file
  let checked = check(text)
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const edits = fixAllEdits(checked)
    if (!edits.length) break
    text = applyEdits(text, edits)
    checked = check(text)
  }
  if (text !== file.text) writeTextFile(path, { ...file, text })
  return { text, checked }
}
