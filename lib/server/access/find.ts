import 'server-only'
import { LRUCache } from 'lru-cache'
import { decode } from 'next-auth/jwt'
import { CallboardError } from '@/lib/errors'
import { findDatabase } from '@/lib/server/db/database'
import { findLiveSession, type LiveSession } from '@/lib/server/db/sessions'
import { findLiveToken } from '@/lib/server/db/tokens'
import { env } from '@/lib/server/env'
import { log } from '@/lib/server/log'
import { remember } from '@/lib/server/remember'
import { sessionCookie } from '@/lib/server/session-cookie'
import { countTokenUse } from '@/lib/server/tokens-rate'
import { atRevision } from '@/lib/server/workspace'
import type { Access, PersonAccess } from './access'
import { secretIn } from './secret'

/** The part of Next's cookies, in pages, routes and the proxy alike, that finding a session takes. */
export interface CookieReader {
  get(name: string): { value: string } | undefined
}

interface Ticket {
  sessionId: string
  /** Milliseconds since the epoch. */
  expires: number
}

/** Decrypting the same cookie for each request would cost more than answering from memory. */
const tickets = () => remember('tickets', () => new LRUCache<string, Ticket>({ max: 1000 }))

/** For how long of an outage of the database somebody may go on reading, in milliseconds. */
const TRUSTED_FOR = 24 * 3_600_000
/** How shortly before the outage they have to have been seen: whoever was sent away before was then told so already. */
const SEEN_WITHIN = 30 * 60_000
/** For how long a session is taken from memory where nothing was written meanwhile, so that "last seen" is kept, in milliseconds. */
const UNCHANGED_FOR = 60_000

interface Seen {
  live: LiveSession
  /** Milliseconds since the epoch. */
  at: number
  /** Of the database, when it was read. */
  writes: number | null
}

/** Since when the database does not answer, in milliseconds since the epoch; null while it does. */
const outage = () => remember<{ since: number | null }>('outage', () => ({ since: null }))

/** Who the latest sessions belonged to, for when the database is away. */
const lastSeen = () => remember('last seen', () => new LRUCache<string, Seen>({ max: 1000 }))

function lastKnown(sessionId: string): LiveSession | null {
  const now = Date.now()
  const since = outage().since ?? now
  outage().since = since
  const seen = lastSeen().get(sessionId)
  return seen && seen.at >= since - SEEN_WITHIN && now < since + TRUSTED_FOR ? seen.live : null
}

/** The session as read before, if this process alone writes to the database and has not written since. */
function unchanged(sessionId: string, writes: number | null): LiveSession | null {
  const seen = lastSeen().get(sessionId)
  if (!seen || writes === null || seen.writes !== writes) return null
  return Date.now() < seen.at + UNCHANGED_FOR ? seen.live : null
}

async function unseal(token: string): Promise<Ticket | null> {
  const known = tickets().get(token)
  if (known) return known
  const claims = await decode({ token, secret: env().NEXTAUTH_SECRET }).catch(() => null)
  if (typeof claims?.sid !== 'string' || typeof claims.exp !== 'number') return null
  const ticket = { sessionId: claims.sid, expires: claims.exp * 1000 }
  tickets().set(token, ticket)
  return ticket
}

/** The session that a cookie names, if it is ours and has time left: no more than that, since the database is not asked. */
export async function readTicket(cookies: CookieReader): Promise<Ticket | null> {
  const token = cookies.get(sessionCookie())?.value
  const ticket = token ? await unseal(token) : null
  return ticket && ticket.expires > Date.now() ? ticket : null
}

/** The session as the database has it now; while the database is away, for who only reads, as it had it last. */
async function lookUp(sessionId: string, isWriting: boolean): Promise<LiveSession | null> {
  const writes = findDatabase()?.writes() ?? null
  const same = unchanged(sessionId, writes)
  if (same) return same
  try {
    const live = await findLiveSession(sessionId)
    outage().since = null
    if (live) {
      await atRevision(live.revision)
      lastSeen().set(sessionId, { live, at: Date.now(), writes })
    } else lastSeen().delete(sessionId)
    return live
  } catch (thrown) {
    const isDown = thrown instanceof CallboardError && thrown.code === 'STORAGE_DOWN'
    const known = isDown && !isWriting && lastKnown(sessionId)
    if (!known) throw thrown
    log().warn({ event: 'session from memory', person: known.personId })
    return known
  }
}

function toAccess({ personId, revision: _, ...rest }: LiveSession): PersonAccess {
  return { kind: 'person', id: personId, ...rest }
}

/**
 * Who these cookies belong to, as of this request: a changed role counts at once, and an ended session or a removed
 * person is nobody.
 *
 * @param isWriting whether this is about to change something: what is only remembered of the person is then not enough
 * @returns null for no session, a forged or expired one, or one that has ended
 * @throws CallboardError STORAGE_DOWN when the database is away and this session was not seen shortly before
 */
export async function findAccess(cookies: CookieReader, isWriting = false): Promise<PersonAccess | null> {
  const ticket = await readTicket(cookies)
  const live = ticket && (await lookUp(ticket.sessionId, isWriting))
  return live && toAccess(live)
}

/**
 * Who a request comes from: the bearer of a token when it shows one, else the person of its session.
 *
 * @throws CallboardError NOT_SIGNED_IN, STORAGE_DOWN, TOO_MANY_ATTEMPTS for a token that asks too often
 */
export async function requireCaller(cookies: CookieReader, headers: Headers, isWriting = false): Promise<Access> {
  const secret = secretIn(headers)
  // A token that is no good never falls back on a cookie: the caller meant to be the token's bearer.
  const access = secret === null ? await findAccess(cookies, isWriting) : await findLiveToken(secret)
  if (!access) throw new CallboardError('NOT_SIGNED_IN', 'no valid session or token')
  if (access.kind === 'api') await countTokenUse(access.id)
  return access
}
