import { PEOPLE } from './cast'
import { sessionOf } from './fixtures'
import { takenOver } from './outbound'
import { countWords } from './words'
import { become } from './workspace-settings'
import { expect, test } from './world'

test.use({ own: 'team readers' })

const DAY = '2026-01-14' // a Wednesday
const SEARCH = `?period=${DAY}&compare=none`
const INES = 'usr-k3f9a1'
const TOM = 'usr-m7x2c8'

test('a funnel that fails says so in its row, and is asked for again on request', async ({ page, allo }) => {
  await page.goto(`/team?period=2026-02-11&compare=none`)
  await takenOver(page)
  const people = page.getByRole('region', { name: 'People', exact: true })
  await allo.breakdown({ match: { operation: 'outbound' }, kind: 'status', status: 400 })
  await people.getByRole('link', { name: 'Funnels' }).click()
  const again = people.getByRole('button', { name: 'Try again: Inès Caron' })
  const others = people.getByRole('button', { name: 'Try again: Tom Okafor' })
  await expect(again).toBeVisible()
  await expect(others).toBeVisible()
  await allo.mend()
  const dials = (await allo.calls('2026-02-11', '2026-02-11')).filter(
    call => call.user_id === INES && call.direction === 'OUTBOUND',
  )
  const cell = people
    .getByRole('row', { name: /Inès Caron/ })
    .getByRole('cell')
    .first()
  // A question that has just failed is left alone for 2 s, whoever asks for it: the button waits for that.
  await again.click()
  await expect(cell).toHaveText(countWords(dials.length))
  // Nobody else's is asked for unasked.
  await expect(others).toBeVisible()
})

test('a viewer sees numbers and no calls', async ({ page, context, app }) => {
  await become(context, PEOPLE.viewer, app.url)
  await page.goto(`/people/${TOM}${SEARCH}`)
  await takenOver(page)
  await expect(page.getByRole('region', { name: 'Beside the team' })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Latest calls' })).toHaveCount(0)
  const links = await page.locator('main a[href]').evaluateAll(all => all.map(link => link.getAttribute('href') ?? ''))
  expect(links.filter(href => /stage=|call=|\/calls/.test(href))).toEqual([])
  expect((await context.request.get(`/api/team/${TOM}/calls${SEARCH}`)).status()).toBe(403)
})

test('a rep who sees only their own numbers has their page and the sum of all others', async ({
  page,
  context,
  app,
  allo,
}) => {
  const admin = await context.browser()?.newContext({
    baseURL: app.url,
    storageState: await sessionOf(PEOPLE.admin, app.url),
  })
  if (!admin) throw new Error('there is no browser')
  const settings = await admin.newPage()
  await settings.goto('/settings/workspace')
  await settings.getByLabel('Reps see').selectOption({ label: 'The team’s numbers and their own' })
  await settings.getByRole('button', { name: 'Save settings' }).click()
  await expect(settings.getByText('Settings saved.')).toBeVisible()
  await admin.close()

  await become(context, PEOPLE.rep, app.url)
  const calls = await allo.calls(DAY, DAY)
  const others = calls.filter(call => call.user_id !== INES && call.user_id !== null)
  await page.goto(`/team${SEARCH}`)
  await takenOver(page)
  const people = page.getByRole('region', { name: 'People', exact: true })
  await expect(people.getByRole('row', { name: /Inès Caron/ })).toBeVisible()
  await expect(people.getByRole('row', { name: /^Colleagues/ })).toContainText(countWords(others.length))
  expect(await (await context.request.get(`/team${SEARCH}`)).text()).not.toMatch(/Okafor|Priya Nair/)
  await people.getByRole('link', { name: 'Funnels' }).click()
  await expect(people.getByRole('row')).toHaveCount(4)

  expect((await context.request.get(`/people/${TOM}${SEARCH}`)).status()).toBe(403)
  expect((await context.request.get(`/api/team/funnel${SEARCH}&people=${TOM}`)).status()).toBe(403)
  expect((await context.request.get(`/people/${INES}${SEARCH}`)).status()).toBe(200)
  await page.goto(`/people/${INES}${SEARCH}`)
  await expect(page.getByRole('region', { name: 'Beside the team' })).toContainText('Connected')
  await expect(page.getByRole('table', { name: "Counts beside the team's mean" })).toHaveCount(0)
})
