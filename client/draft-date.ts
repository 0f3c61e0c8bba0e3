import { type QuickPickItem, Range, type TextDocument, Uri, WorkspaceEdit, window, workspace } from 'vscode'
import {
  PROJECT_FILE_WITH_DATE,
  type ProjectFileWithDateParams,
  SET_DATE,
  type SetDateParams,
  type SetDateResult,
} from '../server/lsp/protocol'
import { isDraft } from './drafts'
import type { LanguageServer } from './language-server'
import { PROJECT_FILE_NAME } from './project-file'
import { isProjectFile, saveProjectFile } from './saved-project-files'

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/
/** A day at the head of a file name, as blogs have it: `2013-10-15-debt-ceiling.md`. */
const DAY_IN_FILE_NAME = /(?<!\d)(\d{4}-\d{2}-\d{2})(?!\d)/

const isCalendarDay = (text: string): boolean => {
  const [, year, month, day] = DAY.exec(text) ?? []
  if (year === undefined) return false
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  return date.toISOString().startsWith(text)
}

/** The calendar day on the writer's own clock. */
const dayOf = (time: Date): string => {
  const twoDigits = (value: number) => String(value).padStart(2, '0')
  return `${time.getFullYear()}-${twoDigits(time.getMonth() + 1)}-${twoDigits(time.getDate())}`
}

interface Choice extends QuickPickItem {
  /** Undefined where the writer is yet to say. */
  readonly day: string | undefined
}

const choicesFor = async (draft: Uri): Promise<Choice[]> => {
  const choices: Choice[] = []
  const offer = (day: string, label: string) => {
    if (!choices.some((choice) => choice.day === day)) choices.push({ label, description: day, day })
  }
  const inName = DAY_IN_FILE_NAME.exec(draft.path.slice(draft.path.lastIndexOf('/') + 1))?.[1]
  if (inName !== undefined && isCalendarDay(inName)) offer(inName, 'The day in the file’s name')
  offer(dayOf(new Date()), 'Today')
  if (draft.scheme !== 'untitled') {
    const { ctime, mtime } = await workspace.fs.stat(draft)
    if (mtime > 0) offer(dayOf(new Date(mtime)), 'The day the file was last saved')
    if (ctime > 0) offer(dayOf(new Date(ctime)), 'The day the file was made')
  }
  choices.push({ label: 'Another day…', day: undefined })
  return choices
}

const askForDay = async (draft: Uri): Promise<string | undefined> => {
  const choice = await window.showQuickPick(await choicesFor(draft), {
    title: 'Set Draft Date',
    placeHolder: 'The day on which the draft speaks: “today” and “yesterday” count from it',
  })
  if (choice === undefined || choice.day !== undefined) return choice?.day
  return window.showInputBox({
    title: 'Set Draft Date',
    prompt: 'Year, month and day',
    placeHolder: '2013-10-15',
    validateInput: (text) =>
      isCalendarDay(text.trim())
        ? undefined
        : 'Write a day of the calendar as year-month-day, such as 2013-10-15',
  })
}

/** Applies the edit, and saves the project files in it: the server reads them from the disk. The draft stays unsaved. */
const applyAndSave = async (edit: WorkspaceEdit): Promise<void> => {
  if (!(await workspace.applyEdit(edit))) throw new Error('The editor refused the change.')
  for (const [uri] of edit.entries()) {
    if (isProjectFile(uri)) await saveProjectFile(uri)
  }
}

const exists = async (uri: Uri): Promise<boolean> => {
  try {
    await workspace.fs.stat(uri)
    return true
  } catch {
    return false
  }
}

/** The edit that puts the day into the `stet.json` beside the draft, made if there is none. */
const editProjectFile = async (server: LanguageServer, file: Uri, day: string): Promise<WorkspaceEdit> => {
  const withDate = (text: string) => {
    const params: ProjectFileWithDateParams = { text, day }
    return server.request<string>(PROJECT_FILE_WITH_DATE, params)
  }
  const edit = new WorkspaceEdit()
  if (!(await exists(file))) {
    edit.createFile(file, { contents: new TextEncoder().encode(await withDate('')) })
    return edit
  }
  const document = await workspace.openTextDocument(file)
  const whole = new Range(0, 0, document.lineCount, 0)
  edit.replace(file, whole, await withDate(document.getText()))
  return edit
}

const setDate = async (server: LanguageServer, draft: TextDocument, day: string): Promise<void> => {
  const params: SetDateParams = { uri: server.client().code2ProtocolConverter.asUri(draft.uri), day }
  const answer = await server.request<SetDateResult>(SET_DATE, params)
  if (answer !== null) {
    await applyAndSave(await server.client().protocol2CodeConverter.asWorkspaceEdit(answer))
    return
  }
  if (draft.uri.scheme === 'untitled') {
    void window.showInformationMessage(
      'Save the draft first: the date of a text without front matter is kept in a stet.json beside it.',
    )
    return
  }
  const file = Uri.joinPath(draft.uri, '..', PROJECT_FILE_NAME)
  await applyAndSave(await editProjectFile(server, file, day))
  void window.showInformationMessage(
    `${day} now stands in ${workspace.asRelativePath(file)}: it is the date of every draft there that gives none itself.`,
  )
}

/** Asks for the day on which a draft speaks, and writes it down where Stet looks for it. */
export const setDraftDate =
  (server: LanguageServer) =>
  async (uri?: string): Promise<void> => {
    const draft =
      uri === undefined ? window.activeTextEditor?.document : await workspace.openTextDocument(Uri.parse(uri))
    if (draft === undefined || !isDraft(draft)) {
      void window.showInformationMessage('Open a draft first: a plain text or a Markdown file.')
      return
    }
    const day = await askForDay(draft.uri)
    if (day !== undefined) await setDate(server, draft, day.trim())
  }
