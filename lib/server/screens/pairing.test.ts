import { describe, expect, it } from 'vitest'
import { query } from '@/lib/server/db/database'
import { dropPairingsBefore } from '@/lib/server/db/pairings'
import { audit, tokens } from '@/lib/server/db/schema'
import { pairings } from '@/lib/server/db/screens-schema'
import { findScreen } from './credential'
import { revokeScreen } from './fleet'
import { bearing, held, NEW, NOWHERE, withFleet } from './fleet-kit'
import { beginPairing, pairScreen } from './pairing'

const { manager, join, pair, later } = withFleet()
const MINUTE = 60_000
const refusal = (code: string) => ({ code: 'INVALID_INPUT', fields: { code } })

describe('a waiting screen', () => {
  it('gets a secret and six characters that nobody confuses', async () => {
    const waiting = await Promise.all(Array.from({ length: 40 }, () => beginPairing(null, NOWHERE)))
    for (const { secret, code, expiresAt } of waiting) {
      expect(secret).toMatch(/^cb_[\w-]{43}$/)
      expect(code).toMatch(/^[A-Z0-9]{6}$/)
      expect(code).not.toMatch(/[0O1ILUV5S8B2Z]/)
      expect(Math.abs(expiresAt.getTime() - Date.now() - 10 * MINUTE)).toBeLessThan(MINUTE)
    }
    expect(new Set(waiting.map(({ code }) => code)).size).toBe(40)
    expect(new Set(waiting.map(({ secret }) => secret)).size).toBe(40)
  })

  it('keeps its code while that is good, then its secret with a new code', async () => {
    const first = await beginPairing(null, NOWHERE)
    later(9 * MINUTE)
    expect(await beginPairing(first.secret, NOWHERE)).toEqual(first)
    later(MINUTE + 1000)
    const second = await beginPairing(first.secret, NOWHERE)
    expect(second.secret).toBe(first.secret)
    expect(second.code).not.toBe(first.code)
    expect(await query(db => db.select().from(pairings))).toHaveLength(1)
  })

  it('keeps a secret that we gave and have forgotten', async () => {
    const { secret } = await beginPairing(null, NOWHERE)
    await query(db => db.delete(pairings))
    expect((await beginPairing(secret, NOWHERE)).secret).toBe(secret)
  })

  it.each(['', 'cb_short', 'x'.repeat(46), `cb_${'é'.repeat(43)}`])(
    'does not keep %j, which is none of ours',
    async shown => {
      const { secret } = await beginPairing(shown, NOWHERE)
      expect(secret).not.toBe(shown)
      expect(secret).toMatch(/^cb_[\w-]{43}$/)
    },
  )

  it('that was revoked begins with another secret, and can be paired again', async () => {
    const { id, secret } = await pair()
    await revokeScreen(manager(), id, NOWHERE)
    const again = await beginPairing(secret, NOWHERE)
    expect(again.secret).not.toBe(secret)
    await pairScreen(manager(), { ...NEW, code: again.code }, NOWHERE)
    expect(await findScreen(held(secret), bearing())).toBeNull()
    expect(await findScreen(held(again.secret), bearing())).not.toBeNull()
  })

  it('takes no more than 120 codes from one address in a quarter of an hour', async () => {
    const ask = (address: string) => beginPairing(null, { address })
    for (let n = 0; n < 120; n += 1) await ask('203.0.113.7')
    await expect(ask('203.0.113.7')).rejects.toMatchObject({
      code: 'TOO_MANY_ATTEMPTS',
      retryAfterSeconds: expect.closeTo(900, -1),
    })
    await expect(ask('203.0.113.8')).resolves.toMatchObject({ code: expect.any(String) })
  })
})

