import ignore from 'ignore'
import { URI } from 'vscode-uri'
import { type Checked, type Circumstances, createStepwiseChecker, type StepwiseChecker } from '../check'
import type { Config } from '../config/config'
import type { ConfigProblem } from '../config/read-config'
import type { Language } from '../draft/draft'
import type { Steps } from '../draft/steps'
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
  /** A draft as it has been checked, if its check has come to its end. */
  current(draft: DraftDocument, settings: DraftConfig): Checked | undefined
  /**
   * Goes on with the check of a draft for a while; undefined if there is more to do. A check of a version that has been
   * typed over is left for the newer one, which takes up what was read.
   */
  advance(draft: DraftDocument, settings: DraftConfig): Checked | undefined
  forget(uri: string): void
}

/** For so many milliseconds a check goes on before the editor's other requests have their turn. */
const SLICE = 2

interface Known {
  readonly check: StepwiseChecker
  readonly version: number
  readonly circumstances: Circumstances
  readonly steps: Steps<Checked>
  readonly checked: Checked | undefined
}

export function createDraftChecker(host: Host): DraftChecker {
  const known = new Map<string, Known>()

  const begun = (draft: DraftDocument, settings: DraftConfig, last: Known | undefined): Known => {
    const { uri, version, languageId } = draft
    const check = last?.check ?? createStepwiseChecker(languageOf(languageId))
    const circumstances = { config: settings.config, today: host.today() }
    const change = draft.takeChange()
    const text = isIgnored(uri, settings) ? '' : draft.text
    const isSame = last && isFor(last, circumstances)
    const steps = check(text, circumstances, isSame ? change : undefined)
    return { check, version, circumstances, steps, checked: undefined }
  }

  /** What is known of a draft, if it is of this version and checked under these circumstances. */
  const ofVersion = ({ uri, version }: DraftDocument, { config }: DraftConfig): Known | undefined => {
    const last = known.get(uri)
    return last?.version === version && isFor(last, { config, today: host.today() }) ? last : undefined
  }

  return {
    current: (draft, settings) => ofVersion(draft, settings)?.checked,
    advance(draft, settings) {
      const { uri } = draft
      const last = ofVersion(draft, settings)
      if (last?.checked) return last.checked
      const now = last ?? begun(draft, settings, known.get(uri))
      // Should a check fail, what it has left is nothing to go on from: the next one begins anew.
      known.delete(uri)
      const checked = inTime(now.steps)
      known.set(uri, { ...now, checked })
      return checked
    },
    forget: (uri) => void known.delete(uri),
  }
}

const isFor = ({ circumstances }: Known, { config, today }: Circumstances): boolean =>
  circumstances.config === config && circumstances.today === today

/** The result of steps, if they come to it in the time of one slice. */
export function inTime<Result>(steps: Steps<Result>): Result | undefined {
  const end = Date.now() + SLICE
  do {
    const step = steps.next()
    if (step.done) return step.value
  } while (Date.now() < end)
  return undefined
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
