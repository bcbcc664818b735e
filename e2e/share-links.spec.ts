import AxeBuilder from '@axe-core/playwright'
import { expectNoOverflow, expectSensibleText, watch } from './checks'
import { makeLink, SECTIONS, startStranger, VIEW } from './share-links'
import { expect, test } from './world'

test.use({ own: 'share links' })

test('a stranger sees of a view what was chosen on the outbound page, and nothing else is sent', async ({
  page,
  browser,
  app,
}) => {
  await page.goto(VIEW)
  await page.getByRole('button', { name: 'Link for guests' }).click()
  const dialog = page.getByRole('dialog', { name: 'Link for guests' })
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Numbers for the board')
  for (const section of ['Over time', 'Talk time', 'When people pick up', 'People'])
    await dialog.getByRole('checkbox', { name: section, exact: true }).uncheck()
  await dialog.getByRole('button', { name: 'Make link' }).click()
  const address = await dialog.getByRole('textbox', { name: 'Address of the link' }).inputValue()
  expect(address).toMatch(new RegExp(`^${app.url}/share/cb_[\\w-]{43}$`))
  const { report } = await (await page.request.get(`/api/reports${VIEW}`)).json()
  const [dials] = report.funnel.stages

  const stranger = await startStranger(browser)
  const answer = await stranger.page.goto(address)
  expect(answer?.status()).toBe(200)
  expect(answer?.headers()).toMatchObject({
    'referrer-policy': 'no-referrer',
    'x-robots-tag': 'noindex, nofollow, noarchive',
    'cache-control': 'no-store',
  })
  await expect(stranger.page.getByRole('heading', { level: 1 })).toHaveText('Numbers for the board')
  await expect(stranger.page.getByRole('heading', { level: 2 })).toHaveText(['Funnel'])
  await expect(stranger.page.getByRole('region', { name: 'Funnel' })).toContainText(
    dials.count.now.toLocaleString('en-US'),
  )
  await expect(stranger.page.getByRole('main').getByRole('link')).toHaveCount(0)
  await expectSensibleText(stranger.page)
  const people: { user: { id: string; name: string } | null }[] = report.leaderboard.rows
  const names = people.flatMap(({ user }) => (user ? [user.id, user.name] : []))
  expect(names.length).toBeGreaterThan(6)
  const received = await stranger.received()
  expect(names.filter(name => received.includes(name))).toEqual([])
  // Nobody else was asked for anything.
  const foreign = received.split('\n').filter(line => /^https?:/.test(line) && !line.startsWith(app.url))
  expect(foreign).toEqual([])
  expect(await stranger.context.cookies()).toEqual([])
  await stranger.context.close()
})

test('a shared review names no contact, no number and no call, unless allowed', async ({
  page,
  context,
  browser,
  app,
}) => {
  const { weeks } = await (await page.request.get('/api/reviews')).json()
  const key: string = weeks.find((week: { live: boolean }) => !week.live).subject.key
  const { document, revision } = await (await page.request.get(`/api/reviews/${key}`)).json()
  interface Call {
    id: string
    contactNumber: string
    contact: { name: string } | null
    summary: string | null
  }
  const calls: Call[] = document.calls
  expect(calls.length).toBeGreaterThan(2)
  const subject = { kind: 'review' as const, key, revision: revision.number }
  const ids = calls.map(({ id }) => id)
  const numbers = calls.map(({ contactNumber }) => contactNumber.slice(1))
  const said = calls.flatMap(({ contact, summary }) => [
    ...(contact ? [contact.name] : []),
    ...(summary ? [summary] : []),
  ])

  async function meets(address: string, texts: string[]): Promise<string[]> {
    const stranger = await startStranger(browser)
    await stranger.page.goto(address)
    await expect(stranger.page.getByRole('region', { name: 'Worth a listen' }).getByRole('listitem')).toHaveCount(
      calls.length,
    )
    const received = await stranger.received()
    await stranger.context.close()
    return texts.filter(text => received.includes(text))
  }
  const masked = await makeLink(context, app.url, { subject, sections: SECTIONS })
  expect(await meets(masked.address, [...ids, ...numbers, ...said])).toEqual([])
  const open = await makeLink(context, app.url, { subject, sections: SECTIONS, showsNumbers: true })
  expect(await meets(open.address, [...ids, ...said])).toEqual([])
  expect(new Set(await meets(open.address, numbers))).toEqual(new Set(numbers))
})

