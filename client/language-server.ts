import { type CancellationToken, type Disposable, EventEmitter, type LogOutputChannel } from 'vscode'
import { type BaseLanguageClient, State } from 'vscode-languageclient'
import { type DraftStatus, STATUS } from '../server/lsp/protocol'

export type ServerState = 'starting' | 'running' | 'stopped'

const STATES: Readonly<Record<State, ServerState>> = {
  [State.Starting]: 'starting',
  [State.Running]: 'running',
  [State.Stopped]: 'stopped',
  [State.StartFailed]: 'stopped',
}

/** The language server as the commands see it: it may be restarted under them. */
export interface LanguageServer extends Disposable {
  readonly state: ServerState
  readonly onDidChangeState: (listener: (state: ServerState) => void) => Disposable
  /** After each check of an open draft. */
  readonly onDidCheck: (listener: (status: DraftStatus) => void) => Disposable
  start(): Promise<void>
  restart(): Promise<void>
  request<Result>(method: string, params: unknown, token?: CancellationToken): Promise<Result>
  client(): BaseLanguageClient
}

export const createLanguageServer = (
  createClient: () => BaseLanguageClient,
  output: LogOutputChannel,
): LanguageServer => {
  const stateChanges = new EventEmitter<ServerState>()
  const checks = new EventEmitter<DraftStatus>()
  let client: BaseLanguageClient | undefined
  let state: ServerState = 'stopped'

  const enter = (next: ServerState) => {
    state = next
    stateChanges.fire(next)
  }

  const start = async () => {
    const starting = createClient()
    client = starting
    starting.onDidChangeState(({ newState }) => {
      if (client === starting) enter(STATES[newState])
    })
    starting.onNotification(STATUS, (status: DraftStatus) => checks.fire(status))
    try {
      await starting.start()
    } catch (reason) {
      output.error(`The language server didn't start: ${reason instanceof Error ? reason.message : reason}`)
      enter('stopped')
    }
  }

  const stop = async () => {
    const stopping = client
    client = undefined
    try {
      await stopping?.dispose()
    } catch (reason) {
      output.warn(`The language server had to be ended: ${reason instanceof Error ? reason.message : reason}`)
    }
  }

  const runningClient = () => {
    if (client === undefined || state !== 'running') throw new Error('The language server is not running.')
    return client
  }

  return {
    get state() {
      return state
    },
    onDidChangeState: stateChanges.event,
    onDidCheck: checks.event,
    start,
    restart: async () => {
      enter('starting')
      await stop()
      await start()
    },
    request: (method, params, token) => runningClient().sendRequest(method, params, token),
    client: runningClient,
    dispose: () => {
      void stop()
      stateChanges.dispose()
      checks.dispose()
    },
  }
}
