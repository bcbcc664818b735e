import type { APIRequestContext } from '@playwright/test'
import { test as base, expect, expectDesk, isSignedIn, personOf, REAL, signInBy, write } from './installation'
import { startMailServer } from './mail-server'
import { ADMIN, type Callboard, startCallboard } from './world'

type MailServer = Awaited<ReturnType<typeof startMailServer>>

/** Two passwords are hashed and a first report is asked for. */
const PATIENTLY = { timeout: 30_000 }

const NEXT = 'seven lamps in the attic'

const test = base.extend<{ url: string; admin: APIRequestContext }, { company: { app: Callboard; mail: MailServer } }>({
  company: [
    async ({ allo }, use) => {
      const mail = await startMailServer()
      const app = await startCallboard(allo.port, { ...REAL, SMTP_URL: mail.url })
      await use({ app, mail })
      await app.stop()
      await mail.stop()
    },
    { scope: 'worker' },
  ],
  url: async ({ company }, use) => use(company.app.url),
  admin: async ({ browser, url }, use) => {
    const context = await browser.newContext()
    expect(await signInBy(context.request, url, ADMIN)).toBeNull()
    await use(context.request)
    await context.close()
  },
})

let number = 0

/** Somebody who has joined. */
async function member(admin: APIRequestContext, url: string) {
  number += 1
  const who = { email: `member.${process.pid}.${number}@company.example`, password: 'marmalade on cold toast' }
  const invited = await write(admin, 'POST', `${url}/api/invitations`, { email: who.email, role: 'viewer' })
  const token = (await invited.json()).link.split('/').at(-1)
  await write(admin, 'POST', `${url}/api/invitations/accept`, { token, name: 'Mia Sol', password: who.password })
  return who
}

test('a forgotten password is replaced by mail, and every session ends', async ({
  page,
  browser,
  url,
  admin,
  company,
}) => {
  const mia = await member(admin, url)
  const old = (await browser.newContext()).request
  expect(await signInBy(old, url, mia)).toBeNull()

  await page.goto(`${url}/sign-in`)
  await page.getByRole('link', { name: 'Forgot your password?' }).click()
  await page.getByLabel('E-mail address').fill(` ${mia.email.toUpperCase()}`)
  await page.getByRole('button', { name: 'Send the link' }).click()
  await expect(page.getByText('Look into your mail')).toBeVisible()
  const isReset = (letter: { to: string[]; text: string }) =>
    letter.to.includes(mia.email) && letter.text.includes('/reset/')
  await expect.poll(() => company.mail.letters.filter(isReset).length).toBe(1)
  const link = /http\S+\/reset\/[\w-]{43}/.exec(company.mail.letters.find(isReset)?.text ?? '')?.[0] ?? ''

  await page.goto(link)
  await expect(page.getByText(`For ${mia.email}.`)).toBeVisible()
  await page.getByLabel('New password').fill('qwertyuiop123')
  await page.getByRole('button', { name: 'Save and sign in' }).click()
  await expect(page.getByText('This is too easy to guess.')).toBeVisible()
  await page.getByLabel('New password').fill(NEXT)
  await page.getByRole('button', { name: 'Save and sign in' }).click()
  await expect(page).toHaveURL(`${url}/outbound`, PATIENTLY)
  await expectDesk(page, 'Mia Sol')

  expect(await isSignedIn(old, url)).toBe(false)
  expect(await signInBy(old, url, mia)).toBe('CredentialsSignin')
  await page.goto(link)
  await expect(page.getByRole('heading', { name: 'This link no longer opens' })).toBeVisible()
  await page.getByRole('link', { name: 'Ask for a new one' }).click()
  await expect(page).toHaveURL(`${url}/forgot`)
})

test('asking says the same whether an address has an account, and is limited for both', async ({
  request,
  url,
  admin,
  company,
}) => {
  const mia = await member(admin, url)
  const before = company.mail.letters.length
  const answers: string[][] = []
  for (const email of [mia.email, `nobody.${process.pid}@company.example`]) {
    const seen: string[] = []
    for (let time = 1; time <= 6; time += 1) {
      const answer = await write(request, 'POST', `${url}/api/resets`, { email })
      seen.push(`${answer.status()} ${(await answer.text()).replace(/"(requestId|retryAfterSeconds)":[^,}]*/g, '')}`)
    }
    answers.push(seen)
  }
  expect(answers[0]).toEqual(answers[1])
  expect(answers[0]?.map(answer => answer.slice(0, 3))).toEqual(['204', '204', '204', '204', '204', '429'])
  await expect.poll(() => company.mail.letters.length - before).toBe(5)
})

test('an administrator’s link opens once and only while the person is there', async ({
  request,
  browser,
  url,
  admin,
  company,
}) => {
  const mia = await member(admin, url)
  const own = (await browser.newContext()).request
  expect(await signInBy(own, url, mia)).toBeNull()
  const id = await personOf(own, company.app)
  const reset = async () => (await write(admin, 'POST', `${url}/api/people/${id}/reset-link`)).json()
  const use = (link: string, password = NEXT) =>
    write(request, 'POST', `${url}/api/resets/use`, { token: link.split('/').at(-1), password })

  expect((await write(own, 'POST', `${url}/api/people/${id}/reset-link`)).status()).toBe(403)
  expect((await write(admin, 'POST', `${url}/api/people/nobody/reset-link`)).status()).toBe(404)

  const first = await reset()
  const second = await reset()
  expect(second).toMatchObject({ email: mia.email, mail: 'sent' })
  expect((await use(first.link)).status()).toBe(410)
  const both = await Promise.all([use(second.link), use(second.link, 'another pair of words')])
  expect(both.map(answer => answer.status()).sort()).toEqual([200, 410])
  expect(await isSignedIn(own, url)).toBe(false)

  const last = await reset()
  expect((await write(admin, 'DELETE', `${url}/api/people/${id}`)).status()).toBe(204)
  expect((await use(last.link)).status()).toBe(410)
  expect((await write(admin, 'POST', `${url}/api/people/${id}/reset-link`)).status()).toBe(404)
})

test('changing one’s own password takes the current one and ends the other sessions', async ({
  browser,
  url,
  admin,
}) => {
  const mia = await member(admin, url)
  const [here, there] = [(await browser.newContext()).request, (await browser.newContext()).request]
  for (const place of [here, there]) expect(await signInBy(place, url, mia)).toBeNull()
  const change = (data: object) => write(here, 'POST', `${url}/api/account/password`, data)

  const wrong = await change({ current: 'not my password', next: NEXT })
  expect(await wrong.json()).toMatchObject({ error: { fields: { current: 'wrongPassword' } } })
  const weak = await change({ current: mia.password, next: mia.email })
  expect(await weak.json()).toMatchObject({ error: { fields: { next: 'common' } } })
  expect(await isSignedIn(there, url)).toBe(true)
  expect((await change({ current: mia.password, next: NEXT })).status()).toBe(204)
  expect(await isSignedIn(here, url)).toBe(true)
  expect(await isSignedIn(there, url)).toBe(false)
  expect(await signInBy(there, url, { ...mia, password: NEXT })).toBeNull()
})

test('without a mail server nobody is offered a mail', async ({ page, install }) => {
  const { url } = await install(REAL)
  await page.goto(`${url}/sign-in`)
  await expect(page.getByLabel('Password')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Forgot your password?' })).toHaveCount(0)
  expect((await page.request.get(`${url}/forgot`)).status()).toBe(404)
  const asked = await write(page.request, 'POST', `${url}/api/resets`, { email: ADMIN.email })
  expect(asked.status()).toBe(404)
})
