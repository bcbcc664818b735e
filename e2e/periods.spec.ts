import { addDays, type Days, mondayOf, monthBefore, rangeWords, written } from './dates'
import { expect, test } from './fixtures'
import { openOutbound, stageLink } from './outbound'
import { callsOf, today } from './truth'
import { countWords } from './words'

type Page = Parameters<typeof openOutbound>[0]

async function expectDials(page: Page, days: Days): Promise<void> {
  await expect(stageLink(page, 'Dials')).toHaveText(countWords((await callsOf(days)).length))
}

test('keys lead to the periods', async ({ page }) => {
  const at = await today()
  await openOutbound(page)
  await page.keyboard.press('7')
  await expect(page).toHaveURL('/outbound?period=last-7-days')
  await expectDials(page, { from: addDays(at, -7), to: addDays(at, -1) })
  await page.keyboard.press('m')
  await expect(page).toHaveURL('/outbound?period=last-month')
  await expectDials(page, monthBefore(at))
  await page.keyboard.press('d')
  await expect(page).toHaveURL('/outbound?period=today')
  await page.keyboard.press('w')
  await expect(page).toHaveURL('/outbound?period=this-week')
  await page.keyboard.press('4')
  await expect(page).toHaveURL('/outbound')
  await expectDials(page, { from: addDays(at, -28), to: addDays(at, -1) })

  await page.goBack()
  await expect(page).toHaveURL('/outbound?period=this-week')
  await page.goBack()
  await page.goBack()
  await expect(page).toHaveURL('/outbound?period=last-month')
  await expectDials(page, monthBefore(at))
})

test('arrow keys step, and a step back and forth is where it began', async ({ page }) => {
  const at = await today()
  const before = { from: addDays(at, -56), to: addDays(at, -29) }
  await openOutbound(page)
  await page.keyboard.press('ArrowLeft')
  await expect(page).toHaveURL(`/outbound?period=${written(before)}`)
  await expectDials(page, before)
  await page.keyboard.press('ArrowRight')
  await expect(page).toHaveURL('/outbound')
  // The next 28 days lie ahead.
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('link', { name: 'Later' })).toHaveCount(0)
  await expect(page).toHaveURL('/outbound')
})

test('weeks and months step by the calendar', async ({ page }) => {
  const at = await today()
  const monday = mondayOf(at)
  await openOutbound(page, '?period=last-week')
  await page.getByRole('link', { name: 'Earlier' }).click()
  const week = { from: addDays(monday, -14), to: addDays(monday, -8) }
  await expect(page).toHaveURL(`/outbound?period=${written(week)}`)
  await expectDials(page, week)
  await page.getByRole('link', { name: 'Later' }).click()
  await page.getByRole('link', { name: 'Later' }).click()
  await expect(page).toHaveURL('/outbound?period=this-week')

  await openOutbound(page, '?period=last-month')
  await page.getByRole('link', { name: 'Earlier' }).click()
  const month = monthBefore(monthBefore(at).from)
  await expect(page).toHaveURL(`/outbound?period=${written(month)}`)
  await expectDials(page, month)
})

test('X takes the comparison away and brings the same one back', async ({ page }) => {
  await openOutbound(page, '?period=last-7-days&compare=year')
  await expect(page.getByText(/Compared with/)).toBeVisible()
  await page.keyboard.press('x')
  await expect(page).toHaveURL('/outbound?period=last-7-days&compare=none')
  await expect(page.getByText(/Compared with/)).toHaveCount(0)
  await page.keyboard.press('x')
  await expect(page).toHaveURL('/outbound?period=last-7-days&compare=year')
})

test('? lists the keys and can switch them off', async ({ page }) => {
  await openOutbound(page)
  await page.keyboard.press('?')
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  for (const [group, keys] of [
    ['Reports', ['D', 'W', '7', '4', 'M', '←', '→', 'X']],
    ['Lists', ['J', 'K', '/']],
    ['Inbox', ['R', 'U', 'E']],
    ['An open call', ['←', '→', 'K', 'J', 'L']],
    ['Anywhere', ['⌘ / Ctrl K', '?']],
  ] as const) {
    const part = sheet.getByRole('region', { name: group })
    for (const key of keys) await expect(part.getByText(key, { exact: true })).toBeVisible()
  }
  await sheet.getByRole('checkbox', { name: /^Single-key shortcuts/ }).uncheck()
  await page.keyboard.press('Escape')
  await expect(sheet).toHaveCount(0)
  await page.keyboard.press('7')
  await page.keyboard.press('ControlOrMeta+k')
  await expect(page.getByRole('dialog', { name: 'Command menu' })).toBeVisible()
  await expect(page).toHaveURL('/outbound')
})

