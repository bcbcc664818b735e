import { expect, inject, it, onTestFinished } from 'vitest'
import { type CelebrationRow, insertCelebrations } from '@/lib/server/db/celebrations'
import { installDatabase, transaction } from '@/lib/server/db/database'
import { migrate } from '@/lib/server/db/migrate'
import { openPostgres } from '@/lib/server/db/open-postgres'
import { eventually, setTestEnv } from '@/lib/server/test-kit'
import { freshDatabase } from '@/scripts/services/postgres.mjs'
import { onCelebration } from './feed'

it.skipIf(inject('postgresUrl') === null)(
  'on Postgres a screen hears of what another instance has written, in order and once',
  { timeout: 60_000 },
  async () => {
    setTestEnv()
    const { url, drop } = await freshDatabase(inject('postgresUrl') ?? '')
    const database = openPostgres(url)
    await migrate(database)
    installDatabase(database)
    const row = (callId: string) => {
      const at = new Date('2026-04-21T09:00:00Z')
      const names = { userId: null, userName: null, contactName: null, company: null }
      return { callId, ...names, tags: ['meeting_booked'], calledAt: at, seenAt: at, isQuiet: false }
    }
    await transaction(tx => insertCelebrations(tx, [row('before')]))
    const heard: CelebrationRow[] = []
    const end = onCelebration(each => heard.push(each))
    onTestFinished(async () => {
      end()
      installDatabase(null)
      await database.close()
      await drop()
    })
    // Nobody calls `tellCelebrations` here, as none would in this process when another one writes. Where it begins is
    // known a moment after it listens.
    let written = 0
    await eventually(async () => {
      written += 1
      await transaction(tx => insertCelebrations(tx, [row(`call ${written}`)]))
      return heard.length > 0
    })
    await transaction(tx => insertCelebrations(tx, [row(`call ${written}`), row('last')]))
    await eventually(() => heard.at(-1)?.callId === 'last')
    const ids = Array.from({ length: written }, (_, index) => `call ${index + 1}`)
    expect(heard.map(({ callId }) => callId)).toEqual([...ids, 'last'].slice(-heard.length))
    expect(new Set(heard.map(({ seq }) => seq)).size).toBe(heard.length)
  },
)
