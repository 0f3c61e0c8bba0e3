import { cpSync, mkdtempSync, readdirSync, realpathSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'

const PROJECT = join(import.meta.dirname, '..', '..')
const VISITED = [join(PROJECT, 'samples'), join(import.meta.dirname, 'drafts')]
/** The draft of the Sources view, which only VS Code has. */
const QUOTED = join(import.meta.dirname, 'quoted')

const isDraft = (name: string): boolean => ['.md', '.txt'].includes(extname(name))

/** A fresh copy of every draft, in a folder of its own; `drafts` are those that the suite visits and mends. */
export const copyDrafts = (): { readonly folder: string; readonly drafts: readonly string[] } => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'stet-drafts-')))
  for (const source of [...VISITED, QUOTED]) cpSync(source, folder, { recursive: true })
  return { folder, drafts: VISITED.flatMap((source) => readdirSync(source)).filter(isDraft) }
}
