import { NextRequest } from 'next/server'
import { encode } from 'next-auth/jwt'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Role } from '@/lib/permissions'
import { type Database, query, transaction } from '@/lib/server/db/database'
import { insertPerson } from '@/lib/server/db/people'
import { audit, people, tokens } from '@/lib/server/db/schema'
import { startSession } from '@/lib/server/db/sessions'
import { findLiveToken } from '@/lib/server/db/tokens'
import { createLog } from '@/lib/server/log'
import { replace } from '@/lib/server/remember'
import { toReply } from '@/lib/server/reply'
import { route } from '@/lib/server/route'
import { openTestDatabase, setTestEnv, TEST_ENV } from '@/lib/server/test-kit'
import { getTokens } from '@/lib/server/tokens'
import type { MadeToken } from '@/lib/settings/token'
import { DELETE } from './[id]/route'
import { POST } from './route'

const lines: string[] = []
let database: Database

beforeAll(async () => {
  setTestEnv()
  replace('log', createLog('debug', [], { write: line => void lines.push(line) }))
  database = await openTestDatabase()
})
beforeEach(async () => {
  lines.length = 0
  for (const table of [audit, tokens, people]) await query(db => db.delete(table))
})
afterEach(() => vi.useRealTimers())
afterAll(() => database.close())

/** Somebody's cookie and id. */
async function signIn(role: Role): Promise<{ id: string; cookie: string }> {
  const person = { email: `${role}@example.com`, name: role, role, passwordHash: null }
  const { id } = await transaction(tx => insertPerson(tx, person))
  const sid = await startSession({ personId: id, provider: 'test', userAgent: null, address: null, seconds: 3600 })
  const token = await encode({ token: { sub: id, sid }, secret: TEST_ENV.NEXTAUTH_SECRET })
  return { id, cookie: `next-auth.session-token=${token}` }
}

const ORIGIN = { origin: TEST_ENV.NEXTAUTH_URL, 'content-type': 'application/json' }

function make(headers: Record<string, string>, body: unknown): Promise<Response> {
  const request = { method: 'POST', headers: { ...ORIGIN, ...headers }, body: JSON.stringify(body) }
  return POST(new NextRequest('http://localhost:3000/api/tokens', request), { params: Promise.resolve({}) })
}

function revoke(headers: Record<string, string>, id: string): Promise<Response> {
  const request = { method: 'DELETE', headers: { ...ORIGIN, ...headers } }
  return DELETE(new NextRequest(`http://localhost:3000/api/tokens/${id}`, request), { params: Promise.resolve({ id }) })
}

async function readToken(response: Response): Promise<MadeToken> {
  expect(response.status).toBe(200)
  return response.json()
}

