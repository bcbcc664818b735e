import 'server-only'
import { and, count, desc, eq, lt, ne, notInArray, sql } from 'drizzle-orm'
import { NOTHING_YET, type SyncState, syncState } from '@/lib/server/sync/state'
import { conversations, syncState as table } from './allo-schema'
import { type Db, query } from './database'

export type ConversationRow = typeof conversations.$inferInsert

/** A source that is no line: which conversions were looked for (see `celebrations.ts`). */
export const CELEBRATIONS = 'celebrations'
const isLine = ne(table.source, CELEBRATIONS)

/** How far reading one line got. */
export interface LineSync extends SyncState {
  /** E.164. */
  line: string
  newestActivity: string | null
}

const toLineSync = (row: typeof table.$inferSelect): LineSync => ({
  line: row.source,
  newestActivity: row.newestActivity,
  ...syncState.parse({ ...NOTHING_YET, ...row.state }),
})

/** Every line that was ever read, and how far. */
export async function readSyncStates(): Promise<LineSync[]> {
  const rows = await query(db => db.select().from(table).where(isLine).orderBy(table.source))
  return rows.map(toLineSync)
}

/** Changes parts of what is kept of a line; `newest` is the newest activity, when a pass is complete. */
export async function writeSyncState(tx: Db, line: string, change: Partial<SyncState>, newest?: string | null) {
  const newestActivity = newest === undefined ? {} : { newestActivity: newest }
  await tx
    .insert(table)
    .values({ source: line, state: change, ...newestActivity })
    .onConflictDoUpdate({
      target: table.source,
      set: { state: sql`${table.state} || excluded.state`, updatedAt: new Date(), ...newestActivity },
    })
}

/** What may change of a conversation from one reading to the next. */
const NAMES = 'last_activity, item_id, kind, direction, date, duration, result, user_id, user_name, contact_name'
const CHANGING = sql.raw(NAMES)
const KNOWN = sql.raw(NAMES.replace(/\w+/g, 'known.$&'))
const EXCLUDED = sql.raw(NAMES.replace(/\w+/g, 'excluded.$&'))
const TYPES = sql.raw(
  `line text, contact_number text, seen_at timestamptz, last_activity timestamptz, item_id text, kind text, direction text,
   date timestamptz, duration integer, result text, user_id text, user_name text, contact_name text`,
)

/** A row by the database's names. */
function toRecord(row: ConversationRow): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`), value]),
  )
}

/**
 * Writes a page of conversations, each once, whether it is new or known. Rows that did not change are left alone, unless they
 * are to be marked as seen. One parameter holds the page: fourteen for each row would take ten times as long to read.
 */
export async function saveConversations(tx: Db, rows: ConversationRow[], markSeen: boolean): Promise<void> {
  if (rows.length === 0) return
  const page = JSON.stringify(rows.map(toRecord))
  await tx.execute(sql`
    insert into conversations as known (line, contact_number, seen_at, ${CHANGING})
    select line, contact_number, seen_at, ${CHANGING} from jsonb_to_recordset(${page}::text::jsonb) as page (${TYPES})
    on conflict (line, contact_number) do update set
      (seen_at, ${CHANGING}) = (excluded.seen_at, ${EXCLUDED})
    where ${markSeen} or (${KNOWN}) is distinct from (${EXCLUDED})`)
}

/** Forgets conversations of a line that Allo has not listed since a moment. */
export async function dropUnseen(tx: Db, line: string, since: string): Promise<void> {
  await tx.delete(conversations).where(and(eq(conversations.line, line), lt(conversations.seenAt, new Date(since))))
}

/** Knows these lines from now on, also those that were never read, and forgets all others. Resolves with how far each got. */
export async function keepLines(lines: string[]): Promise<LineSync[]> {
  await query(async db => {
    await db.delete(conversations).where(notInArray(conversations.line, lines))
    await db.delete(table).where(and(isLine, notInArray(table.source, lines)))
    const rows = lines.map(source => ({ source, state: {} }))
    await db.insert(table).values(rows).onConflictDoNothing()
  })
  return readSyncStates()
}

/** How many conversations are known of each line. */
export async function countConversations(): Promise<Map<string, number>> {
  const rows = await query(db =>
    db.select({ line: conversations.line, known: count() }).from(conversations).groupBy(conversations.line),
  )
  return new Map(rows.map(({ line, known }) => [line, known]))
}

/**
 * The latest calls that ended a conversation so far, newest first.
 *
 * @param userId only those of one Allo user; null for everybody's
 */
export function latestCalls(userId: string | null, limit: number) {
  const isCall = eq(conversations.kind, 'call')
  return query(db =>
    db
      .select()
      .from(conversations)
      .where(userId === null ? isCall : and(isCall, eq(conversations.userId, userId)))
      .orderBy(desc(conversations.date))
      .limit(limit),
  )
}
