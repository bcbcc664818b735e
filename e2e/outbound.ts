import { expect, type Locator, type Page } from '@playwright/test'
import { plain } from './words'

/** The parts of the outbound page, by role and name. */

export const PANELS = {
  funnel: 'Funnel',
  series: /^Calls per (day|week|month)$/,
  timeSpent: 'Time spent',
  heatmap: 'When people pick up',
  leaderboard: 'Leaderboard',
}

/** Opens the page at a search string ('' or '?…') and waits until its script has taken over. */
export async function openOutbound(page: Page, search = ''): Promise<void> {
  await page.goto(`/outbound${search}`)
  await takenOver(page)
}

/** Resolves when links and keys are answered by the page's script. */
export async function takenOver(page: Page): Promise<void> {
  const control = page.getByRole('group', { name: 'Filters' }).getByRole('button').first()
  await expect
    .poll(() => control.evaluate(element => Object.keys(element).some(key => key.startsWith('__reactProps'))))
    .toBe(true)
  // Listeners of the whole window follow the first paint.
  await page.evaluate(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))))
}

export function panel(page: Page, name: keyof typeof PANELS): Locator {
  return page.getByRole('region', { name: PANELS[name], exact: true }).first()
}

/** A stage of the funnel. */
export function stage(page: Page, name: string): Locator {
  return panel(page, 'funnel')
    .getByRole('listitem')
    .filter({ has: page.getByRole('link', { name: new RegExp(`^${name}: `) }) })
}

/** The figure of a stage, which is the link to its calls. */
export function stageLink(page: Page, name: string): Locator {
  return panel(page, 'funnel').getByRole('link', { name: new RegExp(`^${name}: `) })
}

/** Chooses from a panel's menu. */
export async function choose(page: Page, name: keyof typeof PANELS, item: string): Promise<void> {
  await panel(page, name)
    .getByRole('button', { name: /: more$/ })
    .click()
  const menu = page.getByRole('menu')
  await menu
    .getByRole('menuitem', { name: item })
    .or(menu.getByRole('menuitemcheckbox', { name: item }))
    .click()
}

/**
 * The twin table of a panel, cell by cell with plain spaces, its header first. It scrolls in a region of its own, which tells
 * it from the heatmap, a table itself.
 */
export async function tableOf(page: Page, name: keyof typeof PANELS): Promise<string[][]> {
  await choose(page, name, 'Show as table')
  return readTable(panel(page, name).getByRole('region').getByRole('table'))
}

export async function readTable(table: Locator): Promise<string[][]> {
  await expect(table).toBeVisible()
  const rows = await table.evaluate(element =>
    Array.from((element as HTMLTableElement).rows, row => Array.from(row.cells, cell => cell.textContent ?? '')),
  )
  return rows.map(row => row.map(plain))
}

/** The drawer with the calls behind a mark. */
export function drawer(page: Page): Locator {
  return page.getByRole('dialog')
}
