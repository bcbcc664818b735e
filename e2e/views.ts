import { type Browser, type BrowserContext, expect, type Locator, type Page } from '@playwright/test'
import { sessionOf } from './fixtures'

/** The ready-made accounts, one of each role. */
export const PEOPLE = {
  manager: 'maya@callboard.example',
  rep: 'ines.caron@northline.example',
  viewer: 'victor@callboard.example',
  admin: 'claire.dubois@northline.example',
}

/** A browser of somebody's own, at a page. */
export async function enterAs(browser: Browser, email: string, url: string): Promise<Page> {
  const context = await browser.newContext({ storageState: await sessionOf(email, url), baseURL: url })
  return context.newPage()
}

/** A write as our own pages send it. Answers its status and body. */
export async function write(context: BrowserContext, url: string, method: string, path: string, data?: unknown) {
  const response = await context.request.fetch(url + path, { method, data, headers: { origin: url } })
  const text = await response.text()
  return { status: response.status(), body: text === '' ? null : JSON.parse(text) }
}

/** The pinned views of the navigation. */
export function pinned(page: Page): Locator {
  return page
    .getByRole('navigation', { name: 'Main navigation' })
    .getByRole('region', { name: 'Views' })
    .getByRole('link')
}

/** What the navigation marks as the place one is at. */
export function marked(page: Page): Locator {
  return page.getByRole('navigation', { name: 'Main navigation' }).locator('[aria-current=page]')
}

/** The row of a view on the page of saved views. */
export function rowOf(page: Page, name: string): Locator {
  return page
    .getByRole('main')
    .getByRole('listitem')
    .filter({ has: page.getByRole('link', { name, exact: true }) })
}

/** Chooses from the menu of a saved view. */
export async function chooseFor(page: Page, name: string, item: string): Promise<void> {
  await rowOf(page, name)
    .getByRole('button', { name: `${name}: more` })
    .click()
  const menu = page.getByRole('menu')
  await menu
    .getByRole('menuitem', { name: item })
    .or(menu.getByRole('menuitemcheckbox', { name: item }))
    .click()
}

/** Saves what is on screen; `tick` names further choices of the panel. */
export async function saveView(page: Page, name: string, tick: string[] = []): Promise<void> {
  await page.getByRole('button', { name: 'Save view' }).click()
  const panel = page.getByRole('dialog', { name: 'Save view' })
  await panel.getByRole('textbox', { name: 'Name' }).fill(name)
  for (const choice of tick) await panel.getByLabel(choice).check()
  await panel.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(panel).toHaveCount(0)
}

/** Begins without views of one's own. */
export async function forgetViews(context: BrowserContext, url: string): Promise<void> {
  const { body } = await write(context, url, 'GET', '/api/views')
  for (const { id, own } of body.views) if (own) await write(context, url, 'DELETE', `/api/views/${id}`)
}
