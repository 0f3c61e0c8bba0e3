import { basename, join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { collectFiles } from '../../scripts/editor-host/collect.mjs'
import { type EditorHost, serveEditor } from '../../scripts/editor-host/serve.mjs'
import { copyDrafts } from './drafts'
import { planVisit } from './findings'
import { surroundings } from './surroundings'
import { mend, screenshot, seeFindings, seeSources } from './visit-workbench'
import { closeDraft, launchBrowser, openPage, runCommand, showProblems, textOf } from './workbench'

const { chromium, unpacked } = surroundings

describe.skipIf(chromium === undefined)('VS Code for the Web', () => {
  const { folder, drafts } = copyDrafts()
  let host: EditorHost
  let browser: Browser
  let page: Page

  beforeAll(async () => {
    host = await serveEditor({ extension: unpacked, ...(await collectFiles(folder)), open: undefined })
    browser = await launchBrowser()
    page = await openPage(browser)
    await page.goto(host.url, { timeout: 60_000 })
    await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor({ timeout: 60_000 })
    await showProblems(page)
  }, 120_000)

  afterAll(async () => {
    await browser?.close()
    await host?.close()
  })

  describe.each(drafts)('%s', (name) => {
    const visit = planVisit(join(folder, name))

    it('shows the findings of the command line', async () => {
      await seeFindings(page, visit)
      await screenshot(page, `web ${name}`)
    })

    // The Problems panel has room for the entries of one draft.
    afterAll(() => closeDraft(page))

    it('is mended by the lightbulb, and saved', async () => {
      await mend(page, visit)
      await screenshot(page, `web ${name} mended`)
      // What was saved is what the file system gives back.
      await runCommand(page, 'File: Revert File')
      expect(await textOf(page), basename(visit.path)).toBe(visit.steps.at(-1)?.text ?? visit.text)
      await closeDraft(page)
    })
  })

  it('shows who is quoted, and goes there', async () => {
    await seeSources(page)
    await screenshot(page, 'web sources')
  })
})
