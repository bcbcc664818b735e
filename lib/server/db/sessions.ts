import 'server-only'
import { and, desc, eq, gt, isNull, lt, ne, or, sql } from 'drizzle-orm'
import type { Role } from '@/lib/permissions'
import { type Db, query } from './database'
import { newId } from './ids'
import { people, sessions, workspaces } from './schema'

export type Session = typeof sessions.$inferSelect

/** How exactly "last seen" is kept, in milliseconds: often enough to be of use, seldom enough to cost nothing. */
const SEEN_EVERY = 5 * 60_000

export interface NewSession {
  personId: string
  provider: string
  userAgent: string | null
  address: string | null
  /** How long it lasts. */
  seconds: number
}

/** Starts a session and answers its id. */
export async function startSession(start: NewSession, tx?: Db): Promise<string> {
  const { seconds, ...facts } = start
  const id = newId('ses')
  const expiresAt = new Date(Date.now() + seconds * 1000)
  const insert = (db: Db) => db.insert(sessions).values({ id, ...facts, expiresAt })
  await (tx ? insert(tx) : query(insert))
  return id
}

/** Whom a session belongs to, as of now, and the workspace's revision: all that a request needs, by one question. */
export interface LiveSession {
  sessionId: string
  personId: string
  email: string
  name: string
  role: Role
  alloUserId: string | null
  revision: number
}

/** The session with this id, if it has neither ended nor expired and its person is still there. */
export async function findLiveSession(id: string): Promise<LiveSession | null> {
  const now = new Date()
  const [row] = await query(db =>
    db
      .select({
        sessionId: sessions.id,
        lastSeenAt: sessions.lastSeenAt,
        personId: people.id,
        email: people.email,
        name: people.name,
        role: people.role,
        alloUserId: people.alloUserId,
        revision: workspaces.revision,
      })
      .from(sessions)
      .innerJoin(people, eq(people.id, sessions.personId))
      .innerJoin(workspaces, eq(workspaces.id, 1))
      .where(and(eq(sessions.id, id), isNull(sessions.endedAt), gt(sessions.expiresAt, now), isNull(people.removedAt))),
  )
  if (!row) return null
  const { lastSeenAt, ...live } = row
  if (now.getTime() - lastSeenAt.getTime() > SEEN_EVERY) {
    await query(db => db.update(sessions).set({ lastSeenAt: now }).where(eq(sessions.id, id)))
  }
  return live
}

/** A person's sessions that stand, the latest first. */
export function listSessions(personId: string): Promise<Session[]> {
  return query(db =>
    db
      .select()
      .from(sessions)
      .where(and(eq(sessions.personId, personId), isNull(sessions.endedAt), gt(sessions.expiresAt, sql`now()`)))
      .orderBy(desc(sessions.lastSeenAt)),
  )
}

/** Ends one session of a person. Answers whether there was one to end. */
export async function endSession(personId: string, id: string, tx?: Db): Promise<boolean> {
  const end = (db: Db) =>
    db
      .update(sessions)
      .set({ endedAt: new Date() })
      .where(and(eq(sessions.id, id), eq(sessions.personId, personId), isNull(sessions.endedAt)))
      .returning({ id: sessions.id })
  const ended = await (tx ? end(tx) : query(end))
  return ended.length > 0
}

/** Ends all sessions of a person, or all but one. Answers how many of them still stood. */
export async function endSessions(personId: string, except: string | null = null, tx?: Db): Promise<number> {
  const end = (db: Db) =>
    db
      .update(sessions)
      .set({ endedAt: new Date() })
      .where(
        and(
          eq(sessions.personId, personId),
          isNull(sessions.endedAt),
          gt(sessions.expiresAt, sql`now()`),
          except === null ? undefined : ne(sessions.id, except),
        ),
      )
      .returning({ id: sessions.id })
  const ended = await (tx ? end(tx) : query(end))
  return ended.length
}

/** When somebody was last seen, and how many sessions of theirs stand. */
export interface SessionCount {
  personId: string
  lastSeenAt: Date
  live: number
}

/** Of everybody who ever signed in. */
export function countSessions(): Promise<SessionCount[]> {
  const stands = sql`${sessions.endedAt} is null and ${sessions.expiresAt} > now()`
  return query(db =>
    db
      .select({
        personId: sessions.personId,
        lastSeenAt: sql`max(${sessions.lastSeenAt})`.mapWith(sessions.lastSeenAt),
        live: sql`count(*) filter (where ${stands})`.mapWith(Number),
      })
      .from(sessions)
      .groupBy(sessions.personId),
  )
}

/** Deletes sessions that expired or ended before a moment. Answers how many. */
export async function dropSessionsBefore(moment: Date): Promise<number> {
  const dropped = await query(db =>
    db
      .delete(sessions)
      .where(or(lt(sessions.expiresAt, moment), lt(sessions.endedAt, moment)))
      .returning({ id: sessions.id }),
  )
  return dropped.length
}
