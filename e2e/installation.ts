import { type APIRequestContext, test as base, expect, type Page } from '@playwright/test'
import { type Allo, type Callboard, startAllo, startCallboard } from './world'

/** Somebody who signs in with a password. */
export interface Credentials {
  email: string
  password: string
}

/** Settings of a real installation: no ready-made accounts. The administrator's are those of the world's. */
export const REAL = { CALLBOARD_DEMO: '0' }
/** And nobody has an account yet. */
export const EMPTY = { ...REAL, CALLBOARD_ADMIN_EMAIL: '', CALLBOARD_ADMIN_PASSWORD: '' }

interface Fixtures {
  allo: Allo
}

interface PerTest {
  /** Starts a server of its own with these settings, for this test only. */
  install: (env: Record<string, string>) => Promise<Callboard>
}

/** Tests that need installations of their own, all on one simulated workspace. */
export const test = base.extend<PerTest, Fixtures>({
  allo: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs; this one needs nothing
    async ({}, use) => {
      const allo = await startAllo()
      await use(allo)
      await allo.stop()
    },
    { scope: 'worker' },
  ],
  install: async ({ allo }, use) => {
    const started: Callboard[] = []
    await use(async env => {
      const app = await startCallboard(allo.port, env)
      started.push(app)
      return app
    })
    await Promise.all(started.map(app => app.stop()))
  },
})

/** Signs a client in by password; answers the `error` that the sign-in page would show, null when it is in. */
export async function signInBy(client: APIRequestContext, url: string, who: Credentials): Promise<string | null> {
  const { csrfToken } = await (await client.get(`${url}/api/auth/csrf`)).json()
  const form = { ...who, csrfToken, json: 'true' }
  const answer = await client.post(`${url}/api/auth/callback/credentials`, { form })
  const { searchParams } = new URL((await answer.json()).url)
  expect(searchParams.has('csrf'), 'two sign-ins at once on one cookie jar: nobody was asked who they are').toBe(false)
  return searchParams.get('error')
}

/** Writes as our own pages do. */
export function write(client: APIRequestContext, method: 'POST' | 'DELETE', address: string, data?: unknown) {
  return client.fetch(address, { method, data, headers: { origin: new URL(address).origin } })
}

/** Whether a client may do what only administrators may, whatever else it may. */
export async function isAdministrator(client: APIRequestContext, url: string): Promise<boolean> {
  return (await client.get(`${url}/api/invitations`)).ok()
}

/** Whether a client has a session that stands. */
export async function isSignedIn(client: APIRequestContext, url: string): Promise<boolean> {
  const { status } = await client.get(`${url}/api/directory`).then(answer => ({ status: answer.status() }))
  return status === 200
}

/** The id of a client's person, as the server's log tells it of one request. */
export async function personOf(client: APIRequestContext, app: Callboard): Promise<string> {
  const requestId = `who-${Math.random().toString(36).slice(2)}`
  await client.get(`${app.url}/api/directory`, { headers: { 'x-request-id': requestId } })
  const line = new RegExp(`.*"requestId":"${requestId}","person":"(per_[\\w-]+)".*`)
  await expect.poll(() => app.output()).toMatch(line)
  return line.exec(app.output())?.[1] ?? ''
}

/** Waits until the desk is there for somebody of this name. */
export async function expectDesk(page: Page, name: string): Promise<void> {
  await expect(page.getByRole('button', { name: `Account of ${name}` })).toBeVisible()
}

export { expect }
