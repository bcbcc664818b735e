import { type APIRequestContext, request } from '@playwright/test'
import { addressesOf } from './app-files'
import { person } from './cast'
import { beat, startTv } from './screens'
import { expect, test } from './world'

test.use({ own: 'screen secret' })

const COOKIE = 'callboard-screen'
const SCENE = { id: 'only', kind: 'scoreboard', view: '?period=this-week', seconds: 30, title: null }
const SHOW = {
  lineUps: [{ id: 'a', name: 'Always', when: null, isOff: false, pinsFirst: false, scenes: [SCENE] }],
  language: 'en',
  theme: 'dark',
  showsContacts: false,
  showsCompanies: false,
  celebrates: false,
  quietHours: null,
}

async function secretIn(tv: APIRequestContext): Promise<string> {
  const { cookies } = await tv.storageState()
  return cookies.find(({ name }) => name === COOKIE)?.value ?? ''
}

/** Has a manager make a screen of a code, or without one. Answers its id and, without a code, its secret. */
async function make(url: string, code: string | null): Promise<{ id: string; secret: string | null }> {
  const { client, headers } = await person('manager', url)
  const data = { code, name: 'Wall', place: '', show: SHOW, hasSound: false }
  const answer = await client.post('/api/screens', { headers, data })
  expect(answer.status(), await answer.text()).toBe(200)
  return answer.json()
}

const isIn = async (tv: APIRequestContext) => (await (await tv.get('/api/tv/pairing')).json()).paired

test('a screen is in with the cookie it has had from the start, through a restart, until it is revoked', async ({
  app,
}) => {
  const { code, tv } = await startTv(app.url)
  const { cookies } = await tv.storageState()
  expect(cookies).toMatchObject([{ name: COOKIE, httpOnly: true, sameSite: 'Lax', path: '/', secure: false }])
  // 400 days, give or take the time that the answer took.
  expect(Math.abs((cookies[0]?.expires ?? 0) - Date.now() / 1000 - 400 * 86_400)).toBeLessThan(300)
  const secret = await secretIn(tv)
  expect(await isIn(tv)).toBe(false)

  const { id } = await make(app.url, code)
  expect(await isIn(tv)).toBe(true)
  await beat(tv)
  expect(await secretIn(tv)).toBe(secret)

  await app.stop()
  await app.start()
  expect(await isIn(tv)).toBe(true)

  const { client, headers } = await person('manager', app.url)
  expect((await client.delete(`/api/screens/${id}`, { headers })).status()).toBe(204)
  for (const path of ['/api/tv/show', '/api/tv/stream']) expect((await tv.get(path)).status(), path).toBe(401)
  expect(await isIn(tv)).toBe(false)
  expect(await secretIn(tv)).not.toBe(secret)
  await tv.dispose()
})

test('a secret opens no page and no route of people, and is in no line of the log', async ({ app }) => {
  const { secret } = await make(app.url, null)
  const shown = secret ?? ''
  const byHeader = await request.newContext({
    baseURL: app.url,
    extraHTTPHeaders: { authorization: `Bearer ${shown}` },
  })
  const byCookie = await request.newContext({ baseURL: app.url, extraHTTPHeaders: { origin: app.url } })
  expect((await byCookie.post('/api/tv/key', { data: { secret: shown } })).status()).toBe(200)
  expect(await secretIn(byCookie)).toBe(shown)
  for (const caller of [byHeader, byCookie]) {
    expect(await isIn(caller)).toBe(true)
    for (const path of ['/outbound', '/team', '/calls', '/inbox', '/screens', '/settings/account'])
      expect((await caller.get(path, { maxRedirects: 0 })).status(), path).toBe(307)
    for (const path of ['/api/directory', '/api/items', '/api/drilldown?period=this-week&stage=dials', '/api/screens'])
      expect([401, 403], path).toContain((await caller.get(path)).status())
  }
  // Once more everywhere, so that everything that may be logged is.
  for (const path of addressesOf('route.ts').filter(each => each !== '/api/tv/stream')) await byHeader.get(path)
  for (const part of [shown.slice(3), shown.slice(3, 23), shown.slice(-20)]) expect(app.output()).not.toContain(part)
  expect(app.output()).toContain('"route":"tv/key"')
  await byHeader.dispose()
  await byCookie.dispose()
})
