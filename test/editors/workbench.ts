/** Drives VS Code's page as a person would: by keys, by what can be clicked, and by what can be seen. */
import type { Locator, Page } from 'playwright-core'
import { type Browser, chromium } from 'playwright-core'
import type { Finding, Position } from './findings'
import { surroundings } from './surroundings'

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: surroundings.chromium, args: FLAGS })

/** A page tall enough for its Problems panel to show every finding at once. */
export const openPage = async (browser: Browser): Promise<Page> => {
  const context = await browser.newContext({ viewport: { width: 1400, height: 1300 } })
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  context.setDefaultTimeout(15_000)
  return context.newPage()
}

/** Hints have dots, where they have anything. */
const SQUIGGLES = { error: '.squiggly-error', warning: '.squiggly-warning', information: '.squiggly-info' }

const ICONS = { error: 'error', warning: 'warning', information: 'info', hint: 'hint' }

/** A row of the Problems panel: `3:15 info vague-time “today” …`, counted from 1 as the panel does. */
const rowOf = ({ range: { start }, severity, check, message }: Finding): string =>
  `${start.line + 1}:${start.character + 1} ${ICONS[severity]} ${check} ${message.replace(/\s+/g, ' ')}`

/** The rows that the Problems panel has to show. Hints it never shows. */
export const rowsOf = (findings: readonly Finding[]): string[] =>
  findings
    .filter(({ severity }) => severity !== 'hint')
    .map(rowOf)
    .sort()

/** For each severity, the first place that has a squiggle of it. */
export const squigglesOf = (findings: readonly Finding[]): { at: Position; selector: string }[] =>
  Object.entries(SQUIGGLES).flatMap(([severity, selector]) => {
    const first = findings.find((finding) => finding.severity === severity)
    return first === undefined ? [] : [{ at: first.range.start, selector }]
  })

const editor = (page: Page): Locator => page.locator('.editor-group-container .monaco-editor').first()

/** View: Focus First Editor Group. */
export const focusEditor = (page: Page): Promise<void> => page.keyboard.press('Control+1')

export const openDraft = async (page: Page, name: string): Promise<void> => {
  await page.locator('.explorer-folders-view').getByRole('treeitem', { name, exact: true }).dblclick()
  await page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor()
  // The first draft waits for the editor itself to be loaded.
  await editor(page).locator('.view-line').first().waitFor({ timeout: 40_000 })
}

/** Closed drafts leave the Problems panel, which draws no more rows than it has room for. */
export const closeDraft = async (page: Page): Promise<void> => {
  await focusEditor(page)
  await runCommand(page, 'View: Close Editor')
}

/** The command palette, by the command's whole title. */
export const runCommand = async (page: Page, title: string): Promise<void> => {
  await page.keyboard.press('F1')
  await page.locator('.quick-input-box input').fill(`>${title}`)
  await page
    .locator('.quick-input-list .monaco-list-row')
    .filter({ has: page.getByText(title, { exact: true }) })
    .first()
    .click()
}

export const showProblems = async (page: Page): Promise<void> => {
  await runCommand(page, 'Problems: Focus on Problems View')
  await page.locator('.markers-panel').waitFor()
}

/** As much of a page's element as is read here: the suite compiles without the page's types. */
interface Element {
  readonly className: string
  readonly textContent: string
  getAttribute(name: string): string | null
  querySelectorAll(selector: string): Iterable<Element>
}

/** Runs in the page: the rows of the Problems panel below the file's own. */
const readRows = (elements: Element[], file: string): string[] => {
  const partsOf = (row: Element, selector: string) => [...row.querySelectorAll(selector)]
  const textOf = (row: Element, selector: string) =>
    partsOf(row, selector)
      .map((part) => part.textContent)
      .join(' ')
      .replace(/\s+/g, ' ')
  const indexOf = (row: Element) => Number(row.getAttribute('data-index'))
  const shown: string[] = []
  let isOfFile = false
  for (const row of elements.sort((a, b) => indexOf(a) - indexOf(b))) {
    const level = row.getAttribute('aria-level')
    if (level === '1') isOfFile = textOf(row, '.label-name') === file
    if (level !== '2' || !isOfFile) continue
    const [, line, column] = /Ln (\d+), Col (\d+)/.exec(textOf(row, '.marker-line')) ?? []
    const icon = partsOf(row, '.marker-icon .codicon')[0]?.className ?? ''
    const severity = /codicon-(error|warning|info)/.exec(icon)?.[1]
    shown.push(
      `${line}:${column} ${severity} ${textOf(row, '.marker-code')} ${textOf(row, '.marker-message')}`,
    )
  }
  return shown.sort()
}

