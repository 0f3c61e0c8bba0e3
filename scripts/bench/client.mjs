/** A client that speaks the Language Server Protocol to a server process, with as little of its own as can be. */
import { spawn } from 'node:child_process'

const HEADER_END = '\r\n\r\n'

/** Starts a server and opens a session; `command` is an executable with its arguments. */
export async function startClient(command, { env = {} } = {}) {
  const spawned = performance.now()
  const child = spawn(command[0], command.slice(1), {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, ...env },
  })
  const waiting = new Map()
  /** Requests that the server sent of itself, by method: a refresh among them would be a late answer. */
  const asked = new Map()
  let lastId = 0

  const send = (message) => {
    const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }))
    child.stdin.write(Buffer.concat([Buffer.from(`Content-Length: ${body.length}${HEADER_END}`), body]))
  }
  const notify = (method, params) => send({ method, params })
  const request = (method, params) => {
    lastId++
    const id = lastId
    send({ id, method, params })
    return Object.assign(new Promise((resolve, reject) => waiting.set(id, { resolve, reject })), { id })
  }
  const receive = (message) => {
    if (message.method && message.id !== undefined) {
      asked.set(message.method, (asked.get(message.method) ?? 0) + 1)
      const result =
        message.method === 'workspace/configuration' ? message.params.items.map(() => null) : null
      send({ id: message.id, result })
      return
    }
    if (message.method) {
      asked.set(message.method, (asked.get(message.method) ?? 0) + 1)
      return
    }
    const { resolve, reject } = waiting.get(message.id)
    waiting.delete(message.id)
    if (message.error) reject(Object.assign(new Error(message.error.message), message.error))
    else resolve(message.result)
  }
  child.stdout.on('data', frames(receive))
  const ended = new Promise((resolve) => child.on('exit', resolve))

  const { capabilities } = await request('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities: {
      workspace: { configuration: true, diagnostics: { refreshSupport: true } },
      textDocument: { diagnostic: {}, publishDiagnostics: { relatedInformation: true } },
    },
  })
  notify('initialized', {})
  const stop = async () => {
    await request('shutdown')
    notify('exit')
    await ended
  }
  return { pid: child.pid, spawned, capabilities, asked, notify, request, stop }
}

/** Takes messages out of a stream of bytes, in time proportional to the bytes. */
function frames(receive) {
  let chunks = []
  let held = 0
  let needed = -1
  const joined = () => {
    if (chunks.length > 1) chunks = [Buffer.concat(chunks)]
    return chunks[0] ?? Buffer.alloc(0)
  }
  return (chunk) => {
    chunks.push(chunk)
    held += chunk.length
    for (;;) {
      if (needed < 0) {
        const bytes = joined()
        const end = bytes.indexOf(HEADER_END)
        if (end < 0) return
        needed = Number(/content-length:\s*(\d+)/i.exec(bytes.subarray(0, end).toString('latin1'))[1])
        chunks = [bytes.subarray(end + HEADER_END.length)]
        held = chunks[0].length
      }
      if (held < needed) return
      const bytes = joined()
      const body = bytes.subarray(0, needed)
      chunks = [bytes.subarray(needed)]
      held = chunks[0].length
      needed = -1
      receive(JSON.parse(body.toString('utf8')))
    }
  }
}

/** A draft that a client has open in a server. */
export function openDraft(client, { uri, languageId, text }) {
  let version = 1
  let resultId
  client.notify('textDocument/didOpen', { textDocument: { uri, languageId, version, text } })
  const pull = async () => {
    const report = await client.request('textDocument/diagnostic', {
      textDocument: { uri },
      ...(resultId ? { previousResultId: resultId } : {}),
    })
    resultId = report.resultId
    return report
  }
  const change = (contentChanges) => {
    version++
    client.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges })
  }
  const close = () => client.notify('textDocument/didClose', { textDocument: { uri } })
  return { pull, change, close }
}
