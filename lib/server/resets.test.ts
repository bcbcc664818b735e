import { afterEach, describe, expect, it, vi } from 'vitest'
import { accessOf, changeEnv, ORIGIN, person, remove, told, useDatabase } from './auth-kit'
import { transaction } from './db/database'
import { findPerson } from './db/people'
import { setRole } from './db/people-changes'
import { findLiveSession, startSession } from './db/sessions'
import { fitsPassword } from './passwords'
import { changePassword, makeResetLink, readReset, requestReset, resetPassword } from './resets'

const OLD = 'marmalade on cold toast'
const NEW = 'seven lamps in the attic'
const secretOf = (link: string) => link.split('/').at(-1) ?? ''
const ben = () => person('ben@example.com', 'rep', OLD)
const admin = async () => accessOf(await person('ana@example.com', 'admin'))
const fits = async (id: string, password: string) =>
  fitsPassword(password, (await findPerson(id))?.passwordHash ?? null)

function session(personId: string): Promise<string> {
  return startSession({ personId, provider: 'credentials', userAgent: null, address: null, seconds: 3600 })
}

describe('a reset', () => {
  useDatabase()
  afterEach(() => {
    vi.useRealTimers()
  })

  it('sets a new password and ends every session of that person and of nobody else', async () => {
    const [access, { id }] = [await admin(), await ben()]
    const [here, there, others] = [await session(id), await session(id), await session(access.id)]
    const { link, email } = await makeResetLink(access, id, ORIGIN)
    expect(email).toBe('ben@example.com')
    expect(await readReset(secretOf(link))).toEqual({ id, name: 'ben', email })
    expect(await resetPassword(secretOf(link), NEW, ORIGIN)).toEqual({ email })
    expect([await fits(id, NEW), await fits(id, OLD)]).toEqual([true, false])
    expect([await findLiveSession(here), await findLiveSession(there)]).toEqual([null, null])
    expect(await findLiveSession(others)).not.toBeNull()
    expect(await told()).toEqual(['ana reset.made ben@example.com', 'ben password.reset ben@example.com'])
  })

  it('opens for a day, once', async () => {
    const [access, { id }] = [await admin(), await ben()]
    const { link, expiresAt } = await makeResetLink(access, id, ORIGIN)
    expect(Math.abs(Date.parse(expiresAt) - Date.now() - 86_400_000)).toBeLessThan(60_000)
    vi.useFakeTimers({ now: Date.parse(expiresAt) + 1000, toFake: ['Date'] })
    expect(await readReset(secretOf(link))).toBeNull()
    await expect(resetPassword(secretOf(link), NEW, ORIGIN)).rejects.toMatchObject({ code: 'LINK_EXPIRED' })
    vi.useRealTimers()
    const both = await Promise.allSettled([
      resetPassword(secretOf(link), NEW, ORIGIN),
      resetPassword(secretOf(link), 'another pair of words', ORIGIN),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  it('is no invitation, nor the other way round, and opens nothing for who was removed', async () => {
    const [access, { id }] = [await admin(), await ben()]
    const { link } = await makeResetLink(access, id, ORIGIN)
    const { readInvitation } = await import('./invitations')
    expect(await readInvitation(secretOf(link))).toBeNull()
    await remove({ id, email: 'ben@example.com' })
    expect(await readReset(secretOf(link))).toBeNull()
    await expect(makeResetLink(access, id, ORIGIN)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('is for administrators to make, and there only where passwords count', async () => {
    const { id } = await ben()
    for (const role of ['manager', 'rep', 'viewer'] as const) {
      const access = accessOf(await person(`${role}@example.com`, role))
      await expect(makeResetLink(access, id, ORIGIN)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    }
    const access = await admin()
    changeEnv({ CALLBOARD_PASSWORD_SIGN_IN: '0' })
    await expect(makeResetLink(access, id, ORIGIN)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('is void once its maker is no administrator any more, and after being replaced for good', async () => {
    const [access, { id }] = [await admin(), await ben()]
    const { link } = await makeResetLink(access, id, ORIGIN)
    await transaction(tx => setRole(tx, access.id, 'viewer'))
    expect(await readReset(secretOf(link))).toBeNull()
    await expect(resetPassword(secretOf(link), NEW, ORIGIN)).rejects.toMatchObject({ code: 'LINK_EXPIRED' })
    await expect(makeResetLink(access, id, ORIGIN)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await (await requestReset('ben@example.com', ORIGIN))?.()
    await transaction(tx => setRole(tx, access.id, 'admin'))
    expect(await readReset(secretOf(link))).toBeNull()
  })

  it('asked for by oneself is limited alike for addresses with and without an account', async () => {
    await ben()
    for (const email of ['ben@example.com', 'nobody@example.com']) {
      for (let time = 0; time < 5; time += 1) {
        expect(Boolean(await requestReset(email, ORIGIN))).toBe(email === 'ben@example.com')
      }
      await expect(requestReset(email, ORIGIN)).rejects.toMatchObject({ code: 'TOO_MANY_ATTEMPTS' })
    }
    // Nothing was made yet: that happens behind the answer.
    expect(await told()).toEqual([])
  })

  it('made for oneself ends at the next one', async () => {
    await ben()
    const first = await (await requestReset('ben@example.com', ORIGIN))?.()
    const second = await (await requestReset('ben@example.com', ORIGIN))?.()
    expect(await readReset(secretOf(first?.link ?? ''))).toBeNull()
    expect(await readReset(secretOf(second?.link ?? ''))).not.toBeNull()
    expect(await told()).toEqual(Array(2).fill('nobody reset.made ben@example.com'))
  })
})

describe('changing one’s own password', () => {
  useDatabase()

  it('keeps this session, ends the others, and revokes links that wait', async () => {
    const { id, ...rest } = await ben()
    const [here, there] = [await session(id), await session(id)]
    const link = await (await requestReset('ben@example.com', ORIGIN))?.()
    await changePassword(accessOf({ id, ...rest }, here), { current: OLD, next: NEW }, ORIGIN)
    expect(await fits(id, NEW)).toBe(true)
    expect([Boolean(await findLiveSession(here)), await findLiveSession(there)]).toEqual([true, null])
    expect(await readReset(secretOf(link?.link ?? ''))).toBeNull()
    expect((await told()).at(-1)).toBe('ben password.changed ben@example.com')
  })

  it('takes the current one, and five guesses at it', async () => {
    const access = accessOf(await ben())
    const guess = () => changePassword(access, { current: 'a guess', next: NEW }, ORIGIN)
    for (let time = 0; time < 5; time += 1) {
      await expect(guess()).rejects.toMatchObject({ code: 'INVALID_INPUT', fields: { current: 'wrongPassword' } })
    }
    await expect(guess()).rejects.toMatchObject({ code: 'TOO_MANY_ATTEMPTS' })
    const right = changePassword(access, { current: OLD, next: NEW }, ORIGIN)
    await expect(right).rejects.toMatchObject({ code: 'TOO_MANY_ATTEMPTS' })
    expect(await fits(access.id, OLD)).toBe(true)
  })

  it('refuses one that is easy to guess, and whoever has none to change', async () => {
    const access = accessOf(await ben())
    const weak = changePassword(access, { current: OLD, next: 'ben-ben-ben-1' }, ORIGIN)
    await expect(weak).rejects.toMatchObject({ fields: { next: 'common' } })
    const google = accessOf(await person('google@example.com'))
    const none = changePassword(google, { current: '', next: NEW }, ORIGIN)
    await expect(none).rejects.toMatchObject({ fields: { current: 'wrongPassword' } })
  })
})
