import { inspect } from 'node:util'
import { eq } from 'drizzle-orm'
import { NextRequest } from 'next/server'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createLog } from '@/lib/server/log'
import { hashPassword } from '@/lib/server/passwords'
import { replace } from '@/lib/server/remember'
import { openRoute } from '@/lib/server/route'
import { openTestDatabase, setTestEnv } from '@/lib/server/test-kit'
import { type Database, query, transaction } from './database'
import { insertPerson } from './people'
import { people } from './schema'
import { isDuplicate, sqlState, toStorageError } from './storage-error'

const lines: string[] = []
const ID = 'per_0123456789abcdef'
let database: Database
let hash: string

beforeAll(async () => {
  setTestEnv()
  replace('log', createLog('debug', [], { write: line => void lines.push(line) }))
  database = await openTestDatabase()
  hash = await hashPassword('correct horse battery staple')
})
afterAll(() => database.close())
beforeEach(async () => {
  lines.length = 0
  await query(db => db.delete(people))
  await query(db => db.insert(people).values(row()))
})

const row = () => ({ id: ID, email: 'ana@example.com', name: 'Ana', role: 'rep' as const, passwordHash: hash })

/** What each of these throws. */
const failing: [string, () => Promise<unknown>][] = [
  ['a query', () => query(db => db.insert(people).values(row()))],
  ['a transaction', () => transaction(tx => tx.insert(people).values(row()))],
  [
    'a change inside a transaction',
    () => transaction(tx => tx.update(people).set({ passwordHash: hash, name: '\0' }).where(eq(people.id, ID))),
  ],
]

const thrownBy = async (run: () => Promise<unknown>): Promise<unknown> => {
  try {
    await run()
  } catch (thrown) {
    return thrown
  }
  throw new Error('it did not fail')
}

describe.each(failing)('the failure of %s', (_, run) => {
  it('tells what the database said, and nothing of what it was given', async () => {
    const thrown = await thrownBy(run)
    expect(sqlState(thrown)).toMatch(/^(23505|22021)$/)
    const said = inspect(thrown, { depth: 9, showHidden: true })
    for (const secret of [hash, 'scrypt', ID, 'params', 'ana@example.com']) expect(said).not.toContain(secret)
    expect(said).toMatch(/duplicate key|invalid byte sequence/)
  })

  it('leaves no more in the log of a route', async () => {
    const GET = openRoute('broken', async () => {
      await run()
      return null
    })
    const response = await GET(new NextRequest('http://localhost:3000/api/broken'), { params: Promise.resolve({}) })
    expect(response.status).toBe(500)
    const line = lines.find(each => each.includes('"failure"')) ?? ''
    expect(JSON.parse(line).message).toMatch(/duplicate key|invalid byte sequence/)
    for (const secret of [hash, 'scrypt', ID, 'params', 'ana@example.com']) expect(line).not.toContain(secret)
  })
})

it('a duplicate is known as one, before and after', async () => {
  let inside: unknown
  const outside = await thrownBy(() =>
    transaction(async tx => {
      try {
        await tx.insert(people).values(row())
      } catch (thrown) {
        inside = thrown
        throw thrown
      }
    }),
  )
  expect([isDuplicate(inside), isDuplicate(outside)]).toEqual([true, true])
  const again = { email: 'ANA@example.com', name: 'A', role: 'rep' as const, passwordHash: hash }
  await expect(transaction(tx => insertPerson(tx, again))).rejects.toMatchObject({ fields: { email: 'taken' } })
})

it('a database that is away does not tell either what it was asked', async () => {
  const cause = Object.assign(new Error('gone'), { code: 'ECONNRESET' })
  const { DrizzleQueryError } = await import('drizzle-orm')
  const down = toStorageError(new DrizzleQueryError('select $1', [hash], cause))
  expect(down).toMatchObject({ code: 'STORAGE_DOWN', cause: { message: 'gone', code: 'ECONNRESET' } })
  expect(inspect(down, { depth: 9 })).not.toContain('scrypt')
})
