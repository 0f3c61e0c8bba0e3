import { CodeAction, type Command, type Uri, workspace } from 'vscode'
import type { Middleware } from 'vscode-languageclient'
import { PROJECT_FILE_NAME } from './project-file'

/** Not in the palette: it ends an action that has changed a `stet.json`. */
export const SAVE_PROJECT_FILE = 'stet.saveProjectFile'

export const isProjectFile = (uri: Uri): boolean => uri.path.endsWith(`/${PROJECT_FILE_NAME}`)

export const saveProjectFile = async (file: Uri): Promise<void> => {
  await (await workspace.openTextDocument(file)).save()
}

const withSaving = (action: CodeAction | Command): CodeAction | Command => {
  if (!(action instanceof CodeAction) || action.command !== undefined) return action
  const file = action.edit?.entries().find(([uri]) => isProjectFile(uri))?.[0]
  if (file !== undefined) {
    action.command = { command: SAVE_PROJECT_FILE, title: 'Save', arguments: [file] }
  }
  return action
}

/** Saves a `stet.json` that an action has changed: it counts as it stands on the disk. */
export const savedProjectFiles: Middleware = {
  provideCodeActions: async (document, range, context, token, next) =>
    (await next(document, range, context, token))?.map(withSaving),
}
