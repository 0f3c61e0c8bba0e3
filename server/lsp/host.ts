/** A `stet.json`. */
export interface ProjectFile {
  readonly uri: string
  readonly text: string
}

/** A draft as it stands on the disk. */
export interface DraftFile {
  readonly languageId: string
  readonly text: string
}

/** What the server needs of the place it runs in, be it Node or a browser's worker. */
export interface Host {
  /** Today's calendar day: `2026-01-31`. */
  today(): string
  /** Lets the editor's other requests have their turn. */
  pause(): Promise<void>
  /**
   * An editor waits for a draft to be checked, until what is returned is called: what else the host has to do can wait for
   * as long.
   */
  awaited(languageId: string): () => void
  /** The documentation page of a check, by its code; undefined where none can be reached. */
  pageOf(code: string): string | undefined
  /** The project file nearest to a draft; undefined where there is none, or where the host reads no files. */
  projectFile(draft: string): ProjectFile | undefined
  /** The drafts in a folder and below; none where the host reads no files. */
  draftsIn(folder: string): readonly string[]
  /** A draft's file; undefined where it can't be read (any more). */
  readDraft(uri: string): DraftFile | undefined
}
