import ignore from 'ignore'
import { URI } from 'vscode-uri'
import { type Checked, type Checker, type Circumstances, createChecker } from '../check'
import type { Config } from '../config/config'
import type { ConfigProblem } from '../config/read-config'
import type { Language } from '../draft/draft'
import type { DraftDocument } from './draft-document'
import type { Host, ProjectFile } from './host'

/** How a draft is to be checked. */
export interface DraftConfig {
  readonly config: Config
  readonly projectFile: ProjectFile | undefined
  readonly problems: readonly ConfigProblem[]
}

export const languageOf = (languageId: string): Language =>
  languageId === 'markdown' ? 'markdown' : 'plaintext'

/** Checks open drafts, each version of a draft at most once, on what is known of the version before. */
export interface DraftChecker {
  check(draft: DraftDocument, settings: DraftConfig): Checked
  forget(uri: string): void
}

interface Known {
  readonly checker: Checker
  readonly version: number
  readonly circumstances: Circumstances
  readonly checked: Checked
}

export function createDraftChecker(host: Host): DraftChecker {
  const known = new Map<string, Known>()
  return {
    check(draft, settings) {
      const { uri, version, languageId } = draft.document
      const last = known.get(uri)
      const today = host.today()
      const isSame = last?.circumstances.config === settings.config && last.circumstances.today === today
      if (last && isSame && last.version === version) return last.checked
      const checker = last?.checker ?? createChecker(languageOf(languageId))
      const circumstances = { config: settings.config, today }
      const change = draft.takeChange()
      const text = isIgnored(uri, settings) ? '' : draft.document.getText()
      const checked = checker(text, circumstances, isSame ? change : undefined)
      known.set(uri, { checker, version, circumstances, checked })
      return checked
    },
    forget: (uri) => void known.delete(uri),
  }
}

/** Whether the project file leaves the draft out. */
export function isIgnored(draft: string, { config, projectFile }: DraftConfig): boolean {
  if (!projectFile || !config.ignore.length) return false
  const folder = URI.parse(projectFile.uri).path.replace(/[^/]*$/, '')
  const { path } = URI.parse(draft)
  return (
    path.startsWith(folder) &&
    ignore()
      .add([...config.ignore])
      .ignores(path.slice(folder.length))
  )
}
