import { freshDatabase, hasPostgres, startPostgres } from '../scripts/services/postgres.mjs'
import { hasRedis, startRedis } from '../scripts/services/redis.mjs'
import { person, type Role } from './cast'
import { expect, test } from './installation'
import { type Callboard, startCallboard } from './world'

/*
 * What a company's installation does while one of its servers is away. Each test has servers of its own, since it stops them.
 */

/** What has to be stopped at the end, however the test ends; the latest first. */
const toStop: (() => Promise<unknown>)[] = []

test.afterEach(async () => {
  for (const stop of toStop.splice(0).reverse()) await stop()
})

/** How the server says that it is, to who asks from the machine itself. */
async function readiness(app: Callboard): Promise<Record<string, unknown>> {
  return (await fetch(`${app.url}/api/ready`)).json()
}

const come = (role: Role, app: Callboard) => person(role, app.url)

test('while Postgres is away, who was signed in reads on, and writes are refused in words', async ({
  allo,
  browser,
}) => {
  test.skip(!hasPostgres(), 'needs Postgres')
  test.slow()
  const postgres = await startPostgres({ fsync: true })
  if (!postgres) throw new Error('Postgres was there a moment ago')
  toStop.push(postgres.end)
  const database = await freshDatabase(postgres.url)
  const app = await startCallboard(allo.port, { DATABASE_URL: database.url })
  toStop.push(app.stop)
  const maya = await come('manager', app)
  const made = await maya.client.post('/api/views', {
    headers: maya.headers,
    data: { name: 'Before the outage', address: '/outbound?period=last-month' },
  })
  expect(made.ok(), await made.text()).toBe(true)
  const page = await (
    await browser.newContext({ baseURL: app.url, storageState: await maya.client.storageState() })
  ).newPage()
  await page.goto('/outbound')
  await expect(page.getByRole('heading', { name: 'Outbound' })).toBeVisible()

  await postgres.stop()
  await page.goto('/outbound?period=last-week')
  await expect(page.getByRole('link', { name: /^Dials/ }).first()).toBeVisible()
  const refused = await maya.client.post('/api/views', {
    headers: maya.headers,
    data: { name: 'During the outage', address: '/outbound?period=today' },
  })
  expect(refused.status()).toBe(503)
  expect((await refused.json()).error.code).toBe('STORAGE_DOWN')
  await page.getByRole('button', { name: 'Save view' }).click()
  await page.getByLabel('Name').fill('During the outage')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText("Callboard's own database does not answer.", { exact: false })).toBeVisible()
  await expect(page.getByLabel('Name')).toHaveValue('During the outage')
  expect(await readiness(app)).toMatchObject({ status: 'degraded', checks: { database: { status: 'degraded' } } })

  await postgres.start()
  await expect.poll(async () => (await readiness(app)).status, { timeout: 30_000 }).toBe('ok')
  const views = await maya.client.get('/api/views')
  expect(JSON.stringify(await views.json())).toContain('Before the outage')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect
    .poll(async () => JSON.stringify(await (await maya.client.get('/api/views')).json()))
    .toContain('During the outage')
})

test('while Redis is away, pages load and the server says so', async ({ allo, browser }) => {
  test.skip(!hasRedis(), 'needs Redis')
  test.slow()
  const redis = await startRedis({ own: true })
  if (!redis) throw new Error('Redis was there a moment ago')
  toStop.push(redis.stop)
  const app = await startCallboard(allo.port, { REDIS_URL: redis.url })
  toStop.push(app.stop)
  const maya = await come('manager', app)
  const page = await (
    await browser.newContext({ baseURL: app.url, storageState: await maya.client.storageState() })
  ).newPage()
  const opens = async (period: string) => {
    await page.goto(`/outbound?period=${period}`)
    await expect(page.getByRole('link', { name: /^Dials/ }).first()).toBeVisible()
  }
  await opens('last-week')
  expect(await readiness(app)).toMatchObject({ status: 'ok', checks: { cache: { status: 'ok' } } })

  await redis.stop()
  await opens('last-week')
  await opens('last-month')
  expect(await readiness(app)).toMatchObject({ status: 'degraded', checks: { cache: { status: 'degraded' } } })
  await expect.poll(app.output).toContain('Redis is away')
  // Somebody new can still come in.
  expect((await (await come('viewer', app)).client.get('/api/directory')).status()).toBe(200)

  await redis.start()
  await expect.poll(async () => (await readiness(app)).status, { timeout: 30_000 }).toBe('ok')
  await expect.poll(app.output).toContain('Redis is back')
  await opens('last-7-days')
})
