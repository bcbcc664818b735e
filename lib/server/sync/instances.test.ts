import { expect, inject, it, onTestFinished } from 'vitest'
import { conversations } from '@/lib/server/db/allo-schema'
import { installDatabase, query } from '@/lib/server/db/database'
import { keepLease, releaseLease, takeLease } from '@/lib/server/db/leases'
import { migrate } from '@/lib/server/db/migrate'
import { openPostgres } from '@/lib/server/db/open-postgres'
import { type ConversationRow, readSyncStates, saveConversations, writeSyncState } from '@/lib/server/db/sync'
import { setTestEnv } from '@/lib/server/test-kit'
import { freshDatabase } from '@/scripts/services/postgres.mjs'

const row = (contactName: string, seenAt: Date): ConversationRow => ({
  line: '+33140000001',
  contactNumber: '+33612345678',
  lastActivity: new Date('2026-04-21T08:00:00Z'),
  seenAt,
  itemId: 'cll-1',
  kind: 'call',
  direction: 'inbound',
  date: new Date('2026-04-21T08:00:00Z'),
  duration: null,
  result: null,
  userId: null,
  userName: null,
  contactName,
})

it.skipIf(inject('postgresUrl') === null)(
  'on Postgres one of many instances reads at a time, and rows are written once',
  { timeout: 60_000 },
  async () => {
    setTestEnv()
    const { url, drop } = await freshDatabase(inject('postgresUrl') ?? '')
    const database = openPostgres(url)
    onTestFinished(async () => {
      installDatabase(null)
      await database.close()
      await drop()
    })
    await migrate(database)
    installDatabase(database)

    for (let turn = 0; turn < 5; turn += 1) {
      const holders = Array.from({ length: 8 }, (_, index) => `instance ${index}`)
      const taken = await Promise.all(holders.map(holder => takeLease('sync', holder)))
      const [winner = ''] = holders.filter((_, index) => taken[index])
      expect(taken.filter(Boolean)).toHaveLength(1)
      const kept = await Promise.all(holders.map(holder => query(db => keepLease(db, 'sync', holder))))
      expect(kept).toEqual(taken)
      await releaseLease('sync', winner)
    }

    const [first, later] = [new Date('2026-04-21T09:00:00Z'), new Date('2026-04-21T10:00:00Z')]
    const kept = async () =>
      (await query(db => db.select().from(conversations))).map(({ contactName, seenAt }) => [contactName, seenAt])
    await query(db => saveConversations(db, [row('Ada “the \\ first”', first)], false))
    await query(db => saveConversations(db, [row('Ada “the \\ first”', later)], false))
    expect(await kept()).toEqual([['Ada “the \\ first”', first]])
    await query(db => saveConversations(db, [row('Ada “the \\ first”', later)], true))
    expect(await kept()).toEqual([['Ada “the \\ first”', later]])
    await query(db => saveConversations(db, [row('Bea', first)], false))
    expect(await kept()).toEqual([['Bea', first]])

    await query(db => writeSyncState(db, '+33140000001', { unread: 3 }, '2026-04-21T08:00:00.000Z'))
    await query(db => writeSyncState(db, '+33140000001', { wholeAt: first.toISOString() }))
    expect(await readSyncStates()).toMatchObject([
      { line: '+33140000001', newestActivity: '2026-04-21T08:00:00.000Z', unread: 3, wholeAt: first.toISOString() },
    ])
  },
)
