import { eq } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { openTestDatabase, setTestEnv } from '@/lib/server/test-kit'
import { workspaceState } from '@/lib/server/workspace'
import { type Database, query, transaction } from './database'
import { insertPerson } from './people'
import { people, tokens } from './schema'
import { findLiveToken, insertToken, listTokens, revokeToken, type Token } from './tokens'
import { bumpRevision } from './workspaces'

const NOW = new Date('2026-04-21T10:00:00Z')
const MINUTE = 60_000

let database: Database
let maker: string

beforeAll(async () => {
  setTestEnv()
  database = await openTestDatabase()
  const person = { email: 'claire@example.com', name: 'Claire', role: 'admin', passwordHash: null } as const
  maker = (await transaction(tx => insertPerson(tx, person))).id
})
beforeEach(async () => {
  vi.useFakeTimers({ now: NOW, toFake: ['Date'] })
  await query(db => db.delete(tokens))
})
afterEach(() => vi.useRealTimers())
afterAll(() => database.close())

const make = (change: Partial<Pick<Token, 'kind' | 'name' | 'scope' | 'expiresAt'>> = {}) =>
  transaction(tx =>
    insertToken(tx, { kind: 'api', name: 'script', scope: null, expiresAt: null, createdBy: maker, ...change }),
  )

async function lastUsed(id: string): Promise<Date | null | undefined> {
  const [row] = await query(db => db.select().from(tokens).where(eq(tokens.id, id)))
  return row?.lastUsedAt
}

const wait = (milliseconds: number) => vi.setSystemTime(NOW.getTime() + milliseconds)

describe('a token', () => {
  it('is known by its secret, of which only the hash and the last four characters are kept', async () => {
    const { id, secret } = await make()
    expect(secret).toMatch(/^cb_[\w-]{43}$/)
    expect(await findLiveToken(secret)).toEqual({ kind: 'api', id, name: 'script' })
    const rows = JSON.stringify(await query(db => db.select().from(tokens)))
    expect(rows).not.toContain(secret.slice(3, 30))
    expect(rows).toContain(`"hint":"${secret.slice(-4)}"`)
    expect(Object.keys(JSON.parse(rows)[0]).sort()).toEqual(
      'createdAt createdBy expiresAt hint id kind lastUsedAt name previousHash revokedAt rotatedAt scope tokenHash'.split(
        ' ',
      ),
    )
  })

  it('differs from every other', async () => {
    const made = [await make(), await make()]
    expect(new Set(made.map(({ secret }) => secret)).size).toBe(2)
    for (const { id, secret } of made) expect(await findLiveToken(secret)).toMatchObject({ id })
  })

  it.each([
    ['nothing', () => ''],
    ['its beginning', (secret: string) => secret.slice(0, -1)],
    ['more than it', (secret: string) => `${secret}A`],
    ['other capitals', (secret: string) => `${secret.slice(0, 3)}${secret.slice(3).toLowerCase()}`],
    ['the secret without its mark', (secret: string) => secret.slice(3)],
    ['SQL', () => "' or 1=1 --"],
  ])('is not known by %s', async (_, change) => {
    const { secret } = await make()
    expect(await findLiveToken(change(secret))).toBeNull()
  })

  it('is not known by what is kept of it', async () => {
    const { id } = await make()
    const [row] = await query(db => db.select().from(tokens))
    for (const kept of [id, row?.tokenHash ?? '', row?.hint ?? '']) expect(await findLiveToken(kept)).toBeNull()
  })

  it('of a screen carries what it may read', async () => {
    const screen = await make({ kind: 'screen', scope: { reports: ['?period=today'] } })
    expect(await findLiveToken(screen.secret)).toMatchObject({ kind: 'screen', reports: ['?period=today'] })
  })

  it('of a link is nobody, and leaves no trace', async () => {
    const { id, secret } = await make({ kind: 'share', scope: { reports: ['?period=today'] } })
    expect(await findLiveToken(secret)).toBeNull()
    expect(await lastUsed(id)).toBeNull()
  })
})

describe('a token ends', () => {
  it('when it expires, to the millisecond', async () => {
    const { secret } = await make({ expiresAt: new Date(NOW.getTime() + MINUTE) })
    wait(MINUTE - 1)
    expect(await findLiveToken(secret)).not.toBeNull()
    wait(MINUTE)
    expect(await findLiveToken(secret)).toBeNull()
  })

  it('at once when it is revoked, and only once', async () => {
    const { id, secret } = await make()
    expect(await transaction(tx => revokeToken(tx, id, 'share'))).toBeNull()
    expect(await findLiveToken(secret)).not.toBeNull()
    expect(await transaction(tx => revokeToken(tx, id, 'api'))).toMatchObject({ id, name: 'script' })
    expect(await findLiveToken(secret)).toBeNull()
    expect(await transaction(tx => revokeToken(tx, id, 'api'))).toBeNull()
    expect(await listTokens('api')).toEqual([])
  })

  it('not with the account of who made it', async () => {
    const person = { email: 'gone@example.com', name: 'Gone', role: 'admin', passwordHash: null } as const
    const gone = await transaction(tx => insertPerson(tx, person))
    const { secret } = await transaction(tx =>
      insertToken(tx, { kind: 'api', name: 'left behind', scope: null, createdBy: gone.id, expiresAt: null }),
    )
    await query(db => db.delete(people).where(eq(people.id, gone.id)))
    expect(await findLiveToken(secret)).not.toBeNull()
    expect(await listTokens('api')).toMatchObject([{ token: { name: 'left behind' }, createdBy: null }])
  })
})

describe('the last use', () => {
  it('is noted at the first, and then once a minute', async () => {
    const { id, secret } = await make()
    expect(await lastUsed(id)).toBeNull()
    await findLiveToken(secret)
    expect(await lastUsed(id)).toEqual(NOW)
    wait(MINUTE)
    await findLiveToken(secret)
    expect(await lastUsed(id)).toEqual(NOW)
    wait(MINUTE + 1)
    await findLiveToken(secret)
    expect(await lastUsed(id)).toEqual(new Date(NOW.getTime() + MINUTE + 1))
  })

  it('is not noted for a token that has ended', async () => {
    const { id, secret } = await make({ expiresAt: NOW })
    await findLiveToken(secret)
    expect(await lastUsed(id)).toBeNull()
  })
})

it('brings the newest settings with it, as a session does', async () => {
  const { secret } = await make()
  const revision = await transaction(tx => bumpRevision(tx))
  expect(workspaceState().revision).toBeLessThan(revision)
  await findLiveToken(secret)
  expect(workspaceState().revision).toBe(revision)
})

it('lists one kind, the newest first, with who made them', async () => {
  await make({ name: 'first' })
  wait(1000)
  await make({ name: 'second' })
  await make({ name: 'wall', kind: 'screen' })
  expect((await listTokens('api')).map(({ token, createdBy }) => [token.name, createdBy])).toEqual([
    ['second', 'Claire'],
    ['first', 'Claire'],
  ])
})
