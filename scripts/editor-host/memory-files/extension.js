/**
 * A file system in the browser's memory: the files of `/files.json`, fetched when they are first read. What is written
 * stays in the page and is gone with it.
 */
const vscode = require('vscode')

const parentOf = (path) => path.slice(0, path.lastIndexOf('/')) || '/'
const nameOf = (path) => path.slice(path.lastIndexOf('/') + 1)

class MemoryFiles {
  constructor(origin, listing) {
    this.origin = origin
    this.changes = new vscode.EventEmitter()
    this.onDidChangeFile = this.changes.event
    this.entries = new Map([['/', this.folder()]])
    for (const { path, size, modified } of listing) {
      this.makeFolders(parentOf(path))
      this.entries.set(path, { type: vscode.FileType.File, ctime: modified, mtime: modified, size })
    }
  }

  folder() {
    return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 }
  }

  makeFolders(path) {
    if (this.entries.has(path)) return
    this.makeFolders(parentOf(path))
    this.entries.set(path, this.folder())
  }

  entry(uri) {
    const entry = this.entries.get(uri.path)
    if (entry === undefined) throw vscode.FileSystemError.FileNotFound(uri)
    return entry
  }

  addressOf(path) {
    return `${this.origin}/files${path.split('/').map(encodeURIComponent).join('/')}`
  }

  watch() {
    return new vscode.Disposable(() => {})
  }

  stat(uri) {
    return this.entry(uri)
  }

  readDirectory(uri) {
    this.entry(uri)
    return [...this.entries]
      .filter(([path]) => path !== '/' && parentOf(path) === uri.path)
      .map(([path, entry]) => [nameOf(path), entry.type])
  }

  async readFile(uri) {
    const entry = this.entry(uri)
    if (entry.type === vscode.FileType.Directory) throw vscode.FileSystemError.FileIsADirectory(uri)
    if (entry.content === undefined) {
      const answer = await fetch(this.addressOf(uri.path))
      if (!answer.ok) throw vscode.FileSystemError.Unavailable(uri)
      entry.content ??= new Uint8Array(await answer.arrayBuffer())
    }
    return entry.content
  }

  writeFile(uri, content, { create, overwrite }) {
    const before = this.entries.get(uri.path)
    if (before === undefined && !create) throw vscode.FileSystemError.FileNotFound(uri)
    if (before !== undefined && create && !overwrite) throw vscode.FileSystemError.FileExists(uri)
    const now = Date.now()
    const entry = {
      type: vscode.FileType.File,
      ctime: before?.ctime ?? now,
      mtime: now,
      size: content.byteLength,
      content,
    }
    this.makeFolders(parentOf(uri.path))
    this.entries.set(uri.path, entry)
    this.tell(before === undefined ? vscode.FileChangeType.Created : vscode.FileChangeType.Changed, uri)
  }

  createDirectory(uri) {
    this.makeFolders(uri.path)
    this.tell(vscode.FileChangeType.Created, uri)
  }

  delete(uri) {
    this.entry(uri)
    for (const path of [...this.entries.keys()]) {
      if (path === uri.path || path.startsWith(`${uri.path}/`)) this.entries.delete(path)
    }
    this.tell(vscode.FileChangeType.Deleted, uri)
  }

  async rename(from, to, { overwrite }) {
    if (this.entries.has(to.path) && !overwrite) throw vscode.FileSystemError.FileExists(to)
    for (const [path, entry] of [...this.entries]) {
      if (path !== from.path && !path.startsWith(`${from.path}/`)) continue
      if (entry.type === vscode.FileType.File) await this.readFile(from.with({ path }))
      this.entries.delete(path)
      this.entries.set(to.path + path.slice(from.path.length), entry)
    }
    this.tell(vscode.FileChangeType.Deleted, from)
    this.tell(vscode.FileChangeType.Created, to)
  }

  tell(type, uri) {
    this.changes.fire([{ type, uri }])
  }
}

exports.activate = async (context) => {
  const origin = `${context.extensionUri.scheme}://${context.extensionUri.authority}`
  const listing = await (await fetch(`${origin}/files.json`)).json()
  const files = new MemoryFiles(origin, listing)
  context.subscriptions.push(
    vscode.workspace.registerFileSystemProvider('memory', files, { isCaseSensitive: true }),
  )
}
