import type { Page } from '@playwright/test'
import { watch } from './checks'
import { forgetScreens, openEditor, pair, startTv } from './screens'
import { enterAs, PEOPLE } from './views'
import { expect, test } from './world'

test.use({ own: 'screens edit' })

test.beforeEach(({ context, app }) => forgetScreens(context, app.url))

const name = (page: Page) => page.getByRole('textbox', { name: 'Name', exact: true })
const place = (page: Page) => page.getByRole('textbox', { name: 'Place' })
const save = (page: Page) => page.getByRole('button', { name: 'Save', exact: true })
const unsaved = (page: Page) => page.getByText('Not saved yet.')
const question = (page: Page) => page.getByRole('dialog', { name: 'Leave without saving?' })
const meanwhile = (page: Page) =>
  page.getByText(/^Claire Dubois has saved this screen since you opened it \(\d\d:\d\d\)\. Nothing is lost yet/)
const choose = (page: Page, button: string) => page.getByRole('button', { name: button }).click()

/** A screen of this name in the editor. Answers its address. */
async function edit(page: Page, url: string, screen: string): Promise<string> {
  const { code, tv } = await startTv(url)
  await tv.dispose()
  await pair(page, code, screen)
  await openEditor(page, screen)
  return page.url()
}

test('of two who edit one screen, the slower one is told and chooses whose version stays', async ({
  app,
  browser,
  page,
}) => {
  const { problems } = watch(page)
  const address = await edit(page, app.url, 'Hall')
  const other = await enterAs(browser, PEOPLE.admin, app.url)
  await other.goto(address)

  await place(other).fill('Second floor')
  await save(other).click()
  await expect(other.getByText('The screen is saved.')).toBeVisible()

  await name(page).fill('Corridor')
  await save(page).click()
  await expect(meanwhile(page)).toBeVisible()
  // Neither is lost.
  await expect(name(page)).toHaveValue('Corridor')
  expect((await (await page.request.get('/api/screens')).json())[0]).toMatchObject({
    name: 'Hall',
    place: 'Second floor',
  })

  await choose(page, 'Load what is there now')
  await expect(page.getByText('This is what is saved now.')).toBeVisible()
  await expect(name(page)).toHaveValue('Hall')
  await expect(place(page)).toHaveValue('Second floor')
  await expect(meanwhile(page)).toHaveCount(0)
  await expect(save(page)).toBeDisabled()

  // It goes on from there, one save after the other.
  for (const next of ['Corridor', 'Corridor left']) {
    await name(page).fill(next)
    await save(page).click()
    await expect(page.getByRole('heading', { name: next, level: 1, exact: true })).toBeVisible()
    await expect(unsaved(page)).toHaveCount(0)
  }

  // The other has not seen any of this, and reads French.
  await other.context().addCookies([{ name: 'callboard-locale', value: 'fr', url: app.url }])
  await other.reload()
  const faster = other.getByText(/^Maya Reyes a enregistré cet écran depuis que vous l’avez ouvert \(\d\d:\d\d\)\./)
  await name(page).fill('Corridor right')
  await save(page).click()
  await expect(unsaved(page)).toHaveCount(0)
  await other.getByRole('textbox', { name: 'Lieu' }).fill('Third floor')
  await other.getByRole('button', { name: 'Enregistrer', exact: true }).click()
  await expect(faster).toBeVisible()
  await choose(other, 'Enregistrer ma version')
  await expect(faster).toHaveCount(0)
  await expect(other.getByText('Pas encore enregistré.')).toHaveCount(0)
  expect((await (await page.request.get('/api/screens')).json())[0]).toMatchObject({
    name: 'Corridor left',
    place: 'Third floor',
  })
  // The refused saves, and what the tools of this test want to run in the picture.
  expect(problems.filter(text => !/status of 409|^Blocked script execution/.test(text))).toEqual([])
  await other.context().close()
})

test('whose screen was revoked meanwhile is told so, and keeps what was typed', async ({ app, context, page }) => {
  await edit(page, app.url, 'Hall')
  await name(page).fill('Corridor')
  await forgetScreens(context, app.url)
  await save(page).click()
  await expect(page.getByText('This does not exist, or not any more.')).toBeVisible()
  await expect(name(page)).toHaveValue('Corridor')
})

test('nobody leaves what is not saved without being asked: by a link, the way back, the command menu', async ({
  app,
  context,
  page,
}) => {
  const address = await edit(page, app.url, 'Hall')
  const rail = page.getByRole('navigation', { name: 'Main navigation' })
  await name(page).fill('Corridor')
  await expect(unsaved(page)).toBeVisible()

  const ways = [
    () => page.getByRole('link', { name: 'All screens' }).click(),
    () => page.getByRole('link', { name: 'Who is celebrated' }).click(),
    () => rail.getByRole('link', { name: 'Calls' }).click(),
    () => page.evaluate(() => history.back()),
    async () => {
      await page.keyboard.press('Control+k')
      await page.getByRole('dialog').getByRole('combobox').fill('team')
      await page.getByRole('option', { name: 'Team', exact: true }).click()
    },
    async () => {
      await rail.getByRole('link', { name: 'Team' }).focus()
      await page.keyboard.press('Enter')
    },
  ]
  for (const way of ways) {
    await way()
    await expect(question(page)).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(question(page)).toHaveCount(0)
    expect(page.url()).toBe(address)
    await expect(name(page)).toHaveValue('Corridor')
  }

  // A link that opens elsewhere leaves nothing.
  const [elsewhere] = await Promise.all([
    context.waitForEvent('page'),
    rail.getByRole('link', { name: 'Calls' }).click({ modifiers: ['ControlOrMeta'] }),
  ])
  await elsewhere.close()
  await expect(question(page)).toHaveCount(0)

  await rail.getByRole('link', { name: 'Team' }).click()
  await question(page).getByRole('button', { name: 'Leave' }).click()
  await expect(page).toHaveURL(/\/team/)
  // The way back to the editor is one step, and it is as it was kept.
  await page.goBack()
  await expect(page).toHaveURL(address)
  await expect(name(page)).toHaveValue('Hall')
})

test('the way back leads where it would have led, and what is saved is left without a question', async ({
  app,
  page,
}) => {
  const address = await edit(page, app.url, 'Hall')
  // From a list that was opened without a code: dropping one from the address has the router ask for the list once more, and a
  // step back into that answer can leave the editor standing under the list's address.
  await page.goto('/screens')
  await openEditor(page, 'Hall')
  await name(page).fill('Corridor')
  await page.evaluate(() => history.back())
  await question(page).getByRole('button', { name: 'Leave' }).click()
  await expect(page).toHaveURL(`${app.url}/screens`)
  await expect(page.getByRole('heading', { name: 'Hall', level: 2 })).toBeVisible()

  await page.goto(address)
  await name(page).fill('Corridor')
  await page.evaluate(() => document.querySelector<HTMLElement>('main a')?.focus())
  await page.getByRole('link', { name: 'All screens' }).click()
  await question(page).getByRole('button', { name: 'Stay' }).click()
  await save(page).click()
  await expect(page.getByText('The screen is saved.')).toBeVisible()
  await page.getByRole('link', { name: 'All screens' }).click()
  await expect(page.getByRole('heading', { name: 'Corridor', level: 2 })).toBeVisible()
})
