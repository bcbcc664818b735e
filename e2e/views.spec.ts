import AxeBuilder from '@axe-core/playwright'
import { expectNoOverflow, watch } from './checks'
import { addDays, written } from './dates'
import { openOutbound, stageLink, takenOver } from './outbound'
import { chooseFor, enterAs, forgetViews, marked, PEOPLE, pinned, rowOf, saveView, write } from './views'
import { expect, test } from './world'

test.use({ own: 'views' })

test.beforeEach(({ context, app }) => forgetViews(context, app.url))

test('a view is saved, stands in the navigation of every page, and is marked where it is shown', async ({ page }) => {
  const seen = watch(page)
  await openOutbound(page, '?period=last-week&heat=dials')
  await expect(pinned(page)).toHaveCount(0)
  await expect(marked(page)).toHaveText('Outbound')
  await saveView(page, 'Monday meeting')
  await expect(pinned(page)).toHaveText(['Monday meeting'])
  await expect(marked(page)).toHaveText('Monday meeting')
  await page.reload()
  await expect(marked(page)).toHaveText('Monday meeting')

  // An open list is still the same place; another period is not.
  await takenOver(page)
  await stageLink(page, 'Dials').click()
  await expect(page).toHaveURL(/stage=dials/)
  await expect(marked(page)).toHaveText('Monday meeting')
  await page.keyboard.press('Escape')
  await page.keyboard.press('7')
  await expect(page).toHaveURL('/outbound?period=last-7-days&heat=dials')
  await expect(marked(page)).toHaveText('Outbound')

  // On the same page only the address changes, and "back" leads back.
  const documents: string[] = []
  page.on('request', request => {
    if (request.url().includes('_rsc=') || request.isNavigationRequest()) documents.push(request.url())
  })
  await pinned(page).click()
  await expect(page).toHaveURL('/outbound?period=last-week&heat=dials')
  await expect(page.getByRole('button', { name: /^Last week/ })).toBeVisible()
  await expect(marked(page)).toHaveText('Monday meeting')
  expect(documents.filter(url => !url.includes('_rsc='))).toEqual([])
  await page.goBack()
  await expect(page).toHaveURL('/outbound?period=last-7-days&heat=dials')
  await expect(marked(page)).toHaveText('Outbound')

  await page.goto('/settings/views')
  await expect(marked(page)).toHaveText('Settings')
  await expect(rowOf(page, 'Monday meeting')).toContainText('Last week')
  await pinned(page).click()
  await expect(page).toHaveURL('/outbound?period=last-week&heat=dials')
  await expect(marked(page)).toHaveText('Monday meeting')
  expect(seen.problems).toEqual([])

  await page.goto('/settings/views')
  await chooseFor(page, 'Monday meeting', 'Rename…')
  const panel = page.getByRole('dialog', { name: 'Rename view' })
  await expect(panel.getByRole('textbox')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(rowOf(page, 'Monday meeting').getByRole('button', { name: 'Monday meeting: more' })).toBeFocused()
  await chooseFor(page, 'Monday meeting', 'Rename…')
  await panel.getByRole('textbox').fill('  ')
  await panel.getByRole('button', { name: 'Save' }).click()
  await expect(panel.getByText('This is needed.')).toBeVisible()
  await panel.getByRole('textbox').fill('Tuesday meeting')
  await panel.getByRole('button', { name: 'Save' }).click()
  await expect(pinned(page)).toHaveText(['Tuesday meeting'])
  await rowOf(page, 'Tuesday meeting').getByRole('button', { name: 'Pin Tuesday meeting' }).click()
  await expect(pinned(page)).toHaveCount(0)
  await chooseFor(page, 'Tuesday meeting', 'Delete…')
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
  await expect(rowOf(page, 'Tuesday meeting')).toHaveCount(0)
})

test('its dates move along, or stay as they are when that is wanted', async ({ page }) => {
  const at = new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Paris' })
  await openOutbound(page, '?period=last-7-days')
  await saveView(page, 'Moving')
  await saveView(page, 'Fixed', ['Stay as they are now'])
  await page.goto('/settings/views')
  const days = written({ from: addDays(at, -7), to: addDays(at, -1) })
  await expect(rowOf(page, 'Moving').getByRole('link')).toHaveAttribute('href', '/outbound?period=last-7-days')
  await expect(rowOf(page, 'Fixed').getByRole('link')).toHaveAttribute('href', `/outbound?period=${days}`)
  await openOutbound(page, `?period=${days}`)
  await page.getByRole('button', { name: 'Save view' }).click()
  await expect(page.getByRole('dialog').getByText(/^Always /)).toBeVisible()
  await expect(page.getByRole('dialog').getByRole('radio')).toHaveCount(0)
})

test('a shared view is the team’s to open and pin, and its owner’s to change', async ({ page, browser, app }) => {
  await openOutbound(page, '?period=last-month')
  await saveView(page, 'Team month', ['Share with the team'])

  const rep = await enterAs(browser, PEOPLE.rep, app.url)
  await rep.goto('/settings/views')
  await expect(rowOf(rep, 'Team month')).toContainText('Last month · by Maya Reyes')
  await rowOf(rep, 'Team month').getByRole('button', { name: 'Team month: more' }).click()
  await expect(rep.getByRole('menu').getByRole('menuitemcheckbox')).toHaveText(['Start page'])
  await expect(rep.getByRole('menu').getByRole('menuitem')).toHaveCount(0)
  await rep.keyboard.press('Escape')
  await rowOf(rep, 'Team month').getByRole('button', { name: 'Pin Team month' }).click()
  await expect(pinned(rep)).toHaveText(['Team month'])
  await rep.goto('/outbound')
  await pinned(rep).click()
  await expect(rep).toHaveURL('/outbound?period=last-month')

  const { body } = await write(rep.context(), app.url, 'GET', '/api/views')
  const { id } = body.views.find(({ name }: { name: string }) => name === 'Team month')
  expect(await write(rep.context(), app.url, 'PATCH', `/api/views/${id}`, { name: 'Mine' })).toMatchObject({
    status: 403,
    body: { error: { code: 'FORBIDDEN' } },
  })
  expect((await write(rep.context(), app.url, 'DELETE', `/api/views/${id}`)).status).toBe(403)

  await page.goto('/settings/views')
  await chooseFor(page, 'Team month', 'Delete…')
  await expect(page.getByRole('dialog')).toContainText('1 colleague has pinned it and loses it.')
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
  await expect(rowOf(page, 'Team month')).toHaveCount(0)
  await rep.reload()
  await expect(marked(rep)).toHaveText('Outbound')
  await expect(pinned(rep)).toHaveCount(0)
  await rep.context().close()
})

test('a viewer saves views, for themselves only', async ({ browser, app, page }) => {
  const viewer = await enterAs(browser, PEOPLE.viewer, app.url)
  await openOutbound(viewer, '?period=yesterday')
  await viewer.getByRole('button', { name: 'Save view' }).click()
  const panel = viewer.getByRole('dialog', { name: 'Save view' })
  await expect(panel.getByRole('checkbox')).toHaveCount(2)
  await expect(panel.getByLabel('Share with the team')).toHaveCount(0)
  await viewer.keyboard.press('Escape')
  await saveView(viewer, 'My day')
  const post = { name: 'For all', address: '/outbound', shared: true }
  expect((await write(viewer.context(), app.url, 'POST', '/api/views', post)).status).toBe(403)
  const { body } = await write(viewer.context(), app.url, 'GET', '/api/views')
  const { id } = body.views.find(({ name }: { name: string }) => name === 'My day')
  expect((await write(viewer.context(), app.url, 'PATCH', `/api/views/${id}`, { shared: true })).status).toBe(403)
  for (const [method, path] of [
    ['PATCH', ''],
    ['DELETE', ''],
    ['PUT', '/pin'],
    ['DELETE', '/pin'],
  ] as const)
    expect((await write(page.context(), app.url, method, `/api/views/${id}${path}`, { name: 'x' })).status).toBe(
      // Taking out what is not there is asked of a view one cannot see, too.
      404,
    )
  await viewer.context().close()
})

test('a start page opens first: at the bare address and after signing in', async ({ browser, app }) => {
  const admin = await enterAs(browser, PEOPLE.admin, app.url)
  await admin.goto('/')
  await expect(admin).toHaveURL('/outbound')
  await openOutbound(admin, '?period=this-month&by=week')
  await saveView(admin, 'My month', ['Make it my start page'])
  await admin.goto('/')
  await expect(admin).toHaveURL('/outbound?period=this-month&by=week')

  await admin.context().clearCookies()
  await admin.goto('/')
  await expect(admin).toHaveURL(/\/sign-in/)
  await admin.getByRole('button', { name: 'Continue as Claire Dubois' }).click()
  await expect(admin).toHaveURL('/outbound?period=this-month&by=week')
  // An address that was asked for goes before it.
  await admin.context().clearCookies()
  await admin.goto('/outbound?period=today')
  await admin.getByRole('button', { name: 'Continue as Claire Dubois' }).click()
  await expect(admin).toHaveURL('/outbound?period=today')

  await admin.goto('/settings/account')
  const field = admin.getByRole('combobox', { name: 'Opens first' })
  await expect(field.locator('option:checked')).toHaveText('My month')
  await field.selectOption('Outbound')
  await expect(admin.getByText('The start page is saved.')).toBeVisible()
  await admin.goto('/')
  await expect(admin).toHaveURL('/outbound')
  await admin.goto('/settings/views')
  await chooseFor(admin, 'My month', 'Start page')
  await expect(rowOf(admin, 'My month')).toContainText('start page')
  await chooseFor(admin, 'My month', 'Delete…')
  await admin.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
  await expect(rowOf(admin, 'My month')).toHaveCount(0)
  await admin.goto('/')
  await expect(admin).toHaveURL('/outbound')
  await admin.context().close()
})

test('a view is found in the command menu by its name', async ({ page }) => {
  await openOutbound(page, '?period=yesterday')
  await saveView(page, 'Élan du matin')
  await page.goto('/settings/account')
  await expect(pinned(page).filter({ hasText: 'Élan' })).toBeVisible()
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog', { name: 'Command menu' }).getByRole('combobox').fill('elan')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/outbound?period=yesterday')
})

