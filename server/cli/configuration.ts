import fs from 'node:fs'
import path from 'node:path'
import ignore from 'ignore'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { type Config, DEFAULT_CONFIG } from '../config/config'
import { readProjectFile, resolveConfig } from '../config/read-config'
import { Failure, reasonOf } from '../node/failure'
import { nearestProjectFile } from '../node/project-files'

/** The configuration of drafts, by the folder they stand in. Each project file is read once. */
export interface Configurations {
  configOf(draft: string): Config
  /** Whether the project file leaves the draft out. */
  isIgnored(draft: string): boolean
  /** What was wrong with project files; they held for the rest. */
  readonly failures: readonly Failure[]
}

interface Project {
  readonly config: Config
  readonly ignores: (draft: string) => boolean
}

/** `only` is the project file to use for all drafts, instead of the nearest one. */
export function createConfigurations(only: string | undefined): Configurations {
  const projects = new Map<string | undefined, Project>()
  const failures: Failure[] = []
  const projectOf = (draft: string): Project => {
    const file = only ?? nearestProjectFile(path.dirname(path.resolve(draft)))
    const known = projects.get(file) ?? (file === undefined ? NO_PROJECT : readProject(file, failures))
    projects.set(file, known)
    return known
  }
  return {
    configOf: (draft) => projectOf(draft).config,
    isIgnored: (draft) => projectOf(draft).ignores(draft),
    failures,
  }
}

const NO_PROJECT: Project = { config: DEFAULT_CONFIG, ignores: () => false }

function readProject(file: string, failures: Failure[]): Project {
  const shown = path.relative('', file) || file
  let text: string
  try {
    text = fs.readFileSync(file, 'utf8')
  } catch (error) {
    failures.push(new Failure(reasonOf(error), shown))
    return NO_PROJECT
  }
  const { written, problems } = readProjectFile(text)
  const document = TextDocument.create('', 'json', 0, text)
  for (const { message, start } of problems) {
    const { line, character } = document.positionAt(start)
    failures.push(new Failure(message, `${shown}:${line + 1}:${character + 1}`))
  }
  const config = resolveConfig({}, written)
  const patterns = ignore().add([...config.ignore])
  const root = path.dirname(path.resolve(file))
  return {
    config,
    ignores: (draft) => {
      const relative = path.relative(root, path.resolve(draft)).split(path.sep).join('/')
      return !relative.startsWith('..') && relative !== '' && patterns.ignores(relative)
    },
  }
}
