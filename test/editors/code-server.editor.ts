import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type CodeServer, startCodeServer } from './code-server'
import { copyDrafts } from './drafts'
import { planVisit } from './findings'
import { surroundings } from './surroundings'
import { mend, screenshot, seeFindings, seeSources } from './visit-workbench'
import { closeDraft, launchBrowser, openPage, showProblems } from './workbench'

const { chromium, codeServer, vsix } = surroundings

describe.skipIf(chromium === undefined || codeServer === undefined)('VS Code', () => {
  const { folder, drafts } = copyDrafts()
  let server: CodeServer
  let browser: Browser
  let page: Page

  beforeAll(async () => {
    server = await startCodeServer(codeServer ?? '', vsix, folder)
    browser = await launchBrowser()
    page = await openPage(browser)
    await page.goto(server.url, { timeout: 60_000 })
    await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor({ timeout: 60_000 })
    await showProblems(page)
  }, 120_000)

  afterAll(async () => {
    await browser?.close()
    server?.stop()
  })

  describe.each(drafts)('%s', (name) => {
    const visit = planVisit(join(folder, name))

    it('shows the findings of the command line', async () => {
      await seeFindings(page, visit)
      await screenshot(page, `vscode ${name}`)
    })

    // The Problems panel has room for the entries of one draft.
    afterAll(() => closeDraft(page))

    it('is mended by the lightbulb, and saved', async () => {
      await mend(page, visit)
      await screenshot(page, `vscode ${name} mended`)
      expect(readFileSync(visit.path, 'utf8')).toBe(visit.steps.at(-1)?.text ?? visit.text)
      await closeDraft(page)
    })
  })

  it('shows who is quoted, and goes there', async () => {
    await seeSources(page)
    await screenshot(page, 'vscode sources')
  })
})
