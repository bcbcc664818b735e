import 'server-only'
import { and, count, desc, eq, gt, isNull, ne, or } from 'drizzle-orm'
import type { Access } from '@/lib/server/access/access'
import { atRevision } from '@/lib/server/workspace'
import { type Db, query } from './database'
import { hashSecret, newId, newSecret } from './ids'
import { people, tokens, workspaces } from './schema'

export type Token = typeof tokens.$inferSelect

/** How exactly "last used" is kept, in milliseconds. */
const USED_EVERY = 60_000

/**
 * Makes a token. Its secret is in this answer and nowhere else: what is kept is its hash and its last four characters.
 *
 * @param given.expiresAt null for a token that does not expire by itself
 */
export async function insertToken(
  tx: Db,
  given: {
    kind: Token['kind']
    name: string
    scope: Token['scope']
    createdBy: string
    expiresAt: Date | null
  },
): Promise<{ id: string; secret: string }> {
  const secret = `cb_${newSecret()}`
  const id = newId('tok')
  await tx.insert(tokens).values({ id, ...given, tokenHash: hashSecret(secret), hint: secret.slice(-4) })
  return { id, secret }
}

/** Not revoked and not too old. */
export const isLive = () =>
  and(isNull(tokens.revokedAt), or(isNull(tokens.expiresAt), gt(tokens.expiresAt, new Date())))

/** Notes, to a minute, that a token was used just now. */
export async function noteTokenUse({ id, lastUsedAt }: Pick<Token, 'id' | 'lastUsedAt'>): Promise<void> {
  const now = new Date()
  if (now.getTime() - (lastUsedAt?.getTime() ?? 0) <= USED_EVERY) return
  await query(db => db.update(tokens).set({ lastUsedAt: now }).where(eq(tokens.id, id)))
}

/**
 * Who the bearer of a secret is; null when it is unknown, revoked or too old. The secret of a link is nobody's: it stands in
 * an address that goes from hand to hand, and opens that address alone (see `lib/server/shares/open.ts`).
 */
export async function findLiveToken(secret: string): Promise<Access | null> {
  const [row] = await query(db =>
    db
      .select({ token: tokens, revision: workspaces.revision })
      .from(tokens)
      .innerJoin(workspaces, eq(workspaces.id, 1))
      .where(and(eq(tokens.tokenHash, hashSecret(secret)), ne(tokens.kind, 'share'), isLive())),
  )
  if (!row) return null
  const { id, name, kind, scope } = row.token
  await atRevision(row.revision)
  await noteTokenUse(row.token)
  return kind === 'screen' ? { kind, id, name, reports: scope?.reports ?? [] } : { kind: 'api', id, name }
}

/** Tokens of one kind that are not revoked, the newest first, each with the name of who made it. */
export function listTokens(kind: Token['kind']): Promise<{ token: Token; createdBy: string | null }[]> {
  return query(db =>
    db
      .select({ token: tokens, createdBy: people.name })
      .from(tokens)
      .leftJoin(people, eq(people.id, tokens.createdBy))
      .where(and(eq(tokens.kind, kind), isNull(tokens.revokedAt)))
      .orderBy(desc(tokens.createdAt), desc(tokens.id)),
  )
}

/** How many tokens of one kind are not revoked. */
export async function countTokens(tx: Db, kind: Token['kind']): Promise<number> {
  const [row] = await tx
    .select({ tokens: count() })
    .from(tokens)
    .where(and(eq(tokens.kind, kind), isNull(tokens.revokedAt)))
  return row?.tokens ?? 0
}

/** Revokes a token at once. Answers it as it is now, or null when there was none to revoke. */
export async function revokeToken(tx: Db, id: string, kind: Token['kind']): Promise<Token | null> {
  const [row] = await tx
    .update(tokens)
    .set({ revokedAt: new Date() })
    .where(and(eq(tokens.id, id), eq(tokens.kind, kind), isNull(tokens.revokedAt)))
    .returning()
  return row ?? null
}
