import { spawn, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

const CLI = path.resolve('dist/cli.js')
const SERVER = path.resolve('dist/server.js')
let home: string

beforeEach(() => {
  home = fs.mkdtempSync(path.join(os.tmpdir(), 'stet-home-'))
})
afterEach(() => fs.rmSync(home, { recursive: true }))

const cache = () => path.join(home, 'stet')
const kept = (): string[] => (fs.existsSync(cache()) ? fs.readdirSync(cache()) : [])
const environment = (more = {}) => ({ ...process.env, XDG_CACHE_HOME: home, LOCALAPPDATA: home, ...more })

function check(more = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, 'check', '-', '--format', 'compact'], {
    input: 'She came back yesterday.\n',
    encoding: 'utf8',
    env: environment(more),
  })
  return { status, stdout, stderr }
}

const plain = () => check({ NODE_DISABLE_COMPILE_CACHE: '1' })

// Where programs keep such things on a Mac can't be told them.
describe.skipIf(process.platform === 'darwin')('the code that was compiled at the last start', () => {
  test('is kept for the next one, which says the same', () => {
    const first = check()
    expect(first).toEqual(plain())
    expect(kept()).toHaveLength(1)
    const file = path.join(cache(), kept()[0]!)
    const { mtimeMs } = fs.statSync(file)
    expect(check()).toEqual(first)
    expect(fs.statSync(file).mtimeMs).toBe(mtimeMs)
  })

  test('is not used where it was damaged, and made again', () => {
    const whole = check()
    const file = path.join(cache(), kept()[0]!)
    const content = fs.readFileSync(file)
    const damaged = Buffer.from(content)
    damaged[content.length >> 1]! ^= 255
    for (const bad of [damaged, content.subarray(0, content.length >> 1), Buffer.alloc(0)]) {
      fs.writeFileSync(file, bad)
      expect(check()).toEqual(whole)
      expect(fs.readFileSync(file).equals(bad)).toBe(false)
    }
  })

  test('is not kept where nothing can be written', () => {
    fs.writeFileSync(cache(), 'in the way')
    expect(check()).toEqual(plain())
    expect(fs.readFileSync(cache(), 'utf8')).toBe('in the way')
  })

  test('is not kept where the environment says so', () => {
    expect(plain().stdout).toContain('yesterday')
    expect(kept()).toEqual([])
  })

  test('makes room for itself after a month', () => {
    fs.mkdirSync(cache())
    for (const name of ['old', 'new']) fs.writeFileSync(path.join(cache(), name), '')
    const long = new Date(Date.now() - 31 * 24 * 60 * 60 * 1000)
    fs.utimesSync(path.join(cache(), 'old'), long, long)
    check()
    expect(kept()).toHaveLength(2)
    expect(kept()).toContain('new')
  })

  test('is kept of a server that is never asked to exit', async () => {
    const server = spawn(process.execPath, [SERVER, '--stdio'], { env: environment() })
    while (!kept().some((name) => !name.endsWith(String(server.pid)))) await sleep(100)
    server.kill('SIGKILL')
    expect(kept()).toHaveLength(1)
  })
})
