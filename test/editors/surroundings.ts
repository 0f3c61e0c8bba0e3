/** What `scripts/test-editors.mjs` has found or fetched for the suite; undefined for what it couldn't. */
export interface Surroundings {
  readonly chromium?: string
  /** Folder whose `node_modules` holds code-server and a Node for it. */
  readonly codeServer?: string
  readonly neovim?: string
  readonly emacs?: string
  /** The packaged extension, and the folder that it was unpacked to. */
  readonly vsix: string
  readonly unpacked: string
  /** Folder for screenshots. */
  readonly artefacts: string
}

export const surroundings: Surroundings = JSON.parse(process.env.STET_EDITORS ?? '{}')
