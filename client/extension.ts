import { commands, type ExtensionContext, type LogOutputChannel, window } from 'vscode'
import type { BaseLanguageClient, LanguageClientOptions, Middleware } from 'vscode-languageclient'
import { checkWorkspace } from './check-workspace'
import { comparePassages } from './compare'
import { setDraftDate } from './draft-date'
import { DRAFT_SELECTOR, onlyDrafts } from './drafts'
import { createLanguageServer } from './language-server'
import { SAVE_PROJECT_FILE, savedProjectFiles, saveProjectFile } from './saved-project-files'
import { showSources } from './sources'
import { showStatus } from './status'

/** What differs between an extension host on Node and one in a browser. */
export interface Platform {
  createClient(context: ExtensionContext, options: LanguageClientOptions): BaseLanguageClient
  readonly middleware: Middleware
}

const clientOptions = (
  context: ExtensionContext,
  output: LogOutputChannel,
  middleware: Middleware,
): LanguageClientOptions => ({
  documentSelector: DRAFT_SELECTOR,
  outputChannel: output,
  // The pages that a finding links to ship with the extension.
  initializationOptions: { extensionUri: context.extensionUri.toString() },
  middleware: { ...onlyDrafts(), ...savedProjectFiles, ...middleware },
})

/** Starts the language server and everything that shows in the editor. */
export const start = async (context: ExtensionContext, platform: Platform): Promise<void> => {
  const output = window.createOutputChannel('Stet', { log: true })
  const options = clientOptions(context, output, platform.middleware)
  const server = createLanguageServer(() => platform.createClient(context, options), output)
  const workspaceCheck = checkWorkspace(server)
  context.subscriptions.push(
    server,
    output,
    workspaceCheck,
    showStatus(server),
    showSources(server),
    comparePassages(),
    commands.registerCommand('stet.setDraftDate', setDraftDate(server)),
    commands.registerCommand('stet.checkWorkspace', workspaceCheck.run),
    commands.registerCommand('stet.restartServer', server.restart),
    commands.registerCommand('stet.showOutput', () => output.show()),
    commands.registerCommand(SAVE_PROJECT_FILE, saveProjectFile),
  )
  await server.start()
}
