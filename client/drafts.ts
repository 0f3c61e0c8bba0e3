import { type TextDocument, type Uri, workspace } from 'vscode'
import type { Middleware } from 'vscode-languageclient'

/** The languages that Stet reads. */
export const LANGUAGES: readonly string[] = ['plaintext', 'markdown']
export const DRAFT_SELECTOR = LANGUAGES.map((language) => ({ language }))

/** File name endings that VS Code takes for those languages. */
export const DRAFT_ENDINGS: Readonly<Record<string, string>> = {
  md: 'markdown',
  markdown: 'markdown',
  txt: 'plaintext',
}

/** Whether the place can be written to: the other side of a Git diff, an output panel or a chat's code block can't. */
const canBeWritten = (uri: Uri): boolean =>
  uri.scheme === 'untitled' || workspace.fs.isWritableFileSystem(uri.scheme) === true

export const isDraft = (document: TextDocument): boolean =>
  LANGUAGES.includes(document.languageId) && canBeWritten(document.uri)

/** Lets the server see drafts only. A selector can't say this: it knows schemes to include, none to leave out. */
export const onlyDrafts = (): Middleware => {
  const open = new Set<string>()
  const isOpen = (document: TextDocument) => open.has(document.uri.toString())
  return {
    didOpen: async (document, next) => {
      if (!isDraft(document)) return
      open.add(document.uri.toString())
      await next(document)
    },
    didChange: async (event, next) => {
      if (isOpen(event.document)) await next(event)
    },
    didSave: async (document, next) => {
      if (isOpen(document)) await next(document)
    },
    didClose: async (document, next) => {
      if (open.delete(document.uri.toString())) await next(document)
    },
  }
}
