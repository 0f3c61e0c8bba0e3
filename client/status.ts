import {
  type Command,
  Disposable,
  LanguageStatusSeverity,
  languages,
  type TextDocument,
  window,
  workspace,
} from 'vscode'
import type { DateSource, DraftStatus } from '../server/lsp/protocol'
import { DRAFT_SELECTOR, isDraft } from './drafts'
import type { LanguageServer } from './language-server'

const SET_DATE: Command = { command: 'stet.setDraftDate', title: 'Set Date…' }
const RESTART: Command = { command: 'stet.restartServer', title: 'Restart' }

const SOURCES: Readonly<Record<DateSource, string>> = {
  option: 'as told',
  'front-matter': 'from the front matter',
  'published-line': 'from its “Published” line',
  dateline: 'from the dateline',
  'stet.json': 'from stet.json',
  setting: 'from the settings',
}

interface Shown {
  readonly text: string
  readonly detail?: string
  readonly command?: Command
  readonly busy?: boolean
  readonly severity?: LanguageStatusSeverity
}

const describeFindings = (total: number): string => {
  if (total === 0) return 'Nothing to report'
  return total === 1 ? '1 finding' : `${total} findings`
}

const describeDate = (date: DraftStatus['date']): string =>
  date === null
    ? 'The draft’s date is unknown'
    : `Draft of ${date.day}, ${SOURCES[date.source] ?? date.source}`

const describe = (server: LanguageServer, document: TextDocument, status: DraftStatus | undefined): Shown => {
  if (server.state === 'starting') return { text: 'Stet is starting', busy: true }
  if (server.state === 'stopped') {
    return { text: 'Stet has stopped', command: RESTART, severity: LanguageStatusSeverity.Error }
  }
  if (!isDraft(document)) return { text: 'Not checked', detail: 'This text is not a draft of your own' }
  if (status === undefined) return { text: 'Checking', busy: true }
  return { text: describeFindings(status.total), detail: describeDate(status.date), command: SET_DATE }
}

/** A language status item: the findings and the date of the draft in front, and whether the server runs. */
export const showStatus = (server: LanguageServer): Disposable => {
  const item = languages.createLanguageStatusItem('stet.draft', DRAFT_SELECTOR)
  item.name = 'Stet'
  const statuses = new Map<string, DraftStatus>()

  const render = () => {
    const document = window.activeTextEditor?.document
    if (document === undefined) return
    const shown = describe(server, document, statuses.get(document.uri.toString()))
    item.text = shown.text
    item.detail = shown.detail
    item.command = shown.command
    item.busy = shown.busy ?? false
    item.severity = shown.severity ?? LanguageStatusSeverity.Information
  }

  render()
  return Disposable.from(
    item,
    server.onDidChangeState(render),
    server.onDidCheck((status) => {
      statuses.set(status.uri, status)
      render()
    }),
    workspace.onDidCloseTextDocument((document) => statuses.delete(document.uri.toString())),
    window.onDidChangeActiveTextEditor(render),
  )
}
