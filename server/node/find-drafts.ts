import fs from 'node:fs'
import path from 'node:path'
import ignore, { type Ignore } from 'ignore'
import type { Language } from '../draft/draft'
import { Failure, reasonOf } from './failure'

const LANGUAGES: Record<string, Language> = {
  '.txt': 'plaintext',
  '.text': 'plaintext',
  '.md': 'markdown',
  '.markdown': 'markdown',
}
const IGNORE_FILES = ['.gitignore', '.stetignore']

/** The markup of a file, by the end of its name; what is unknown is read as plain text. */
export const languageOf = (name: string): Language =>
  LANGUAGES[path.extname(name).toLowerCase()] ?? 'plaintext'

const isDraft = (name: string): boolean => path.extname(name).toLowerCase() in LANGUAGES

export interface Found {
  /** As given, or the given folder joined with the rest. */
  readonly paths: readonly string[]
  readonly failures: readonly Failure[]
}

/** The drafts that a PATH means: itself, or the text and Markdown files below it that no ignore file leaves out. */
export function findDrafts(given: string): Found {
  let isFolder: boolean
  try {
    isFolder = fs.statSync(given).isDirectory()
  } catch (error) {
    return { paths: [], failures: [new Failure(reasonOf(error), given)] }
  }
  if (!isFolder) return { paths: [given], failures: [] }
  const paths: string[] = []
  const failures: Failure[] = []
  walk(given, rulesAbove(path.resolve(given)), paths, failures)
  return { paths, failures }
}

/** The patterns of one ignore file, and the folder that they count from. */
interface Rules {
  readonly folder: string
  readonly patterns: Ignore
}

function walk(folder: string, inherited: readonly Rules[], paths: string[], failures: Failure[]): void {
  const rules = [...inherited, ...rulesIn(path.resolve(folder))]
  let entries: fs.Dirent[]
  try {
    entries = fs.readdirSync(folder, { withFileTypes: true })
  } catch (error) {
    failures.push(new Failure(reasonOf(error), folder))
    return
  }
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue
    const below = path.join(folder, entry.name)
    if (isIgnored(path.resolve(below), entry.isDirectory(), rules)) continue
    if (entry.isDirectory()) walk(below, rules, paths, failures)
    else if (isDraft(entry.name) && (entry.isFile() || linksToFile(below))) paths.push(below)
  }
}

/** Links to folders are not followed: they may lead in a circle. */
function linksToFile(file: string): boolean {
  try {
    return fs.statSync(file).isFile()
  } catch {
    return false
  }
}

function rulesIn(folder: string): Rules[] {
  return IGNORE_FILES.flatMap((name) => {
    try {
      return [{ folder, patterns: ignore().add(fs.readFileSync(path.join(folder, name), 'utf8')) }]
    } catch {
      return []
    }
  })
}

/** The ignore files of the folders above, up to the root of the repository. */
function rulesAbove(folder: string): Rules[] {
  if (fs.existsSync(path.join(folder, '.git'))) return []
  const parent = path.dirname(folder)
  if (parent === folder || !isInRepository(parent)) return []
  return [...rulesAbove(parent), ...rulesIn(parent)]
}

function isInRepository(folder: string): boolean {
  if (fs.existsSync(path.join(folder, '.git'))) return true
  const parent = path.dirname(folder)
  return parent !== folder && isInRepository(parent)
}

function isIgnored(file: string, isFolder: boolean, rules: readonly Rules[]): boolean {
  return rules.some(({ folder, patterns }) => {
    const relative = path.relative(folder, file).split(path.sep).join('/')
    return patterns.ignores(isFolder ? `${relative}/` : relative)
  })
}
