import { describe, expect, it, vi } from 'vitest'
import { transaction } from '@/lib/server/db/database'
import { revokeToken } from '@/lib/server/db/tokens'
import { requireCaller } from './find'
import { headers, jar, NOT_SIGNED_IN, withInes } from './find-kit'

const { sessionId, seal, makeToken } = withInes()

describe('a token', () => {
  it('is its bearer, also beside a cookie', async () => {
    const { id, secret } = await makeToken()
    const access = { kind: 'api', id, name: 'warehouse' }
    expect(await requireCaller(jar(undefined), headers(`Bearer ${secret}`))).toEqual(access)
    expect(await requireCaller(jar(await seal(sessionId())), headers(`Bearer ${secret}`))).toEqual(access)
  })

  it('of a screen carries its scope', async () => {
    const { id, secret } = await makeToken({ kind: 'screen', scope: { reports: ['?period=today'] } })
    const access = await requireCaller(jar(undefined), headers(`Bearer ${secret}`))
    expect(access).toEqual({ kind: 'screen', id, name: 'warehouse', reports: ['?period=today'] })
  })

  it('of a link is nobody’s, also beside a cookie', async () => {
    const { secret } = await makeToken({ kind: 'share', scope: { reports: ['?period=today'] } })
    for (const cookies of [jar(undefined), jar(await seal(sessionId()))])
      await expect(requireCaller(cookies, headers(`Bearer ${secret}`))).rejects.toMatchObject(NOT_SIGNED_IN)
  })

  it('is nobody once revoked or expired', async () => {
    const revoked = await makeToken()
    const expired = await makeToken({ expiresAt: new Date(Date.now() + 60_000) })
    const ask = ({ secret }: { secret: string }) => requireCaller(jar(undefined), headers(`Bearer ${secret}`))
    await Promise.all([ask(revoked), ask(expired)])
    await transaction(tx => revokeToken(tx, revoked.id, 'api'))
    await expect(ask(revoked)).rejects.toMatchObject(NOT_SIGNED_IN)
    vi.useFakeTimers({ now: Date.now() + 61_000, toFake: ['Date'] })
    await expect(ask(expired)).rejects.toMatchObject(NOT_SIGNED_IN)
  })

  it('that is no good never falls back on the cookie beside it', async () => {
    const cookies = jar(await seal(sessionId()))
    const { secret } = await makeToken()
    for (const authorization of [
      'Bearer',
      'Bearer ',
      `Bearer ${secret}x`,
      `Bearer ${secret.slice(0, -1)}`,
      `Bearer ${secret} ${secret}`,
      'Bearer cb_0000000000000000000000000000000000000000000',
    ]) {
      await expect(requireCaller(cookies, headers(authorization)), authorization).rejects.toMatchObject(NOT_SIGNED_IN)
    }
  })

  it('is not what another scheme shows, which browsers send by themselves', async () => {
    const { secret } = await makeToken()
    for (const authorization of ['', `Basic ${secret}`, secret]) {
      const access = await requireCaller(jar(await seal(sessionId())), headers(authorization))
      expect(access.kind, authorization).toBe('person')
      await expect(requireCaller(jar(undefined), headers(authorization))).rejects.toMatchObject(NOT_SIGNED_IN)
    }
  })
})
