import { expect, test } from '@playwright/test'

test('the server is healthy', async ({ request }) => {
  const response = await request.get('/api/health')
  expect(response.status()).toBe(200)
})

test('a browser that asks for an icon by itself gets ours', async ({ request }) => {
  const response = await request.get('/favicon.ico')
  expect([response.status(), response.headers()['content-type']]).toEqual([200, 'image/svg+xml'])
})

test('somebody who is not signed in is asked to sign in', async ({ page }) => {
  await page.goto('/outbound')
  await expect(page).toHaveURL(/\/sign-in\b/)
  await expect(page.getByRole('heading').first()).toBeVisible()
})
