import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from '@playwright/test'
import { ROOT } from '../scripts/processes.mjs'
import { temporaryFolder } from '../scripts/servers.mjs'
import { freshDatabase, hasPostgres, sharedPostgres } from '../scripts/services/postgres.mjs'
import { hasRedis, startRedis } from '../scripts/services/redis.mjs'
import { EMPTY, expect, expectDesk, personOf, test, write } from './installation'
import { startOpenIdProvider } from './openid-provider'
import { type Callboard, SECRET, startCallboard } from './world'

/*
 * The README's way from the demo to a company's installation, walked once from end to end: each step stands on what the
 * step before has left.
 */

const ANA = { name: 'Ana Paz', email: 'ana@company.example', password: 'marmalade on cold toast' }

interface Colleague {
  sub: string
  name: string
  email: string
}

// Inès phones with Allo under this address; Nora and Max do not.
const NORA: Colleague = { sub: 'nora', name: 'Nora Lind', email: 'nora@northline.example' }
const INES: Colleague = { sub: 'ines', name: 'Inès Caron', email: 'ines.caron@northline.example' }
const MAX: Colleague = { sub: 'max', name: 'Max Roth', email: 'max@northline.example' }

/** Runs one of the commands of package.json as an operator would. Answers its exit code and what it printed. */
function command(name: string, args: string[], env: Record<string, string>): Promise<{ code: number; said: string }> {
  const child: ChildProcess = spawn('npm', ['run', '--silent', name, '--', ...args], {
    cwd: ROOT,
    env: { ...process.env, NEXTAUTH_SECRET: SECRET, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', text => (said += text))
  return new Promise(resolve => child.once('exit', code => resolve({ code: code ?? 1, said })))
}

/** Comes in by the company's provider, in a browser of one's own. */
async function comeIn(browser: Browser, url: string, who: Colleague): Promise<Page> {
  const page = await (await browser.newContext({ baseURL: url })).newPage()
  await page.goto('/sign-in')
  await page.getByRole('button', { name: 'Continue with Northline' }).click()
  await page.getByRole('button', { name: who.sub, exact: true }).click()
  await expectDesk(page, who.name)
  return page
}

async function roleIs(admin: Page, app: Callboard, who: Page, role: string, url = app.url): Promise<void> {
  const id = await personOf(who.request, app)
  const changed = await admin.request.fetch(`${url}/api/people/${id}`, {
    method: 'PATCH',
    data: { role },
    headers: { origin: url },
  })
  expect(changed.ok(), await changed.text()).toBe(true)
}

/** What somebody gets of the calls behind last week's connected calls: the status, and how many rows tell their number. */
async function seen(who: Page, url: string): Promise<{ status: number; rows: number; told: number }> {
  const answer = await who.request.get(`${url}/api/drilldown?period=last-week&stage=connected`)
  if (!answer.ok()) return { status: answer.status(), rows: 0, told: 0 }
  const { rows }: { rows: { contactNumber: string | null }[] } = await answer.json()
  return { status: 200, rows: rows.length, told: rows.filter(row => row.contactNumber !== null).length }
}

async function dials(context: BrowserContext, url: string): Promise<number> {
  const answer = await context.request.get(`${url}/api/reports/outbound?period=last-week`)
  expect(answer.ok(), await answer.text()).toBe(true)
  return (await answer.json()).report.funnel.stages[0].count.now
}

/** What has to be stopped at the end, however the test ends; the latest first. */
const toStop: (() => Promise<unknown>)[] = []

test.afterEach(async () => {
  for (const stop of toStop.splice(0).reverse()) await stop()
})

test('from the first administrator to two instances on Postgres and Redis', async ({ page, browser, allo }) => {
  test.skip(!hasPostgres() || !hasRedis(), 'needs Postgres and Redis')
  test.slow()
  const openId = await startOpenIdProvider()
  toStop.push(openId.stop)
  for (const who of [NORA, INES, MAX]) openId.accounts.set(who.sub, { ...who, email_verified: true })
  const folder = temporaryFolder({ isEmpty: true })
  const settings = { ...EMPTY, ...openId.env, CALLBOARD_ALLOWED_DOMAINS: 'northline.example' }
  const start = async (env: Record<string, string>) => {
    const app = await startCallboard(allo.port, { ...settings, ...env })
    toStop.push(app.stop)
    return app
  }

  // The first administrator, with the code from the log.
  const app = await start({ CALLBOARD_DATA_DIR: folder })
  openId.serve(app.url)
  await expect.poll(app.output).toContain('no administrator yet')
  const code = /"event":"no administrator yet".*"code":"([A-Z0-9-]+)"/.exec(app.output())?.[1] ?? ''
  await page.goto(app.url)
  await page.getByLabel('Code from the log').fill(code)
  await page.getByLabel('Your name').fill(ANA.name)
  await page.getByLabel('E-mail address').fill(ANA.email)
  await page.getByLabel('Password').fill(ANA.password)
  await page.getByRole('button', { name: 'Make the account' }).click()
  await expectDesk(page, ANA.name)

  // Three colleagues come in by the company's OpenID provider, and get three roles.
  const nora = await comeIn(browser, app.url, NORA)
  const ines = await comeIn(browser, app.url, INES)
  const max = await comeIn(browser, app.url, MAX)
  await roleIs(page, app, ines, 'rep')
  await roleIs(page, app, max, 'manager')
  const all = await seen(max, app.url)
  expect(all.rows).toBeGreaterThan(1)
  expect(all.told).toBe(all.rows)
  const own = await seen(ines, app.url)
  expect(own.rows).toBe(all.rows)
  expect(own.told).toBeLessThan(all.rows)
  expect(await seen(nora, app.url)).toEqual({ status: 403, rows: 0, told: 0 })
  const counted = await dials(nora.context(), app.url)

  // A second server on the same folder is refused in words.
  await expect(start({ CALLBOARD_DATA_DIR: folder })).rejects.toThrow('stopped while starting')

  // A backup of the running server, restored into Postgres.
  const file = join(temporaryFolder({ isEmpty: true }), 'company.jsonl.gz')
  const backup = await command('backup', [file], { CALLBOARD_DATA_DIR: folder })
  expect(backup.code, backup.said).toBe(0)
  expect(existsSync(file)).toBe(true)
  await app.stop()
  const postgres = await sharedPostgres()
  const redis = await startRedis()
  if (!postgres || !redis) throw new Error('Postgres and Redis were there a moment ago')
  toStop.push(redis.stop, () => postgres.end())
  const database = await freshDatabase(postgres.url)
  toStop.push(database.drop)
  const restore = await command('restore', [file], { DATABASE_URL: database.url })
  expect(restore.code, restore.said).toBe(0)

  // Two instances share it: sessions from before stand on both, and what one changes the other obeys at once.
  const shared = { DATABASE_URL: database.url, REDIS_URL: redis.url }
  const [one, two] = [await start(shared), await start(shared)]
  for (const { url } of [one, two]) {
    expect(await dials(nora.context(), url)).toBe(counted)
    expect((await seen(ines, url)).told).toBe(own.told)
  }
  await roleIs(page, one, max, 'viewer', one.url)
  expect((await seen(max, two.url)).status).toBe(403)
  await page.goto(`${two.url}/settings/people`)
  await expect(page.getByText(MAX.email)).toBeVisible()
  const out = await write(page.request, 'DELETE', `${two.url}/api/people/${await personOf(nora.request, one)}`)
  expect(out.ok(), await out.text()).toBe(true)
  await nora.goto(`${one.url}/outbound`)
  await expect(nora).toHaveURL(/\/sign-in/)
})
