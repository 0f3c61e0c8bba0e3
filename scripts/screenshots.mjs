/** Draws `media/`: icon and benchmarks from their SVG, and the README's pictures from the running editor with a sample draft. */
import { spawnSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import { collectFiles } from './editor-host/collect.mjs'
import { serveEditor } from './editor-host/serve.mjs'
import { stageExtension } from './editor-host/stage.mjs'

const PROJECT = fileURLToPath(new URL('..', import.meta.url))
const MEDIA = join(PROJECT, 'media')
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-sync',
]

/** Draws a picture from its SVG: the market takes none in a README. */
const draw = async (browser, name, deviceScaleFactor) => {
  const page = await browser.newPage({ deviceScaleFactor })
  await page.setContent(
    `<style>body { margin: 0 }</style>${await readFile(join(MEDIA, `${name}.svg`), 'utf8')}`,
  )
  await page.locator('svg').screenshot({ path: join(MEDIA, `${name}.png`), omitBackground: true })
  await page.close()
}

const SETTINGS = {
  'editor.fontSize': 14,
  'editor.fontFamily': "'DejaVu Sans Mono', monospace",
  'editor.lineHeight': 22,
  'workbench.colorTheme': 'Default Light Modern',
  'workbench.activityBar.location': 'hidden',
  'workbench.sideBar.visible': false,
  'editor.occurrencesHighlight': 'off',
  'editor.stickyScroll.enabled': false,
  'breadcrumbs.enabled': false,
}

const placeCursor = async (page, place) => {
  await page.locator('.view-line').first().click()
  await page.keyboard.press('Control+g')
  await page.locator('.quick-input-box input').fill(`:${place}`)
  await page.keyboard.press('Enter')
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' })
}

const takePictures = async (browser, url) => {
  const context = await browser.newContext({ viewport: { width: 1060, height: 860 }, deviceScaleFactor: 1.5 })
  const page = await context.newPage()
  await page.goto(url)
  await page.locator('.squiggly-warning').first().waitFor()
  await page.keyboard.press('Control+b')
  await page.keyboard.press('Control+Shift+m')
  await page.locator('.markers-panel .monaco-list-row').nth(1).waitFor()
  await placeCursor(page, '1:1')
  await page.mouse.move(900, 300)
  await page.waitForTimeout(1500)
  await page.screenshot({ path: join(MEDIA, 'findings.png') })

  await page.keyboard.press('Control+j')
  await placeCursor(page, '20:2')
  await page.keyboard.press('Control+.')
  await page.locator('.action-widget .monaco-list-row.action').first().waitFor()
  await page.waitForTimeout(800)
  await page.screenshot({ path: join(MEDIA, 'fixes.png') })
}

spawnSync(process.execPath, ['scripts/build.mjs'], { cwd: PROJECT, stdio: 'inherit' })
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: FLAGS,
})
await draw(browser, 'icon', 1)
await draw(browser, 'benchmarks', 2)
const { files, folder, open } = await collectFiles(join(PROJECT, 'samples', 'ferry.txt'))
const extension = await stageExtension(PROJECT)
const host = await serveEditor({ extension, files, folder, open, settings: SETTINGS })
try {
  await takePictures(browser, host.url)
} finally {
  await browser.close()
  await host.close()
}
