import { doors } from './app-files'
import { alloUserOf, type Caller, leave, newcomer, PEOPLE, person, script, stranger } from './cast'
import { DAY, OWN, TABLE, THEIRS, WHO, type Who } from './matrix-table'
import { type Allo, expect, test } from './world'

test.use({ own: 'matrix' })

/** Two calls of the day that were connected: one of Inès's, the rep, and one of somebody else's. */
async function findCalls(allo: Allo): Promise<{ own: string; theirs: string }> {
  const answered = (await allo.calls(DAY, DAY)).filter(
    call => call.direction === 'OUTBOUND' && call.outcome === 'connected' && call.user_id !== null,
  )
  const ines = await alloUserOf(PEOPLE.rep, allo)
  const own = answered.find(call => call.user_id === ines)?.id
  const theirs = answered.find(call => call.user_id !== ines)?.id
  if (!own || !theirs) throw new Error('the day has no such calls')
  return { own, theirs }
}

/** Asks at each door and sets beside each other what was and what should be answered; the same where all is well. */
async function walk(who: Who, { client, headers }: Caller, calls: { own: string; theirs: string }) {
  const answered: string[] = []
  const expected: string[] = []
  for (const [statuses, door, address, body] of TABLE) {
    const [method = ''] = door.split(' ')
    const path = address.replace(OWN, calls.own).replace(THEIRS, calls.theirs)
    const options = { headers, data: body, maxRedirects: 0, method: method === 'PAGE' ? 'GET' : method }
    const answer = await client.fetch(path, options)
    answered.push(`${answer.status()} ${door}`)
    expected.push(`${statuses.split(' ')[WHO.indexOf(who)]} ${door}`)
    await refusesWithoutData(door, path, answer)
  }
  expect(answered).toEqual(expected)
}

type Answer = Awaited<ReturnType<Caller['client']['fetch']>>

/** What somebody wrote into an address tells them nothing, wherever a page or the way to sign in repeats it. */
function withoutAsked(text: string, path: string): string {
  const [address = ''] = path.split('?')
  const asked = decodeURIComponent(address.split('/').at(-1) ?? '').replace(/^\+/, '')
  return asked === '' ? text : text.replaceAll(asked, '')
}

/** A refusal says why, and nothing else: no name, number or call of the workspace. */
async function refusesWithoutData(door: string, path: string, answer: Answer): Promise<void> {
  const status = answer.status()
  if (status !== 401 && status !== 403 && status !== 307) return
  const text = await answer.text()
  expect(door.startsWith('PAGE') ? withoutAsked(text, path) : text, door).not.toMatch(
    /Northline|usr-|cll-|Okafor|\+33|"dials"/,
  )
  if (door.startsWith('PAGE')) return
  const code = { 401: 'NOT_SIGNED_IN', 403: 'FORBIDDEN', 307: 'no route leads elsewhere' }[status]
  expect(JSON.parse(text), door).toEqual({ error: { code, requestId: answer.headers()['x-request-id'] } })
  expect(answer.headers()['cache-control'], door).toBe('no-store')
}

test('every door has its row, and every row its door', () => {
  expect([...new Set(TABLE.map(([, door]) => door))].sort()).toEqual(doors())
})

test.describe('the matrix', () => {
  for (const role of ['admin', 'manager', 'rep', 'viewer'] as const) {
    test(`of a ${role}`, async ({ app, allo }) => {
      await walk(role, await person(role, app.url), await findCalls(allo))
    })
  }

  test('of a script', async ({ app, allo }) => {
    await walk('script', await script(await person('admin', app.url), app.url), await findCalls(allo))
  })

  test('of nobody: no session, a forged one, a wrong token', async ({ app, allo }) => {
    const calls = await findCalls(allo)
    const { client, headers } = await stranger(app.url)
    const forged = { Cookie: 'next-auth.session-token=eyJhbGciOiJub25lIn0..x.y.z' }
    await walk('nobody', { client, headers }, calls)
    await walk('nobody', { client, headers: { ...headers, ...forged } }, calls)
    await walk('badToken', { client, headers: { Authorization: `Bearer cb_${'A'.repeat(43)}` } }, calls)
  })

  test('of somebody who signed out a moment ago', async ({ app, allo }) => {
    const admin = await person('admin', app.url)
    expect((await admin.client.get('/api/directory')).status()).toBe(200)
    await walk('nobody', await leave(admin, app.url), await findCalls(allo))
  })

  test('of somebody who was removed a moment ago', async ({ app, allo }) => {
    const admin = await person('admin', app.url)
    const gone = await newcomer(admin, app, 'admin')
    expect((await gone.client.get('/api/invitations')).status()).toBe(200)
    expect((await admin.client.delete(`/api/people/${gone.id}`, { headers: admin.headers })).ok()).toBe(true)
    await walk('nobody', gone, await findCalls(allo))
  })

  test('of somebody whose role was lowered a moment ago', async ({ app, allo }) => {
    const admin = await person('admin', app.url)
    const lowered = await newcomer(admin, app, 'admin')
    expect((await lowered.client.get('/api/invitations')).status()).toBe(200)
    const change = { headers: admin.headers, data: { role: 'viewer' } }
    expect((await admin.client.patch(`/api/people/${lowered.id}`, change)).ok()).toBe(true)
    await walk('viewer', lowered, await findCalls(allo))
  })

  test('of a script whose token was revoked a moment ago', async ({ app, allo }) => {
    const admin = await person('admin', app.url)
    const data = { name: 'revoked', days: 30 }
    const made: { id: string; secret: string } = await (
      await admin.client.post('/api/tokens', { headers: admin.headers, data })
    ).json()
    const revoked = { client: (await stranger(app.url)).client, headers: { Authorization: `Bearer ${made.secret}` } }
    expect((await revoked.client.get('/api/directory', { headers: revoked.headers })).status()).toBe(200)
    expect((await admin.client.delete(`/api/tokens/${made.id}`, { headers: admin.headers })).ok()).toBe(true)
    await walk('badToken', revoked, await findCalls(allo))
  })
})
