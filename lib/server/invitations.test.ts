import { afterEach, describe, expect, it, vi } from 'vitest'
import { accessOf, changeEnv, ORIGIN, person, remove, told, useDatabase } from './auth-kit'
import { query, transaction } from './db/database'
import { bindIdentity, findPersonByIdentity } from './db/identities'
import { hashSecret } from './db/ids'
import { findPersonByEmail } from './db/people'
import { setRole } from './db/people-changes'
import { links } from './db/schema'
import { acceptInvitation, listInvitations, makeInvitation, readInvitation, revokeInvitation } from './invitations'

const WORDS = 'marmalade on cold toast'
const admin = async () => accessOf(await person('ana@example.com', 'admin'))
const secretOf = (link: string) => link.split('/').at(-1) ?? ''
const invite = async (email = 'ben@example.com', role: 'rep' | 'manager' = 'rep') => {
  const access = accessOf((await findPersonByEmail('ana@example.com')) ?? (await person('ana@example.com', 'admin')))
  return { access, ...(await makeInvitation(access, { email, role }, ORIGIN)) }
}
const accept = (link: string) => acceptInvitation({ token: secretOf(link), name: 'Ben', password: WORDS }, ORIGIN)

describe('an invitation', () => {
  useDatabase()
  afterEach(() => {
    vi.useRealTimers()
  })

  it('says who invites to what, and becomes an account', async () => {
    const { link, invitation } = await invite(' Ben@Example.com')
    expect(link).toMatch(/^http:\/\/localhost:3000\/invitation\/[\w-]{43}$/)
    expect(await readInvitation(secretOf(link))).toEqual({ email: 'ben@example.com', role: 'rep', invitedBy: 'ana' })
    expect(Date.parse(invitation.expiresAt) - Date.parse(invitation.createdAt)).toBe(7 * 86_400_000)
    expect(await accept(link)).toEqual({ email: 'ben@example.com' })
    expect(await findPersonByEmail('ben@example.com')).toMatchObject({ name: 'Ben', role: 'rep' })
    expect(await told()).toEqual(['ana person.invited ben@example.com', 'Ben person.joined ben@example.com'])
  })

  it('is kept as a hash alone', async () => {
    const { link } = await invite()
    const [row] = await query(db => db.select().from(links))
    expect(row?.tokenHash).toBe(hashSecret(secretOf(link)))
    expect(JSON.stringify(row)).not.toContain(secretOf(link))
  })

  it('opens for a week', async () => {
    const { link } = await invite()
    const made = Date.now()
    vi.useFakeTimers({ now: made + 7 * 86_400_000 - 60_000, toFake: ['Date'] })
    expect(await readInvitation(secretOf(link))).not.toBeNull()
    vi.setSystemTime(made + 7 * 86_400_000 + 1000)
    expect(await readInvitation(secretOf(link))).toBeNull()
    await expect(accept(link)).rejects.toMatchObject({ code: 'LINK_EXPIRED' })
  })

  it('opens once, also for two at once', async () => {
    const { link, access } = await invite()
    const both = await Promise.allSettled([accept(link), accept(link)])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    await expect(accept(link)).rejects.toMatchObject({ code: 'LINK_EXPIRED' })
    expect(await listInvitations(access)).toEqual([])
  })

  it('is revoked, replaced by a newer one, and void when who made it was lowered or removed', async () => {
    const { link: first, access } = await invite()
    const { link: second, invitation } = await invite()
    expect(await readInvitation(secretOf(first))).toBeNull()
    expect((await listInvitations(access)).map(({ id }) => id)).toEqual([invitation.id])
    await revokeInvitation(access, invitation.id, ORIGIN)
    expect(await readInvitation(secretOf(second))).toBeNull()
    await expect(revokeInvitation(access, invitation.id, ORIGIN)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect((await told()).at(-1)).toBe('ana invitation.revoked ben@example.com')

    const { link: lowered } = await invite()
    await transaction(tx => setRole(tx, access.id, 'manager'))
    expect(await readInvitation(secretOf(lowered))).toBeNull()
    await expect(accept(lowered)).rejects.toMatchObject({ code: 'LINK_EXPIRED' })
    await transaction(tx => setRole(tx, access.id, 'admin'))

    const { link: last } = await invite()
    await remove(access)
    expect(await readInvitation(secretOf(last))).toBeNull()
  })

  it('is for administrators to make, list and revoke', async () => {
    for (const role of ['manager', 'rep', 'viewer'] as const) {
      const access = accessOf(await person(`${role}@example.com`, role))
      const forbidden = { code: 'FORBIDDEN' }
      await expect(makeInvitation(access, { email: 'ben@example.com', role }, ORIGIN)).rejects.toMatchObject(forbidden)
      await expect(listInvitations(access)).rejects.toMatchObject(forbidden)
      await expect(revokeInvitation(access, 'lnk_x', ORIGIN)).rejects.toMatchObject(forbidden)
    }
  })

  it('is not made for who has an account, and brings back who had one', async () => {
    const access = await admin()
    const ben = await person('ben@example.com', 'manager', WORDS)
    const input = { email: 'ben@example.com', role: 'viewer' as const }
    await expect(makeInvitation(access, input, ORIGIN)).rejects.toMatchObject({ fields: { email: 'taken' } })
    await transaction(tx => bindIdentity(tx, 'https://issuer.example', 'ben', ben.id))
    await remove(ben)
    await accept((await makeInvitation(access, input, ORIGIN)).link)
    expect(await findPersonByEmail('ben@example.com')).toMatchObject({ id: ben.id, role: 'viewer', removedAt: null })
    expect(await findPersonByIdentity('https://issuer.example', 'ben')).toBeNull()
  })

  it('is not used up by a password that is easy to guess', async () => {
    const { link } = await invite()
    const token = secretOf(link)
    const weak = acceptInvitation({ token, name: 'Ben', password: 'ben.ben.ben.ben' }, ORIGIN)
    await expect(weak).rejects.toMatchObject({ fields: { password: 'common' } })
    expect(await readInvitation(token)).not.toBeNull()
  })

  it('takes no password where nobody signs in by one', async () => {
    const { link } = await invite()
    changeEnv({ CALLBOARD_PASSWORD_SIGN_IN: '0' })
    await expect(accept(link)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await readInvitation(secretOf(link))).not.toBeNull()
  })
})
