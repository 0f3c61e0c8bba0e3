import fs from 'node:fs'
import path from 'node:path'
import { type Connection, createConnection, ProposedFeatures } from 'vscode-languageserver/node'
import { URI } from 'vscode-uri'
import type { Language } from '../draft/draft'
import { findDrafts, languageOf } from '../node/find-drafts'
import { nearestProjectFile, today } from '../node/project-files'
import { languageOf as languageOfId } from './drafts'
import type { DraftFile, Host, ProjectFile } from './host'
import { createIdleTime } from './idle-time'
import { MessageReader, MessageWriter } from './message-streams'
import { rehearse } from './rehearsal'
import { serve } from './serve'

/** The bundles stand in `dist`, the documentation beside it. */
const PAGES = path.join(__dirname, '..', 'docs', 'checks')

/** What has arrived meanwhile is read in one turn and answered in the next. */
const pause = (): Promise<void> => new Promise((resolve) => setImmediate(() => setImmediate(resolve)))

const host: Host = {
  today,
  pause,
  awaited,
  pageOf: (code) => URI.file(path.join(PAGES, `${code}.md`)).toString(),
  projectFile,
  draftsIn,
  readDraft,
}

const idleTime = createIdleTime(pause, () => performance.now())
const rehearsed = new Set<Language>()

/** Once a draft has been checked, the server practises for what comes: nothing is done before there is a draft. */
function awaited(languageId: string): () => void {
  const isDone = idleTime.awaited()
  return () => {
    isDone()
    const language = languageOfId(languageId)
    if (rehearsed.has(language)) return
    rehearsed.add(language)
    const unawaited = { ...host, awaited: () => () => {} }
    // Should it fail, the server is only not as fast.
    rehearse(language, (connection) => serve(connection, unawaited), idleTime.turn).catch(() => {})
  }
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

function connectionOverStdio(): Connection {
  const { stdin, stdout } = process
  const connection = createConnection(
    ProposedFeatures.all,
    new MessageReader(stdin),
    new MessageWriter(stdout),
  )
  // An editor that has died says nothing before.
  let isShutDown = false
  connection.onShutdown(() => {
    isShutDown = true
  })
  stdin.on('end', () => process.exit(isShutDown ? 0 : 1))
  return connection
}

serve(process.argv.includes('--stdio') ? connectionOverStdio() : createConnection(ProposedFeatures.all), host)
