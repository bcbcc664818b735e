import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expectNoOverflow, watch } from './checks'
import { beat, drawPhoto, forgetScreens, openEditor, pair, startTv } from './screens'
import { enterAs, PEOPLE, write } from './views'
import { expect, test } from './world'

test.use({ own: 'screens' })

test.beforeEach(({ context, app }) => forgetScreens(context, app.url))

/** Of the page itself: what hangs on the walls is looked at where it is drawn. */
async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).exclude('iframe').analyze()
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  expect(grave.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)])).toEqual([])
}

test('a screen is paired by its code, seen, told to reload, and revoked', async ({ app, page }) => {
  const { problems } = watch(page)
  const { code, tv } = await startTv(app.url)
  await page.goto('/screens')
  await expect(page.getByText('No screen is paired yet.')).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: `${app.url}/tv` })).toBeVisible()

  await page.getByRole('textbox', { name: 'Code on the screen' }).fill('AAAAAA')
  await page.getByRole('button', { name: 'Pair', exact: true }).click()
  await expect(page.getByText('This is needed.')).toBeVisible()
  await page.getByRole('textbox', { name: 'Name' }).fill('Sales floor')
  await page.getByRole('textbox', { name: 'Place' }).fill('By the window')
  await page.getByRole('button', { name: 'Pair', exact: true }).click()
  await expect(page.getByRole('textbox', { name: 'Code on the screen' })).toHaveAttribute('aria-invalid', 'true')

  // As somebody types it: small letters, a space in the middle.
  const typed = `${code.slice(0, 3)} ${code.slice(3)}`.toLowerCase()
  await page.getByRole('textbox', { name: 'Code on the screen' }).fill(typed)
  await page.getByRole('button', { name: 'Pair', exact: true }).click()
  const card = page.getByRole('region', { name: 'Sales floor' })
  await expect(card).toContainText('By the window')
  await expect(card).toContainText('Never heard')
  expect(await (await tv.get('/api/tv/pairing')).json()).toMatchObject({ paired: true })

  // The first HTML carries them.
  expect(await (await page.request.get('/screens')).text()).toContain('By the window')

  await beat(tv, { panel: 'week', errors: ['TypeError: nothing to draw'] })
  await page.reload()
  await expect(card).toContainText(/On, heard \d+\ss ago/)
  await expect(card).toContainText('Scoreboard')
  await expect(card).toContainText('1920 × 1080')
  await expect(card).toContainText('TypeError: nothing to draw')
  await expect(card.locator('iframe')).toHaveAttribute('sandbox', 'allow-same-origin')

  for (const [button, said] of [
    ['Reload', 'is asked to load anew'],
    ['Blink', 'is asked to blink'],
  ] as const) {
    await card.getByRole('button', { name: `${button} Sales floor` }).click()
    await expect(page.getByText(`Sales floor ${said}.`)).toBeVisible()
  }
  // The screen is told.
  const asked = { reloadAt: expect.any(Number), blinkAt: expect.any(Number) }
  expect(await (await tv.get('/api/tv/show')).json()).toMatchObject(asked)

  await app.later()
  await page.reload()
  await expect(card).toContainText(/Silent since \d\d:\d\d/)
  // Nothing to complain of, in the page and in its pictures, but the codes that were refused, and that the tools of this
  // test want to run in the frame.
  expect(problems.filter(text => !/status of 422|^Blocked script execution/.test(text))).toEqual([])

  await card.getByRole('button', { name: 'Revoke Sales floor' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click()
  await expect(page.getByText('No screen is paired yet.')).toBeVisible()
  expect(await (await tv.get('/api/tv/pairing')).json()).toMatchObject({ paired: false })
  await tv.dispose()
})

