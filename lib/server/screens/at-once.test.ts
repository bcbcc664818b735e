import { beforeEach, describe, expect, inject, it } from 'vitest'
import { query, transaction } from '@/lib/server/db/database'
import { insertPerson } from '@/lib/server/db/people'
import { audit, people, tokens } from '@/lib/server/db/schema'
import { screens } from '@/lib/server/db/screens-schema'
import { withPostgresDatabase } from '@/lib/server/postgres-kit'
import { ADMIN } from '@/lib/server/test-kit'
import { takeBeat } from './beats'
import { findScreen } from './credential'
import { changeScreen, listScreens } from './fleet'
import { BEAT, bearing, held, NEW, NOWHERE, secretOf } from './fleet-kit'
import { beginPairing, pairScreen } from './pairing'

const server = inject('postgresUrl')
const TIMES = Array.from({ length: 12 }, (_, n) => n)
const WEEK = 7 * 86_400_000

describe.skipIf(server === null)('what meets at a screen, on a Postgres server', () => {
  withPostgresDatabase(server)
  let access = ADMIN

  beforeEach(async () => {
    for (const table of [screens, tokens, audit, people]) await query(db => db.delete(table))
    const given = { email: 'claire@example.com', name: 'Claire', role: 'admin' as const, passwordHash: null }
    access = { ...ADMIN, ...(await transaction(tx => insertPerson(tx, given))) }
  })

  async function pair(): Promise<{ id: string; secret: string }> {
    const { secret, code } = await beginPairing(null, NOWHERE)
    return { ...(await pairScreen(access, { ...NEW, code }, NOWHERE)), secret }
  }

  it('one of the saves that were made of the same screen is kept, and the others are told whose', async () => {
    const { id } = await pair()
    const [before] = await listScreens(access)
    const revision = before?.revision ?? ''
    const saves = await Promise.allSettled(
      TIMES.map(n => changeScreen({ ...access, name: `Editor ${n}` }, id, { revision, place: `Floor ${n}` }, NOWHERE)),
    )
    const winner = saves.findIndex(({ status }) => status === 'fulfilled')
    const refusals = saves.flatMap(save => (save.status === 'rejected' ? [save.reason] : []))
    expect(refusals).toHaveLength(11)
    for (const refusal of refusals)
      expect(refusal).toMatchObject({ code: 'CONFLICT', now: { name: `Editor ${winner}` } })
    expect(await listScreens(access)).toMatchObject([{ place: `Floor ${winner}` }])
    expect(await query(db => db.select({ action: audit.action }).from(audit))).toHaveLength(2)
  })

  it('a code that many enter is good once', async () => {
    const { code } = await beginPairing(null, NOWHERE)
    const entries = await Promise.allSettled(TIMES.map(() => pairScreen(access, { ...NEW, code }, NOWHERE)))
    const refused = entries.flatMap(entry => (entry.status === 'rejected' ? [entry.reason.fields] : []))
    expect(refused).toEqual(Array.from({ length: 11 }, () => ({ code: 'codeUnknown' })))
    expect(await listScreens(access)).toHaveLength(1)
  })

  it('heartbeats that come together put one new secret into the cookie, and whichever answer is last leaves the screen in', async () => {
    const { id, secret } = await pair()
    await query(db => db.update(tokens).set({ rotatedAt: new Date(Date.now() - WEEK - 1000) }))
    const beats = await Promise.all(TIMES.map(() => takeBeat(held(secret), bearing(), async () => BEAT)))
    const given = beats.map(({ setCookie }) => secretOf(setCookie) ?? '')
    expect(new Set(given.filter(each => each !== secret)).size).toBe(1)
    for (const each of new Set(given)) expect((await findScreen(held(each), bearing()))?.screen.id).toBe(id)
  })
})