describe('making a token', () => {
  it('answers the secret once; it is in no row, no list and no line of the log', async () => {
    const { id: admin, cookie } = await signIn('admin')
    const response = await make({ cookie }, { name: ' Nightly export ', days: 90 })
    expect(response.headers.get('cache-control')).toBe('no-store')
    const { id, secret } = await readToken(response)
    await findLiveToken(secret)
    await revoke({ cookie }, id)
    const kept = {
      rows: await query(db => db.select().from(tokens)),
      audit: await query(db => db.select().from(audit)),
      lines,
    }
    expect(kept.rows).toHaveLength(1)
    expect(lines.length).toBeGreaterThan(1)
    for (const part of [secret, secret.slice(3), secret.slice(3, 24), secret.slice(-24)])
      expect(JSON.stringify(kept)).not.toContain(part)
    expect(kept.audit).toMatchObject([
      { action: 'token.made', actorId: admin, target: 'Nightly export', details: { id, days: 90 } },
      { action: 'token.revoked', actorId: admin, target: 'Nightly export', details: { id } },
    ])
  })

  it.each([
    [30, '2026-05-21T10:00:00.000Z'],
    [90, '2026-07-20T10:00:00.000Z'],
    [365, '2027-04-21T10:00:00.000Z'],
    [null, null],
  ])('for %j days', async (days, expiresAt) => {
    const { cookie } = await signIn('admin')
    vi.useFakeTimers({ now: new Date('2026-04-21T10:00:00Z'), toFake: ['Date'] })
    const made = await make({ cookie }, { name: 'A', days })
    vi.useRealTimers()
    expect(await readToken(made)).toMatchObject({ expiresAt })
  })

  it.each([
    [{ name: '', days: 30 }, { name: 'required' }],
    [{ name: 'x'.repeat(81), days: 30 }, { name: 'long' }],
    [{ name: 'A\u0007', days: 30 }, { name: 'invalid' }],
    [{ name: 'A', days: 31 }, { days: 'invalid' }],
    [{ name: 'A', days: '30' }, { days: 'invalid' }],
    [{ name: 'A' }, { days: 'invalid' }],
    [{ name: 'A', days: 30, kind: 'screen' }, { '': 'invalid' }],
  ])('refuses %j', async (body, fields) => {
    const { cookie } = await signIn('admin')
    const response = await make({ cookie }, body)
    expect([response.status, await response.json()]).toMatchObject([422, { error: { code: 'INVALID_INPUT', fields } }])
    expect(await query(db => db.select().from(tokens))).toEqual([])
  })

  it.each(['manager', 'rep', 'viewer'] as const)('is not for a %s, nor revoking', async role => {
    const { cookie } = await signIn(role)
    const { id } = await readToken(await make({ cookie: (await signIn('admin')).cookie }, { name: 'A', days: 30 }))
    expect((await make({ cookie }, { name: 'B', days: 30 })).status).toBe(403)
    expect((await revoke({ cookie }, id)).status).toBe(403)
    expect(await query(db => db.select().from(tokens))).toMatchObject([{ name: 'A', revokedAt: null }])
  })

  it('is not for a token, which would otherwise outlive itself', async () => {
    const { cookie } = await signIn('admin')
    const { id, secret } = await readToken(await make({ cookie }, { name: 'A', days: 30 }))
    const bearer = { authorization: `Bearer ${secret}` }
    expect((await make(bearer, { name: 'B', days: null })).status).toBe(403)
    expect((await revoke(bearer, id)).status).toBe(403)
  })

  it('is not for other sites', async () => {
    const { cookie } = await signIn('admin')
    expect((await make({ cookie, origin: 'https://evil.example' }, { name: 'A', days: 30 })).status).toBe(403)
  })

  it('ends at 100', async () => {
    const { id, cookie } = await signIn('admin')
    const row = (at: number) => ({
      id: `tok_${at}`,
      kind: 'api' as const,
      name: `${at}`,
      tokenHash: `${at}`,
      hint: 'x',
    })
    await query(db => db.insert(tokens).values(Array.from({ length: 99 }, (_, at) => ({ ...row(at), createdBy: id }))))
    expect((await make({ cookie }, { name: 'A', days: 30 })).status).toBe(200)
    expect(await (await make({ cookie }, { name: 'B', days: 30 })).json()).toMatchObject({
      error: { code: 'INVALID_INPUT', fields: { name: 'many' } },
    })
  })
})

describe('revoking a token', () => {
  it('ends it and takes it from the list', async () => {
    const { id: admin, cookie } = await signIn('admin')
    const access = {
      kind: 'person',
      id: admin,
      email: '',
      name: '',
      role: 'admin',
      alloUserId: null,
      sessionId: '',
    } as const
    const { id, secret } = await readToken(await make({ cookie }, { name: 'A', days: null }))
    expect(await getTokens(access)).toMatchObject([
      { id, name: 'A', hint: secret.slice(-4), createdBy: 'admin', lastUsedAt: null, expiresAt: null, expired: false },
    ])
    expect((await revoke({ cookie }, id)).status).toBe(204)
    expect(await findLiveToken(secret)).toBeNull()
    expect(await getTokens(access)).toEqual([])
    expect((await revoke({ cookie }, id)).status).toBe(404)
  })

  it.each(['tok_nobody', 'a\u0000b', ''])('finds none under the id %j', async id => {
    const { cookie } = await signIn('admin')
    expect((await revoke({ cookie }, id)).status).toBe(404)
  })
})

describe('how often a token may ask', () => {
  const read = route('reports', 'reports.read', async () => toReply('numbers'))
  const ask = (secret: string) => {
    const headers = { authorization: `Bearer ${secret}` }
    return read(new NextRequest('http://localhost:3000/api/reports/x', { headers }), { params: Promise.resolve({}) })
  }

  it('is 120 times a minute, each for itself', async () => {
    const { cookie } = await signIn('admin')
    const [busy, calm] = [
      await readToken(await make({ cookie }, { name: 'Busy', days: 30 })),
      await readToken(await make({ cookie }, { name: 'Calm', days: 30 })),
    ]
    const statuses = await Promise.all(Array.from({ length: 120 }, async () => (await ask(busy.secret)).status))
    expect(new Set(statuses)).toEqual(new Set([200]))
    const refused = await ask(busy.secret)
    expect([refused.status, await refused.json()]).toMatchObject([429, { error: { code: 'TOO_MANY_ATTEMPTS' } }])
    const wait = Number(refused.headers.get('retry-after'))
    expect(wait).toBeGreaterThanOrEqual(1)
    expect(wait).toBeLessThanOrEqual(60)
    expect((await ask(calm.secret)).status).toBe(200)
  })
})
