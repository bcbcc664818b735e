import 'server-only'
import { eq } from 'drizzle-orm'
import { encode } from 'next-auth/jwt'
import { afterAll, afterEach, beforeAll, beforeEach, vi } from 'vitest'
import type { Role } from '@/lib/permissions'
import { installDatabase, query, transaction } from '@/lib/server/db/database'
import { insertPerson, type Person } from '@/lib/server/db/people'
import { people } from '@/lib/server/db/schema'
import { startSession } from '@/lib/server/db/sessions'
import { insertToken } from '@/lib/server/db/tokens'
import { forgetAll } from '@/lib/server/remember'
import { setTestEnv, TEST_ENV, withTestDatabase } from '@/lib/server/test-kit'
import { refreshWorkspace } from '@/lib/server/workspace'

export const NOT_SIGNED_IN = { code: 'NOT_SIGNED_IN', status: 401 }

/** The cookies of a request with this session token. */
export const jar = (token: string | undefined) => ({
  get: (name: string) => (token !== undefined && name === 'next-auth.session-token' ? { value: token } : undefined),
})

export const headers = (authorization?: string) => new Headers(authorization === undefined ? {} : { authorization })

/** A database with a rep, Inès, who has a new session (`sessionId`) before each test of the file. */
export function withInes() {
  const database = withTestDatabase()
  let person: Person
  let sessionId: string

  /** Starts another session of hers. Answers its id. */
  function start(seconds = 3600): Promise<string> {
    return startSession({ personId: person.id, provider: 'credentials', userAgent: null, address: null, seconds })
  }
  function setPerson(change: { role?: Role; removedAt?: Date | null }): Promise<unknown> {
    return query(db => db.update(people).set(change).where(eq(people.id, person.id)))
  }

  beforeAll(async () => {
    const given = { email: 'Ines@Example.com', name: 'Inès', role: 'rep' as const, passwordHash: null }
    person = await transaction(tx => insertPerson(tx, { ...given, alloUserId: 'usr-ines' }))
  })
  beforeEach(async () => {
    setTestEnv()
    installDatabase(database())
    await refreshWorkspace()
    await setPerson({ role: 'rep', removedAt: null })
    sessionId = await start()
  })
  afterEach(() => {
    vi.useRealTimers()
  })
  afterAll(forgetAll)

  return {
    database,
    id: () => person.id,
    sessionId: () => sessionId,
    start,
    setPerson,
    /** The cookie of a session, as next-auth seals it. */
    seal(sid: string, { secret = TEST_ENV.NEXTAUTH_SECRET, seconds = 3600 } = {}): Promise<string> {
      return encode({ token: { sub: person.id, sid }, secret, maxAge: seconds })
    },
    makeToken(given: Partial<Parameters<typeof insertToken>[1]> = {}): Promise<{ id: string; secret: string }> {
      const api = { kind: 'api' as const, name: 'warehouse', scope: null, createdBy: person.id, expiresAt: null }
      return transaction(tx => insertToken(tx, { ...api, ...given }))
    },
  }
}
