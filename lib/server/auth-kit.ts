import 'server-only'
import { randomBytes, scryptSync } from 'node:crypto'
import { asc } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, vi } from 'vitest'
import type { Role } from '@/lib/permissions'
import type { PersonAccess } from './access/access'
import type { Origin } from './audit'
import { type Database, installDatabase, query, transaction } from './db/database'
import { insertPerson, type Person } from './db/people'
import { markRemoved } from './db/people-changes'
import { audit, links, people } from './db/schema'
import { replace } from './remember'
import { openTestDatabase, setTestEnv } from './test-kit'
import { refreshWorkspace } from './workspace'

export const ORIGIN: Origin = { address: '203.0.113.7', userAgent: 'a browser', requestId: 'req_test' }

/** A database for the tests of a file; each test starts with nobody in it, and with the singletons and limits afresh. */
export function useDatabase(): void {
  let database: Database
  beforeAll(async () => {
    setTestEnv()
    database = await openTestDatabase()
  })
  beforeEach(() => restart(database))
  afterAll(() => database.close())
}

async function restart(database: Database): Promise<void> {
  vi.unstubAllEnvs()
  setTestEnv()
  installDatabase(database)
  await query(db => db.delete(links))
  await query(db => db.delete(people))
  await query(db => db.delete(audit))
  await refreshWorkspace()
}

/** Changes the environment and keeps the database and everything else. */
export function changeEnv(values: Record<string, string>): void {
  for (const [name, value] of Object.entries(values)) vi.stubEnv(name, value)
  replace('env', undefined)
}

/** A password's hash of little cost: tests make many. It is outdated, and made anew at the first sign-in. */
export function cheapHash(password: string): string {
  const salt = randomBytes(16)
  const key = scryptSync(password, salt, 32, { N: 1024, r: 8, p: 1 })
  const text = (bytes: Buffer) => bytes.toString('base64').replaceAll('=', '')
  return `$scrypt$ln=10,r=8,p=1$${text(salt)}$${text(key)}`
}

/** Somebody with an account, and a password where one is given. */
export function person(email: string, role: Role = 'viewer', password: string | null = null): Promise<Person> {
  const passwordHash = password === null ? null : cheapHash(password)
  return transaction(tx => insertPerson(tx, { email, name: email.split('@')[0] ?? email, role, passwordHash }))
}

/** Removes somebody, as an administrator would. */
export function remove(someone: Pick<Person, 'id' | 'email'>): Promise<void> {
  return transaction(tx => markRemoved(tx, someone))
}

/** What somebody's requests carry. */
export function accessOf({ id, email, name, role, alloUserId }: Person, sessionId = 'ses_test'): PersonAccess {
  return { kind: 'person', id, email, name, role, alloUserId, sessionId }
}

/** The audit log's lines, oldest first: `actor action target`. */
export async function told(): Promise<string[]> {
  const rows = await query(db => db.select().from(audit).orderBy(asc(audit.id)))
  return rows.map(row => [row.actorName ?? row.actorKind, row.action, row.target].filter(Boolean).join(' '))
}
