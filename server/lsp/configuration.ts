import type { Connection } from 'vscode-languageserver'
import { readProjectFile, readSettings, resolveConfig } from '../config/read-config'
import type { ClientAbilities } from './client-abilities'
import type { DraftConfig } from './drafts'
import type { Host, ProjectFile } from './host'

/** The configuration of each open draft, asked once and kept until something may have changed it. */
export interface Configurations {
  of(draft: string): Promise<DraftConfig>
  forget(draft: string): void
  forgetAll(): void
}

export function createConfigurations(
  connection: Connection,
  host: Host,
  abilities: ClientAbilities,
): Configurations {
  const known = new Map<string, Promise<DraftConfig>>()
  return {
    of(draft) {
      const last = known.get(draft)
      if (last) return last
      const asked = ask(draft, connection, host, abilities)
      known.set(draft, asked)
      return asked
    },
    forget: (draft) => void known.delete(draft),
    forgetAll: () => known.clear(),
  }
}

async function ask(
  draft: string,
  connection: Connection,
  host: Host,
  abilities: ClientAbilities,
): Promise<DraftConfig> {
  const answer = abilities.configuration ? await settingsFor(draft, connection) : undefined
  const projectFile = host.projectFile(draft) ?? handedOver(answer)
  const settings = readSettings(answer)
  for (const { message } of settings.problems) connection.console.warn(`A setting is left out: ${message}.`)
  const file = projectFile ? readProjectFile(projectFile.text) : { written: {}, problems: [] }
  return { config: resolveConfig(settings.written, file.written), projectFile, problems: file.problems }
}

/** A client may refuse to answer; the defaults hold then. */
async function settingsFor(draft: string, connection: Connection): Promise<unknown> {
  try {
    return await connection.workspace.getConfiguration({ scopeUri: draft, section: 'stet' })
  } catch (error) {
    connection.console.warn(`The editor gave no settings: ${(error as Error).message}`)
    return undefined
  }
}

/** In a browser the client reads the project file, and adds it to its answer. */
function handedOver(answer: unknown): ProjectFile | undefined {
  const file = (answer as { projectFile?: Partial<ProjectFile> | null } | null | undefined)?.projectFile
  return typeof file?.uri === 'string' && typeof file.text === 'string'
    ? { uri: file.uri, text: file.text }
    : undefined
}