test('keys do nothing while somebody types', async ({ page }) => {
  await openOutbound(page)
  await page.getByRole('button', { name: 'All reps' }).click()
  const search = page.getByRole('searchbox', { name: 'Search people' })
  await expect(search).toBeFocused()
  await page.keyboard.type('dw74mx')
  await expect(search).toHaveValue('dw74mx')
  await expect(page.getByText('Nothing found')).toBeVisible()
  await expect(page).toHaveURL('/outbound')
})

test('everything has a name in the command menu', async ({ page }) => {
  const at = await today()
  await openOutbound(page)
  const field = page.getByRole('dialog', { name: 'Command menu' }).getByRole('combobox')
  await page.keyboard.press('ControlOrMeta+k')
  await page.keyboard.type('last month')
  await expect(field).toHaveValue('last month')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/outbound?period=last-month')
  await expectDials(page, monthBefore(at))

  await page.keyboard.press('ControlOrMeta+k')
  await page.keyboard.type('by week')
  await expect(field).toHaveValue('by week')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/outbound?period=last-month&by=week')
  await expect(page.getByRole('heading', { name: 'Calls per week' })).toBeVisible()
})

function dayButton(page: Page, date: string) {
  const [month, year] = ['month', 'year'].map(part =>
    new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', [part]: part === 'month' ? 'long' : 'numeric' }).format(
      new Date(date),
    ),
  )
  const day = Number(date.slice(8))
  return page
    .getByRole('dialog', { name: 'Period' })
    .getByRole('button', { name: new RegExp(`${month} ${day}(st|nd|rd|th), ${year}`) })
}

test('two days picked in the calendar, in whichever order', async ({ page }) => {
  const at = await today()
  const days = { from: addDays(at, -17), to: addDays(at, -6) }
  await openOutbound(page)
  await page.getByRole('button', { name: /^Last 4 weeks/ }).click()
  await dayButton(page, days.to).click()
  await dayButton(page, days.from).click()
  const choice = page.getByRole('dialog', { name: 'Period' })
  await expect(choice.getByLabel('From', { exact: true })).toHaveValue(days.from)
  await expect(choice.getByLabel('To', { exact: true })).toHaveValue(days.to)
  await expect(choice.getByText('12 days')).toBeVisible()
  await choice.getByRole('button', { name: 'Apply' }).click()

  await expect(page).toHaveURL(`/outbound?period=${written(days)}`)
  await expect(page.getByRole('button', { name: rangeWords(days, at) })).toBeVisible()
  await expectDials(page, days)
})

test('dates can be typed; what is no period is said and not applied', async ({ page }) => {
  const at = await today()
  const days = { from: addDays(at, -65), to: addDays(at, -40) }
  await openOutbound(page)
  await page.getByRole('button', { name: /^Last 4 weeks/ }).click()
  const choice = page.getByRole('dialog', { name: 'Period' })
  await choice.getByLabel('From', { exact: true }).fill(days.to)
  await choice.getByLabel('To', { exact: true }).fill(days.from)
  await expect(choice.getByText('The first date comes after the last.')).toBeVisible()
  await expect(choice.getByRole('button', { name: 'Apply' })).toBeDisabled()
  await choice.getByLabel('From', { exact: true }).fill(days.from)
  await choice.getByLabel('To', { exact: true }).fill(days.to)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(`/outbound?period=${written(days)}`)
  await expectDials(page, days)
})

test('one view has one address: in one order, without what is at its default', async ({ page }) => {
  await openOutbound(page, '?by=week&heat=rate&people=usr-m7x2c8,usr-k3f9a1&compare=previous&period=last-7-days')
  await expect(page.getByRole('button', { name: '2 people' })).toBeVisible()
  await page.keyboard.press('x')
  await expect(page).toHaveURL('/outbound?period=last-7-days&compare=none&people=usr-k3f9a1,usr-m7x2c8&by=week')
  await page.keyboard.press('x')
  await expect(page).toHaveURL('/outbound?period=last-7-days&people=usr-k3f9a1,usr-m7x2c8&by=week')
})

test('people or lines, never both, said before it happens', async ({ page }) => {
  await openOutbound(page, '?period=last-7-days&people=usr-k3f9a1')
  await page.getByRole('button', { name: 'Inès Caron' }).click()
  const choice = page.getByRole('dialog', { name: 'People or lines' })
  await choice.getByRole('tab', { name: 'Lines' }).click()
  await expect(choice.getByText('choosing a line clears the people')).toBeVisible()
  await choice.getByRole('checkbox', { name: /^Sales US West/ }).check()
  await choice.getByRole('button', { name: 'Apply' }).click()
  await expect(page).toHaveURL(url => decodeURIComponent(url.search) === '?period=last-7-days&lines=+16285550187')
  await expect(page.getByRole('button', { name: 'Sales US West' })).toBeVisible()
})
