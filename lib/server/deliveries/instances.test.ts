import { expect, inject, it, onTestFinished, vi } from 'vitest'
import { startMailServer } from '@/e2e/mail-server'
import { answerOf, documentOf } from '@/lib/report/review/review-fixture'
import { changeEnv } from '@/lib/server/auth-kit'
import { installDatabase, query, transaction } from '@/lib/server/db/database'
import { changeDelivery, insertTarget } from '@/lib/server/db/deliveries'
import { migrate } from '@/lib/server/db/migrate'
import { openPostgres } from '@/lib/server/db/open-postgres'
import { deliveries } from '@/lib/server/db/reviews-schema'
import { ensureWorkspace } from '@/lib/server/db/workspaces'
import { setTestEnv } from '@/lib/server/test-kit'
import { firstSettings, firstTagSets } from '@/lib/server/workspace'
import { freshDatabase } from '@/scripts/services/postgres.mjs'
import { deliveryRound } from './round'

it.skipIf(inject('postgresUrl') === null)(
  'on Postgres many instances that look at once send each mail once, and of many hands one takes a row',
  { timeout: 60_000 },
  async () => {
    setTestEnv()
    const mail = await startMailServer()
    changeEnv({ SMTP_URL: mail.url })
    const { url, drop } = await freshDatabase(inject('postgresUrl') ?? '')
    const database = openPostgres(url)
    onTestFinished(async () => {
      vi.useRealTimers()
      changeEnv({ SMTP_URL: '' })
      installDatabase(null)
      await database.close()
      await drop()
      await mail.stop()
    })
    await migrate(database)
    installDatabase(database)
    await ensureWorkspace({ settings: firstSettings(), tagSets: firstTagSets() })
    const people = Array.from({ length: 5 }, (_, place) => `p${place}@example.com`)
    const createdAt = new Date('2026-04-15T10:00:00Z')
    const target = { id: 'dlv_1', kind: 'mail', name: 'Team', address: people.join(', '), locale: 'en' } as const
    await transaction(tx => insertTarget(tx, { ...target, at: 480, periods: ['week'], createdAt }))
    vi.useFakeTimers({ now: new Date('2026-04-20T06:00:00Z'), toFake: ['Date'] })
    const load = async () => answerOf(documentOf())
    const look = (holder: string) => deliveryRound(holder, new AbortController().signal, load)
    for (let turn = 0; turn < 3; turn += 1) await Promise.all(['a', 'b', 'c', 'd'].map(look))
    expect(mail.letters.flatMap(({ to }) => to).toSorted()).toEqual(people)

    const row = { targetId: 'dlv_1', reviewKey: '2026-W16', recipient: 'p0@example.com' }
    await query(db => db.update(deliveries).set({ state: 'waiting' }))
    const change = { state: 'sending', changedAt: new Date() } as const
    const taken = await Promise.all(
      Array.from({ length: 8 }, () => query(db => changeDelivery(db, row, ['waiting'], change))),
    )
    expect(taken.filter(Boolean)).toHaveLength(1)
  },
)
