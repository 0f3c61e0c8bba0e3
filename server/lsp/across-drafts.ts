import { TextDocument } from 'vscode-languageserver-textdocument'
import { URI } from 'vscode-uri'
import { createDraftsAcross } from '../across-drafts'
import type { Checked } from '../check'
import type { PlacedText } from './draft-document'
import { type DraftConfig, isIgnored, languageOf } from './drafts'
import type { Host } from './host'

/** What drafts have of each other, where their configuration wants to know: the open ones, and those on the disk. */
export interface AcrossDrafts {
  /** An open draft as checked, with what it has of others. */
  check(document: PlacedText, checked: Checked, settings: DraftConfig): Checked
  /** A draft that is not open; undefined if it isn't among those read. */
  file(uri: string): TextDocument | undefined
  close(uri: string): void
  /** These files have changed, come or gone. */
  filesChanged(uris: readonly string[]): void
}

export interface Surroundings {
  readonly host: Host
  readonly folders: readonly string[]
  /** Drafts of the workspace are about to be read: changes of files matter from now on. */
  onReading(): void
  /** What some open drafts have of others may have changed. */
  onChanged(uris: readonly string[]): void
}

/** So many files are read before the next request has its turn. */
const FILES_AT_ONCE = 50
/** How long others are left alone while somebody types, in milliseconds. */
const QUIET_FOR = 300

export function createAcrossDrafts({ host, folders, onReading, onChanged }: Surroundings): AcrossDrafts {
  const index = createDraftsAcross()
  const open = new Map<string, Checked>()
  const files = new Map<string, TextDocument>()
  const told = new Map<string, string>()
  let isReading = false
  let waiting: ReturnType<typeof setTimeout> | undefined

  const readFile = (uri: string): void => {
    const file = host.readDraft(uri)
    if (!file) {
      files.delete(uri)
      index.remove(uri)
      return
    }
    files.set(uri, TextDocument.create(uri, file.languageId, 0, file.text))
    index.putText(uri, nameOf(uri, folders), file.text, languageOf(file.languageId))
  }

  /** Reads what stands on the disk, a few files at a time, so that nobody waits for it. */
  const readAll = (settings: DraftConfig): void => {
    if (isReading) return
    isReading = true
    onReading()
    const uris = folders.flatMap((folder) => host.draftsIn(folder)).filter((uri) => !isIgnored(uri, settings))
    const readFrom = (at: number): void => {
      for (const uri of uris.slice(at, at + FILES_AT_ONCE)) if (!open.has(uri)) readFile(uri)
      if (at + FILES_AT_ONCE < uris.length) setTimeout(() => readFrom(at + FILES_AT_ONCE))
      else tellOthers()
    }
    if (uris.length) setTimeout(() => readFrom(0))
  }

  const tellOthers = (): void => {
    clearTimeout(waiting)
    waiting = setTimeout(() => {
      const changed = [...open.keys()].filter((uri) => told.get(uri) !== summaryOf(uri))
      if (changed.length) onChanged(changed)
    }, QUIET_FOR)
  }

  const summaryOf = (uri: string): string =>
    JSON.stringify(index.elsewhere(uri).map(({ start, message, related }) => [start, message, related]))

  return {
    check(document, checked, settings) {
      const { uri } = document
      if (!settings.config.acrossDrafts) {
        if (open.delete(uri)) index.remove(uri)
        return checked
      }
      readAll(settings)
      if (open.get(uri) !== checked) {
        open.set(uri, checked)
        files.delete(uri)
        index.put(uri, nameOf(uri, folders), checked)
        tellOthers()
      }
      told.set(uri, summaryOf(uri))
      return index.across(uri, checked)
    },
    file: (uri) => files.get(uri),
    close(uri) {
      if (!open.delete(uri)) return
      told.delete(uri)
      index.remove(uri)
      if (folders.some((folder) => isBelow(uri, folder))) readFile(uri)
      tellOthers()
    },
    filesChanged(uris) {
      if (!isReading) return
      for (const uri of uris) if (!open.has(uri)) readFile(uri)
      tellOthers()
    },
  }
}

const isBelow = (uri: string, folder: string): boolean =>
  uri.startsWith(folder.endsWith('/') ? folder : `${folder}/`)

/** What a message calls a draft: its path in the workspace, or the name of its file. */
function nameOf(uri: string, folders: readonly string[]): string {
  const folder = folders.find((candidate) => isBelow(uri, candidate))
  const { path } = URI.parse(uri)
  if (folder === undefined) return path.slice(path.lastIndexOf('/') + 1)
  return path.slice(URI.parse(folder).path.replace(/\/$/, '').length + 1)
}
