import { describe, expect, it } from 'vitest'
import { ORIGIN, person, remove, told, useDatabase } from './auth-kit'
import { query, transaction } from './db/database'
import { bindIdentity, findPersonByIdentity } from './db/identities'
import { findPersonByEmail } from './db/people'
import { setRole } from './db/people-changes'
import { people } from './db/schema'
import { findLiveSession, startSession } from './db/sessions'
import { ensureAdministrator, isSetupOpen, setUp, setupCode } from './first-administrator'
import { ensureConfigured } from './first-administrator-configured'
import { fitsPassword } from './passwords'

const PASSWORD = 'correct horse battery'
const OTHER = 'marmalade on cold toast'
const setup = () => ({ code: setupCode(), name: 'Ana', email: 'ana@example.com', password: OTHER })

const fits = async (password: string, email = 'ana@example.com') =>
  fitsPassword(password, (await findPersonByEmail(email))?.passwordHash ?? null)

describe('the setup', () => {
  useDatabase()

  it('has a code that stays over restarts and is of letters that nobody mistakes', () => {
    expect(setupCode()).toBe(setupCode())
    expect(setupCode()).toMatch(/^([A-HJKMNP-Z2-9]{4}-){2}[A-HJKMNP-Z2-9]{4}$/)
  })

  it('makes an administrator, and is closed from then on', async () => {
    expect(await isSetupOpen()).toBe(true)
    await setUp(setup(), ORIGIN)
    expect(await findPersonByEmail('ana@example.com')).toMatchObject({ role: 'admin', name: 'Ana' })
    expect(await fits(OTHER)).toBe(true)
    expect(await told()).toEqual(['Ana setup ana@example.com'])
    expect(await isSetupOpen()).toBe(false)
    await expect(setUp(setup(), ORIGIN)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('stays closed when everybody was removed', async () => {
    await remove(await person('gone@example.com', 'admin'))
    expect(await isSetupOpen()).toBe(false)
    await expect(setUp(setup(), ORIGIN)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('lets one of two in who come at once', async () => {
    const both = await Promise.allSettled([
      setUp(setup(), ORIGIN),
      setUp({ ...setup(), email: 'ben@example.com' }, ORIGIN),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(both.find(one => one.status === 'rejected')).toMatchObject({ reason: { code: 'CONFLICT' } })
    expect(await query(db => db.select().from(people))).toHaveLength(1)
  })

  it('takes the code as people type it, and no other', async () => {
    const refused = { code: 'INVALID_INPUT', fields: { code: 'wrongCode' } }
    for (const code of ['', 'AAAA-AAAA-AAAA', setupCode().slice(0, -1), `${setupCode()}A`]) {
      await expect(setUp({ ...setup(), code }, ORIGIN)).rejects.toMatchObject(refused)
    }
    await setUp({ ...setup(), code: ` ${setupCode().toLowerCase().replaceAll('-', '  ')}` }, ORIGIN)
  })

  it('makes guessers wait, each by their address', async () => {
    const guess = { ...setup(), code: 'GUESS' }
    for (let time = 0; time < 5; time += 1) await expect(setUp(guess, ORIGIN)).rejects.toMatchObject({ status: 422 })
    await expect(setUp(guess, ORIGIN)).rejects.toMatchObject({ code: 'TOO_MANY_ATTEMPTS', retryAfterSeconds: 900 })
    await expect(setUp(setup(), ORIGIN)).rejects.toMatchObject({ code: 'TOO_MANY_ATTEMPTS' })
    await setUp(setup(), { ...ORIGIN, address: '198.51.100.1' })
  })

  it('refuses a password that is easy to guess', async () => {
    for (const password of ['password1234', 'short', null]) {
      await expect(setUp({ ...setup(), password }, ORIGIN)).rejects.toMatchObject({ code: 'INVALID_INPUT' })
    }
    expect(await isSetupOpen()).toBe(true)
  })
})

describe('the administrator of the environment', () => {
  useDatabase()
  const theOne = async () => {
    const found = await findPersonByEmail('ana@example.com')
    if (!found) throw new Error('nobody has the address')
    return found
  }
  const role = async () => (await findPersonByEmail('ana@example.com'))?.role

  it('is made at the start, also by two instances that start together', async () => {
    await Promise.all([ensureAdministrator(), ensureAdministrator()])
    expect(await fits(PASSWORD)).toBe(true)
    expect(await told()).toEqual(['system setup ana@example.com'])
  })

  it('lives by what is done in Callboard, over every restart with the same pair', async () => {
    await ensureConfigured('Ana@Example.com ', PASSWORD)
    const ana = await theOne()
    await transaction(tx => setRole(tx, ana.id, 'viewer'))
    await ensureConfigured('ana@example.com', PASSWORD)
    expect(await role()).toBe('viewer')
    await remove(ana)
    await ensureConfigured('ana@example.com', PASSWORD)
    expect(await findPersonByEmail('ana@example.com')).toBeNull()
    expect(await told()).toHaveLength(1)
  })

  it('is let in again by a new password, and other sessions end', async () => {
    await ensureConfigured('ana@example.com', PASSWORD)
    const ana = await theOne()
    const start = { personId: ana.id, provider: 'credentials', userAgent: null, address: null, seconds: 60 }
    const session = await startSession(start)
    await transaction(tx => setRole(tx, ana.id, 'viewer'))
    await ensureConfigured('ana@example.com', OTHER)
    expect([await role(), await fits(OTHER), await fits(PASSWORD)]).toEqual(['admin', true, false])
    expect(await findLiveSession(session)).toBeNull()

    await remove(ana)
    await ensureConfigured('ana@example.com', 'a third pair of words')
    expect(await findPersonByEmail('ana@example.com')).toMatchObject({ id: ana.id, role: 'admin' })
  })

  it('comes back from a removal without the providers that knew the account', async () => {
    await ensureConfigured('ana@example.com', PASSWORD)
    const ana = await theOne()
    await transaction(tx => bindIdentity(tx, 'https://id.example', 'ana', ana.id))
    await ensureConfigured('ana@example.com', OTHER)
    expect((await findPersonByIdentity('https://id.example', 'ana'))?.id).toBe(ana.id)
    await remove(ana)
    await ensureConfigured('ana@example.com', 'a third pair of words')
    expect((await theOne()).id).toBe(ana.id)
    expect(await findPersonByIdentity('https://id.example', 'ana')).toBeNull()
  })

  it('is made of somebody who had an account before', async () => {
    await person('ana@example.com', 'rep', OTHER)
    await ensureConfigured('ana@example.com', PASSWORD)
    expect([await role(), await fits(PASSWORD)]).toEqual(['admin', true])
    expect(await query(db => db.select().from(people))).toHaveLength(1)
  })
})
