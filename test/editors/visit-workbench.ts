import { basename, join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Visit } from './findings'
import { surroundings } from './surroundings'
import {
  applyFix,
  focusEditor,
  openDraft,
  placeCursor,
  problems,
  rowsOf,
  save,
  squigglesOf,
  textOf,
} from './workbench'

/** Time for the page to show what it has to, in milliseconds. */
const PATIENCE = { timeout: 15_000, interval: 100 }

export const screenshot = (page: Page, name: string): Promise<unknown> =>
  page.screenshot({ path: join(surroundings.artefacts, `${name}.png`) })

/** Opens the draft, and sees the squiggles and the Problems entries that the command line prints. */
export const seeFindings = async (page: Page, visit: Visit): Promise<void> => {
  const name = basename(visit.path)
  await openDraft(page, name)
  await expect.poll(() => problems(page, name), PATIENCE).toEqual(rowsOf(visit.findings))
  for (const { at, selector } of squigglesOf(visit.findings)) {
    await focusEditor(page)
    await placeCursor(page, at)
    await page.locator(selector).first().waitFor({ state: 'attached' })
  }
}

/** Applies each planned fix from the lightbulb, and sees the text and the remaining findings. */
export const mend = async (page: Page, visit: Visit): Promise<void> => {
  const name = basename(visit.path)
  for (const { at, title, text, findings } of visit.steps) {
    await applyFix(page, at, title)
    await expect.poll(() => textOf(page), PATIENCE).toBe(text)
    await expect.poll(() => problems(page, name), PATIENCE).toEqual(rowsOf(findings))
  }
  await save(page)
}
