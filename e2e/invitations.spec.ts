import type { APIRequestContext, Browser } from '@playwright/test'
import { test as base, EMPTY, expect, expectDesk, isSignedIn, REAL, signInBy, write } from './installation'
import { startMailServer } from './mail-server'
import { ADMIN, type Callboard, startCallboard } from './world'

type MailServer = Awaited<ReturnType<typeof startMailServer>>

const test = base.extend<
  { url: string; mail: MailServer; admin: APIRequestContext },
  { company: { app: Callboard; mail: MailServer } }
>({
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
  mail: async ({ company }, use) => use(company.mail),
  admin: async ({ browser, url }, use) => {
    const context = await browser.newContext()
    expect(await signInBy(context.request, url, ADMIN)).toBeNull()
    await use(context.request)
    await context.close()
  },
})

let number = 0
function newcomer() {
  number += 1
  return { email: `new.${process.pid}.${number}@company.example`, password: 'marmalade on cold toast' }
}

async function invite(admin: APIRequestContext, url: string, email: string, role: string) {
  const answer = await write(admin, 'POST', `${url}/api/invitations`, { email, role })
  expect(answer.status()).toBe(200)
  const body: {
    invitation: { id: string; email: string; role: string; expiresAt: string }
    link: string
    mail: string
  } = await answer.json()
  return body
}

test('an invitation by link and by mail lets one person in, with the role it says', async ({
  browser,
  url,
  admin,
  mail,
}) => {
  const ben = newcomer()
  const { link, invitation, mail: outcome } = await invite(admin, url, ben.email.toUpperCase(), 'manager')
  expect(outcome).toBe('sent')
  expect(link).toMatch(new RegExp(`^${url}/invitation/[\\w-]{43}$`))
  const week = Date.parse(invitation.expiresAt) - Date.now()
  expect(Math.abs(week - 7 * 86_400_000)).toBeLessThan(5 * 60_000)
  const letter = mail.letters.find(({ to }) => to.includes(ben.email))
  expect(letter?.headers.get('subject')).toBe('admin invites you to Callboard')
  expect(letter?.text).toContain('admin invites you to Callboard as a manager.')
  expect(letter?.text).toContain(link)

  const page = await (await browser.newContext({ baseURL: url })).newPage()
  await page.goto(link)
  await expect(page.getByText('admin invites you to Callboard as a manager.')).toBeVisible()
  await expect(page.getByText(`This invitation is for ${ben.email}.`)).toBeVisible()
  await page.getByLabel('Your name').fill('  Ben   Okafor ')
  await page.getByLabel('Password').fill('password1234')
  await page.getByRole('button', { name: 'Join' }).click()
  await expect(page.getByText('This is too easy to guess.')).toBeVisible()
  await page.getByLabel('Password').fill(ben.password)
  await page.getByRole('button', { name: 'Join' }).click()
  await expect(page).toHaveURL('/outbound', { timeout: 30_000 })
  await expectDesk(page, 'Ben Okafor')
  expect((await page.request.get('/settings/goals')).status()).toBe(200)
  expect((await page.request.get('/api/invitations')).status()).toBe(403)

  await page.goto(link)
  await expect(page.getByRole('heading', { name: 'This invitation no longer opens' })).toBeVisible()
  const { invitations } = await (await admin.get(`${url}/api/invitations`)).json()
  expect(JSON.stringify(invitations)).not.toContain(ben.email)
  const again = await write(admin, 'POST', `${url}/api/invitations`, { email: ben.email, role: 'viewer' })
  expect(await again.json()).toMatchObject({ error: { code: 'INVALID_INPUT', fields: { email: 'taken' } } })
})

