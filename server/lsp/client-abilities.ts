import type { InitializeParams } from 'vscode-languageserver'

/** What the client can do, as far as it makes a difference here. */
export interface ClientAbilities {
  readonly configuration: boolean
  readonly watchesFiles: boolean
  readonly pullsDiagnostics: boolean
  readonly refreshesDiagnostics: boolean
  readonly versionedEdits: boolean
  readonly createsFiles: boolean
  readonly snippetEdits: boolean
  readonly relatedInformation: boolean
  /** Where Stet's own extension stands; only its client knows Stet's commands. */
  readonly extension: string | undefined
  /** The workspace's folders. */
  readonly folders: readonly string[]
}

export function abilitiesOf({
  capabilities,
  initializationOptions,
  workspaceFolders,
  rootUri,
}: InitializeParams): ClientAbilities {
  const { workspace, textDocument } = capabilities
  const edits = workspace?.workspaceEdit
  const extension = (initializationOptions as { extensionUri?: unknown } | undefined)?.extensionUri
  return {
    configuration: Boolean(workspace?.configuration),
    watchesFiles: Boolean(workspace?.didChangeWatchedFiles?.dynamicRegistration),
    pullsDiagnostics: Boolean(textDocument?.diagnostic),
    refreshesDiagnostics: Boolean(workspace?.diagnostics?.refreshSupport),
    versionedEdits: Boolean(edits?.documentChanges),
    createsFiles: Boolean(edits?.documentChanges && edits.resourceOperations?.includes('create')),
    snippetEdits: Boolean(edits?.documentChanges && edits.snippetEditSupport),
    relatedInformation: Boolean(textDocument?.publishDiagnostics?.relatedInformation),
    extension: typeof extension === 'string' ? extension : undefined,
    folders: workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []),
  }
}
