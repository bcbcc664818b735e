import { beforeEach, expect, it } from 'vitest'
import type { Role } from '@/lib/permissions'
import type { Access } from '@/lib/server/access/access'
import { conversations, syncState } from '@/lib/server/db/allo-schema'
import { query } from '@/lib/server/db/database'
import { saveConversations, writeSyncState } from '@/lib/server/db/sync'
import { ADMIN, withTestDatabase } from '@/lib/server/test-kit'
import { getLatest } from './latest'

const database = withTestDatabase()
const LINE = '+33140000001'
const at = (minute: number) => new Date(Date.UTC(2026, 3, 21, 8, minute))

const as = (role: Role, alloUserId: string | null): Access => ({ ...ADMIN, role, alloUserId })
const SCRIPT: Access = { kind: 'api', id: 'tok_1', name: 'script' }

/** Twelve conversations, one a minute; every third ends with a text, and Ada and Bea take turns on the calls. */
beforeEach(async () => {
  await database().db.delete(conversations)
  await database().db.delete(syncState)
  const rows = Array.from({ length: 12 }, (_, index) => ({
    line: LINE,
    contactNumber: `+3361000000${index}`,
    lastActivity: at(index),
    seenAt: at(30),
    itemId: `cll-${index}`,
    kind: index % 3 === 0 ? ('text' as const) : ('call' as const),
    direction: 'inbound' as const,
    date: at(index),
    duration: 61,
    result: 'ANSWERED',
    userId: index % 2 === 0 ? 'usr-ada' : 'usr-bea',
    userName: index % 2 === 0 ? 'Ada' : 'Bea',
    contactName: null,
  }))
  await query(db => saveConversations(db, rows, false))
})

it.each<[string, Access, string[]]>([
  ['a manager: everybody’s, newest first, no texts', as('manager', null), ['11', '10', '8', '7', '5', '4', '2', '1']],
  ['a rep: their own', as('rep', 'usr-ada'), ['10', '8', '4', '2']],
  ['a rep who does not phone: none', as('rep', null), []],
  ['a viewer: none', as('viewer', 'usr-ada'), []],
  ['a script: none', SCRIPT, []],
])('the latest calls of %s', async (_, access, ids) => {
  const { calls } = await getLatest(access)
  expect(calls.map(({ id }) => id)).toEqual(ids.map(id => `cll-${id}`))
})

it('is not for links and screens', async () => {
  await expect(getLatest({ kind: 'screen', id: 's', name: 's', reports: [] })).rejects.toMatchObject({
    code: 'FORBIDDEN',
  })
})

it('sums the unread of all lines for those who use the inbox, once all are counted', async () => {
  const manager = as('manager', null)
  expect((await getLatest(manager)).unread).toBeNull()
  const last = (minute: number) => ({ at: at(minute).toISOString(), milliseconds: 5, requests: 1 })
  await query(db => writeSyncState(db, LINE, { unread: 3, last: last(20) }))
  expect(await getLatest(manager)).toMatchObject({ unread: 3, syncedAt: at(20).toISOString() })
  await query(db => writeSyncState(db, '+33140000002', { pass: null }))
  expect(await getLatest(manager)).toMatchObject({ unread: null, syncedAt: null })
  await query(db => writeSyncState(db, '+33140000002', { unread: 0, last: last(10) }))
  expect(await getLatest(manager)).toMatchObject({ unread: 3, syncedAt: at(10).toISOString() })
  expect((await getLatest(as('rep', 'usr-ada'))).unread).toBeNull()
})