describe('entering the code', () => {
  it('makes the waiting browser a screen with the secret it holds, which may read what its scenes need', async () => {
    const { id, secret } = await pair()
    const found = await findScreen(held(secret), bearing())
    expect(found?.screen).toMatchObject({
      id,
      name: 'Floor left',
      place: 'Paris, 2nd floor',
      hasSound: false,
      seenAt: null,
    })
    // Of the first show's three views; `last-4-weeks` is the default and left out.
    const reports = ['', '?period=this-week', '?period=today']
    expect(found?.access).toEqual({ kind: 'screen', id, name: 'Floor left', reports })
  })

  it('works once', async () => {
    const { code } = await beginPairing(null, NOWHERE)
    const entries = await Promise.allSettled(
      Array.from({ length: 5 }, () => pairScreen(manager(), { ...NEW, code }, NOWHERE)),
    )
    expect(entries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    await expect(pairScreen(manager(), { ...NEW, code }, NOWHERE)).rejects.toMatchObject(refusal('codeUnknown'))
    expect(await query(db => db.select().from(tokens))).toHaveLength(1)
  })

  it('is told of a code that expired, and of one that never was', async () => {
    const { code } = await beginPairing(null, NOWHERE)
    later(10 * MINUTE + 1000)
    await expect(pairScreen(manager(), { ...NEW, code }, NOWHERE)).rejects.toMatchObject(refusal('codeExpired'))
    await expect(pairScreen(manager(), { ...NEW, code: 'OOOOOO' }, NOWHERE)).rejects.toMatchObject(
      refusal('codeUnknown'),
    )
    expect(await dropPairingsBefore(new Date())).toBe(1)
    await expect(pairScreen(manager(), { ...NEW, code }, NOWHERE)).rejects.toMatchObject(refusal('codeUnknown'))
  })

  it('takes it as people type it', async () => {
    const { code } = await beginPairing(null, NOWHERE)
    const typed = ` ${code.slice(0, 3).toLowerCase()} – ${code.slice(3)}\u00a0`
    await expect(pairScreen(manager(), { ...NEW, code: typed }, NOWHERE)).resolves.toMatchObject({ secret: null })
  })

  it('uses no code up where the show cannot be shown', async () => {
    const { code } = await beginPairing(null, NOWHERE)
    const show = structuredClone(NEW.show)
    const [scene] = show.lineUps[0]?.scenes ?? []
    if (scene?.kind !== 'scoreboard') throw new Error('another first show')
    scene.view = '/calls?period=today'
    await expect(pairScreen(manager(), { ...NEW, show, code }, NOWHERE)).rejects.toMatchObject({
      fields: { 'show.lineUps.0.scenes.0.view': 'invalid' },
    })
    await expect(pairScreen(manager(), { ...NEW, code }, NOWHERE)).resolves.toBeDefined()
  })

  it.each(['rep', 'viewer'] as const)('is not for a %s, and leaves the code good', async role => {
    const { code } = await beginPairing(null, NOWHERE)
    const { access } = await join(role)
    await expect(pairScreen(access, { ...NEW, code }, NOWHERE)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(pairScreen(manager(), { ...NEW, code }, NOWHERE)).resolves.toBeDefined()
  })

  it('ends after 30 in a quarter of an hour for a person, and 60 for an address', async () => {
    const enter = async (access: ReturnType<typeof manager>, address: string) =>
      pairScreen(access, { ...NEW, code: 'AAAAAA' }, { ...NOWHERE, address }).catch((thrown: unknown) => thrown)
    const other = (await join('admin')).access
    const third = { ...other, id: 'per_third' }
    for (let n = 0; n < 30; n += 1) {
      expect(await enter(manager(), '203.0.113.7')).toMatchObject(refusal('codeUnknown'))
      expect(await enter(other, '203.0.113.7')).toMatchObject(refusal('codeUnknown'))
    }
    expect(await enter(manager(), '203.0.113.8')).toMatchObject({ code: 'TOO_MANY_ATTEMPTS' })
    expect(await enter(third, '203.0.113.7')).toMatchObject({ code: 'TOO_MANY_ATTEMPTS' })
    expect(await enter(third, '203.0.113.8')).toMatchObject(refusal('codeUnknown'))
  })

  it('is audited, and the secret is kept nowhere', async () => {
    const { id, secret } = await pair({ hasSound: true })
    const rows = await query(db => db.select().from(audit))
    expect(rows).toMatchObject([
      {
        action: 'screen.paired',
        actorId: manager().id,
        target: 'Floor left',
        details: { id, place: 'Paris, 2nd floor', sound: true },
      },
    ])
    const kept = JSON.stringify([rows, await query(db => db.select().from(tokens))])
    for (const part of [secret, secret.slice(3, 20), secret.slice(-12)]) expect(kept).not.toContain(part)
  })
})

describe('a player that is given its secret by hand', () => {
  it('is a screen from the start, by header and by cookie', async () => {
    const { id, secret } = await pairScreen(manager(), { ...NEW, code: null }, NOWHERE)
    expect(secret).toMatch(/^cb_[\w-]{43}$/)
    for (const found of [
      await findScreen(held(''), bearing(secret ?? '')),
      await findScreen(held(secret ?? ''), bearing()),
    ])
      expect(found?.screen.id).toBe(id)
  })
})
