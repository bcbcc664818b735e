import { NextRequest } from 'next/server'
import { encode } from 'next-auth/jwt'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PATCH as rename } from '@/app/api/account/route'
import { DELETE as endSession } from '@/app/api/account/sessions/[id]/route'
import { DELETE as revoke } from '@/app/api/invitations/[id]/route'
import { type Database, transaction } from '@/lib/server/db/database'
import { findPerson, insertPerson } from '@/lib/server/db/people'
import { startSession } from '@/lib/server/db/sessions'
import { openTestDatabase, setTestEnv, TEST_ENV } from '@/lib/server/test-kit'
import { POST as resetLink } from './[id]/reset-link/route'
import { PATCH as change, DELETE as remove } from './[id]/route'

let database: Database
let self: string
let cookie: string

beforeAll(async () => {
  setTestEnv()
  database = await openTestDatabase()
  const person = { email: 'ana@example.com', name: 'Ana', role: 'admin', passwordHash: null } as const
  self = (await transaction(tx => insertPerson(tx, person))).id
  const session = { personId: self, provider: 'test', userAgent: null, address: null, seconds: 3600 }
  const token = await encode({
    token: { sub: self, sid: await startSession(session) },
    secret: TEST_ENV.NEXTAUTH_SECRET,
  })
  cookie = `next-auth.session-token=${token}`
})
afterAll(() => database.close())

function request(method: string, body?: object): NextRequest {
  const headers = { origin: TEST_ENV.NEXTAUTH_URL, 'content-type': 'application/json', cookie }
  return new NextRequest('http://localhost:3000/api/x', { method, headers, body: body && JSON.stringify(body) })
}

const at = (id: string) => ({ params: Promise.resolve({ id }) })

describe.each(['per_1\0', '\0', '', 'a b', '../me', 'per_é', 'x'.repeat(65), 'per_nobody'])('the id %j', id => {
  it.each([
    ['somebody to change', () => change(request('PATCH', { name: 'Eve' }), at(id))],
    ['somebody to remove', () => remove(request('DELETE'), at(id))],
    ['somebody without a password', () => resetLink(request('POST'), at(id))],
    ['a session', () => endSession(request('DELETE'), at(id))],
    ['an invitation', () => revoke(request('DELETE'), at(id))],
  ])('is not that of %s', async (_, ask) => {
    const response = await ask()
    expect([response.status, await response.json()]).toMatchObject([404, { error: { code: 'NOT_FOUND' } }])
  })
})

describe.each([
  ['one’s own name', (name: string) => rename(request('PATCH', { name }), { params: Promise.resolve({}) })],
  ['somebody’s name', (name: string) => change(request('PATCH', { name }), at(self))],
])('%s', (which, give) => {
  it.each([
    ['Ana\0', 'invalid'],
    ['Ana\u0007Paz', 'invalid'],
    ['Ana\u009b31m', 'invalid'],
    [' \t ', 'required'],
    ['x'.repeat(101), 'long'],
  ])('is not %j', async (name, key) => {
    const response = await give(name)
    expect([response.status, await response.json()]).toMatchObject([422, { error: { fields: { name: key } } }])
    expect((await findPerson(self))?.name).not.toBe(name)
  })

  it('is kept as one line', async () => {
    const name = `Ana from ${which}`
    expect((await give(` Ana\n  from ${which} `)).status).toBe(204)
    expect((await findPerson(self))?.name).toBe(name)
  })
})
