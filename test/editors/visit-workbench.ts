import { basename, join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Visit } from './findings'
import { surroundings } from './surroundings'
import {
  applyFix,
  clickSource,
  focusEditor,
  openDraft,
  placeCursor,
  problems,
  rowsOf,
  save,
  selectionOf,
  showSources,
  sources,
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

/** Sees in the Sources view who is quoted, goes to what nobody says, and sees the view follow as that is mended. */
export const seeSources = async (page: Page): Promise<void> => {
  const words = '“It never was a good pier.”'
  await openDraft(page, 'pier.txt')
  await showSources(page)
  await expect
    .poll(() => sources(page), PATIENCE)
    .toEqual([
      'Nobody, 1 quotation',
      `${words}, line 9`,
      'Ruth Oyelaran, 2 quotations',
      'Oskar Brandt, 2 quotations',
      'A senior official, unnamed, 1 quotation',
    ])
  // One click shows the place, and leaves the keys with the view, as a click in the Problems panel does.
  await clickSource(page, words)
  await focusEditor(page)
  await expect.poll(() => selectionOf(page), PATIENCE).toBe(words)
  await page.keyboard.press('ArrowRight')
  await page.keyboard.insertText(' Brandt said.')
  await expect
    .poll(() => sources(page), PATIENCE)
    .toEqual([
      'Ruth Oyelaran, 2 quotations',
      'Oskar Brandt, 3 quotations',
      'A senior official, unnamed, 1 quotation',
    ])
  await clickSource(page, 'Oskar Brandt')
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
