import 'server-only'
import { and, asc, count, eq, isNull, or, sql } from 'drizzle-orm'
import { firstShow, type Show, showSchema } from '@/lib/tv/show'
import { type Beat, beatSchema } from '@/lib/tv/wire'
import { type Db, query } from './database'
import { tokens, workspaces } from './schema'
import { screens } from './screens-schema'

/** A screen that is paired and not revoked. */
export interface ScreenRow {
  /** Of its token too, so that the log knows it by one name. */
  id: string
  name: string
  /** Where it hangs. */
  place: string
  show: Show
  hasSound: boolean
  createdAt: Date
  /** Its last heartbeat. */
  seenAt: Date | null
  /** What it said of itself then. */
  reported: Beat | null
  /** When it was last asked to load anew, and to blink. */
  reloadAt: Date | null
  blinkAt: Date | null
  /** What it may read, as canonical search strings of outbound reports. */
  reports: string[]
}

/** How a screen proves who it is. `rotatedAt: null` for a secret that stands in an address or in a player's settings. */
export type ScreenCredential = Pick<typeof tokens.$inferSelect, 'tokenHash' | 'previousHash' | 'rotatedAt'>

type Row = { screen: typeof screens.$inferSelect; token: typeof tokens.$inferSelect }

/** What is kept was checked when it was written; a version of ours that no longer understands it shows the first show. */
function toScreen({ screen, token }: Row): ScreenRow {
  const { tokenId: _, show, reported, ...rest } = screen
  return {
    ...rest,
    show: showSchema.safeParse(show).data ?? firstShow('en'),
    reported: beatSchema.safeParse(reported).data ?? null,
    reports: token.scope?.reports ?? [],
  }
}

const isLive = and(eq(tokens.kind, 'screen'), isNull(tokens.revokedAt))

const live = (db: Db) =>
  db.select({ screen: screens, token: tokens }).from(screens).innerJoin(tokens, eq(tokens.id, screens.tokenId))

/** Makes a screen together with its token, which has the same id. The secret is only known by its hash. */
export async function insertScreen(
  tx: Db,
  given: Pick<ScreenRow, 'id' | 'name' | 'place' | 'show' | 'hasSound' | 'reports'> & {
    tokenHash: string
    rotatedAt: Date | null
    createdBy: string
  },
): Promise<void> {
  const { id, name, place, show, hasSound, reports, tokenHash, rotatedAt, createdBy } = given
  // Nobody sees the secret of a screen again, so there is nothing to tell it by.
  const token = { id, kind: 'screen' as const, name, tokenHash, rotatedAt, createdBy, hint: '', scope: { reports } }
  await tx.insert(tokens).values(token)
  await tx.insert(screens).values({ id, tokenId: id, name, place, show, hasSound })
}

/** The screens that are not revoked, by place and name. */
export async function listScreenRows(): Promise<ScreenRow[]> {
  const rows = await query(db => live(db).where(isLive).orderBy(asc(screens.place), asc(screens.name), asc(screens.id)))
  return rows.map(toScreen)
}

/** One of them; null for none, and for a revoked one. */
export async function findScreenRow(db: Db, id: string): Promise<ScreenRow | null> {
  const [row] = await live(db).where(and(eq(screens.id, id), isLive))
  return row ? toScreen(row) : null
}

/** One of them, for a change: no other transaction changes it until this one ends. null for none, and for a revoked one. */
export async function holdScreenRow(tx: Db, id: string): Promise<ScreenRow | null> {
  const [row] = await live(tx)
    .where(and(eq(screens.id, id), isLive))
    .for('update', { of: screens })
  return row ? toScreen(row) : null
}

/** The screen whose secret, or the one before it, has this hash, with the revision of the workspace; null for none. */
export async function findScreenByHash(
  hash: string,
): Promise<{ screen: ScreenRow; credential: ScreenCredential; revision: number } | null> {
  const [row] = await query(db =>
    db
      .select({ screen: screens, token: tokens, revision: workspaces.revision })
      .from(tokens)
      .innerJoin(screens, eq(screens.tokenId, tokens.id))
      .innerJoin(workspaces, eq(workspaces.id, 1))
      .where(and(or(eq(tokens.tokenHash, hash), eq(tokens.previousHash, hash)), isLive)),
  )
  if (!row) return null
  const { tokenHash, previousHash, rotatedAt } = row.token
  return { screen: toScreen(row), credential: { tokenHash, previousHash, rotatedAt }, revision: row.revision }
}

/** How many screens are not revoked. */
export async function countScreens(tx: Db): Promise<number> {
  const [row] = await tx.select({ screens: count() }).from(tokens).where(isLive)
  return row?.screens ?? 0
}

/** Changes name, place, and what a screen shows and may read. */
export async function updateScreen(
  tx: Db,
  id: string,
  { name, place, show, reports }: Pick<ScreenRow, 'name' | 'place' | 'show' | 'reports'>,
): Promise<void> {
  await tx.update(screens).set({ name, place, show }).where(eq(screens.id, id))
  await tx.update(tokens).set({ name, scope: { reports } }).where(eq(tokens.id, id))
}

/** Forgets a screen and what it told of itself; its token stays, revoked. */
export async function deleteScreen(tx: Db, id: string): Promise<void> {
  await tx.update(tokens).set({ revokedAt: new Date() }).where(eq(tokens.id, id))
  await tx.delete(screens).where(eq(screens.id, id))
}

/** Notes a heartbeat. */
export async function noteBeat(id: string, reported: Beat): Promise<void> {
  await query(db => db.update(screens).set({ seenAt: new Date(), reported }).where(eq(screens.id, id)))
}

/** Notes that a screen is asked to do something now. */
export async function setCommand(tx: Db, id: string, command: 'reload' | 'blink'): Promise<void> {
  const at = new Date()
  await tx
    .update(screens)
    .set(command === 'reload' ? { reloadAt: at } : { blinkAt: at })
    .where(eq(screens.id, id))
}

/**
 * Gives a screen a new secret; the one it showed stays good beside it. Answers false when another request was first.
 *
 * @param from the credential as it was read
 * @param hashes of the new secret, and of the one that the screen showed
 */
export async function rotateHash(
  id: string,
  from: ScreenCredential,
  hashes: { tokenHash: string; previousHash: string },
): Promise<boolean> {
  const rows = await query(db =>
    db
      .update(tokens)
      .set({ ...hashes, rotatedAt: new Date() })
      .where(and(eq(tokens.id, id), eq(tokens.tokenHash, from.tokenHash)))
      .returning({ id: tokens.id }),
  )
  return rows.length > 0
}

/** Ends the secret before the present one. */
export async function dropPreviousHash(id: string, from: ScreenCredential): Promise<void> {
  await query(db =>
    db
      .update(tokens)
      .set({ previousHash: null })
      .where(and(eq(tokens.id, id), eq(tokens.tokenHash, from.tokenHash))),
  )
}

/** What there is to notice of each screen: another text when its show, its sound or its commands have changed. By id. */
export async function readRevisions(): Promise<Map<string, string>> {
  const rows = await query(db =>
    db
      .select({
        id: screens.id,
        revision: sql<string>`md5(concat_ws(' ', ${screens.show}::text, ${screens.hasSound}, ${screens.reloadAt}, ${screens.blinkAt}))`,
      })
      .from(screens)
      .innerJoin(tokens, eq(tokens.id, screens.tokenId))
      .where(isLive),
  )
  return new Map(rows.map(({ id, revision }) => [id, revision]))
}
