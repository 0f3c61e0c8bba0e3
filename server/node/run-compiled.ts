import { createHash } from 'node:crypto'
import fs from 'node:fs'
import { createRequire, wrap } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import { Script } from 'node:vm'

/** Long after a start, and long before most sessions end. */
const WHEN_IDLE = 5000
const A_MONTH = 30 * 24 * 60 * 60 * 1000
const DIGEST = 32

/**
 * Runs a bundle with what was compiled of it when it last ran: of the time from a start to the first diagnostics that
 * saves a quarter. Node can do so itself only from version 22.1 on. Where the folder for it can't be written, the bundle is compiled
 * anew each time, as it is where the environment sets `NODE_DISABLE_COMPILE_CACHE`.
 *
 * @param bundle Its file.
 * @param version Tells this bundle from all others of its name: compiled code says nothing of the text that it is of.
 */
export function runCompiled(bundle: string, version: string): void {
  const keeps = process.env.NODE_DISABLE_COMPILE_CACHE === undefined
  const name = `${path.basename(bundle, '.js')}-${version}-${process.versions.v8}-${process.arch}`
  const file = keeps ? path.join(cacheFolder(), name) : undefined
  const cachedData = file === undefined ? undefined : readWhole(file)
  const script = new Script(wrap(fs.readFileSync(bundle, 'utf8')), { filename: bundle, cachedData })
  if (file !== undefined && (cachedData === undefined || script.cachedDataRejected)) {
    // Functions are compiled when they are first called, so what is worth keeping is known only after some work.
    const keep = onlyOnce(() => write(file, script.createCachedData()))
    setTimeout(keep, WHEN_IDLE).unref()
    process.once('exit', keep)
  }
  const module = { exports: {} }
  script.runInThisContext()(module.exports, createRequire(bundle), module, bundle, path.dirname(bundle))
}

/** Where programs of this system keep what can be made again. */
function cacheFolder(): string {
  const { LOCALAPPDATA, XDG_CACHE_HOME } = process.env
  if (process.platform === 'win32' && LOCALAPPDATA) return path.join(LOCALAPPDATA, 'stet', 'Cache')
  if (process.platform === 'darwin') return path.join(os.homedir(), 'Library', 'Caches', 'stet')
  const isGiven = XDG_CACHE_HOME !== undefined && path.isAbsolute(XDG_CACHE_HOME)
  return path.join(isGiven ? XDG_CACHE_HOME : path.join(os.homedir(), '.cache'), 'stet')
}

const digestOf = (compiled: Buffer): Buffer => createHash('sha256').update(compiled).digest()

/** What was kept, if it is whole: the process would not survive running what is not. */
function readWhole(file: string): Buffer | undefined {
  try {
    const content = fs.readFileSync(file)
    const compiled = content.subarray(DIGEST)
    return digestOf(compiled).equals(content.subarray(0, DIGEST)) ? compiled : undefined
  } catch {
    // Not kept yet, or not to be read.
    return undefined
  }
}

/** Others may read it meanwhile, or write it too, so it is made aside. */
function write(file: string, compiled: Buffer): void {
  const folder = path.dirname(file)
  const aside = `${file}.${process.pid}`
  try {
    fs.mkdirSync(folder, { recursive: true, mode: 0o700 })
    removeOld(folder)
    fs.writeFileSync(aside, Buffer.concat([digestOf(compiled), compiled]), { mode: 0o600 })
    fs.renameSync(aside, file)
  } catch {
    // A start that is slower is no failure.
    remove(aside)
  }
}

function remove(file: string): void {
  try {
    fs.rmSync(file, { force: true })
  } catch {
    // Where it can't be removed, it wasn't made.
  }
}

/** What other versions have left behind. */
function removeOld(folder: string): void {
  for (const name of fs.readdirSync(folder)) {
    const file = path.join(folder, name)
    if (Date.now() - fs.statSync(file).mtimeMs > A_MONTH) fs.rmSync(file)
  }
}

function onlyOnce(act: () => void): () => void {
  let isDone = false
  return () => {
    if (isDone) return
    isDone = true
    act()
  }
}
