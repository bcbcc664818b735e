import { describe, expect, it } from 'vitest'
import { cheapHash, ORIGIN, person, remove, told, useDatabase } from './auth-kit'
import { openSession } from './auth-session'
import { query, transaction } from './db/database'
import { setPassword } from './db/passwords'
import { sessions } from './db/schema'
import { findLiveSession, startSession } from './db/sessions'

const ana = () => person('ana@example.com', 'admin', 'correct horse battery')
const all = () => query(db => db.select().from(sessions))

describe('the session of somebody who was let in', () => {
  useDatabase()

  it('is told in the audit log', async () => {
    const entry = await openSession(await ana(), 'credentials', ORIGIN)
    expect(await findLiveSession(entry?.sid ?? '')).toMatchObject({ email: 'ana@example.com' })
    expect(await told()).toEqual(['ana sign-in'])
  })

  it.each(['credentials', 'google'])('by %s is not opened when they were removed meanwhile', async provider => {
    const before = await ana()
    await remove(before)
    expect(await openSession(before, provider, ORIGIN)).toBeNull()
    expect([await all(), await told()]).toEqual([[], []])
  })

  it('is not opened by a password that was replaced meanwhile; a provider does not care for it', async () => {
    const before = await ana()
    await transaction(tx => setPassword(tx, before.id, cheapHash('marmalade on cold toast'), null))
    expect(await openSession(before, 'credentials', ORIGIN)).toBeNull()
    expect([await all(), await told()]).toEqual([[], []])
    expect(await openSession(before, 'google', ORIGIN)).not.toBeNull()
  })

  it('does not come back with who comes back after a removal', async () => {
    const before = await ana()
    const start = { personId: before.id, provider: 'test', userAgent: null, address: null, seconds: 60 }
    const sid = await startSession(start)
    await remove(before)
    expect((await ana()).id).toBe(before.id)
    expect(await findLiveSession(sid)).toBeNull()
  })
})
