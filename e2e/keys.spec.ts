import { daysAgo, expectSensibleText, watch } from './checks'
import { age, failure, REQUEST } from './failure-view'
import { panel, stageLink } from './outbound'
import { expect, test } from './world'

test.describe('the API key', () => {
  const REFUSED = [
    { key: 'ak_sim_revoked', sentence: 'The Allo API key was revoked.' },
    { key: 'ak_sim_trial', sentence: 'Allo gives no API access on a trial plan.' },
    { key: 'ak_sim_unheard_of', sentence: 'Allo does not accept the API key.' },
    { key: 'ak_sim_no_scopes', sentence: 'The Allo API key lacks a scope that this needs.' },
  ]
  for (const { key, sentence } of REFUSED) {
    test(`${key}: says who has to do what`, async ({ page, another }) => {
      const url = await another({ ALLO_API_KEY: key })
      await page.goto(`${url}/outbound`)
      await expect(failure(page)).toContainText(sentence)
      await expect(failure(page)).toContainText(REQUEST)
      await expect(page.getByText(key)).toHaveCount(0)
      await expectSensibleText(page)
    })
  }

  test('may read analytics only: numbers, and filters that name the missing scope', async ({ page, another }) => {
    const { problems } = watch(page)
    const url = await another({ ALLO_API_KEY: 'ak_sim_analytics_only' })
    await page.goto(`${url}/outbound`)
    await expect(stageLink(page, 'Dials')).toHaveText(/[1-9]/)
    const filters = page.getByRole('group', { name: 'Filters' })
    await filters.getByRole('button', { name: 'All reps' }).click()
    await expect(page.getByRole('dialog')).toContainText('Add the scope USERS_READ in Allo')
    await page.getByRole('tab', { name: 'Lines' }).click()
    await expect(page.getByRole('dialog')).toContainText('Add the scope PHONE_NUMBERS_READ in Allo')
    await page.keyboard.press('Escape')
    await filters.getByRole('button', { name: 'meeting_booked' }).click()
    await expect(page.getByRole('dialog')).toContainText('Add the scope TAGS_READ in Allo')
    expect(problems).toEqual([])
  })

  test('of an empty workspace: nothing is told as nothing', async ({ page, another }) => {
    const { problems } = watch(page)
    const url = await another({ ALLO_API_KEY: 'ak_sim_empty' })
    await page.goto(`${url}/outbound`)
    await expect(page.getByRole('heading', { name: 'No calls in this period' })).toBeVisible()
    await expect(age(page)).toHaveText(/^Updated/)
    await page.goto(`${url}/outbound?period=today`)
    await expect(page.getByRole('heading', { name: 'No calls yet' })).toBeVisible()
    await page.goto(`${url}/outbound?period=${daysAgo(20)}&stage=dials`)
    await expect(page.getByRole('dialog')).toContainText('No calls here')
    await expectSensibleText(page)
    expect(problems).toEqual([])
  })
})

test('no tag is configured: no number of conversions, and a way to choose', async ({ page, another }) => {
  const url = await another({ CALLBOARD_CONVERSION_TAGS: '' })
  await page.goto(`${url}/outbound`)
  const funnel = panel(page, 'funnel')
  await expect(stageLink(page, 'Dials')).toHaveText(/[1-9]/)
  await expect(funnel).toContainText('No tag counts as a conversion yet')
  await expect(page.getByRole('link', { name: /^Conversions: / })).toHaveCount(0)
  await expectSensibleText(page)

  await funnel.getByText('Choose conversion tags').click()
  const chooser = page.getByRole('dialog', { name: 'Conversion tags' })
  await chooser.getByRole('checkbox', { name: 'meeting_booked' }).check()
  await chooser.getByRole('button', { name: 'Apply' }).click()
  await expect(page).toHaveURL(/tags=meeting_booked/)
  await expect(stageLink(page, 'Conversions')).toHaveText(/[1-9]/)
})
