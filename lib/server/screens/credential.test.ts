import { describe, expect, it } from 'vitest'
import { installDatabase, transaction } from '@/lib/server/db/database'
import { insertToken } from '@/lib/server/db/tokens'
import { setTestEnv } from '@/lib/server/test-kit'
import { screenCookie, writeScreenCookie } from './cookie'
import { findScreen, requireScreen } from './credential'
import { revokeScreen } from './fleet'
import { bearing, held, jar, NOWHERE, withFleet } from './fleet-kit'

const { database, manager, change, pair, later } = withFleet()
const NOT_SIGNED_IN = { code: 'NOT_SIGNED_IN', status: 401 }
const NOTHING = jar({})

describe('a screen proves who it is', () => {
  it('by its cookie, which it is told to keep for another 400 days', async () => {
    const { id, secret } = await pair()
    const { screen, setCookie } = await requireScreen(held(secret), bearing())
    expect(screen.id).toBe(id)
    expect(setCookie).toBe(`callboard-screen=${secret}; Path=/; Max-Age=34560000; HttpOnly; SameSite=Lax`)
  })

  it('by a header, which counts for more than a cookie', async () => {
    const [one, other] = [await pair({ name: 'One' }), await pair({ name: 'Other' })]
    const found = await requireScreen(held(one.secret), bearing(other.secret))
    expect(found).toMatchObject({ screen: { id: other.id }, access: { name: 'Other' }, setCookie: null })
  })

  it('by its cookie, when the secret in its header is no good any more', async () => {
    const [revoked, { id, secret }] = [await pair(), await pair()]
    await revokeScreen(manager(), revoked.id, NOWHERE)
    const found = await requireScreen(held(secret), bearing(revoked.secret))
    expect(found).toMatchObject({ screen: { id }, setCookie: expect.stringContaining(secret) })
  })

  it('and is nobody with nothing, with what we never gave, and with the secret of a script', async () => {
    const api = { kind: 'api' as const, name: 'warehouse', scope: null, createdBy: manager().id, expiresAt: null }
    const { secret } = await transaction(tx => insertToken(tx, api))
    await expect(requireScreen(NOTHING, bearing())).rejects.toMatchObject(NOT_SIGNED_IN)
    for (const shown of ['', 'x', `cb_${'A'.repeat(43)}`, secret]) {
      await expect(requireScreen(held(shown), bearing())).rejects.toMatchObject(NOT_SIGNED_IN)
      await expect(requireScreen(NOTHING, bearing(shown))).rejects.toMatchObject(NOT_SIGNED_IN)
      expect(await findScreen(held(shown), bearing())).toBeNull()
    }
  })

  it('and is unknown from the moment it is revoked', async () => {
    const { id, secret } = await pair()
    const { secret: stays } = await pair()
    await requireScreen(held(secret), bearing())
    await revokeScreen(manager(), id, NOWHERE)
    await expect(requireScreen(held(secret), bearing())).rejects.toMatchObject(NOT_SIGNED_IN)
    await expect(requireScreen(NOTHING, bearing(secret))).rejects.toMatchObject(NOT_SIGNED_IN)
    await expect(requireScreen(held(stays), bearing())).resolves.toBeDefined()
  })

  it('and reads what its show needs as soon as that is changed', async () => {
    const { id, secret } = await pair()
    const { screen } = await requireScreen(held(secret), bearing())
    const [lineUp] = screen.show.lineUps
    if (!lineUp) throw new Error('no line-up')
    const scene = {
      id: 'x',
      kind: 'leaderboard' as const,
      seconds: 30,
      title: null,
      view: '?by=week&period=last-month',
    }
    const show = { ...screen.show, lineUps: [{ ...lineUp, scenes: [scene, { ...scene, id: 'y' }] }] }
    await change(id, { show })
    const { access, screen: now } = await requireScreen(held(secret), bearing())
    expect(access.reports).toEqual(['?period=last-month&by=week'])
    expect(now.show.lineUps[0]?.scenes.map(each => 'view' in each && each.view)).toEqual([
      '?period=last-month&by=week',
      '?period=last-month&by=week',
    ])
  })
})

describe('while the database is away', () => {
  it('a screen seen before goes on, for three days', async () => {
    const { secret } = await pair()
    const before = await requireScreen(held(secret), bearing())
    installDatabase(null)
    expect(await requireScreen(held(secret), bearing())).toEqual(before)
    later(3 * 86_400_000 - 60_000)
    expect(await requireScreen(held(secret), bearing())).toEqual(before)
    later(120_000)
    await expect(requireScreen(held(secret), bearing())).rejects.toMatchObject({ code: 'STORAGE_DOWN' })
    installDatabase(database())
    expect((await requireScreen(held(secret), bearing())).screen.id).toBe(before.screen.id)
  })

  it('others do not, nor one that was revoked, nor one last seen long before', async () => {
    const [seen, revoked, unseen] = [await pair(), await pair(), await pair()]
    for (const { secret } of [seen, revoked]) await requireScreen(held(secret), bearing())
    await revokeScreen(manager(), revoked.id, NOWHERE)
    await findScreen(held(revoked.secret), bearing())
    installDatabase(null)
    for (const { secret } of [revoked, unseen])
      await expect(requireScreen(held(secret), bearing())).rejects.toMatchObject({ code: 'STORAGE_DOWN' })
    await expect(requireScreen(NOTHING, bearing())).rejects.toMatchObject(NOT_SIGNED_IN)
    later(31 * 60_000)
    installDatabase(database())
    const { secret } = await pair()
    await requireScreen(held(secret), bearing())
    installDatabase(null)
    await expect(requireScreen(held(seen.secret), bearing())).rejects.toMatchObject({ code: 'STORAGE_DOWN' })
    await expect(requireScreen(held(secret), bearing())).resolves.toBeDefined()
  })
})

it('keeps its cookie to https where there is https', () => {
  setTestEnv({ NEXTAUTH_URL: 'https://callboard.example.com' })
  expect(screenCookie()).toBe('__Secure-callboard-screen')
  expect(writeScreenCookie('cb_x')).toBe(
    '__Secure-callboard-screen=cb_x; Path=/; Max-Age=34560000; HttpOnly; SameSite=Lax; Secure',
  )
})
