import { apiOf } from './allo-api'
import { expect, test } from './world'

test.use({ own: 'inbox-phone' })

test('on a phone the list gives way to a conversation, and comes back', async ({ page, allo }) => {
  const line = '+12125550104'
  const unread = await apiOf(allo).conversations(line, true)
  await page.goto(`/inbox?line=${encodeURIComponent(line)}`)
  const list = page.getByRole('region', { name: 'Unread', exact: true })
  const conversation = page.getByRole('region', { name: 'Conversation', exact: true })
  await expect(list.getByRole('link')).toHaveCount(unread.length)
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)

  await list.getByRole('link').first().click()
  await expect(conversation).toBeVisible()
  await expect(list).toBeHidden()
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
  await page.goBack()
  await expect(list).toBeVisible()
  await list.getByRole('link').first().click()
  await conversation.getByRole('button', { name: 'Archive' }).click()
  await expect(list.getByRole('link')).toHaveCount(unread.length - 1)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(list.getByRole('link')).toHaveCount(unread.length)
})
