import fs from 'node:fs'
import path from 'node:path'
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node'
import { URI } from 'vscode-uri'
import { findDrafts, languageOf } from '../node/find-drafts'
import { nearestProjectFile, today } from '../node/project-files'
import type { DraftFile, Host, ProjectFile } from './host'
import { serve } from './serve'
import { wholeMessages } from './whole-messages'

/** The bundles stand in `dist`, the documentation beside it. */
const PAGES = path.join(__dirname, '..', 'docs', 'checks')

const host: Host = {
  today,
  // What has arrived meanwhile is read in one turn and answered in the next.
  pause: () => new Promise((resolve) => setImmediate(() => setImmediate(resolve))),
  pageOf: (code) => URI.file(path.join(PAGES, `${code}.md`)).toString(),
  projectFile,
  draftsIn,
  readDraft,
}

function projectFile(draft: string): ProjectFile | undefined {
  const uri = URI.parse(draft)
  if (uri.scheme !== 'file') return undefined
  const file = nearestProjectFile(path.dirname(uri.fsPath))
  if (file === undefined) return undefined
  try {
    return { uri: URI.file(file).toString(), text: fs.readFileSync(file, 'utf8') }
  } catch {
    // Gone since it was found, or not to be read: the settings hold.
    return undefined
  }
}

function draftsIn(folder: string): string[] {
  const uri = URI.parse(folder)
  if (uri.scheme !== 'file') return []
  return findDrafts(uri.fsPath).paths.map((file) => URI.file(file).toString())
}

function readDraft(draft: string): DraftFile | undefined {
  const uri = URI.parse(draft)
  if (uri.scheme !== 'file') return undefined
  try {
    const text = fs.readFileSync(uri.fsPath, 'utf8').replace(/^\ufeff/, '')
    return { languageId: languageOf(uri.fsPath), text }
  } catch {
    // Gone since it was found, or not to be read.
    return undefined
  }
}

const connection = process.argv.includes('--stdio')
  ? createConnection(ProposedFeatures.all, process.stdin, wholeMessages(process.stdout))
  : createConnection(ProposedFeatures.all)
serve(connection, host)
