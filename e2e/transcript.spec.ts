import type { Locator, Page } from '@playwright/test'
import { takenOverBy } from './taken-over'
import { expect, test } from './world'

/** A call of ninety minutes, which no invented call takes. */
test.use({ own: 'transcript', alloEnv: { SIMULATOR_LONG: '1' } })

const CALL = 'cll-long-90'
const said = (page: Page) => page.locator('[data-line][aria-current="true"]')
const follow = (page: Page) => page.getByRole('button', { name: 'Follow the recording' })
const second = (page: Page) => page.locator('audio').evaluate((element: HTMLAudioElement) => element.currentTime)

async function open(page: Page, at: number): Promise<Locator> {
  await page.goto(`/calls/${CALL}?t=${at}`)
  await takenOverBy(page.getByRole('button', { name: 'Copy link', exact: true }))
  return page.getByRole('region', { name: 'Transcript' })
}

/** What is said at a second, by the transcript itself. */
async function lineAt(page: Page, at: number): Promise<string> {
  const { transcript }: { transcript: { at: number; text: string }[] } = await (
    await page.request.get(`/api/calls/${CALL}`)
  ).json()
  expect(transcript.length).toBeGreaterThan(1000)
  return transcript.findLast(line => line.at <= at)?.text ?? ''
}

test('the line being said stays in view, until the reader scrolls away and asks to follow again', async ({ page }) => {
  const box = await open(page, 600)
  await expect(said(page)).toHaveText(await lineAt(page, 600))
  await expect(said(page)).toBeInViewport()

  // Half way through the recording, thousands of lines further down.
  await page.keyboard.press('5')
  await expect.poll(() => second(page)).toBeCloseTo(2700, 0)
  await expect(said(page)).toHaveText(await lineAt(page, await second(page)))
  await expect(said(page)).toBeInViewport()
  await expect(follow(page)).toHaveCount(0)

  await box.hover()
  await page.mouse.wheel(0, 4000)
  await expect(follow(page)).toBeVisible()
  await expect(said(page)).not.toBeInViewport()
  await page.keyboard.press('8')
  await expect.poll(() => second(page)).toBeCloseTo(4320, 0)
  await expect(said(page)).not.toBeInViewport()

  await follow(page).click()
  await expect(said(page)).toBeInViewport()
  await expect(said(page)).toHaveText(await lineAt(page, await second(page)))
  await expect(follow(page)).toHaveCount(0)
  await page.keyboard.press('2')
  await expect.poll(() => second(page)).toBeCloseTo(1080, 0)
  await expect(said(page)).toBeInViewport()
})

test('it moves on by itself while the recording plays', async ({ page }) => {
  await open(page, 600)
  const first = (await said(page).getAttribute('data-line')) ?? ''
  await page.keyboard.press('k')
  await expect.poll(async () => Number(await said(page).getAttribute('data-line'))).toBeGreaterThan(Number(first))
  await expect(said(page)).toBeInViewport()
  await expect(follow(page)).toHaveCount(0)
})
