import { Uri, workspace } from 'vscode'
import { type ConfigurationParams, type Middleware, ResponseError } from 'vscode-languageclient'
import type { ProjectFile } from '../server/lsp/protocol'

export const PROJECT_FILE_NAME = 'stet.json'

const folderOf = (uri: Uri): Uri => Uri.joinPath(uri, '..')

const readText = async (uri: Uri): Promise<string | undefined> => {
  try {
    return new TextDecoder().decode(await workspace.fs.readFile(uri))
  } catch {
    return undefined
  }
}

/**
 * The `stet.json` nearest to the draft: from its own folder up to the workspace folder. A draft that was never saved
 * has that of the first workspace folder.
 */
export const nearestProjectFile = async (draft: Uri): Promise<ProjectFile | null> => {
  const isUnsaved = draft.scheme === 'untitled'
  const root = isUnsaved ? workspace.workspaceFolders?.[0]?.uri : workspace.getWorkspaceFolder(draft)?.uri
  if (isUnsaved && root === undefined) return null

  let folder = isUnsaved && root !== undefined ? root : folderOf(draft)
  for (;;) {
    const uri = Uri.joinPath(folder, PROJECT_FILE_NAME)
    const text = await readText(uri)
    if (text !== undefined) return { uri: uri.toString(), text }
    if (folder.path === root?.path || folder.path === '/') return null
    folder = folderOf(folder)
  }
}

/** Answers for the section `stet` with the project file beside the settings: a server in a browser can't read it. */
export const handOverProjectFile: Middleware = {
  workspace: {
    configuration: async (params: ConfigurationParams, token, next) => {
      const answers = await next(params, token)
      if (answers instanceof ResponseError) return answers
      return Promise.all(
        params.items.map(async (item, index) => {
          const settings = answers[index]
          if (item.section !== 'stet' || item.scopeUri === undefined) return settings
          return { ...settings, projectFile: await nearestProjectFile(Uri.parse(item.scopeUri)) }
        }),
      )
    },
  },
}
