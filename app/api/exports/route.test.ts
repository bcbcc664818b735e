import { NextRequest } from 'next/server'
import { encode } from 'next-auth/jwt'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { GET } from '@/app/api/reports/[report]/[table]/route'
import { type Database, installDatabase, query, transaction } from '@/lib/server/db/database'
import { insertPerson } from '@/lib/server/db/people'
import { audit } from '@/lib/server/db/schema'
import { startSession } from '@/lib/server/db/sessions'
import { insertToken } from '@/lib/server/db/tokens'
import { openTestDatabase, setTestEnv, TEST_ENV } from '@/lib/server/test-kit'
import { type Simulator, startSimulator } from '@/lib/simulator/server'
import { POST } from './route'

let simulator: Simulator
let database: Database
let cookie: string
let viewerId: string
const OWN = { origin: 'http://localhost:3000', 'content-type': 'application/json' }

beforeAll(async () => {
  simulator = await startSimulator({ scale: 0.1 })
  setTestEnv({ ALLO_BASE_URL: simulator.url })
  database = await openTestDatabase()
  const given = { email: 'vic@example.com', name: 'Vic', role: 'viewer' as const, passwordHash: null }
  const { id: personId } = await transaction(tx => insertPerson(tx, given))
  viewerId = personId
  const session = { personId, provider: 'credentials', userAgent: null, address: null, seconds: 3600 }
  const sid = await startSession(session)
  const token = { sub: personId, sid }
  cookie = `next-auth.session-token=${await encode({ token, secret: TEST_ENV.NEXTAUTH_SECRET, maxAge: 3600 })}`
})
beforeEach(() => query(db => db.delete(audit)))
afterAll(async () => {
  await Promise.all([simulator.stop(), database.close()])
})

function tell(note: unknown, headers: Record<string, string> = { ...OWN, cookie }): Promise<Response> {
  const body = JSON.stringify(note)
  const request = new NextRequest('http://localhost:3000/api/exports', { method: 'POST', headers, body })
  return POST(request, { params: Promise.resolve({}) })
}

function table(name: string, search: string, headers: Record<string, string> = { cookie }): Promise<Response> {
  const request = new NextRequest(`http://localhost:3000/api/reports/outbound/${name}${search}`, { headers })
  return GET(request, { params: Promise.resolve({ report: 'outbound', table: name }) })
}

function logged() {
  return query(db => db.select().from(audit))
}

describe('a file made in the page', () => {
  it('is in the audit log: who, what, in which form', async () => {
    expect((await tell({ what: 'heatmap', as: 'png' })).status).toBe(204)
    expect(await logged()).toMatchObject([
      { action: 'export', actorKind: 'person', actorId: viewerId, target: 'heatmap', details: { as: 'png' } },
    ])
  })

  it.each([{ what: 'everything', as: 'csv' }, { what: 'funnel', as: 'exe' }, {}, null])(
    'is not told by %j',
    async note => {
      expect((await tell(note)).status).toBe(422)
      expect(await logged()).toEqual([])
    },
  )

  it('is told by nobody who is not signed in, and by no other site', async () => {
    expect((await tell({ what: 'funnel', as: 'csv' }, OWN)).status).toBe(401)
    const foreign = { ...OWN, origin: 'https://evil.example', cookie }
    expect((await tell({ what: 'funnel', as: 'csv' }, foreign)).status).toBe(403)
    expect(await logged()).toEqual([])
  })
})

describe('a table for scripts', () => {
  it('comes as a file of CSV, and is in the audit log under the token’s name', async () => {
    const { id, secret } = await transaction(tx =>
      insertToken(tx, { kind: 'api', name: 'warehouse', scope: null, createdBy: viewerId, expiresAt: null }),
    )
    const answer = await table('funnel', '?period=2026-04-13..2026-04-19&compare=none', {
      authorization: `Bearer ${secret}`,
    })
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present')
    expect(answer.headers.get('cache-control')).toBe('private, no-store')
    expect(decodeURIComponent(answer.headers.get('content-disposition') ?? '')).toContain(
      'callboard_funnel_2026-04-13..2026-04-19_Europe-Paris.csv',
    )
    const [header, dials] = (await answer.text()).split('\r\n')
    expect(header).toBe('stage,count,ofDials,ofPrevious,zone')
    expect(dials).toMatch(/^dials,\d+,,,Europe\/Paris$/)
    const details = { as: 'csv', from: '2026-04-13', to: '2026-04-19' }
    expect(await logged()).toMatchObject([
      { action: 'export', actorKind: 'api', actorId: id, target: 'funnel', details },
    ])
  })

  it('is refused with the parameter at fault, as reports are', async () => {
    expect((await table('funnel', '?period=last-year')).status).toBe(400)
    expect((await table('nothing', '')).status).toBe(404)
    expect((await table('funnel', '', {})).status).toBe(401)
    expect(await logged()).toEqual([])
  })

  it('is not given when it cannot be put in the log', async () => {
    // The report is in the cache; the database goes.
    expect((await table('funnel', '')).status).toBe(200)
    installDatabase(null)
    const refused = await table('funnel', '')
    installDatabase(database)
    expect([refused.status, (await refused.text()).includes('dials')]).toEqual([503, false])
  })
})
