import 'server-only'
import { NextRequest } from 'next/server'
import { afterEach, beforeEach, vi } from 'vitest'
import type { Role } from '@/lib/permissions'
import type { PersonAccess } from '@/lib/server/access/access'
import { installDatabase, query, transaction } from '@/lib/server/db/database'
import { insertPerson } from '@/lib/server/db/people'
import { audit, people, tokens } from '@/lib/server/db/schema'
import { pairings, screenImages, screens } from '@/lib/server/db/screens-schema'
import { sealedSession } from '@/lib/server/session-kit'
import { ADMIN, setTestEnv, TEST_ENV, withTestDatabase } from '@/lib/server/test-kit'
import { refreshWorkspace } from '@/lib/server/workspace'
import { firstShow } from '@/lib/tv/show'
import { changeScreen, getScreen } from './fleet'
import type { ScreenChange } from './input'
import { beginPairing, pairScreen } from './pairing'
import { revisionOf } from './revision'

export const NOWHERE = { address: null, userAgent: null, requestId: 'req_screens' }

/** The cookies of a request. */
export const jar = (cookies: Record<string, string>) => ({
  get: (name: string) => (cookies[name] === undefined ? undefined : { value: cookies[name] }),
})

/** A screen's cookie as it comes back, http and no prefix. */
export const held = (secret: string) => jar({ 'callboard-screen': secret })

/** The headers of a request with a bearer's secret, or without. */
export const bearing = (secret?: string) =>
  new Headers(secret === undefined ? {} : { authorization: `Bearer ${secret}` })

/** The secret in a Set-Cookie header. */
export const secretOf = (setCookie: string | null) => /^callboard-screen=(cb_[\w-]{43});/.exec(setCookie ?? '')?.[1]

export const NEW = { name: 'Floor left', place: 'Paris, 2nd floor', show: firstShow('fr'), hasSound: false }

export const BEAT = {
  version: 'v1',
  revision: 'r1',
  panel: 'week',
  width: 1920,
  height: 1080,
  mode: 'live' as const,
  errors: [],
}

/** An empty fleet before each test, and a manager. */
export function withFleet() {
  const database = withTestDatabase()
  let manager: PersonAccess

  async function join(role: Role): Promise<{ access: PersonAccess; cookie: string }> {
    const given = { email: `${role}@example.com`, name: `Some ${role}`, role, passwordHash: null }
    const person = await transaction(tx => insertPerson(tx, given))
    const access = { ...ADMIN, id: person.id, email: person.email, name: person.name, role }
    return { access, cookie: `next-auth.session-token=${await sealedSession(person)}` }
  }

  beforeEach(async () => {
    setTestEnv()
    installDatabase(database())
    await refreshWorkspace()
    for (const table of [screens, tokens, pairings, screenImages, audit, people]) await query(db => db.delete(table))
    manager = (await join('manager')).access
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  return {
    database,
    manager: () => manager,
    /** Has a manager change a screen, knowing it as it is. */
    async change(id: string, what: Omit<ScreenChange, 'revision'>): Promise<void> {
      const revision = revisionOf(await query(db => getScreen(manager, db, id)))
      await changeScreen(manager, id, { ...what, revision }, NOWHERE)
    },
    join,
    /** Pairs a waiting browser. Answers its secret and the screen's id. */
    async pair(change: Partial<typeof NEW> = {}): Promise<{ id: string; secret: string }> {
      const { secret, code } = await beginPairing(null, NOWHERE)
      const { id } = await pairScreen(manager, { ...NEW, ...change, code }, NOWHERE)
      return { id, secret }
    },
    /** Moves the clock. */
    later(milliseconds: number): void {
      vi.useFakeTimers({ now: Date.now() + milliseconds, toFake: ['Date'] })
    },
  }
}

type Handler<P> = (request: NextRequest, context: { params: Promise<P> }) => Promise<Response>

/** Asks a route as a page of ours would. */
export function askRoute<P extends object>(
  handler: Handler<P>,
  params: P,
  { method = 'GET', body, headers = {} }: { method?: string; body?: unknown; headers?: Record<string, string> } = {},
): Promise<Response> {
  const raw = body instanceof Uint8Array
  const request = new NextRequest('http://localhost:3000/api/x', {
    method,
    body: body === undefined ? undefined : raw ? Buffer.from(body) : JSON.stringify(body),
    headers: { origin: TEST_ENV.NEXTAUTH_URL, ...(!raw && { 'content-type': 'application/json' }), ...headers },
  })
  return handler(request, { params: Promise.resolve(params) })
}
