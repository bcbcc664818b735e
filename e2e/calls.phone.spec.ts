import { counted, idsOf, openCalls, rows, search } from './calls'
import { expectNoOverflow } from './checks'
import { expect, test } from './world'

test('the list fits a phone: search, filters, rows and a call over them', async ({ page, allo }) => {
  const day = { from: '2026-01-14', to: '2026-01-14' }
  const found = await search(allo.url, { type: 'CALL', search: 'call', date: day, sort: 'RELEVANCE', size: 100 })
  await openCalls(page, '?dates=2026-01-14')
  await expectNoOverflow(page)
  const field = page.getByRole('textbox', { name: 'Search calls' })
  await field.fill('call')
  await field.press('Enter')
  await expect(page.getByRole('heading', { level: 2 })).toHaveText(counted(found.pagination.total_count))
  await expect.poll(async () => (await idsOf(page))[0]).toBe(found.data[0]?.id)
  await expectNoOverflow(page)
  await rows(page).first().getByRole('link').tap()
  await expect(page.getByRole('dialog')).toBeVisible()
  await expectNoOverflow(page)
})

test.describe('in French', () => {
  test.use({ locale: 'fr-FR' })

  test('it speaks French without growing wider', async ({ page }) => {
    await openCalls(page, '?dates=2026-01-14')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Appels')
    await expect(page.getByRole('heading', { level: 2 })).toHaveText(/^\d+ appels$/)
    await expectNoOverflow(page)
  })
})
