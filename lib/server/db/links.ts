import 'server-only'
import { and, desc, eq, gt, inArray, isNull, lt, or } from 'drizzle-orm'
import type { Role } from '@/lib/permissions'
import { type Db, query } from './database'
import { hashSecret, newId, newSecret } from './ids'
import { links, people } from './schema'

export type Link = typeof links.$inferSelect
type Kind = Link['kind']

export interface NewLink {
  kind: Kind
  email: string
  /** Of an invitation. */
  role: Role | null
  /** Of a reset. */
  personId: string | null
  /** The administrator; null for a link that somebody asked for themselves. */
  createdBy: string | null
  seconds: number
}

/** Not used, not revoked, not too old, and not made by somebody who is no administrator any more. */
function isOpen(db: Db) {
  const administrators = db
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.role, 'admin'), isNull(people.removedAt)))
  return and(
    isNull(links.usedAt),
    isNull(links.revokedAt),
    gt(links.expiresAt, new Date()),
    or(isNull(links.createdBy), inArray(links.createdBy, administrators)),
  )
}

/** Makes a link in the place of those of its kind that are open for the address. Its secret is in this answer and nowhere else. */
export async function insertLink(tx: Db, { seconds, ...given }: NewLink): Promise<{ link: Link; secret: string }> {
  const secret = newSecret()
  await revokeLinks(tx, given.kind, given.email)
  const createdAt = new Date()
  const expiresAt = new Date(createdAt.getTime() + seconds * 1000)
  const row = { id: newId('lnk'), ...given, tokenHash: hashSecret(secret), createdAt, expiresAt }
  await tx.insert(links).values(row)
  return { link: { ...row, usedAt: null, revokedAt: null }, secret }
}

/** The open link of a secret with the name of who made it; null when it is unknown, used, revoked or too old. */
export async function findOpenLink(
  kind: Kind,
  secret: string,
): Promise<{ link: Link; createdByName: string | null } | null> {
  const [row] = await query(db =>
    db
      .select({ link: links, createdByName: people.name })
      .from(links)
      .leftJoin(people, eq(people.id, links.createdBy))
      .where(and(eq(links.kind, kind), eq(links.tokenHash, hashSecret(secret)), isOpen(db))),
  )
  return row ?? null
}

/** Uses a link up, once: of two who come with the same secret, one gets it and the other null. */
export async function spendLink(tx: Db, kind: Kind, secret: string): Promise<Link | null> {
  const [link] = await tx
    .update(links)
    .set({ usedAt: new Date() })
    .where(and(eq(links.kind, kind), eq(links.tokenHash, hashSecret(secret)), isOpen(tx)))
    .returning()
  return link ?? null
}

/** Uses up the open invitation to this address, for somebody who proves the address in another way; null when there is none. */
export async function spendInvitationTo(tx: Db, email: string): Promise<Link | null> {
  const [link] = await tx
    .update(links)
    .set({ usedAt: new Date() })
    .where(and(eq(links.kind, 'invitation'), eq(links.email, email), isOpen(tx)))
    .returning()
  return link ?? null
}

/** Invitations that wait to be used, the newest first. */
export function listOpenInvitations(): Promise<Link[]> {
  return query(db =>
    db
      .select()
      .from(links)
      .where(and(eq(links.kind, 'invitation'), isOpen(db)))
      .orderBy(desc(links.createdAt)),
  )
}

/** Revokes an invitation at once. Answers it as it was, or null when there was none to revoke. */
export async function revokeInvitationLink(tx: Db, id: string): Promise<Link | null> {
  const [link] = await tx
    .update(links)
    .set({ revokedAt: new Date() })
    .where(and(eq(links.id, id), eq(links.kind, 'invitation'), isOpen(tx)))
    .returning()
  return link ?? null
}

/** Revokes every link of a kind for an address, also those that would open again once their maker is an administrator again. */
export async function revokeLinks(tx: Db, kind: Kind, email: string): Promise<void> {
  await tx
    .update(links)
    .set({ revokedAt: new Date() })
    .where(and(eq(links.kind, kind), eq(links.email, email), isNull(links.usedAt), isNull(links.revokedAt)))
}

/** Deletes links that opened nothing any more at a moment, whatever became of them. Answers how many. */
export async function dropLinksBefore(moment: Date): Promise<number> {
  const dropped = await query(db => db.delete(links).where(lt(links.expiresAt, moment)).returning({ id: links.id }))
  return dropped.length
}