test('a screen is renamed, its scenes are changed, and what is refused is said where it stands', async ({
  app,
  context,
  page,
}) => {
  const { code, tv } = await startTv(app.url)
  const view = { name: 'Ours by week', address: '/outbound?period=this-week&by=week', shared: false }
  expect((await write(context, app.url, 'POST', '/api/views', view)).status).toBe(200)
  await pair(page, code, 'Reception')
  expect(new URL(page.url()).search).toBe('')
  await openEditor(page, 'Reception')

  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Lobby')
  await expect(page.getByText('Not saved yet.')).toBeVisible()
  await page.getByRole('button', { name: 'Add Power hour' }).click()
  const powerHour = page.getByRole('region', { name: 'Line-up Power hour' })
  await expect(powerHour.getByLabel('Hours: from')).toHaveValue('10:00')
  await expect(powerHour.getByRole('checkbox', { name: 'Saturday' })).not.toBeChecked()

  const always = page.getByRole('region', { name: 'Line-up Always' })
  const scenes = always.locator('ol > li')
  await always.getByRole('button', { name: 'Move 1. Scoreboard down' }).focus()
  await page.keyboard.press('Enter')
  await expect(scenes.nth(1)).toContainText('2. Scoreboard')
  await expect(always.getByRole('button', { name: 'Move 2. Scoreboard down' })).toBeFocused()

  await scenes.nth(1).getByRole('button', { expanded: false }).click()
  await scenes.nth(1).getByRole('combobox', { name: 'Numbers' }).selectOption({ label: 'Ours by week' })
  await expect(scenes.nth(1)).toContainText('Ours by week · 30 s')
  await always.getByRole('button', { name: 'Add scene' }).click()
  await scenes.nth(3).getByRole('combobox', { name: 'Kind' }).selectOption('Message')
  await scenes.nth(3).getByRole('textbox', { name: 'Text' }).fill('Cake at four')
  await scenes
    .nth(3)
    .getByLabel('Picture', { exact: true })
    .setInputFiles(await drawPhoto(page))
  const image = scenes.nth(3).getByRole('img', { name: 'The picture of this message' })
  // Too long as it came: it was made smaller, and is kept.
  await expect.poll(() => image.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThanOrEqual(640)
  await page.getByRole('combobox', { name: 'Language on the screen' }).selectOption('Français')
  await scenes.nth(3).getByRole('spinbutton', { name: 'Seconds' }).fill('3')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(scenes.nth(3)).toContainText('A whole number in the allowed range is needed.')
  await scenes.nth(3).getByRole('spinbutton', { name: 'Seconds' }).fill('15')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('The screen is saved.')).toBeVisible()
  await expect(page.getByText('Not saved yet.')).toHaveCount(0)

  await page.reload()
  await expect(page.getByRole('heading', { name: 'Lobby', level: 1 })).toBeVisible()
  await expect(scenes).toHaveText([/^1\. The day/, /^2\. Scoreboard/, /^3\. When people pick up/, /^4\. Message/])
  await expect(scenes.nth(3)).toContainText('Cake at four · 15 s')
  await expect(powerHour).toBeVisible()
  // The picture is the screen's: in its language, whatever the reader's.
  const picture = page.frameLocator('main iframe')
  await expect(picture.getByText(/Mis à jour il y a|En attente des premiers chiffres/).first()).toBeVisible()
  await expectNoOverflow(page)

  await page.getByRole('link', { name: 'All screens' }).click()
  await expect(page.getByRole('heading', { name: 'Lobby', level: 2 })).toBeVisible()
  await tv.dispose()
})

test('who may not manage screens does not see them', async ({ browser, app }) => {
  for (const email of [PEOPLE.rep, PEOPLE.viewer]) {
    const page = await enterAs(browser, email, app.url)
    for (const path of ['/screens', '/screens/scr_nothing']) expect((await page.goto(path))?.status()).toBe(403)
    await expect(page.getByRole('link', { name: 'Screens' })).toHaveCount(0)
    await page.context().close()
  }
})

test('a screen that is not there is not found', async ({ page }) => {
  expect((await page.goto('/screens/scr_nothing'))?.status()).toBe(404)
})

test('a player without a code is given an address, once', async ({ app, page }) => {
  await page.goto('/screens')
  await page.getByRole('checkbox', { name: 'A signage player that shows no code' }).check()
  await expect(page.getByRole('textbox', { name: 'Code on the screen' })).toHaveCount(0)
  await page.getByRole('textbox', { name: 'Name' }).fill('Lift player')
  await page.getByRole('button', { name: 'Pair', exact: true }).click()
  const note = page.getByRole('region', { name: 'Address of the player' })
  const address = new URL((await note.locator('code').innerText()).trim())
  expect(address.origin + address.pathname).toBe(`${app.url}/tv`)
  expect(address.hash).toMatch(/^#cb_[\w-]{43}$/)
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Lift player' })).toBeVisible()
  expect(await page.content()).not.toContain(address.hash.slice(4))
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing serious on the screens and the editor, ${colorScheme}`, async ({ app, page }) => {
    await page.emulateMedia({ colorScheme })
    const { code, tv } = await startTv(app.url)
    await pair(page, code, `Wall ${colorScheme}`)
    await beat(tv, { errors: ['Error: out of paint'] })
    await page.reload()
    await page.getByRole('button', { name: 'Pair a screen' }).click()
    await expectAccessible(page)
    await openEditor(page, `Wall ${colorScheme}`)
    await page.getByRole('button', { name: 'Add Night off' }).click()
    await page.getByRole('region', { name: 'Line-up Always' }).getByRole('listitem').getByRole('button').first().click()
    await expectAccessible(page)
    await tv.dispose()
  })
}
