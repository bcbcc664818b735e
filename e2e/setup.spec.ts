import type { Page } from '@playwright/test'
import { EMPTY, expect, expectDesk, isAdministrator, signInBy, test, write } from './installation'
import type { Callboard } from './world'

const ANA = { name: 'Ana Paz', email: 'ana@company.example', password: 'marmalade on cold toast' }

/** The code that the server has printed. */
async function codeOf(app: Callboard): Promise<string> {
  await expect.poll(app.output).toContain('no administrator yet')
  const code = /"event":"no administrator yet".*"code":"([A-Z0-9-]+)"/.exec(app.output())?.[1]
  if (!code) throw new Error('no code was printed')
  return code
}

async function fill(page: Page, { code, name, email, password }: typeof ANA & { code: string }): Promise<void> {
  await page.getByLabel('Code from the log').fill(code)
  await page.getByLabel('Your name').fill(name)
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Make the account' }).click()
}

test('the first administrator is made with the code from the log, once', async ({ page, install }) => {
  const app = await install(EMPTY)
  const code = await codeOf(app)
  expect(code).toMatch(/^[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}$/)
  await page.goto(`${app.url}/outbound`)
  await expect(page).toHaveURL(`${app.url}/setup`)
  await expect(page.getByRole('heading', { name: 'Set up Callboard' })).toBeVisible()

  await fill(page, { ...ANA, code: 'ABCD-EFGH-JKLM' })
  await expect(page.getByText('This is not the code.')).toBeVisible()
  await expect(page.getByLabel('Code from the log')).toBeFocused()
  await fill(page, { ...ANA, code, password: 'callboard-ana-1' })
  await expect(page.getByText('This is too easy to guess.')).toBeVisible()
  await fill(page, { ...ANA, code, password: 'too short' })
  await expect(page.getByText('At least 12 characters are needed.')).toBeVisible()
  // Typed as people do.
  await fill(page, { ...ANA, code: code.toLowerCase().replaceAll('-', ' ') })
  await expect(page).toHaveURL(`${app.url}/outbound`, { timeout: 30_000 })
  await expectDesk(page, ANA.name)
  expect(await isAdministrator(page.request, app.url)).toBe(true)

  // Never open again, by page or by route, whoever asks.
  expect((await page.request.get(`${app.url}/setup`)).status()).toBe(404)
  const late = await write(page.request, 'POST', `${app.url}/api/setup`, { ...ANA, code, email: 'eve@company.example' })
  expect(late.status()).toBe(404)
  await page.context().clearCookies()
  await page.goto(`${app.url}/sign-in`)
  await expect(page.getByRole('heading', { name: 'Sign in to Callboard' })).toBeVisible()
  expect(await signInBy(page.request, app.url, ANA)).toBeNull()
})

test('of many who set up at once, one does; guessing the code is limited', async ({ request, install }) => {
  const app = await install(EMPTY)
  const code = await codeOf(app)
  const send = (data: object) => write(request, 'POST', `${app.url}/api/setup`, data)

  const elsewhere = await request.post(`${app.url}/api/setup`, {
    data: { ...ANA, code },
    headers: { origin: 'https://evil.example' },
  })
  expect(elsewhere.status()).toBe(403)

  for (let guess = 1; guess <= 4; guess += 1) {
    const refused = await send({ ...ANA, code: `GUESS-${guess}` })
    expect(await refused.json()).toMatchObject({ error: { code: 'INVALID_INPUT', fields: { code: 'wrongCode' } } })
  }
  const people = Array.from({ length: 5 }, (_, index) => ({ ...ANA, code, email: `ana${index}@company.example` }))
  const statuses = (await Promise.all(people.map(send))).map(answer => answer.status()).sort()
  expect(statuses.filter(status => status === 204)).toHaveLength(1)
  expect(statuses.every(status => [204, 404, 409, 429].includes(status))).toBe(true)
  const refusals: (string | null)[] = []
  for (const who of people) refusals.push(await signInBy(request, app.url, who))
  expect(refusals.filter(error => error === null)).toHaveLength(1)
})

test('a sixth guess at the code has to wait', async ({ request, install }) => {
  const app = await install(EMPTY)
  const statuses: number[] = []
  for (let guess = 1; guess <= 6; guess += 1) {
    const data = { ...ANA, code: `GUESS-${guess}` }
    statuses.push((await write(request, 'POST', `${app.url}/api/setup`, data)).status())
  }
  expect(statuses).toEqual([422, 422, 422, 422, 422, 429])
})
