import { NextRequest } from 'next/server'
import { encode } from 'next-auth/jwt'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { CallboardError } from '@/lib/errors'
import { readView } from '@/lib/report/search'
import { type Simulator, startSimulator } from '@/lib/simulator/server'
import { getCall, openRecording } from './calls'
import { type Database, installDatabase, transaction } from './db/database'
import { insertPerson, type Person } from './db/people'
import { startSession } from './db/sessions'
import { insertToken } from './db/tokens'
import { getDirectory } from './directory'
import { getDrilldown } from './drilldowns'
import { createLog } from './log'
import { remember } from './remember'
import { toReply } from './reply'
import { getReportReply } from './reports'
import { openRoute, route } from './route'
import { readOne, readStrictView } from './search-params'
import { ADMIN, openTestDatabase, setTestEnv, TEST_ENV } from './test-kit'

let simulator: Simulator
let database: Database
let admin: Person
let lines: string[]
let cookie: string

interface Question {
  search?: string
  method?: string
  headers?: Record<string, string>
  body?: string
  /** The cookie of the session that comes along. */
  session?: string | null
}

/** Asks a route as a browser would, signed in unless told otherwise. */
async function ask<P>(handler: ReturnType<typeof route<P>>, params: P, question: Question = {}): Promise<Response> {
  const { search = '', method = 'GET', headers = {}, body, session = cookie } = question
  const request = new NextRequest(`http://localhost:3000/api/x${search}`, {
    method,
    body,
    headers: { ...headers, ...(session !== null && { cookie: `next-auth.session-token=${session}` }) },
  })
  return handler(request, { params: Promise.resolve(params) })
}

const report = route('reports', 'reports.read', ({ access, search, call }) =>
  getReportReply(access, 'outbound', readStrictView(search).report, call),
)
const failing = (thrown: unknown) => route('failing', 'reports.read', () => Promise.reject(thrown))

/** Makes the environment anew; the database lives as long as the file. */
function startAfresh(): void {
  setTestEnv({ ALLO_BASE_URL: simulator.url })
  installDatabase(database)
}

async function sessionOf(person: Person): Promise<string> {
  const sid = await startSession({
    personId: person.id,
    provider: 'credentials',
    userAgent: null,
    address: null,
    seconds: 3600,
  })
  return encode({ token: { sub: person.id, sid }, secret: TEST_ENV.NEXTAUTH_SECRET, maxAge: 3600 })
}

beforeAll(async () => {
  setTestEnv()
  database = await openTestDatabase()
  const given = { email: TEST_ENV.CALLBOARD_ADMIN_EMAIL, name: 'Ana', role: 'admin' as const, passwordHash: null }
  admin = await transaction(tx => insertPerson(tx, given))
})
beforeEach(async () => {
  simulator = await startSimulator({ scale: 0.1 })
  startAfresh()
  lines = []
  const secrets = [TEST_ENV.ALLO_API_KEY, TEST_ENV.NEXTAUTH_SECRET, TEST_ENV.CALLBOARD_ADMIN_PASSWORD]
  remember('log', () => createLog('debug', secrets, { write: line => lines.push(line) }))
  cookie = await sessionOf(admin)
})
afterEach(() => simulator.stop())
afterAll(() => database.close())

