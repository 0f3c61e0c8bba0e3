/** How long VS Code says that the extension takes to activate, beside the extensions that come with it. */
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { load } from '../load.mjs'
import { quantile } from './keystrokes.mjs'

/** Where the tests of the editors put VS Code. */
const HOME = path.resolve('.cache/code-server')
const BROWSERS = ['chromium', 'chromium-browser', 'google-chrome']
/** What comes with VS Code and is activated in any folder that Git doesn't know. */
const OTHERS = ['Emmet', 'Git', 'Merge Conflict']

/** Median milliseconds by the extension's name; undefined where there is no VS Code or no browser to show it. */
export async function measureActivation({ starts }) {
  const executablePath = BROWSERS.map((name) => `/usr/bin/${name}`).find((file) => fs.existsSync(file))
  if (!executablePath || !fs.existsSync(path.join(HOME, 'installed'))) return undefined
  spawnSync(process.execPath, ['scripts/package.mjs'], { stdio: 'ignore' })
  const vsix = path.resolve(fs.readdirSync('.').find((file) => file.endsWith('.vsix')))
  const samples = new Map()
  for (let start = 0; start < starts; start++) {
    for (const [name, time] of await activations(vsix, executablePath))
      samples.set(name, [...(samples.get(name) ?? []), time])
  }
  return ['Stet', ...OTHERS].flatMap((name) =>
    samples.has(name) ? [[name, quantile(samples.get(name), 0.5)]] : [],
  )
}

async function activations(vsix, executablePath) {
  const { chromium } = await import('playwright-core')
  const { startCodeServer } = await load('test/editors/code-server.ts')
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'stet-bench-'))
  const draft = 'draft.txt'
  fs.writeFileSync(path.join(folder, draft), 'The mayor opened the bridge yesterday.\n')
  const server = await startCodeServer(HOME, vsix, folder)
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
  try {
    const page = await browser.newPage()
    await page.goto(server.url)
    const file = page.locator('.explorer-folders-view').getByRole('treeitem', { name: draft, exact: true })
    await file.dblclick({ timeout: 60_000 })
    await page.locator('.squiggly-info').first().waitFor({ timeout: 60_000 })
    await page.keyboard.press('F1')
    await page.locator('.quick-input-box input').fill('>Developer: Show Running Extensions')
    await page.locator('.quick-input-list .monaco-list-row').first().click()
    const rows = page.locator('.runtime-extensions-editor .monaco-list-row')
    await rows.filter({ hasText: /^Stet.*Activation: \d+ms/ }).waitFor()
    return (await rows.allTextContents()).flatMap((row) => {
      const [, name, time] = /^([A-Za-z -]+?)\d+\.\d+\.\d+ .*Activation: (\d+)ms/.exec(row) ?? []
      return name ? [[name, Number(time)]] : []
    })
  } finally {
    await browser.close()
    server.stop()
    fs.rmSync(folder, { recursive: true })
  }
}
