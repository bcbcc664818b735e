import { type APIRequestContext, expect, request } from '@playwright/test'
import { sessionOf } from './fixtures'
import { signInBy } from './installation'
import type { Allo, Callboard } from './world'

/** The ready-made accounts of the demo, one of each role; Claire and Inès phone, under the same addresses. */
export const PEOPLE = {
  admin: 'claire.dubois@northline.example',
  manager: 'maya@callboard.example',
  rep: 'ines.caron@northline.example',
  viewer: 'victor@callboard.example',
} as const

export type Role = keyof typeof PEOPLE

/** Somebody who asks. */
export interface Caller {
  client: APIRequestContext
  /** Sent along with every question, as our own pages or a script would. */
  headers: Record<string, string>
}

/** Nobody in particular: no session, and no token. */
export async function stranger(url: string): Promise<Caller> {
  return { client: await request.newContext({ baseURL: url }), headers: { Origin: url } }
}

/** Somebody of the ready-made accounts, signed in. */
export async function person(role: Role, url: string): Promise<Caller> {
  const storageState = await sessionOf(PEOPLE[role], url)
  return { client: await request.newContext({ baseURL: url, storageState }), headers: { Origin: url } }
}

/** A script with a new token. */
export async function script(admin: Caller, url: string): Promise<Caller> {
  const made = await admin.client.post('/api/tokens', { headers: admin.headers, data: { name: 'script', days: 30 } })
  expect(made.status(), await made.text()).toBe(200)
  const { secret }: { secret: string } = await made.json()
  return { client: (await stranger(url)).client, headers: { Authorization: `Bearer ${secret}` } }
}

const PASSWORD = 'nobody would guess this one'
let invited = 0

/** Somebody new, who came by an invitation and has signed in. Answers also their id, as the server's log tells it. */
export async function newcomer(
  admin: Caller,
  app: Callboard,
  role: Role,
): Promise<Caller & { id: string; name: string }> {
  invited += 1
  const { url } = app
  const { client, headers } = await stranger(url)
  const email = `newcomer-${invited}@example.com`
  const made = await admin.client.post('/api/invitations', { headers: admin.headers, data: { email, role } })
  expect(made.status(), await made.text()).toBe(200)
  const { link }: { link: string } = await made.json()
  const data = { token: new URL(link).pathname.split('/').at(-1), name: email, password: PASSWORD }
  const accepted = await client.post('/api/invitations/accept', { headers, data })
  expect(accepted.ok(), await accepted.text()).toBe(true)
  expect(await signInBy(client, url, { email, password: PASSWORD })).toBeNull()

  const requestId = `newcomer-${invited}-arrives`
  expect((await client.get('/api/directory', { headers: { 'X-Request-Id': requestId } })).status()).toBe(200)
  const line = () =>
    app
      .output()
      .split('\n')
      .find(text => text.includes('"event":"request"') && text.includes(requestId))
  await expect.poll(line).toBeTruthy()
  const id = /"person":"(per_[\w-]+)"/.exec(line() ?? '')?.[1]
  if (!id) throw new Error('the log does not say who it was')
  return { client, headers, id, name: email }
}

/** Ends a session as the button does, and answers somebody who still shows its cookie. */
export async function leave({ client, headers }: Caller, url: string): Promise<Caller> {
  const storageState = await client.storageState()
  const { csrfToken } = await (await client.get('/api/auth/csrf')).json()
  expect((await client.post('/api/auth/signout', { headers, form: { csrfToken, json: 'true' } })).ok()).toBe(true)
  return { client: await request.newContext({ baseURL: url, storageState }), headers }
}

/** The id of the Allo user with an e-mail address. */
export async function alloUserOf(email: string, allo: Allo): Promise<string> {
  const headers = { Authorization: 'Api-Key ak_sim_callboard', 'User-Agent': 'callboard-e2e' }
  const { data }: { data: { id: string; email: string }[] } = await (
    await fetch(`${allo.url}/v2/api/users`, { headers })
  ).json()
  const id = data.find(user => user.email === email)?.id
  if (!id) throw new Error(`nobody in Allo is ${email}`)
  return id
}
