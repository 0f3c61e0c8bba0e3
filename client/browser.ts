import { type ExtensionContext, Uri, workspace } from 'vscode'
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type LanguageClientOptions,
  State,
} from 'vscode-languageclient/browser'
import { start } from './extension'
import { handOverProjectFile } from './project-file'

/**
 * A client whose server is a worker. The script is read through VS Code first: an extension that comes from a remote
 * may not start a worker from its own address.
 */
const createClient = (script: Uri, options: LanguageClientOptions): LanguageClient => {
  let worker: Worker | undefined
  let address = ''
  const startWorker = async () => {
    const source = (await workspace.fs.readFile(script)) as Uint8Array<ArrayBuffer>
    address = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }))
    worker = new Worker(address, { name: 'Stet' })
    // Not the worker itself: what VS Code hands out for a worker need not be an instance of its class.
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) }
  }
  const client = new LanguageClient('stet', 'Stet', startWorker, options)
  client.onDidChangeState(({ newState }) => {
    // Not before: VS Code makes the worker fetch the script itself.
    if (newState === State.Running) URL.revokeObjectURL(address)
    if (newState === State.Stopped) worker?.terminate()
  })
  return client
}

/** In a browser the server is a worker, and hears of `stet.json` from the client. */
export const activate = (context: ExtensionContext): Promise<void> =>
  start(context, {
    createClient: ({ extensionUri }, options) =>
      createClient(Uri.joinPath(extensionUri, 'dist', 'server.browser.js'), options),
    middleware: handOverProjectFile,
  })
