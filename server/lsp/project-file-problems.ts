import { type Connection, DiagnosticSeverity } from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { rangeOf, SOURCE } from './diagnostics'
import type { DraftConfig } from './drafts'

/** Tells of what is wrong in project files, at its place there, each time that such a file has changed. */
export interface ProjectFileReporter {
  report(settings: DraftConfig): void
  /** These files have changed, or are gone. */
  forget(uris: readonly string[]): void
}

export function createProjectFileReporter(connection: Connection): ProjectFileReporter {
  const reported = new Map<string, string>()
  return {
    report({ projectFile, problems }) {
      if (!projectFile || reported.get(projectFile.uri) === projectFile.text) return
      reported.set(projectFile.uri, projectFile.text)
      const document = TextDocument.create(projectFile.uri, 'jsonc', 0, projectFile.text)
      const diagnostics = problems.map((problem) => ({
        range: rangeOf(document, problem),
        severity: DiagnosticSeverity.Error,
        code: 'stet-config',
        source: SOURCE,
        message: problem.message,
        data: { kind: 'invalid' },
      }))
      void connection.sendDiagnostics({ uri: projectFile.uri, diagnostics })
    },
    forget(uris) {
      for (const uri of uris) {
        if (reported.delete(uri)) void connection.sendDiagnostics({ uri, diagnostics: [] })
      }
    },
  }
}
