import { addDays, rangeWords, weekdayOf } from './dates'
import { stageLink } from './outbound'
import { countWords } from './words'
import { become, CLAIRE, dateIn, openSettings, outboundCalls } from './workspace-settings'
import { expect, test } from './world'

test.use({ own: 'workspace' })

test('another week start moves the weeks of the next request, and their numbers', async ({
  page,
  app,
  allo,
  context,
}) => {
  const { url } = app
  await become(context, CLAIRE, url)
  await openSettings(page, `${url}/settings/workspace`)
  const save = page.getByRole('button', { name: 'Save settings' })
  await expect(save).toBeDisabled()
  await page.getByLabel('The week starts on').selectOption('Sunday')
  await save.click()
  await expect(page.getByText('Settings saved.')).toBeVisible()

  const today = dateIn('Europe/Paris')
  let sunday = today
  while (weekdayOf(sunday) !== 'sunday') sunday = addDays(sunday, -1)
  const lastWeek = { from: addDays(sunday, -7), to: addDays(sunday, -1) }
  await page.goto(`${url}/outbound?period=last-week`)
  await expect(page.getByText(rangeWords(lastWeek, today)).first()).toBeVisible()
  const calls = await outboundCalls(allo.url, lastWeek, 'Europe/Paris')
  await expect(stageLink(page, 'Dials')).toHaveText(countWords(calls.length))

  await openSettings(page, `${url}/settings/workspace`)
  await page.getByLabel('The week starts on').selectOption('Monday')
  await save.click()
  await expect(page.getByText('Settings saved.')).toBeVisible()
})

test('every field at fault says why, and nothing is kept', async ({ page, another, context }) => {
  const url = await another({})
  await become(context, CLAIRE, url)
  await openSettings(page, `${url}/settings/workspace`)
  await page.getByLabel('Time zone').fill('Mars/Olympus')
  await page.getByLabel('Too few calls').fill('0')
  await page.getByLabel('Monday, to').fill('08:00')
  await page.getByRole('button', { name: 'Add a day' }).click()
  await page.getByLabel('Date of holiday 1').fill('2027-01-02')
  await page.getByRole('button', { name: 'Save settings' }).click()
  for (const words of [
    'This is no time zone we know.',
    'A whole number in the allowed range is needed.',
    'The end has to come after the beginning.',
    'This is needed.',
  ])
    await expect(page.getByText(words)).toBeVisible()

  await page.getByLabel('Time zone').fill('Asia/Tokyo')
  await expect(page.getByText('UTC+09:00 at present')).toBeVisible()
  await page.getByLabel('Too few calls').fill('5')
  await page.getByLabel('Monday, to').fill('17:30')
  await page.getByLabel('Name of holiday 1').fill('Day off')
  await page.getByRole('button', { name: 'Save settings' }).click()
  await expect(page.getByText('Settings saved.')).toBeVisible()
  await page.reload()
  await expect(page.getByLabel('Time zone')).toHaveValue('Asia/Tokyo')
  await expect(page.getByLabel('Monday, to')).toHaveValue('17:30')
  await expect(page.getByLabel('Name of holiday 1')).toHaveValue('Day off')
  await page.goto(`${url}/outbound`)
  await expect(page.getByText('Asia/Tokyo').first()).toBeVisible()
})

test('business hours and the public holidays of a year are kept', async ({ page, app, context }) => {
  const { url } = app
  await become(context, CLAIRE, url)
  await openSettings(page, `${url}/settings/workspace`)
  await page.getByRole('button', { name: 'Add hours on Friday' }).click()
  await page.getByLabel('Friday, to').first().fill('12:30')
  await page.getByLabel('Friday, from').last().fill('14:00')
  await page.getByLabel('Friday, to').last().fill('00:00')
  await page.getByRole('button', { name: 'Remove the hours from 09:00 on Tuesday' }).click()
  const year = Number(dateIn('Europe/Paris').slice(0, 4)) + 1
  const holidays = page.getByRole('group', { name: 'Public holidays' })
  await holidays.getByLabel('Country').selectOption('France')
  await holidays.getByLabel('Year').selectOption(String(year))
  await holidays.getByRole('button').click()
  await expect(page.getByLabel(/^Name of holiday/)).toHaveCount(11)
  // Twice is no more than once.
  await holidays.getByRole('button').click()
  await expect(page.getByLabel(/^Name of holiday/)).toHaveCount(11)
  await page.getByRole('button', { name: 'Save settings' }).click()
  await expect(page.getByText('Settings saved.')).toBeVisible()

  await page.reload()
  await expect(page.getByLabel('Name of holiday 1', { exact: true })).toHaveValue('Jour de l’An')
  await expect(page.getByLabel('Date of holiday 1', { exact: true })).toHaveValue(`${year}-01-01`)
  await expect(page.getByLabel('Friday, to')).toHaveCount(2)
  await expect(page.getByLabel('Friday, to').last()).toHaveValue('00:00')
  await expect(page.getByText('Closed')).toHaveCount(3)
})

test('of two who change the settings at once, the second is told and can load the newest', async ({
  page,
  browser,
  app,
  context,
}) => {
  const { url } = app
  await become(context, CLAIRE, url)
  const second = await browser.newContext({ storageState: await context.storageState() })
  const other = await second.newPage()
  await openSettings(page, `${url}/settings/workspace`)
  await openSettings(other, `${url}/settings/workspace`)
  await page.getByLabel('Too few calls').fill('12')
  await page.getByRole('button', { name: 'Save settings' }).click()
  await expect(page.getByText('Settings saved.')).toBeVisible()
  // One's own second change is no conflict.
  await page.getByLabel('Too few calls').fill('13')
  await page.getByRole('button', { name: 'Save settings' }).click()
  await expect(page.getByRole('button', { name: 'Save settings' })).toBeDisabled()

  await other.getByLabel('Too few calls').fill('99')
  await other.getByRole('button', { name: 'Save settings' }).click()
  await expect(other.getByText('Somebody else changed this meanwhile.')).toBeVisible()
  await expect(other.getByLabel('Too few calls')).toHaveValue('99')
  await other.getByRole('button', { name: 'Load the newest' }).click()
  await expect(other.getByLabel('Too few calls')).toHaveValue('13')
  await second.close()
})

test('the days of Allo are compared with those of the workspace', async ({ page, app, context }) => {
  const { url } = app
  await become(context, CLAIRE, url)
  await openSettings(page, `${url}/settings/workspace`)
  await page.getByRole('button', { name: 'Compare' }).click()
  await expect(page.getByText(/^It cannot be told from the days/)).toBeVisible({ timeout: 30_000 })
  await expect(page.getByText('Allo’s hours of the day fit Europe/Paris as well.')).toBeVisible()
  const rows = await page.getByRole('region', { name: 'Days compared' }).getByRole('row').allInnerTexts()
  expect(rows.length).toBeGreaterThan(3)
  for (const row of rows.slice(1)) {
    const [, allo, ours] = row.split('\t')
    expect([row, ours?.replace(/\s*agrees$/, '')]).toEqual([row, allo])
  }
})

test('the settings of the workspace are for administrators', async ({ page, app }) => {
  const { url } = app
  for (const name of ['workspace', 'conversions']) {
    expect((await page.goto(`${url}/settings/${name}`))?.status()).toBe(403)
  }
})
