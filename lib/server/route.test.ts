import { describe, expect, it } from 'vitest'
import { CallboardError } from '@/lib/errors'
import { readView } from '@/lib/report/search'
import { startSimulator } from '@/lib/simulator/server'
import { getCall, openRecording } from './calls'
import { transaction } from './db/database'
import { insertPerson } from './db/people'
import { insertToken } from './db/tokens'
import { getDirectory } from './directory'
import { getDrilldown } from './drilldowns'
import { createLog } from './log'
import { remember } from './remember'
import { toReply } from './reply'
import { route } from './route'
import { report, withRoutes } from './route-kit'
import { readOne, readStrictView } from './search-params'
import { sealedSession } from './session-kit'
import { ADMIN, TEST_ENV } from './test-kit'

const { admin, ask, lines, simulator, startAfresh } = withRoutes(() => startSimulator({ scale: 0.1 }))

const failing = (thrown: unknown) => route('failing', 'reports.read', () => Promise.reject(thrown))

describe('the route wrapper', () => {
  it('answers nobody without a session, whatever the proxy did', async () => {
    const response = await ask(report, {}, { session: null })
    expect(response.status).toBe(401)
    expect(await response.json()).toMatchObject({ error: { code: 'NOT_SIGNED_IN' } })
    expect(response.headers.get('x-request-id')).toMatch(/^req_\w{12}$/)
    expect(simulator().requests.report().total).toBe(0)
  })

  it('answers with id, timing and ETag, and with 304 to who has it', async () => {
    const first = await ask(report, {}, { headers: { 'x-request-id': 'my-request-0001' } })
    expect(first.status).toBe(200)
    expect(first.headers.get('x-request-id')).toBe('my-request-0001')
    expect(first.headers.get('cache-control')).toBe('private, no-cache')
    expect(first.headers.get('server-timing')).toMatch(
      /^auth;dur=[\d.]+, queue;dur=[\d.]+, allo;dur=[\d.]+, total;dur=[\d.]+$/,
    )
    const etag = first.headers.get('etag') ?? ''
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const again = await ask(report, {}, { headers: { 'if-none-match': known } })
      expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag])
    }
    expect((await ask(report, {}, { headers: { 'if-none-match': '"other"' } })).status).toBe(200)
  })

  it('does not take an id that could forge a log line', async () => {
    const response = await ask(report, {}, { headers: { 'x-request-id': 'a b"},{"level":"info' } })
    expect(response.headers.get('x-request-id')).toMatch(/^req_\w{12}$/)
  })

  it.each([
    ['?period=last-year', 'period'],
    ['?by=hour', 'by'],
    ['?nonsense=1', 'nonsense'],
    ['?people=a&lines=%2B33123456789', 'lines'],
    ['?period=2026-04-21..2026-04-01', 'period'],
    ['?period=today&period=yesterday', 'period'],
  ])('refuses %s by name', async (search, field) => {
    expect(readView(new URLSearchParams(search)).ignored).toContain(field)
    const response = await ask(report, {}, { search })
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ error: { code: 'INVALID_PARAMETER', field } })
  })

  it('needs exactly one value of a route’s own parameter', () => {
    const read = (search: string) => readOne(new URLSearchParams(search), 'day', /^\d+$/)
    expect(read('day=1')).toBe('1')
    for (const search of ['', 'day=x', 'day=1&day=2']) expect(() => read(search)).toThrow('day is missing or malformed')
  })

  it('tells when to come back, and keeps messages and causes to itself', async () => {
    const cause = new Error('canary cause')
    const busy = await ask(failing(new CallboardError('BUSY', 'canary message', { retryAfterSeconds: 7, cause })), {})
    expect([busy.status, busy.headers.get('retry-after'), busy.headers.get('cache-control')]).toEqual([
      503,
      '7',
      'no-store',
    ])
    const unknown = await ask(failing(new TypeError('canary type')), {})
    expect(unknown.status).toBe(500)
    for (const response of [busy, unknown]) expect(await response.text()).not.toContain('canary')
    expect(lines.some(line => line.includes('canary type'))).toBe(true)
  })

  it('writes one line a request, without phone numbers, addresses or e-mail', async () => {
    const number = '+33123456789'
    await ask(report, {}, { search: `?lines=${encodeURIComponent(number)}` })
    const entries = lines.map(line => JSON.parse(line))
    const requests = entries.filter(entry => entry.event === 'request')
    expect(requests).toHaveLength(1)
    expect(requests[0]).toMatchObject({
      level: 'info',
      method: 'GET',
      route: 'reports',
      status: 200,
      person: admin().id,
    })
    expect(entries.filter(entry => entry.event === 'allo')).toHaveLength(2)
    for (const secret of [number, '%2B33123456789', TEST_ENV.CALLBOARD_ADMIN_EMAIL])
      expect(lines.join()).not.toContain(secret)
  })

  it('shows the key in no answer, header, error or log line, with Allo well, refusing and broken', async () => {
    const search = '?stage=connected'
    const person = (await getDirectory(ADMIN)).people[0]?.id ?? ''
    const list = await getDrilldown(ADMIN, readView(new URLSearchParams(`stage=connected&person=${person}`)).view)
    const id = list.rows[0]?.id ?? ''
    const routes = [
      () => ask(report, {}),
      () =>
        ask(
          route('drilldown', 'calls.list', async ({ access, search, call }) =>
            toReply(await getDrilldown(access, readStrictView(search), call)),
          ),
          {},
          { search },
        ),
      () =>
        ask(
          route('directory', 'directory.read', async ({ access, call }) => toReply(await getDirectory(access, call))),
          {},
        ),
      () =>
        ask(
          route('call', 'calls.own', async ({ access, call }) => toReply(await getCall(access, id, call))),
          {},
        ),
      () =>
        ask(
          route('recording', 'calls.own', ({ access, call }) => openRecording(access, id, 'bytes=0-9', call)),
          {},
        ),
    ]
    const said: string[] = []
    for (const trouble of [null, 'html', 'wrong_type', 'truncated', 'status'] as const) {
      startAfresh()
      remember('log', () => createLog('debug', [], { write: line => lines.push(line) }))
      simulator().faults.clear()
      const match = { path: '/v2/api/analytics' }
      if (trouble)
        simulator().faults.add([
          { match, kind: trouble, status: 403, milliseconds: 0, retryAfterSeconds: 1, times: null },
        ])
      for (const one of routes) {
        const response = await one()
        said.push(JSON.stringify([...response.headers]), await response.text())
      }
    }
    expect(lines.filter(line => line.includes('"event":"allo"')).length).toBeGreaterThan(10)
    for (const text of [...said, ...lines]) expect(text).not.toContain(TEST_ENV.ALLO_API_KEY)
  })
})

