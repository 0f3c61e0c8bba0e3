/** Chooses the files that a page gets to work on. */
import { existsSync } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { basename, dirname, extname, join, relative, sep } from 'node:path'

const DRAFTS = new Set(['.md', '.markdown', '.txt'])
const PROJECT_FILE = 'stet.json'

const isSkipped = (name) => name === 'node_modules' || name.startsWith('.')
const isWanted = (name) => name === PROJECT_FILE || DRAFTS.has(extname(name).toLowerCase())

const walk = async (folder) => {
  const entries = await readdir(folder, { withFileTypes: true })
  const found = await Promise.all(
    entries
      .filter((entry) => !isSkipped(entry.name))
      .map((entry) => {
        const path = join(folder, entry.name)
        if (entry.isDirectory()) return walk(path)
        return entry.isFile() && isWanted(entry.name) ? [path] : []
      }),
  )
  return found.flat().sort()
}

const nearestProjectFile = (folder) => {
  const file = join(folder, PROJECT_FILE)
  if (existsSync(file)) return file
  return dirname(folder) === folder ? undefined : nearestProjectFile(dirname(folder))
}

const inMemory = (folder, path) => `/${basename(folder)}/${path.split(sep).join('/')}`

const withProjectFile = (files, folder) => {
  const projectFile = nearestProjectFile(folder)
  return projectFile === undefined ? files : files.set(inMemory(folder, PROJECT_FILE), projectFile)
}

/**
 * What to serve for a draft or a folder of drafts, with the `stet.json` that governs them; `open` is the draft, or
 * the folder's first.
 *
 * @param {string} path absolute
 * @returns {Promise<{ files: Map<string, string>, folder: string, open: string | undefined }>}
 */
export const collectFiles = async (path) => {
  if ((await stat(path)).isFile()) {
    const folder = dirname(path)
    const open = inMemory(folder, basename(path))
    return { files: withProjectFile(new Map([[open, path]]), folder), folder: `/${basename(folder)}`, open }
  }
  const paths = await walk(path)
  const files = new Map(paths.map((file) => [inMemory(path, relative(path, file)), file]))
  const open = [...files.keys()].find((file) => basename(file) !== PROJECT_FILE)
  return { files: withProjectFile(files, path), folder: `/${basename(path)}`, open }
}
