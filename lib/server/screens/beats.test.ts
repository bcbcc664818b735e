import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { installDatabase, query } from '@/lib/server/db/database'
import { hashSecret } from '@/lib/server/db/ids'
import { tokens } from '@/lib/server/db/schema'
import { beatSchema } from '@/lib/tv/wire'
import { takeBeat } from './beats'
import { findScreen } from './credential'
import { BEAT, bearing, held, jar, NEW, NOWHERE, secretOf, withFleet } from './fleet-kit'
import { pairScreen } from './pairing'

const { database, manager, pair, later } = withFleet()
const MINUTE = 60_000
const WEEK = 7 * 86_400_000

const beat = (secret: string) => takeBeat(held(secret), bearing(), async () => BEAT)
/** Beats, and answers the secret that the cookie holds then. */
const cookieAfter = async (secret: string) => secretOf((await beat(secret)).setCookie) ?? ''
const knows = async (secret: string) => (await findScreen(held(secret), bearing())) !== null

async function hashes() {
  const [row] = await query(db => db.select().from(tokens))
  return { now: row?.tokenHash, before: row?.previousHash }
}

describe('a heartbeat', () => {
  it('is noted with what the screen says of itself', async () => {
    const { secret } = await pair()
    expect((await findScreen(held(secret), bearing()))?.screen).toMatchObject({ seenAt: null, reported: null })
    const before = Date.now()
    await beat(secret)
    const screen = (await findScreen(held(secret), bearing()))?.screen
    expect(screen?.reported).toEqual(BEAT)
    expect(screen?.seenAt?.getTime()).toBeGreaterThanOrEqual(before)
  })

  it('tells how old the numbers on the wall are, and need not', async () => {
    const { secret } = await pair()
    const reported = async () => (await findScreen(held(secret), bearing()))?.screen.reported
    for (const told of [{ fetchedAt: 1_776_945_120_000, isFailing: true }, { fetchedAt: null, isFailing: false }, {}]) {
      await takeBeat(held(secret), bearing(), async () => beatSchema.parse({ ...BEAT, ...told }))
      expect(await reported()).toEqual({ ...BEAT, ...told })
    }
  })

  it('of nobody is refused before it is read', async () => {
    const read = () => Promise.reject(new Error('read'))
    await expect(takeBeat(jar({}), bearing(), read)).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' })
    await expect(takeBeat(held('cb_x'), bearing(), read)).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' })
  })

  it('harms nobody while the database is away', async () => {
    const { secret } = await pair()
    await beat(secret)
    later(2 * WEEK)
    await beat(secret)
    const now = await cookieAfter(secret)
    installDatabase(null)
    expect(await cookieAfter(now)).toBe(now)
    installDatabase(database())
    expect(await knows(now)).toBe(true)
  })
})

describe('the secret', () => {
  it('stays for a week, then is another one, while the old one is good beside it', async () => {
    const { secret } = await pair()
    later(WEEK - MINUTE)
    expect(await cookieAfter(secret)).toBe(secret)
    later(2 * MINUTE)
    const next = await cookieAfter(secret)
    expect(next).toMatch(/^cb_[\w-]{43}$/)
    expect(next).not.toBe(secret)
    expect([await knows(secret), await knows(next)]).toEqual([true, true])
    expect(await hashes()).toEqual({ now: hashSecret(next), before: hashSecret(secret) })
  })

  it('before it is dropped when the new one is shown ten minutes later: a lost power must not bring back a dead cookie', async () => {
    const { secret } = await pair()
    later(WEEK)
    const next = await cookieAfter(secret)
    expect(await cookieAfter(next)).toBe(next)
    expect(await knows(secret)).toBe(true)
    later(10 * MINUTE)
    expect(await cookieAfter(next)).toBe(next)
    expect([await knows(secret), await knows(next)]).toEqual([false, true])
    expect((await hashes()).before).toBeNull()
  })

  it('is given again when the answer with it got lost, but not to a second answer that may overtake the first', async () => {
    const { secret } = await pair()
    later(WEEK)
    const lost = await cookieAfter(secret)
    expect(await cookieAfter(secret)).toBe(secret)
    later(10 * MINUTE)
    const given = await cookieAfter(secret)
    expect([secret, lost]).not.toContain(given)
    expect([await knows(secret), await knows(lost), await knows(given)]).toEqual([true, false, true])
  })

  it('is changed by one of many heartbeats at once', async () => {
    const { secret } = await pair()
    later(WEEK)
    const after = await Promise.all(Array.from({ length: 8 }, () => cookieAfter(secret)))
    const changed = after.filter(each => each !== secret)
    expect(changed).toHaveLength(1)
    expect(await knows(changed[0] ?? '')).toBe(true)
  })

  it('is changed for months on end', async () => {
    let { secret } = await pair()
    const seen = new Set([secret])
    for (let week = 0; week < 30; week += 1) {
      later(WEEK)
      secret = await cookieAfter(secret)
      seen.add(secret)
    }
    expect(seen.size).toBe(31)
    expect(await knows(secret)).toBe(true)
  })

  it('of a player that has it in an address or a header stays as it is', async () => {
    const { id, secret } = await pairScreen(manager(), { ...NEW, code: null }, NOWHERE)
    const given = secret ?? ''
    later(3 * WEEK)
    expect(await cookieAfter(given)).toBe(given)
    expect((await takeBeat(jar({}), bearing(given), async () => BEAT)).setCookie).toBeNull()
    const [row] = await query(db => db.select().from(tokens).where(eq(tokens.id, id)))
    expect(row?.tokenHash).toBe(hashSecret(given))
  })
})
