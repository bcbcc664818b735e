import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test as base, type Page } from '@playwright/test'
import { expectNoOverflow } from './checks'
import { addDays, mondayOf } from './dates'
import { startMailServer } from './mail-server'
import { enterAs, PEOPLE } from './views'
import { type Callboard, expect, startAllo, startCallboard } from './world'

/** Ten minutes before eight on a Monday, far enough ahead that no session of the machine's own clock has ended by then. */
const NOW = `${addDays(mondayOf(new Date().toISOString().slice(0, 10)), 7)}T07:50:00Z`

/** Stands in for a chat: keeps what it is sent, and answers as it is told. */
async function startChat() {
  const posted: string[] = []
  let status = 200
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', chunk => {
      body += chunk
    })
    request.on('end', () => {
      posted.push(body)
      response.writeHead(status).end('ok')
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    posted,
    answer(next: number) {
      status = next
    },
    stop: () => new Promise(resolve => server.close(resolve)),
  }
}

interface Monday {
  app: Callboard
  mail: Awaited<ReturnType<typeof startMailServer>>
  chat: Awaited<ReturnType<typeof startChat>>
}

const test = base.extend<{ monday: Monday }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs; this one needs nothing
  monday: async ({}, use) => {
    const [mail, chat] = await Promise.all([startMailServer(), startChat()])
    const allo = await startAllo({ SIMULATOR_NOW: NOW, SIMULATOR_RUNNING: '1', SIMULATOR_ZONE: 'UTC' })
    const app = await startCallboard(allo.port, {
      E2E_NOW: NOW,
      CALLBOARD_TIME_ZONE: 'UTC',
      SMTP_URL: mail.url,
      CALLBOARD_CHAT_SINK: chat.url,
    })
    await use({ app, mail, chat })
    await Promise.all([app.stop(), allo.stop(), mail.stop(), chat.stop()])
  },
})

async function add(page: Page, kind: string, name: string, address: string): Promise<void> {
  await page.getByRole('combobox', { name: 'To', exact: true }).selectOption(kind)
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill(name)
  await page.getByRole('textbox', { name: /^(Mail addresses|Webhook address)$/ }).fill(address)
  await page.getByRole('button', { name: 'Add delivery' }).click()
}

const item = (page: Page, name: string) => page.locator('li', { has: page.getByText(name, { exact: true }) }).first()

test('a Monday: the review arrives by mail once; a chat that refuses it is told, mended and served', async ({
  monday: { app, mail, chat },
  browser,
}) => {
  test.setTimeout(150_000)
  const page = await enterAs(browser, PEOPLE.admin, app.url)
  await page.goto('/settings/deliveries')
  await expect(page.getByText('Nothing is sent yet.')).toBeVisible()
  await add(page, 'Slack', 'Sales channel', 'https://hooks.slack.com.evil.example/services/T/B/x')
  await expect(page.getByText('This is no webhook address of this chat.')).toBeVisible()
  await add(page, 'Slack', 'Sales channel', `${chat.url}/services/T/B/topSecretPart`)
  await expect(item(page, 'Sales channel')).toContainText('/…Part')
  await add(page, 'Mail', 'The whole team', 'ana@example.com, ben@example.com')
  await expect(item(page, 'The whole team')).toContainText('08:00')

  await page.getByRole('button', { name: 'Send a test to Sales channel now' }).click()
  await expect(page.getByText('The test was taken.')).toBeVisible({ timeout: 30_000 })
  expect(JSON.parse(chat.posted[0] ?? '').blocks[0].type).toBe('header')

  chat.answer(404)
  await app.later()
  await expect.poll(() => mail.letters.length, { timeout: 60_000 }).toBe(2)
  expect(mail.letters.flatMap(({ to }) => to).toSorted()).toEqual(['ana@example.com', 'ben@example.com'])
  const { weeks } = await (await page.request.get('/api/reviews')).json()
  const { key } = weeks.find(({ live }: { live: boolean }) => !live).subject
  const { document, revision } = await (await page.request.get(`/api/reviews/${key}`)).json()
  expect(revision.number).toBe(1)
  expect(mail.letters[0]?.raw).toContain(`/reviews/${key}`)
  const dials = document.outbound.funnel.stages[0].count.now.toLocaleString('en-US')
  expect(mail.letters[0]?.raw.replaceAll('=\r\n', '')).toContain(`Dials: ${dials}`)

  await expect.poll(() => chat.posted.length).toBe(2)
  await page.reload()
  await expect(item(page, 'The whole team')).toContainText(`${key} ana@example.com sent`)
  await expect(item(page, 'Sales channel')).toContainText(/not sent.*This webhook is gone/s)
  await expectNoOverflow(page)
  chat.answer(200)
  await page.getByRole('button', { name: `Send ${key} to Sales channel again` }).click()
  await expect.poll(() => chat.posted.length, { timeout: 40_000 }).toBe(3)
  await expect
    .poll(async () => {
      await page.reload()
      return item(page, 'Sales channel').textContent()
    })
    .toContain('sent')

  // Two administrators have it open; the second is told.
  const other = await enterAs(browser, PEOPLE.admin, app.url)
  await other.goto('/settings/deliveries')
  await other.getByRole('button', { name: 'Change Sales channel' }).click()
  await page.getByRole('button', { name: 'Change Sales channel' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('textbox', { name: 'Webhook address' })).toHaveValue('')
  await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill('Sales floor')
  await dialog.getByRole('combobox', { name: 'Time' }).selectOption('09:00')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(item(page, 'Sales floor')).toContainText(/\/…Part.*09:00/s)
  await expect(dialog).toHaveCount(0)
  const late = other.getByRole('dialog')
  await late.getByRole('textbox', { name: 'Name', exact: true }).fill('Sales room')
  await late.getByRole('button', { name: 'Save' }).click()
  await expect(late.getByRole('alert')).toContainText('Somebody else changed this meanwhile')
  await late.getByRole('button', { name: 'Load the newest' }).click()
  await expect(item(other, 'Sales floor')).toContainText('09:00')
  await other.context().close()

  await page.getByRole('button', { name: 'Delete Sales floor' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
  await expect(page.getByText('Sales floor', { exact: true })).toHaveCount(0)
  expect(mail.letters).toHaveLength(2)
  expect(app.output()).not.toMatch(/topSecret|services\/T/)
  await page.context().close()
})
