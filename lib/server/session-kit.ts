import 'server-only'
import { encode } from 'next-auth/jwt'
import type { Person } from './db/people'
import { startSession } from './db/sessions'
import { TEST_ENV } from './test-kit'

/** Starts a session of somebody, for an hour. Answers the value of its cookie, as next-auth seals it. */
export async function sealedSession({ id }: Pick<Person, 'id'>): Promise<string> {
  const start = { personId: id, provider: 'credentials', userAgent: null, address: null, seconds: 3600 }
  const sid = await startSession(start)
  return encode({ token: { sub: id, sid }, secret: TEST_ENV.NEXTAUTH_SECRET, maxAge: 3600 })
}
