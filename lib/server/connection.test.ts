import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Simulator, startSimulator } from '@/lib/simulator/server'
import { checkConnection, getConnection } from './connection'
import { type Database, installDatabase, query } from './db/database'
import { writeSyncState } from './db/sync'
import { ADMIN, openTestDatabase, setTestEnv } from './test-kit'
import { refreshWorkspace } from './workspace'

let simulator: Simulator
let database: Database

beforeAll(async () => {
  simulator = await startSimulator({ scale: 0.05, days: 10 })
  setTestEnv()
  database = await openTestDatabase()
})
afterAll(async () => {
  await simulator.stop()
  await database.close()
})

async function withKey(key: string, url = simulator.url) {
  setTestEnv({ ALLO_BASE_URL: url, ALLO_API_KEY: key })
  installDatabase(database)
  await refreshWorkspace()
}

async function truth(path: string) {
  const response = await fetch(simulator.url + path, { headers: { authorization: 'Api-Key ak_sim_callboard' } })
  return (await response.json()).data
}

it('tells the key, the lines, the people and the tags as Allo has them', async () => {
  await withKey('ak_sim_callboard')
  const facts = await getConnection(ADMIN)
  const [me, numbers, users, blocked, tags] = await Promise.all(
    ['me', 'numbers', 'users', 'users?status=BLOCKED', 'tags'].map(each => truth(`/v2/api/${each}`)),
  )
  expect(facts.failure).toBeNull()
  expect(facts.key).toMatchObject({ id: me.api_key_id, team: me.team.name, readPerSecond: 20, writePerSecond: 5 })
  expect(facts.key?.scopes).toEqual(me.scopes.toSorted())
  expect(facts.key?.endpoints).toHaveLength(me.endpoints.length)
  expect(JSON.stringify(facts)).not.toContain('ak_sim_callboard')
  expect(facts.features.every(({ obstacle }) => obstacle === null)).toBe(true)
  expect('rows' in facts.lines && facts.lines.rows.map(({ number, country }) => [number, country])).toEqual(
    numbers.map((line: { number: string | null; country: string | null }) => [line.number, line.country]),
  )
  expect('rows' in facts.people && facts.people.rows.map(({ id, blocked: out }) => [id, out])).toEqual([
    ...users.map((user: { id: string }) => [user.id, false]),
    ...blocked.map((user: { id: string }) => [user.id, true]),
  ])
  expect('rows' in facts.tags && facts.tags.rows.map(({ name }) => name)).toEqual(
    tags.map((tag: { name: string }) => tag.name),
  )
  expect('rows' in facts.tags && facts.tags.rows.filter(({ counts }) => counts).map(({ key }) => key)).toEqual([
    'meeting_booked',
  ])
})

it.each([
  ['ak_sim_revoked', 'ALLO_KEY_REVOKED'],
  ['ak_sim_trial', 'ALLO_TRIAL_PLAN'],
  ['ak_sim_nobody', 'ALLO_KEY_INVALID'],
])('tells the key %s from the others: %s', async (key, code) => {
  await withKey(key)
  const facts = await getConnection(ADMIN)
  expect(facts).toMatchObject({ key: null, failure: { code }, lines: { failure: { code } } })
})

it('tells an Allo that cannot be reached', async () => {
  await withKey('ak_sim_callboard', 'http://127.0.0.1:9')
  expect(await getConnection(ADMIN)).toMatchObject({ key: null, failure: { code: 'ALLO_UNREACHABLE' } })
})

it('shows what a narrow key may see, and why the rest is missing', async () => {
  await withKey('ak_sim_analytics_only')
  const facts = await getConnection(ADMIN)
  expect(facts.key?.scopes).toEqual(['CONVERSATIONS_READ'])
  expect(facts.features.find(({ name }) => name === 'tags')?.obstacle).toEqual({ kind: 'scope', scope: 'TAGS_READ' })
  expect(facts.tags).toMatchObject({ failure: { code: 'ALLO_SCOPE_MISSING' } })
})

it('asks anew when told to, and only administrators may tell it', async () => {
  await withKey('ak_sim_callboard')
  const asked = async () => {
    const { operations } = await (await fetch(`${simulator.url}/simulator/requests`)).json()
    return operations.me?.[200] ?? 0
  }
  await getConnection(ADMIN)
  const before = await asked()
  await getConnection(ADMIN)
  expect(await asked()).toBe(before)
  await checkConnection(ADMIN)
  expect(await asked()).toBe(before + 1)
  for (const role of ['manager', 'rep', 'viewer'] as const) {
    await expect(getConnection({ ...ADMIN, role })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(checkConnection({ ...ADMIN, role })).rejects.toMatchObject({ code: 'FORBIDDEN' })
  }
})

it('tells how far reading ahead got, with the line by its name', async () => {
  await withKey('ak_sim_callboard')
  const [line] = await truth('/v2/api/numbers')
  const last = { at: '2026-04-21T08:00:00.000Z', milliseconds: 1200, requests: 12 }
  await query(db => writeSyncState(db, line.number, { last, unread: 4 }, '2026-04-21T07:59:00.000Z'))
  expect((await getConnection(ADMIN)).sync).toMatchObject({
    on: true,
    lines: [
      {
        line: line.number,
        name: line.name,
        newestActivity: '2026-04-21T07:59:00.000Z',
        known: 0,
        unread: 4,
        last,
        reading: null,
      },
    ],
  })
})
