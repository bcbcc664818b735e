import 'server-only'
import { NextRequest } from 'next/server'
import { afterEach, beforeAll, beforeEach } from 'vitest'
import { installDatabase, transaction } from './db/database'
import { insertPerson, type Person } from './db/people'
import { createLog } from './log'
import { remember } from './remember'
import { getReportReply } from './reports'
import { route } from './route'
import { readStrictView } from './search-params'
import { sealedSession } from './session-kit'
import { setTestEnv, TEST_ENV, withTestDatabase } from './test-kit'

interface Question {
  search?: string
  method?: string
  headers?: Record<string, string>
  body?: string
  /** The cookie of the session that comes along. */
  session?: string | null
}

/** A route that reads. */
export const report = route('reports', 'reports.read', ({ access, search, call }) =>
  getReportReply(access, 'outbound', readStrictView(search).report, call),
)

/** A simulator, as far as it matters here. */
interface Allo {
  url: string
  stop(): Promise<unknown>
}

/** Before each test: a simulator made by `startAllo`, a log that is kept (`lines`), and an administrator signed in. */
export function withRoutes<A extends Allo>(startAllo: () => Promise<A>) {
  const database = withTestDatabase()
  let simulator: A
  let admin: Person
  let cookie: string
  const lines: string[] = []

  /** Makes the environment anew; the database lives as long as the file. */
  function startAfresh(): void {
    setTestEnv({ ALLO_BASE_URL: simulator.url })
    installDatabase(database())
  }

  beforeAll(async () => {
    const given = { email: TEST_ENV.CALLBOARD_ADMIN_EMAIL, name: 'Ana', role: 'admin' as const, passwordHash: null }
    admin = await transaction(tx => insertPerson(tx, given))
  })
  beforeEach(async () => {
    simulator = await startAllo()
    startAfresh()
    lines.length = 0
    const secrets = [TEST_ENV.ALLO_API_KEY, TEST_ENV.NEXTAUTH_SECRET, TEST_ENV.CALLBOARD_ADMIN_PASSWORD]
    remember('log', () => createLog('debug', secrets, { write: line => void lines.push(line) }))
    cookie = await sealedSession(admin)
  })
  afterEach(() => simulator.stop())

  return {
    lines,
    startAfresh,
    simulator: () => simulator,
    admin: () => admin,
    /** Asks a route as a browser would, signed in unless told otherwise. */
    ask<P>(handler: ReturnType<typeof route<P>>, params: P, question: Question = {}): Promise<Response> {
      const { search = '', method = 'GET', headers = {}, body, session = cookie } = question
      const request = new NextRequest(`http://localhost:3000/api/x${search}`, {
        method,
        body,
        headers: { ...headers, ...(session !== null && { cookie: `next-auth.session-token=${session}` }) },
      })
      return handler(request, { params: Promise.resolve(params) })
    },
  }
}
