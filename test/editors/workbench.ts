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

const SQUIGGLES = {
  error: '.squiggly-error',
  warning: '.squiggly-warning',
  information: '.squiggly-info',
  hint: '.squiggly-hint',
}

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

export const squigglesOf = (findings: readonly Finding[]): string[] => [
  ...new Set(findings.map(({ severity }) => SQUIGGLES[severity])),
]

const editor = (page: Page): Locator => page.locator('.editor-group-container .monaco-editor').first()

export const focusEditor = (page: Page): Promise<void> =>
  editor(page)
    .locator('.view-line')
    .first()
    .click({ position: { x: 2, y: 5 } })

export const openDraft = async (page: Page, name: string): Promise<void> => {
  await page.locator('.explorer-folders-view').getByRole('treeitem', { name, exact: true }).dblclick()
  await page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor()
  await editor(page).locator('.view-line').first().waitFor()
}

export const closeDraft = async (page: Page): Promise<void> => {
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

export const placeCursor = async (page: Page, { line, character }: Position): Promise<void> => {
  await page.keyboard.press('Control+g')
  await page.locator('.quick-input-box input').fill(`:${line + 1}:${character + 1}`)
  await page.keyboard.press('Enter')
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' })
}

/** Opens the lightbulb's menu at the place, and chooses. */
export const applyFix = async (page: Page, at: Position, title: string): Promise<void> => {
  await focusEditor(page)
  await placeCursor(page, at)
  await page.keyboard.press('Control+.')
  const row = page.locator('.action-widget .monaco-list-row.action')
  await row
    .filter({ has: page.getByText(title, { exact: true }) })
    .first()
    .click()
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
