import 'server-only'
import { and, count, desc, eq, isNull } from 'drizzle-orm'
import { SECTIONS, type Section } from '@/lib/report/review/document'
import type { ShareSubject } from '@/lib/settings/share-link'
import { type Db, query } from './database'
import { hashSecret, newId } from './ids'
import { shares } from './reviews-schema'
import { people, tokens, workspaces } from './schema'
import { insertToken, isLive, type Token } from './tokens'

/** A link, with the token that is its credential. */
export interface ShareRow {
  id: string
  token: Token
  subject: ShareSubject
  sections: Section[]
  showsNumbers: boolean
  showsNames: boolean
  unfolds: boolean
  passphraseHash: string | null
  pausedAt: Date | null
}

/** What a link is made of. */
export type NewShareRow = Omit<ShareRow, 'id' | 'token' | 'pausedAt'> & {
  name: string
  createdBy: string
  expiresAt: Date | null
}

type Row = { share: typeof shares.$inferSelect; token: Token }

/** null for a row that names nothing that can be shown. */
function subjectOf({ reviewKey, revision, address }: Row['share']): ShareSubject | null {
  if (reviewKey !== null && revision !== null) return { kind: 'review', key: reviewKey, revision }
  return address === null ? null : { kind: 'view', address }
}

function toShare({ share, token }: Row): ShareRow | null {
  const { id, sections, showsNumbers, showsNames, unfolds, passphraseHash, pausedAt } = share
  const subject = subjectOf(share)
  const known = SECTIONS.filter(section => sections.includes(section))
  return subject && { id, token, subject, sections: known, showsNumbers, showsNames, unfolds, passphraseHash, pausedAt }
}

const rows = (db: Db) =>
  db.select({ share: shares, token: tokens }).from(shares).innerJoin(tokens, eq(tokens.id, shares.tokenId))

/** Makes a link together with its token. Its secret is in this answer and nowhere else. */
export async function insertShare(tx: Db, given: NewShareRow): Promise<{ id: string; secret: string }> {
  const { name, createdBy, expiresAt, subject, ...rest } = given
  const token = await insertToken(tx, { kind: 'share', name, scope: null, createdBy, expiresAt })
  const id = newId('shr')
  const what =
    subject.kind === 'review' ? { reviewKey: subject.key, revision: subject.revision } : { address: subject.address }
  await tx.insert(shares).values({ id, tokenId: token.id, ...what, ...rest })
  return { id, secret: token.secret }
}

/** The link of a secret with the revision of the workspace; null when it is unknown, revoked, too old or paused. */
export async function findLiveShare(secret: string): Promise<{ share: ShareRow; revision: number } | null> {
  const [row] = await query(db =>
    db
      .select({ share: shares, token: tokens, revision: workspaces.revision })
      .from(tokens)
      .innerJoin(shares, eq(shares.tokenId, tokens.id))
      .innerJoin(workspaces, eq(workspaces.id, 1))
      .where(
        and(eq(tokens.tokenHash, hashSecret(secret)), eq(tokens.kind, 'share'), isLive(), isNull(shares.pausedAt)),
      ),
  )
  const share = row && toShare(row)
  return share ? { share, revision: row.revision } : null
}

/** The links that are not revoked, the newest first, each with the name of who made it. */
export async function listShareRows(): Promise<{ share: ShareRow; createdBy: string | null }[]> {
  const found = await query(db =>
    db
      .select({ share: shares, token: tokens, createdBy: people.name })
      .from(shares)
      .innerJoin(tokens, eq(tokens.id, shares.tokenId))
      .leftJoin(people, eq(people.id, tokens.createdBy))
      .where(isNull(tokens.revokedAt))
      .orderBy(desc(tokens.createdAt), desc(shares.id)),
  )
  return found.flatMap(row => {
    const share = toShare(row)
    return share ? { share, createdBy: row.createdBy } : []
  })
}

/** How many links could be opened, if nobody paused them. */
export async function countLiveShares(tx: Db): Promise<number> {
  const [row] = await tx
    .select({ links: count() })
    .from(tokens)
    .where(and(eq(tokens.kind, 'share'), isLive()))
  return row?.links ?? 0
}

/** A link, for a change: no other transaction changes it until this one ends. null for none, and for a revoked one. */
export async function holdShare(tx: Db, id: string): Promise<ShareRow | null> {
  const [row] = await rows(tx)
    .where(and(eq(shares.id, id), isNull(tokens.revokedAt)))
    .for('update', { of: shares })
  return row ? toShare(row) : null
}

/** Pauses a link at an instant; null lets it open again. */
export async function setPaused(tx: Db, id: string, pausedAt: Date | null): Promise<void> {
  await tx.update(shares).set({ pausedAt }).where(eq(shares.id, id))
}

/** Changes what a link is called and until when it opens; what is undefined stays. */
export async function renewToken(
  tx: Db,
  tokenId: string,
  change: { name: string | undefined; expiresAt: Date | null | undefined },
): Promise<void> {
  await tx.update(tokens).set(change).where(eq(tokens.id, tokenId))
}

/** Ends a link for good and forgets what it showed; its token stays, revoked. */
export async function deleteShare(tx: Db, { id, token }: Pick<ShareRow, 'id' | 'token'>): Promise<void> {
  await tx.update(tokens).set({ revokedAt: new Date() }).where(eq(tokens.id, token.id))
  await tx.delete(shares).where(eq(shares.id, id))
}
