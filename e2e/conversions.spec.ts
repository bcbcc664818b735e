import { addDays } from './dates'
import { stageLink } from './outbound'
import { countWords } from './words'
import { become, CLAIRE, dateIn, openSettings, outboundCalls, taggedWith } from './workspace-settings'
import { expect, test } from './world'

test.use({ own: 'conversions' })

test('another default set changes what counts as a conversion, everywhere and at once', async ({
  page,
  app,
  allo,
  context,
}) => {
  const { url } = app
  await become(context, CLAIRE, url)
  const today = dateIn('Europe/Paris')
  const days = { from: addDays(today, -28), to: addDays(today, -1) }
  const calls = await outboundCalls(allo.url, days, 'Europe/Paris')
  const conversions = (tags: string[]) => countWords(taggedWith(calls, tags))
  await page.goto(`${url}/outbound`)
  await expect(stageLink(page, 'Conversions')).toHaveText(conversions(['meeting_booked']))

  await openSettings(page, `${url}/settings/conversions`)
  await page.getByRole('button', { name: 'New set' }).click()
  const form = page.getByRole('dialog', { name: 'New set' })
  await form.getByLabel('Name').fill('Warm leads')
  await form.getByRole('checkbox', { name: 'qualified' }).check()
  await form.getByRole('checkbox', { name: 'interested', exact: true }).check()
  await form.getByRole('searchbox').fill('demo_held_2024')
  await form.getByRole('button', { name: 'Use “demo_held_2024”' }).click()
  await form.getByRole('button', { name: 'Save set' }).click()
  await expect(page.getByRole('list', { name: 'Tags of “Warm leads”' }).getByRole('listitem')).toHaveText([
    'demo_held_2024',
    'interested',
    'qualified',
  ])
  await page.getByRole('button', { name: 'Make “Warm leads” the default' }).click()
  await expect(page.getByRole('button', { name: 'Delete “meeting_booked”' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Delete “Warm leads”' })).toHaveCount(0)

  // By the desk's own links, without loading the page anew.
  await page.getByRole('link', { name: 'Outbound' }).click()
  const warm = conversions(['qualified', 'interested', 'demo_held_2024'])
  expect(warm).not.toBe(conversions(['meeting_booked']))
  await expect(stageLink(page, 'Conversions')).toHaveText(warm)

  // The other set stands in the filter by its name, one click away; the default is no parameter.
  const chip = page.getByRole('group', { name: 'Filters' }).getByRole('button', { name: 'Warm leads' })
  await chip.click()
  const filter = page.getByRole('dialog', { name: 'Conversion tags' })
  await filter.getByRole('radio', { name: /^meeting_booked/ }).check()
  await filter.getByRole('button', { name: 'Apply' }).click()
  await expect(page).toHaveURL(`${url}/outbound?tags=meeting_booked`)
  await expect(stageLink(page, 'Conversions')).toHaveText(conversions(['meeting_booked']))
  await page.getByRole('group', { name: 'Filters' }).getByRole('button', { name: 'meeting_booked' }).click()
  await filter.getByRole('radio', { name: /^Warm leads/ }).check()
  await filter.getByRole('button', { name: 'Apply' }).click()
  await expect(page).toHaveURL(`${url}/outbound`)
  await expect(stageLink(page, 'Conversions')).toHaveText(warm)

  // And back again.
  await openSettings(page, `${url}/settings/conversions`)
  await page.getByRole('button', { name: 'Make “meeting_booked” the default' }).click()
  await page.getByRole('button', { name: 'Delete “Warm leads”' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
  await expect(page.getByRole('heading', { name: 'Warm leads' })).toHaveCount(0)
  await page.goto(`${url}/outbound`)
  await expect(stageLink(page, 'Conversions')).toHaveText(conversions(['meeting_booked']))
})

test('a set is renamed, refused where its name is taken or it has no tag, and deleted', async ({
  page,
  app,
  context,
}) => {
  const { url } = app
  await become(context, CLAIRE, url)
  await openSettings(page, `${url}/settings/conversions`)
  await page.getByRole('button', { name: 'New set' }).click()
  const form = page.getByRole('dialog')
  await form.getByLabel('Name').fill('Meeting_Booked')
  await form.getByRole('button', { name: 'Save set' }).click()
  await expect(form.getByText('This is needed.')).toBeVisible()
  await form.getByRole('checkbox', { name: 'qualified' }).check()
  await form.getByRole('button', { name: 'Save set' }).click()
  await expect(form.getByText('This is taken already.')).toBeVisible()
  await form.getByLabel('Name').fill('Qualified')
  await form.getByRole('button', { name: 'Save set' }).click()

  await page.getByRole('button', { name: 'Edit “Qualified”' }).click()
  await form.getByLabel('Name').fill('Good ones')
  await form.getByRole('button', { name: 'Take out qualified' }).click()
  await form.getByRole('checkbox', { name: 'to_call_back' }).check()
  await form.getByRole('button', { name: 'Save set' }).click()
  await expect(page.getByRole('list', { name: 'Tags of “Good ones”' })).toHaveText('to_call_back')
  await page.getByRole('button', { name: 'Delete “Good ones”' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
  await expect(page.getByRole('heading', { name: 'Good ones' })).toHaveCount(0)
  await page.reload()
  await expect(page.getByRole('heading', { level: 3 })).toHaveText([/^meeting_booked/])
})
