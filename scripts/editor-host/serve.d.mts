export interface EditorHost {
  readonly url: string
  close(): Promise<void>
}

export const serveEditor: (host: {
  /** Folder of the unpacked extension. */
  readonly extension: string
  /** Path in the page's memory → path of the file on the disk, which is only read. */
  readonly files: ReadonlyMap<string, string>
  /** Folder in the page's memory that VS Code opens. */
  readonly folder: string
  /** File in the page's memory that VS Code opens. */
  readonly open?: string | undefined
  /** Settings of VS Code, beside those that keep it quiet. */
  readonly settings?: Readonly<Record<string, unknown>>
  /** Any free one unless told. */
  readonly port?: number
}) => Promise<EditorHost>
