import 'server-only'
import { and, eq, gt, lte, or } from 'drizzle-orm'
import { type Db, query } from './database'
import { tokens } from './schema'
import { pairings } from './screens-schema'

/** The code on a waiting screen, and until when it is good. */
export interface PairingRow {
  code: string
  expiresAt: Date
}

/** What is known of a secret: whether a token has or had it, and the pairing that waits with it. */
export async function findPairing(secretHash: string): Promise<{ isTaken: boolean; pairing: PairingRow | null }> {
  return query(async db => {
    const [taken] = await db
      .select({ id: tokens.id })
      .from(tokens)
      .where(or(eq(tokens.tokenHash, secretHash), eq(tokens.previousHash, secretHash)))
    const [pairing] = await db
      .select({ code: pairings.code, expiresAt: pairings.expiresAt })
      .from(pairings)
      .where(eq(pairings.secretHash, secretHash))
    return { isTaken: taken !== undefined, pairing: pairing ?? null }
  })
}

/** Puts a code on a waiting screen in place of the one it had. Answers false when the code is on another one. */
export async function putPairing(secretHash: string, { code, expiresAt }: PairingRow): Promise<boolean> {
  return query(async db => {
    const [other] = await db.select({ code: pairings.code }).from(pairings).where(eq(pairings.code, code))
    if (other) return false
    const given = { code, expiresAt, createdAt: new Date() }
    await db
      .insert(pairings)
      .values({ secretHash, ...given })
      .onConflictDoUpdate({ target: pairings.secretHash, set: given })
    return true
  })
}

/** Uses a code up. Answers the hash of the secret that waits with it, or why there is none. */
export async function takePairing(tx: Db, code: string): Promise<{ secretHash: string } | 'unknown' | 'expired'> {
  const now = new Date()
  const [taken] = await tx
    .delete(pairings)
    .where(and(eq(pairings.code, code), gt(pairings.expiresAt, now)))
    .returning({ secretHash: pairings.secretHash })
  if (taken) return taken
  const [old] = await tx.select({ code: pairings.code }).from(pairings).where(eq(pairings.code, code))
  return old ? 'expired' : 'unknown'
}

/** Drops codes that expired before an instant. Answers how many. */
export async function dropPairingsBefore(instant: Date): Promise<number> {
  const rows = await query(db =>
    db.delete(pairings).where(lte(pairings.expiresAt, instant)).returning({ code: pairings.code }),
  )
  return rows.length
}
