import ignore from 'ignore'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import { URI } from 'vscode-uri'
import { type CheckedWithMemory, checkText } from '../check'
import type { Config } from '../config/config'
import type { ConfigProblem } from '../config/read-config'
import type { Language } from '../draft/draft'
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
  check(document: TextDocument, settings: DraftConfig): CheckedWithMemory
  forget(uri: string): void
}

export function createDraftChecker(host: Host): DraftChecker {
  const known = new Map<
    string,
    { version: number; settings: DraftConfig; today: string; checked: CheckedWithMemory }
  >()
  return {
    check(document, settings) {
      const last = known.get(document.uri)
      const today = host.today()
      if (last && last.version === document.version && last.settings === settings && last.today === today) {
        return last.checked
      }
      const text = isIgnored(document.uri, settings) ? '' : document.getText()
      const circumstances = { config: settings.config, today }
      const checked = checkText(text, languageOf(document.languageId), circumstances, last?.checked.memory)
      known.set(document.uri, { version: document.version, settings, today, checked })
      return checked
    },
    forget: (uri) => void known.delete(uri),
  }
}

/** Whether the project file leaves the draft out. */
function isIgnored(draft: string, { config, projectFile }: DraftConfig): boolean {
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
