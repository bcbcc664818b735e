import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { PersonAccess } from './access/access'
import { passwordState, renameOneself } from './account'
import { endPlace, endPlaces, listPlaces, readDevice } from './account-sessions'
import { type Database, installDatabase, query, transaction } from './db/database'
import { findPerson, insertPerson } from './db/people'
import { audit, people } from './db/schema'
import { findLiveSession, startSession } from './db/sessions'
import { openTestDatabase, setTestEnv } from './test-kit'

const origin = { address: '192.0.2.7', userAgent: null, requestId: 'req_account' }
const FIREFOX = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:131.0) Gecko/20100101 Firefox/131.0'
const SAFARI =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.6 Mobile/15E148 Safari/604.1'

let database: Database
let maya: PersonAccess

const signIn = (personId: string, userAgent: string | null = null) =>
  startSession({ personId, provider: 'test', userAgent, address: '192.0.2.1', seconds: 3600 })

async function somebody(name: string, passwordHash: string | null = null): Promise<PersonAccess> {
  const email = `${name}@example.com`
  const { id } = await transaction(tx => insertPerson(tx, { email, name, role: 'rep', passwordHash }))
  return { kind: 'person', id, email, name, role: 'rep', alloUserId: null, sessionId: await signIn(id, FIREFOX) }
}

const told = () => query(db => db.select().from(audit).orderBy(audit.id))

beforeAll(async () => {
  setTestEnv()
  database = await openTestDatabase()
})
afterAll(() => database.close())
afterEach(() => vi.unstubAllEnvs())
beforeEach(async () => {
  setTestEnv()
  installDatabase(database)
  await query(db => db.delete(audit))
  await query(db => db.delete(people))
  maya = await somebody('maya')
})

it.each([
  [FIREFOX, { browser: 'Firefox', system: 'Windows', handheld: false }],
  [SAFARI, { browser: 'Safari', system: 'iOS', handheld: true }],
  ['curl/8.5.0', { browser: null, system: null, handheld: false }],
  ['', { browser: null, system: null, handheld: false }],
  [null, { browser: null, system: null, handheld: false }],
  ['<script>alert(1)</script>'.repeat(12), { browser: null, system: null, handheld: false }],
])('%s is %j', (userAgent, device) => {
  expect(readDevice(userAgent)).toEqual(device)
})

describe('the places where somebody is signed in', () => {
  it('are their own, this one first, without those that ended', async () => {
    const phone = await signIn(maya.id, SAFARI)
    const ended = await signIn(maya.id)
    await somebody('ines')
    await endPlace(maya, ended, origin)
    const places = await listPlaces(maya)
    expect(places.map(({ id, here, browser }) => [id, here, browser])).toEqual([
      [maya.sessionId, true, 'Firefox'],
      [phone, false, 'Safari'],
    ])
  })

  it('end one by one, told once', async () => {
    const phone = await signIn(maya.id)
    await endPlace(maya, phone, origin)
    expect(await findLiveSession(phone)).toBeNull()
    expect(await findLiveSession(maya.sessionId)).not.toBeNull()
    await expect(endPlace(maya, phone, origin)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await told()).toMatchObject([{ action: 'session.ended', actorId: maya.id, details: { count: 1 } }])
  })

  it("of somebody else are out of one's reach", async () => {
    const ines = await somebody('ines')
    await expect(endPlace(maya, ines.sessionId, origin)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await endPlaces(maya, 'none', origin)).toBe(1)
    expect(await findLiveSession(ines.sessionId)).not.toBeNull()
  })

  it('end all but this one, or all', async () => {
    await signIn(maya.id)
    await signIn(maya.id)
    expect(await endPlaces(maya, 'this', origin)).toBe(2)
    expect(await findLiveSession(maya.sessionId)).not.toBeNull()
    expect(await endPlaces(maya, 'this', origin)).toBe(0)
    expect(await endPlaces(maya, 'none', origin)).toBe(1)
    expect(await findLiveSession(maya.sessionId)).toBeNull()
    expect((await told()).map(({ details }) => details)).toEqual([{ count: 2 }, { count: 1 }])
  })
})

it('a new name is kept and told, the same one is not', async () => {
  await renameOneself(maya, 'maya', origin)
  await renameOneself(maya, 'Maya Reyes', origin)
  expect(await findPerson(maya.id)).toMatchObject({ name: 'Maya Reyes' })
  expect(await told()).toMatchObject([{ action: 'person.renamed', details: { before: 'maya', after: 'Maya Reyes' } }])
})

it('a password can be changed by whoever has one, where passwords count', async () => {
  expect(await passwordState(maya)).toBe('none')
  const leo = await somebody('leo', 'a hash')
  expect(await passwordState(leo)).toBe('has')
  setTestEnv()
  vi.stubEnv('CALLBOARD_PASSWORD_SIGN_IN', '0')
  installDatabase(database)
  expect(await passwordState(leo)).toBe('off')
})