test.describe('in French', () => {
  test.use({ locale: 'fr-FR' })
  test('views are saved, listed and deleted', async ({ page }) => {
    await openFrench(page)
    await page.getByRole('button', { name: 'Enregistrer la vue' }).click()
    const panel = page.getByRole('dialog', { name: 'Enregistrer la vue' })
    await expect(panel.getByText('Suivent le calendrier')).toBeVisible()
    await panel.getByRole('button', { name: 'Enregistrer' }).click()
    await expect(panel.getByText('Cette information est nécessaire.')).toBeVisible()
    await panel.getByLabel('Nom').fill('Réunion')
    await panel.getByRole('button', { name: 'Enregistrer' }).click()
    await expect(page.getByRole('region', { name: 'Vues' }).getByRole('link', { name: 'Réunion' })).toHaveAttribute(
      'aria-current',
      'page',
    )
    await page.goto('/settings/views')
    await expectNoOverflow(page)
    await page.getByRole('button', { name: /^Réunion\s: plus$/ }).click()
    await page.getByRole('menuitem', { name: 'Supprimer…' }).click()
    await page
      .getByRole('dialog', { name: /^Supprimer «\sRéunion\s»\s\?$/ })
      .getByRole('button', { name: 'Supprimer' })
      .click()
    await expect(page.getByRole('link', { name: 'Réunion' })).toHaveCount(0)
  })
})

async function openFrench(page: Parameters<typeof takenOver>[0]): Promise<void> {
  await page.goto('/outbound?period=last-week')
  const control = page.getByRole('button', { name: 'Enregistrer la vue' })
  await expect
    .poll(() => control.evaluate(element => Object.keys(element).some(key => key.startsWith('__reactProps'))))
    .toBe(true)
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme })
    test('saving and managing views can be seen and read out', async ({ page, context, app }) => {
      const address = '/outbound?period=last-week'
      await write(context, app.url, 'POST', '/api/views', { name: 'Seen', address, pinned: true, start: true })
      await openOutbound(page, '?period=last-week')
      await page.getByRole('button', { name: 'Save view' }).click()
      await expect(page.getByRole('dialog', { name: 'Save view' })).toBeVisible()
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
      await page.goto('/settings/views')
      await rowOf(page, 'Seen').getByRole('button', { name: 'Seen: more' }).click()
      await expect(page.getByRole('menu')).toBeVisible()
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
    })
  })
}
