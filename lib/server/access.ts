import 'server-only'
import { LRUCache } from 'lru-cache'
import { decode } from 'next-auth/jwt'
import { CallboardError } from '@/lib/errors'
import { findAccount } from './accounts'
import { sessionCookie } from './auth'
import { env } from './env'
import { remember } from './remember'

/** Who is asking, and what they may see. */
export interface Access {
  kind: 'person'
  id: string
  email: string
  name: string
  role: 'admin'
}

/** The part of Next's cookies, in pages, routes and the proxy alike, that finding a session takes. */
export interface CookieReader {
  get(name: string): { value: string } | undefined
}

interface Session {
  id: string
  stamp: string
  /** Milliseconds since the epoch. */
  expires: number
}

/** Decrypting the same cookie for each request would cost more than answering from memory. */
const sessions = () => remember('sessions', () => new LRUCache<string, Session>({ max: 1000 }))

async function readSession(token: string): Promise<Session | null> {
  const known = sessions().get(token)
  if (known) return known
  const claims = await decode({ token, secret: env().NEXTAUTH_SECRET }).catch(() => null)
  if (!claims?.sub || typeof claims.stamp !== 'string' || typeof claims.exp !== 'number') return null
  const session = { id: claims.sub, stamp: claims.stamp, expires: claims.exp * 1000 }
  sessions().set(token, session)
  return session
}

/** Who these cookies belong to; null for no session, a forged or expired one, or one whose account is gone or changed. */
export async function findAccess(cookies: CookieReader): Promise<Access | null> {
  const token = cookies.get(sessionCookie())?.value
  const session = token ? await readSession(token) : null
  if (!session || session.expires <= Date.now()) return null
  const account = findAccount(session.id, session.stamp)
  return account && { kind: 'person', id: account.id, email: account.email, name: account.name, role: 'admin' }
}

/**
 * Who is asking. Pages call it without an argument, routes with the request's cookies.
 *
 * @throws CallboardError NOT_SIGNED_IN
 */
export async function requireAccess(cookies?: CookieReader): Promise<Access> {
  const access = await findAccess(cookies ?? (await pageCookies()))
  if (!access) throw new CallboardError('NOT_SIGNED_IN', 'no valid session')
  return access
}

async function pageCookies(): Promise<CookieReader> {
  const { cookies } = await import('next/headers')
  return cookies()
}

/**
 * The scope check behind every door. Administrators see the whole team; a kind of access with less is refused here,
 * where the data is read.
 *
 * @throws CallboardError FORBIDDEN
 */
export function assertMaySeeTeam(access: Access): void {
  if (access.role !== 'admin') throw new CallboardError('FORBIDDEN', 'the whole team is out of this access')
}