/** What the Problems panel shows of the file. */
export const problems = (page: Page, name: string): Promise<string[]> =>
  page.locator('.markers-panel .monaco-list-row').evaluateAll(readRows, name)

const sourcesView = (page: Page): Locator =>
  page.locator('.pane').filter({ has: page.locator('.pane-header[aria-label^="Sources"]') })

export const showSources = async (page: Page): Promise<void> => {
  await runCommand(page, 'Stet: Show Sources')
  await sourcesView(page).locator('.monaco-list-row').first().waitFor()
}

/** The rows of the Sources view, as a screen reader tells them. */
export const sources = (page: Page): Promise<string[]> =>
  sourcesView(page)
    .locator('.monaco-list-row')
    .evaluateAll((rows: Element[]) => rows.map((row) => row.getAttribute('aria-label') ?? ''))

export const clickSource = (page: Page, words: string): Promise<void> =>
  sourcesView(page).locator('.monaco-list-row').filter({ hasText: words }).click()

/** What is selected in the editor in front, through the clipboard. */
export const selectionOf = async (page: Page): Promise<string> => {
  await page.keyboard.press('Control+c')
  return page.evaluate('navigator.clipboard.readText()')
}

export const placeCursor = async (page: Page, { line, character }: Position): Promise<void> => {
  await page.keyboard.press('Control+g')
  await page.locator('.quick-input-box input').fill(`:${line + 1}:${character + 1}`)
  await page.keyboard.press('Enter')
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' })
}

/** A menu closes by itself when the editor is told of new findings meanwhile: then a person opens it again. */
const TRIES = 5
const MOST_ACTIONS = 40
/** How long the menu takes to move its focus, in milliseconds. */
const A_MOMENT = 50

/** Opens the lightbulb's menu at the place, and chooses with the arrow keys. */
export const applyFix = async (page: Page, at: Position, title: string): Promise<void> => {
  const menu = page.locator('.action-widget:not(.action-list-submenu-panel)')
  const called = { has: page.getByText(title, { exact: true }) }
  const choice = menu.locator('.monaco-list-row.action').filter(called).first()
  const chosen = menu.locator('.monaco-list-row.action.focused').filter(called)

  const choose = async () => {
    await choice.waitFor({ timeout: 3_000 })
    for (let i = 0; (await chosen.count()) === 0; i++) {
      if (i === MOST_ACTIONS) throw new Error(`“${title}” is in the menu, but the arrow keys don't reach it.`)
      await page.keyboard.press('ArrowDown')
      await page.waitForTimeout(A_MOMENT)
    }
    await page.keyboard.press('Enter')
    await menu.waitFor({ state: 'hidden', timeout: 3_000 })
  }

  for (let left = TRIES; ; left--) {
    await focusEditor(page)
    await placeCursor(page, at)
    await page.keyboard.press('Control+.')
    try {
      return await choose()
    } catch (reason) {
      if (left === 1) throw reason
      await page.keyboard.press('Escape')
    }
  }
}

/** The text of the editor in front, through the clipboard. */
export const textOf = async (page: Page): Promise<string> => {
  await focusEditor(page)
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Control+c')
  await page.keyboard.press('Control+Home')
  return page.evaluate('navigator.clipboard.readText()')
}

export const save = async (page: Page): Promise<void> => {
  await focusEditor(page)
  await page.keyboard.press('Control+s')
  await page.locator('.tab.active:not(.dirty)').waitFor()
}
