import {
  type CancellationToken,
  type Diagnostic,
  type DiagnosticCollection,
  Disposable,
  languages,
  type Progress,
  ProgressLocation,
  type Uri,
  window,
  workspace,
} from 'vscode'
import { CHECK_TEXT, type CheckTextParams, type CheckTextResult } from '../server/lsp/protocol'
import { DRAFT_ENDINGS } from './drafts'
import { findDrafts, languageOf } from './find-drafts'
import type { LanguageServer } from './language-server'

/** How many drafts are read at once. The server checks one after another; only reading gains. */
const AT_ONCE = 8

const isOpen = (uri: Uri): boolean =>
  workspace.textDocuments.some((document) => document.uri.toString() === uri.toString())

/** Undefined for what isn't UTF-8 text, or can't be read. */
const readText = async (uri: Uri): Promise<string | undefined> => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await workspace.fs.readFile(uri))
  } catch {
    return undefined
  }
}

interface Outcome {
  readonly checked: number
  readonly findings: number
  readonly unreadable: readonly Uri[]
}

const checkAll = async (
  server: LanguageServer,
  shown: DiagnosticCollection,
  progress: Progress<{ message?: string; increment?: number }>,
  token: CancellationToken,
): Promise<Outcome> => {
  // What is open is the server's own to report.
  const drafts = (await findDrafts()).filter((uri) => !isOpen(uri))
  const unreadable: Uri[] = []
  let checked = 0
  let findings = 0

  const checkOne = async (uri: Uri): Promise<void> => {
    const text = await readText(uri)
    if (text === undefined) {
      unreadable.push(uri)
      return
    }
    const params: CheckTextParams = {
      uri: server.client().code2ProtocolConverter.asUri(uri),
      languageId: languageOf(uri),
      text,
    }
    const answer = await server.request<CheckTextResult>(CHECK_TEXT, params, token)
    const diagnostics: Diagnostic[] = await server
      .client()
      .protocol2CodeConverter.asDiagnostics(answer, token)
    if (!isOpen(uri)) shown.set(uri, diagnostics)
    checked += 1
    findings += diagnostics.length
  }

  for (let from = 0; from < drafts.length && !token.isCancellationRequested; from += AT_ONCE) {
    const batch = drafts.slice(from, from + AT_ONCE)
    await Promise.all(batch.map(checkOne))
    progress.report({
      message: `${Math.min(from + AT_ONCE, drafts.length)} of ${drafts.length}`,
      increment: (100 * batch.length) / drafts.length,
    })
  }
  return { checked, findings, unreadable }
}

const count = (amount: number, one: string, many: string): string => `${amount} ${amount === 1 ? one : many}`

const describe = ({ checked, findings, unreadable }: Outcome): string => {
  const checkedDrafts = count(checked, 'draft that isn’t open', 'drafts that aren’t open')
  const result = `${count(findings, 'finding', 'findings')} in ${checkedDrafts}.`
  if (unreadable.length === 0) return result
  const names = unreadable.slice(0, 3).map((uri) => workspace.asRelativePath(uri))
  const more = unreadable.length > names.length ? ` and ${unreadable.length - names.length} more` : ''
  return `${result} Not read, since not text in UTF-8: ${names.join(', ')}${more}.`
}

/** Findings of drafts that no editor shows: on demand, and until the file is opened, changed, renamed or deleted. */
export const checkWorkspace = (
  server: LanguageServer,
): Disposable & { readonly run: () => Promise<void> } => {
  const shown = languages.createDiagnosticCollection('stet workspace')
  const watcher = workspace.createFileSystemWatcher(`**/*.{${Object.keys(DRAFT_ENDINGS).join(',')}}`)

  /** Forgets a file, or whatever lies in a folder. */
  const forget = (gone: Uri) => {
    const place = gone.toString()
    shown.forEach((uri) => {
      if (uri.toString() === place || uri.toString().startsWith(`${place}/`)) shown.delete(uri)
    })
  }

  const run = async (): Promise<void> => {
    shown.clear()
    const outcome = await window.withProgress(
      { location: ProgressLocation.Notification, title: 'Stet: checking the workspace', cancellable: true },
      (progress, token) => checkAll(server, shown, progress, token),
    )
    void window.showInformationMessage(describe(outcome))
  }

  const subscriptions = Disposable.from(
    shown,
    watcher,
    watcher.onDidChange(forget),
    watcher.onDidDelete(forget),
    workspace.onDidOpenTextDocument((document) => forget(document.uri)),
    workspace.onDidRenameFiles(({ files }) => {
      for (const { oldUri } of files) forget(oldUri)
    }),
    workspace.onDidDeleteFiles(({ files }) => {
      for (const uri of files) forget(uri)
    }),
  )
  return { run, dispose: () => subscriptions.dispose() }
}
