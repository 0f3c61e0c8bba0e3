/** What client and server say to each other beyond the Language Server Protocol. */
import type { Diagnostic, Range, WorkspaceEdit } from 'vscode-languageserver-protocol'

/** Server → client, after each check of an open draft. */
export const STATUS = 'stet/status'
export interface DraftStatus {
  readonly uri: string
  readonly version: number
  /** How many findings of each severity; `total` counts all of them. */
  readonly findings: Readonly<Record<'error' | 'warning' | 'information' | 'hint', number>>
  readonly total: number
  /** The draft's own date, and where that was learnt. */
  readonly date: { readonly day: string; readonly source: DateSource } | null
}
export type DateSource = 'option' | 'front-matter' | 'published-line' | 'dateline' | 'stet.json' | 'setting'

/** Client → server: the edit that gives a draft its date, or null where the draft has no place for one. */
export const SET_DATE = 'stet/setDate'
export interface SetDateParams {
  readonly uri: string
  /** ISO 8601 calendar day: `2013-10-15`. */
  readonly day: string
}
export type SetDateResult = WorkspaceEdit | null

/** Client → server: the text of a `stet.json` with its `date` set, everything else as it was. */
export const PROJECT_FILE_WITH_DATE = 'stet/projectFileWithDate'
export interface ProjectFileWithDateParams {
  /** The file as it is; empty for a new one. */
  readonly text: string
  readonly day: string
}

/** Client → server: the findings of a text that no editor has open. */
export const CHECK_TEXT = 'stet/checkText'
export interface CheckTextParams {
  readonly uri: string
  readonly languageId: string
  readonly text: string
}
export type CheckTextResult = Diagnostic[]

/** Client → server: who is quoted in an open draft as it stands; null where none is open by that address. */
export const SOURCES = 'stet/sources'
export interface SourcesParams {
  readonly uri: string
}
export type SourcesResult = readonly DraftSource[] | null
/** Somebody who is quoted. Nobody comes first, then everybody in the order of the text. */
export interface DraftSource {
  readonly kind: 'nobody' | 'named' | 'described' | 'unnamed' | 'pronoun'
  /** "Ines Varga", however the draft calls her; empty for nobody. */
  readonly name: string
  /** What else the draft calls them where it quotes them: "Varga", "she". */
  readonly alsoCalled: readonly string[]
  readonly quotations: readonly SourceQuotation[]
}
export interface SourceQuotation {
  readonly range: Range
  /** On one line, marks included; cut where it is long. */
  readonly text: string
  /** What the draft calls the speaker there: "she". */
  readonly speaker: string | null
  /** By which words they are its own: "she said". */
  readonly by: string | null
}

/** Added by the browser's client to its answer for the section `stet`, since the server can't read files there. */
export interface ProjectFile {
  readonly uri: string
  readonly text: string
}
