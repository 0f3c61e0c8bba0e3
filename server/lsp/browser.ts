import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from 'vscode-languageserver/browser'
import type { Host } from './host'
import { serve } from './serve'

const host: Host = {
  today: () => {
    const now = new Date()
    const two = (n: number) => String(n).padStart(2, '0')
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
  },
  pause: () => new Promise((resolve) => setTimeout(resolve)),
  awaited: () => () => {},
  // The client says where the extension is, and hands the project file over with its settings.
  pageOf: () => undefined,
  projectFile: () => undefined,
  draftsIn: () => [],
  readDraft: () => undefined,
}

const worker = globalThis as unknown as DedicatedWorkerGlobalScope
const connection = createConnection(
  ProposedFeatures.all,
  new BrowserMessageReader(worker),
  new BrowserMessageWriter(worker),
)
serve(connection, host)