test('a link opens once, also for two at once; not when revoked, replaced or made up', async ({
  request,
  url,
  admin,
}) => {
  const accept = (link: string, name: string) =>
    write(request, 'POST', `${url}/api/invitations/accept`, {
      token: link.split('/').at(-1),
      name,
      password: 'marmalade on cold toast',
    })
  const ben = newcomer()
  const { link } = await invite(admin, url, ben.email, 'viewer')
  const statuses = await Promise.all(['Ben', 'Eve'].map(name => accept(link, name).then(answer => answer.status())))
  expect(statuses.sort()).toEqual([200, 410])

  const replaced = await invite(admin, url, newcomer().email, 'viewer')
  await invite(admin, url, replaced.invitation.email, 'rep')
  const revoked = await invite(admin, url, newcomer().email, 'viewer')
  const gone = `${url}/api/invitations/${revoked.invitation.id}`
  expect((await write(admin, 'DELETE', gone)).status()).toBe(204)
  expect((await write(admin, 'DELETE', gone)).status()).toBe(404)
  for (const dead of [replaced.link, revoked.link, `${url}/invitation/${'x'.repeat(43)}`]) {
    const answer = await accept(dead, 'Eve')
    expect([answer.status(), (await answer.json()).error.code]).toEqual([410, 'LINK_EXPIRED'])
    expect(await (await request.get(dead)).text()).toContain('This invitation no longer opens')
  }
})

test('a mail that is not taken leaves the link to the administrator', async ({ url, admin, mail }) => {
  mail.refuse(true)
  const { link, mail: outcome } = await invite(admin, url, newcomer().email, 'viewer')
  mail.refuse(false)
  expect([outcome, link.startsWith(url)]).toEqual(['failed', true])
})

test('who joins while Allo is away joins', async ({ request, url, admin, allo }) => {
  const ben = newcomer()
  const { link } = await invite(admin, url, ben.email, 'viewer')
  await allo.stop()
  const token = link.split('/').at(-1)
  const joined = await write(request, 'POST', `${url}/api/invitations/accept`, {
    token,
    name: 'Ben',
    password: ben.password,
  })
  expect(joined.status()).toBe(200)
  expect(await signInBy(request, url, ben)).toBeNull()
  await allo.start()
})

/** The words of a page for a reader of French. */
async function inFrench(browser: Browser, address: string): Promise<string> {
  const page = await (await browser.newContext({ locale: 'fr-FR' })).newPage()
  await page.goto(address)
  const words = await page.getByRole('main').innerText()
  await page.context().close()
  return words.replace(/[\u00a0\u202f]/g, ' ')
}

test('speaks the reader’s language, in mails too', async ({ browser, url, mail, install }) => {
  const context = await browser.newContext({ extraHTTPHeaders: { 'accept-language': 'fr-FR' } })
  expect(await signInBy(context.request, url, ADMIN)).toBeNull()
  const { link, invitation } = await invite(context.request, url, newcomer().email, 'rep')
  const letter = mail.letters.find(({ to }) => to.includes(invitation.email))
  expect(letter?.headers.get('subject')).toBe('admin vous invite sur Callboard')
  expect(letter?.text).toContain('admin vous invite sur Callboard en tant que commercial.')
  expect(await inFrench(browser, link)).toContain('admin vous invite sur Callboard en tant que commercial.')
  expect(await inFrench(browser, `${url}/reset/nothing`)).toContain('Ce lien ne s’ouvre plus')
  expect(await inFrench(browser, `${url}/forgot`)).toContain('Mot de passe oublié ?')
  const empty = await install(EMPTY)
  expect(await inFrench(browser, `${empty.url}/setup`)).toContain('Créez le premier : un administrateur')
  await context.close()
})

test('an earlier session is another person’s: joining replaces it', async ({ browser, url, admin }) => {
  const { request } = await browser.newContext()
  expect(await signInBy(request, url, ADMIN)).toBeNull()
  const ben = newcomer()
  const { link } = await invite(admin, url, ben.email, 'viewer')
  const token = link.split('/').at(-1)
  await write(request, 'POST', `${url}/api/invitations/accept`, { token, name: 'Ben', password: ben.password })
  expect(await signInBy(request, url, ben)).toBeNull()
  expect(await isSignedIn(request, url)).toBe(true)
  expect((await request.get(`${url}/api/invitations`)).status()).toBe(403)
})
