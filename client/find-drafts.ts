import ignore from 'ignore'
import { FileType, RelativePattern, Uri, type WorkspaceFolder, workspace } from 'vscode'
import { DRAFT_ENDINGS } from './drafts'

const ENDINGS = Object.keys(DRAFT_ENDINGS)

export const languageOf = (uri: Uri): string => {
  const ending = uri.path.slice(uri.path.lastIndexOf('.') + 1).toLowerCase()
  return DRAFT_ENDINGS[ending] ?? 'plaintext'
}

const isDraftName = (name: string): boolean =>
  ENDINGS.some((ending) => name.toLowerCase().endsWith(`.${ending}`))

/** `files.exclude` as patterns of an ignore file: unlike there, a pattern of the setting counts from the folder. */
const excludesOf = (folder: WorkspaceFolder): string[] => {
  const setting = workspace.getConfiguration('files', folder.uri).get<Record<string, unknown>>('exclude', {})
  return Object.entries(setting)
    .filter(([, isExcluded]) => isExcluded === true)
    .map(([pattern]) => `/${pattern}`)
}

/** Reads the folders one by one. In virtual workspaces VS Code's own search may have no provider, and then never ends. */
const walk = async (folder: WorkspaceFolder): Promise<Uri[]> => {
  const excluded = ignore().add(['node_modules', ...excludesOf(folder)])
  const found: Uri[] = []
  const visit = async (path: string): Promise<void> => {
    for (const [name, type] of await workspace.fs.readDirectory(Uri.joinPath(folder.uri, path))) {
      const child = path === '' ? name : `${path}/${name}`
      if (excluded.ignores(child)) continue
      if (type === FileType.Directory) await visit(child)
      else if ((type & FileType.File) !== 0 && isDraftName(name)) found.push(Uri.joinPath(folder.uri, child))
    }
  }
  await visit('')
  return found
}

const search = (folder: WorkspaceFolder): Thenable<Uri[]> =>
  workspace.findFiles(new RelativePattern(folder, `**/*.{${ENDINGS.join(',')}}`), '**/node_modules/**')

/** The drafts of the workspace, without what `files.exclude` hides. */
export const findDrafts = async (): Promise<Uri[]> => {
  const folders = workspace.workspaceFolders ?? []
  const found = await Promise.all(
    folders.map((folder) => (folder.uri.scheme === 'file' ? search(folder) : walk(folder))),
  )
  return found.flat()
}
