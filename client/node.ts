import { type ExtensionContext, Uri } from 'vscode'
import { LanguageClient, TransportKind } from 'vscode-languageclient/node'
import { start } from './extension'

/** In an extension host on Node the server is a process of its own, and reads `stet.json` itself. */
export const activate = (context: ExtensionContext): Promise<void> =>
  start(context, {
    createClient: ({ extensionUri }, options) => {
      const server = {
        module: Uri.joinPath(extensionUri, 'dist', 'server.js').fsPath,
        transport: TransportKind.ipc,
      }
      return new LanguageClient('stet', 'Stet', { run: server, debug: server }, options)
    },
    middleware: {},
  })
