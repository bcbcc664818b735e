import { NextRequest } from 'next/server'
import { encode } from 'next-auth/jwt'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { CallboardError } from '@/lib/errors'
import { readView } from '@/lib/report/search'
import { type Simulator, startSimulator } from '@/lib/simulator/server'
import { checkPassword } from './accounts'
import { getCall, openRecording } from './calls'
import { getDirectory } from './directory'
import { getDrilldown } from './drilldowns'
import { createLog } from './log'
import { remember } from './remember'
import { toReply } from './reply'
import { getReportReply } from './reports'
import { route } from './route'
import { readOne, readStrictView } from './search-params'
import { ADMIN, setTestEnv, TEST_ENV } from './test-kit'

let simulator: Simulator
let lines: string[]
let cookie: string

/** Asks a route as a browser would, signed in unless told otherwise. */
async function ask<P>(
  get: ReturnType<typeof route<P>>,
  params: P,
  {
    search = '',
    headers = {},
    signedIn = true,
  }: { search?: string; headers?: Record<string, string>; signedIn?: boolean } = {},
): Promise<Response> {
  const request = new NextRequest(`http://localhost:3000/api/x${search}`, {
    headers: { ...headers, ...(signedIn && { cookie: `next-auth.session-token=${cookie}` }) },
  })
  return get(request, { params: Promise.resolve(params) })
}

const report = route('reports', ({ access, search, call }) =>
  getReportReply(access, 'outbound', readStrictView(search).report, call),
)
const failing = (thrown: unknown) => route('failing', () => Promise.reject(thrown))

describe('the route wrapper', () => {
  beforeEach(async () => {
    simulator = await startSimulator({ scale: 0.1 })
    setTestEnv({ ALLO_BASE_URL: simulator.url })
    lines = []
    const secrets = [TEST_ENV.ALLO_API_KEY, TEST_ENV.NEXTAUTH_SECRET, TEST_ENV.CALLBOARD_ADMIN_PASSWORD]
    remember('log', () => createLog('debug', secrets, { write: line => lines.push(line) }))
    const account = checkPassword(TEST_ENV.CALLBOARD_ADMIN_EMAIL, TEST_ENV.CALLBOARD_ADMIN_PASSWORD)
    cookie = await encode({ token: { sub: account?.id, stamp: account?.stamp }, secret: TEST_ENV.NEXTAUTH_SECRET })
  })
  afterEach(() => simulator.stop())

  it('answers nobody without a session, whatever the proxy did', async () => {
    const response = await ask(report, {}, { signedIn: false })
    expect(response.status).toBe(401)
    expect(await response.json()).toMatchObject({ error: { code: 'NOT_SIGNED_IN' } })
    expect(response.headers.get('x-request-id')).toMatch(/^req_\w{12}$/)
    expect(simulator.requests.report().total).toBe(0)
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
    expect(requests[0]).toMatchObject({ level: 'info', method: 'GET', route: 'reports', status: 200, person: 'admin' })
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
          route('drilldown', async ({ access, search, call }) =>
            toReply(await getDrilldown(access, readStrictView(search), call)),
          ),
          {},
          { search },
        ),
      () =>
        ask(
          route('directory', async ({ access, call }) => toReply(await getDirectory(access, call))),
          {},
        ),
      () =>
        ask(
          route('call', async ({ access, call }) => toReply(await getCall(access, id, call))),
          {},
        ),
      () =>
        ask(
          route('recording', ({ access, call }) => openRecording(access, id, 'bytes=0-9', call)),
          {},
        ),
    ]
    const said: string[] = []
    for (const trouble of [null, 'html', 'wrong_type', 'truncated', 'status'] as const) {
      setTestEnv({ ALLO_BASE_URL: simulator.url })
      remember('log', () => createLog('debug', [], { write: line => lines.push(line) }))
      simulator.faults.clear()
      const match = { path: '/v2/api/analytics' }
      if (trouble)
        simulator.faults.add([
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
