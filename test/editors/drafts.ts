import { cpSync, mkdtempSync, readdirSync, realpathSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'

const PROJECT = join(import.meta.dirname, '..', '..')
const SOURCES = [join(PROJECT, 'samples'), join(import.meta.dirname, 'drafts')]

/** A fresh copy of every draft that the suite visits, in a folder of its own. */
export const copyDrafts = (): { readonly folder: string; readonly drafts: readonly string[] } => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'stet-drafts-')))
  for (const source of SOURCES) cpSync(source, folder, { recursive: true })
  return { folder, drafts: readdirSync(folder).filter((name) => ['.md', '.txt'].includes(extname(name))) }
}
