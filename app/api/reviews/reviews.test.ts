import { describe, expect, it } from 'vitest'
import { budget } from '@/lib/server/allo'
import { transaction } from '@/lib/server/db/database'
import { insertToken } from '@/lib/server/db/tokens'
import { withRoutes } from '@/lib/server/route-kit'
import { TEST_ENV } from '@/lib/server/test-kit'
import { refreshWorkspace } from '@/lib/server/workspace'
import { startSimulator } from '@/lib/simulator/server'
import { PUT as choose } from './[key]/calls/[callId]/route'
import { PATCH as changeNote, DELETE as removeNote } from './[key]/notes/[id]/route'
import { POST as writeNote } from './[key]/notes/route'
import { POST as freeze } from './[key]/revisions/route'
import { GET as open } from './[key]/route'
import { GET as writings } from './[key]/writings/route'
import { GET as list, POST as makeReport } from './route'

const WEEK = '2026-W16'
const { ask, admin } = withRoutes(() =>
  startSimulator({ now: '2026-04-22T09:00:00Z', scale: 0.2, enforceLimits: false }),
)
const headers = { origin: TEST_ENV.NEXTAUTH_URL, 'content-type': 'application/json' }
const write = (method: string, body: unknown) => ({ method, headers, body: JSON.stringify(body) })

describe('notes over HTTP', () => {
  it('a late writer gets 409 with what stands there now', async () => {
    await refreshWorkspace()
    const made = await ask(writeNote, { key: WEEK }, write('POST', { section: 'calls', body: ' Listen \r\n twice ' }))
    expect(made.status).toBe(200)
    const { id, version }: { id: string; version: number } = await made.json()
    expect(version).toBe(1)
    const first = await ask(changeNote, { key: WEEK, id }, write('PATCH', { body: 'first', version }))
    expect([first.status, await first.json()]).toEqual([200, { version: 2 }])
    const late = await ask(changeNote, { key: WEEK, id }, write('PATCH', { body: 'second', version }))
    const now = { id, section: 'calls', body: 'first', version: 2, author: 'Ana', editedBy: 'Ana', mine: true }
    expect([late.status, await late.json()]).toMatchObject([409, { error: { code: 'CONFLICT', now } }])
    const gone = await ask(removeNote, { key: WEEK, id }, { method: 'DELETE', headers, search: '?version=2' })
    expect(gone.status).toBe(204)
    const after = await ask(changeNote, { key: WEEK, id }, write('PATCH', { body: 'third', version: 2 }))
    expect([after.status, await after.json()]).toMatchObject([409, { error: { code: 'CONFLICT', now: null } }])
    expect(await (await ask(writings, { key: WEEK })).json()).toEqual({ notes: [], commitments: [], calls: [] })
  })

  it.each([
    [{ section: 'nowhere', body: 'x' }, { section: 'invalid' }],
    [{ section: 'calls', body: '   ' }, { body: 'required' }],
    [{ section: 'calls', body: 'x'.repeat(10_001) }, { body: 'long' }],
    [{ section: 'calls', body: 'a\u0000b' }, { body: 'invalid' }],
    [{ section: 'calls', body: 'a\u202eb' }, { body: 'invalid' }],
    [{ section: 'calls' }, { body: 'required' }],
    [{ section: 'calls', body: 'x', author: 'Eve' }, { '': 'invalid' }],
  ])('%j is refused', async (body, fields) => {
    const response = await ask(writeNote, { key: WEEK }, write('POST', body))
    expect([response.status, await response.json()]).toMatchObject([422, { error: { code: 'INVALID_INPUT', fields } }])
  })
})

describe('reviews over HTTP', () => {
  it('are frozen, opened by number and listed; a token reads all of it', async () => {
    budget().limit({ get: 10_000, other: 10_000 })
    const frozen = await ask(freeze, { key: WEEK }, { method: 'POST', headers })
    expect([frozen.status, await frozen.json()]).toMatchObject([200, { number: 1, frozenBy: 'Ana' }])
    const whole = await ask(open, { key: WEEK }, { search: '?revision=1' })
    expect(await whole.json()).toMatchObject({ revision: { number: 1 }, document: { subject: { key: WEEK } } })
    const again = await ask(open, { key: WEEK }, { headers: { 'if-none-match': whole.headers.get('etag') ?? '' } })
    expect(again.status).toBe(304)
    const api = { kind: 'api' as const, name: 'warehouse', scope: null, createdBy: admin().id, expiresAt: null }
    const { secret } = await transaction(tx => insertToken(tx, api))
    const read = await ask(open, { key: WEEK }, { session: null, headers: { authorization: `Bearer ${secret}` } })
    expect(await read.json()).toMatchObject({ revision: { number: 1 } })
    expect((await ask(list, {})).status).toBe(200)
  })

  it.each(['?revision=0', '?revision=x', '?revision=', '?revision=1.5'])('%s is no revision', async search => {
    expect((await ask(open, { key: WEEK }, { search })).status).toBe(400)
  })

  it('a named report is made of what can be read of its search string', async () => {
    const made = await ask(
      makeReport,
      {},
      write('POST', { name: ' Spring ', report: '?period=2026-04-13..2026-04-17' }),
    )
    expect(await made.json()).toMatchObject({ key: expect.stringMatching(/^rep_[\w-]{16}$/) })
    const bad = await ask(makeReport, {}, write('POST', { name: '', report: '?period=x' }))
    expect([bad.status, await bad.json()]).toMatchObject([422, { error: { fields: { name: 'required' } } }])
  })

  it.each([{ version: -1 }, { version: 0, state: 'gone' }, { version: 0, moments: [{ second: 1.5, label: 'x' }] }])(
    'nothing is done to a call by %j',
    async body => {
      const response = await ask(choose, { key: WEEK, callId: 'cll-1' }, write('PUT', body))
      expect(response.status).toBe(422)
    },
  )

  it('no write comes from elsewhere', async () => {
    const elsewhere = { method: 'POST', headers: { ...headers, origin: 'https://evil.example' } }
    expect((await ask(freeze, { key: WEEK }, elsewhere)).status).toBe(403)
  })
})