for (const javaScriptEnabled of [true, false]) {
  test(`a passphrase is asked for, ${javaScriptEnabled ? 'with' : 'without'} scripts`, async ({
    context,
    browser,
    app,
  }) => {
    const { address, secret } = await makeLink(context, app.url, { passphrase: 'tell nobody else' })
    const stranger = await startStranger(browser, { javaScriptEnabled })
    const { page } = stranger
    await page.goto(address)
    await expect(page.getByRole('heading')).toHaveText('This link has a passphrase')
    expect(await page.content()).not.toContain('For the board')
    await page.getByLabel('Passphrase').fill('tell everybody')
    await page.getByRole('button', { name: 'Open' }).click()
    await expect(page.getByText('That is not the passphrase.')).toBeVisible()
    await page.getByLabel('Passphrase').fill('tell nobody else')
    await page.getByRole('button', { name: 'Open' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('For the board')
    expect(page.url()).toBe(address)
    expect(await stranger.context.cookies(address)).toMatchObject([
      { name: 'callboard-share', httpOnly: true, sameSite: 'Lax', path: `/share/${secret}` },
    ])
    expect(await stranger.context.cookies(app.url)).toEqual([])
    await page.reload()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('For the board')
    await stranger.context.close()
  })
}

test('a link is paused, resumed and revoked in the settings, and says when it was opened', async ({
  page,
  context,
  browser,
  app,
}) => {
  const { address } = await makeLink(context, app.url, { name: 'Paused and revoked', sections: ['funnel', 'people'] })
  const stranger = await startStranger(browser)
  const status = async () => (await stranger.page.goto(address))?.status()
  await page.goto('/settings/links')
  const row = page.getByRole('listitem').filter({ hasText: 'Paused and revoked' })
  await expect(row).toContainText(/Outbound, .* · Funnel, People.*Made .* by Maya Reyes · never opened · expires/s)
  expect(await status()).toBe(200)
  await row.getByRole('button', { name: 'Pause Paused and revoked' }).click()
  await expect(row.getByText('paused', { exact: true })).toBeVisible()
  await expect(row).toContainText('last opened')
  expect(await status()).toBe(404)
  await expect(stranger.page.getByRole('heading')).toHaveText('This link opens nothing')
  await row.getByRole('button', { name: 'Resume Paused and revoked' }).click()
  await expect(row.getByText('paused', { exact: true })).toHaveCount(0)
  expect(await status()).toBe(200)
  await row.getByRole('button', { name: 'Change Paused and revoked' }).click()
  const form = page.getByRole('dialog')
  await form.getByRole('textbox', { name: 'Name' }).fill('Paused and revoked, renamed')
  await form.getByRole('combobox', { name: 'Opens for' }).selectOption('Until it is revoked')
  await expectNoOverflow(page)
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(form).toHaveCount(0)
  await expect(row).toContainText(/Paused and revoked, renamed.*Funnel, People.*does not expire/s)
  await stranger.page.reload()
  await expect(stranger.page.getByRole('heading', { level: 1 })).toHaveText('Paused and revoked, renamed')
  await row.getByRole('button', { name: /^Revoke Paused and revoked/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click()
  await expect(row).toHaveCount(0)
  expect(await status()).toBe(404)
  await stranger.context.close()
})

test('a link unfolds in chats only where it may', async ({ context, app }) => {
  const told = async (address: string) => {
    const html = await (await fetch(address, { headers: { 'user-agent': 'Slackbot-LinkExpanding 1.0' } })).text()
    const picture = await fetch(`${address}/preview`)
    const { width, height } = sizeOf(Buffer.from(await picture.arrayBuffer()))
    return {
      name: html.slice(0, html.indexOf('</head>')).includes('For the board'),
      og: /og:image"/.test(html),
      status: picture.status,
      width,
      height,
    }
  }
  const silent = { name: false, og: false, width: 0, height: 0, status: 404 }
  expect(await told((await makeLink(context, app.url)).address)).toEqual(silent)
  expect(await told((await makeLink(context, app.url, { passphrase: 'tell nobody else' })).address)).toEqual(silent)
  const loud = await makeLink(context, app.url, { unfolds: true })
  expect(await told(loud.address)).toEqual({ name: true, og: true, width: 1200, height: 630, status: 200 })
})

/** Width and height in a PNG's header; 0 of what is none. */
function sizeOf(png: Buffer): { width: number; height: number } {
  if (png.subarray(1, 4).toString() !== 'PNG') return { width: 0, height: 0 }
  return { width: png.readUInt32BE(16), height: png.readUInt32BE(20) }
}

for (const [locale, colorScheme, heading] of [
  ['en-US', 'light', 'Funnel'],
  ['fr-FR', 'dark', 'Entonnoir'],
] as const) {
  test(`a link on a phone, ${locale}, ${colorScheme}`, async ({ context, browser, app }) => {
    const sections = ['funnel', 'series', 'talk', 'pickup', 'people']
    const { address } = await makeLink(context, app.url, { sections })
    const { page, ...stranger } = await startStranger(browser, {
      locale,
      colorScheme,
      viewport: { width: 390, height: 844 },
    })
    const { problems } = watch(page)
    await page.goto(address)
    await expect(page.getByRole('heading', { name: heading })).toBeVisible()
    await expect(page.locator('html')).toHaveAttribute('lang', locale.slice(0, 2))
    await expectNoOverflow(page)
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([])
    expect(problems).toEqual([])
    await stranger.context.close()
  })
}
