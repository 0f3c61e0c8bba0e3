import type { Connection } from 'vscode-languageserver'

/** What takes longer than this, in milliseconds, the editor shows. */
const PATIENCE = 1000

/** Tells the editor of work that takes long, from the moment that it has. Where the editor shows no progress, nobody. */
export interface Progress {
  /** The work isn't done yet. */
  goesOn(): void
  ends(): void
}

export function createProgress(connection: Connection, title: string): Progress {
  const begun = Date.now()
  let shown: ReturnType<Connection['window']['createWorkDoneProgress']> | undefined
  return {
    goesOn() {
      if (shown || Date.now() - begun < PATIENCE) return
      shown = connection.window.createWorkDoneProgress()
      shown.then(
        (progress) => progress.begin(title),
        () => {},
      )
    },
    ends() {
      shown?.then(
        (progress) => progress.done(),
        () => {},
      )
    },
  }
}