describe('who may', () => {
  const settings = route('settings', 'workspace.write', async ({ access }) => toReply({ by: access.id }))

  it('is decided by the role, before the handler runs', async () => {
    const given = { email: 'vic@example.com', name: 'Vic', role: 'viewer' as const, passwordHash: null }
    const viewer = await transaction(tx => insertPerson(tx, given))
    const refused = await ask(settings, {}, { session: await sealedSession(viewer) })
    expect(refused.status).toBe(403)
    expect(await refused.json()).toMatchObject({ error: { code: 'FORBIDDEN' } })
    expect(await (await ask(settings, {})).json()).toEqual({ by: admin().id })
  })

  it('is also the bearer of a token, in its own name', async () => {
    const token = await transaction(tx =>
      insertToken(tx, { kind: 'api', name: 'warehouse', scope: null, createdBy: admin().id, expiresAt: null }),
    )
    const headers = { authorization: `Bearer ${token.secret}` }
    expect((await ask(report, {}, { session: null, headers })).status).toBe(200)
    // The administrator's cookie beside it counts for nothing.
    expect((await ask(settings, {}, { headers })).status).toBe(403)
    expect((await ask(settings, {}, { headers: { authorization: 'Bearer cb_wrong' } })).status).toBe(401)
    expect(lines.join()).not.toContain(token.secret)
    expect(lines.map(line => JSON.parse(line)).find(entry => entry.event === 'request')?.person).toBe(token.id)
  })
})