describe('the route wrapper', () => {
  it('answers nobody without a session, whatever the proxy did', async () => {
    const response = await ask(report, {}, { session: null })
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
    expect(requests[0]).toMatchObject({ level: 'info', method: 'GET', route: 'reports', status: 200, person: admin.id })
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

describe('who may', () => {
  const settings = route('settings', 'workspace.write', async ({ access }) => toReply({ by: access.id }))

  it('is decided by the role, before the handler runs', async () => {
    const given = { email: 'vic@example.com', name: 'Vic', role: 'viewer' as const, passwordHash: null }
    const viewer = await transaction(tx => insertPerson(tx, given))
    const refused = await ask(settings, {}, { session: await sessionOf(viewer) })
    expect(refused.status).toBe(403)
    expect(await refused.json()).toMatchObject({ error: { code: 'FORBIDDEN' } })
    expect(await (await ask(settings, {})).json()).toEqual({ by: admin.id })
  })

  it('is also the bearer of a token, in its own name', async () => {
    const token = await transaction(tx =>
      insertToken(tx, { kind: 'api', name: 'warehouse', scope: null, createdBy: admin.id, expiresAt: null }),
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

describe('a write', () => {
  const SCHEMA = z.object({
    name: z.string('required').trim().min(1, 'required').max(5, 'long'),
    days: z.array(z.int('number')),
  })
  const done: string[] = []
  const write = route('write', 'account.own', async ({ body }) => {
    const { name } = await body(SCHEMA)
    done.push(name)
    return name === 'none' ? null : toReply({ name })
  })
  const open = openRoute('open', async ({ body }) => toReply(await body(SCHEMA)))
  const OWN = { origin: 'http://localhost:3000', 'content-type': 'application/json' }
  const send = (body: unknown, headers: Record<string, string> = OWN, method = 'POST') =>
    ask(write, {}, { method, headers, body: typeof body === 'string' ? body : JSON.stringify(body) })

  it('is taken from our own pages, and its answer kept nowhere', async () => {
    const answer = await send({ name: ' Ann ', days: [1] })
    expect([answer.status, await answer.json(), answer.headers.get('cache-control')]).toEqual([
      200,
      { name: 'Ann' },
      'no-store',
    ])
    expect(answer.headers.get('etag')).toBeNull()
    const nothing = await send({ name: 'none', days: [] })
    expect([nothing.status, await nothing.text()]).toEqual([204, ''])
  })

  it.each([
    ['another site', { origin: 'https://evil.example' }],
    ['another port', { origin: 'http://localhost:3001' }],
    ['a page without an origin', { origin: 'null' }],
    ['another site that hides its origin', { 'sec-fetch-site': 'cross-site' }],
    ['a subdomain', { 'sec-fetch-site': 'same-site' }],
    ['nowhere', {}],
  ])('from %s is refused before anything is read', async (_, from: Record<string, string>) => {
    done.length = 0
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      const headers = { 'content-type': 'application/json', ...from }
      const refused = await send({ name: 'Ann', days: [] }, headers, method)
      expect([refused.status, (await refused.json()).error.code]).toEqual([403, 'CROSS_SITE'])
      const without = await ask(open, {}, { method, headers, body: '{}', session: null })
      expect((await without.json()).error.code).toBe('CROSS_SITE')
    }
    expect(done).toEqual([])
  })

  it('names each field at fault, by the key of its sentence', async () => {
    const refused = await send({ name: 'Annemarie', days: [1, 2.5, 'x'] })
    expect(refused.status).toBe(422)
    expect((await refused.json()).error).toMatchObject({
      code: 'INVALID_INPUT',
      fields: { name: 'long', 'days.1': 'number', 'days.2': 'number' },
    })
    expect((await (await send({ name: ' ' })).json()).error.fields).toEqual({ name: 'required', days: 'invalid' })
  })

  it.each<[string, string, string]>([
    ['no JSON', 'application/json', '{'],
    ['nothing', 'application/json', ''],
    ['a form', 'application/x-www-form-urlencoded', 'name=Ann'],
    ['text that only looks like JSON', 'text/plain', '{"name":"Ann","days":[]}'],
    ['more than a form holds', 'application/json', JSON.stringify({ name: 'a'.repeat(70_000), days: [] })],
  ])('with %s is refused as a whole', async (_, type, body) => {
    done.length = 0
    const refused = await send(body, { ...OWN, 'content-type': type })
    expect(refused.status).toBe(422)
    expect((await refused.json()).error).not.toHaveProperty('fields')
    expect(done).toEqual([])
  })
})
