import 'server-only'
import { and, desc, eq, gte, ilike, inArray, lt, or, type SQL, sql } from 'drizzle-orm'
import type { AuditAction } from '@/lib/server/audit'
import { type Db, query } from './database'
import { audit, people } from './schema'

/** Which lines of the log are wanted; what is null does not narrow. */
export interface AuditFilter {
  /** Stands somewhere in the name of who did it or in what it was done to, whatever its capitals. */
  text: string | null
  /** Actions whose own words hold the text: their lines are wanted as well. */
  worded: readonly AuditAction[]
  action: AuditAction | null
  /** Id of who did it. */
  actorId: string | null
  /** First and last date, in the zone. */
  from: string | null
  to: string | null
  /** IANA. */
  zone: string
}

/** Of people, the name they have now: a line about signing out has none of its own. */
const actorName = sql<string | null>`coalesce(nullif(${audit.actorName}, ''), ${people.name})`

/** Text that `like` takes as it stands. */
function literally(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`
}

function startOf(date: string, zone: string, days = 0): SQL {
  return sql`((${date}::date + ${days}::int)::timestamp at time zone ${zone})`
}

function wanted({ text, worded, action, actorId, from, to, zone }: AuditFilter): SQL | undefined {
  return and(
    text === null
      ? undefined
      : or(
          ilike(actorName, literally(text)),
          ilike(audit.target, literally(text)),
          worded.length > 0 ? inArray(audit.action, [...worded]) : undefined,
        ),
    action === null ? undefined : eq(audit.action, action),
    actorId === null ? undefined : eq(audit.actorId, actorId),
    from === null ? undefined : gte(audit.at, startOf(from, zone)),
    to === null ? undefined : lt(audit.at, startOf(to, zone, 1)),
  )
}

/**
 * Lines of the log, the newest first.
 *
 * @param before only those older than the line with this id; null for the newest
 * @param most how many at most
 */
export function listAudit(filter: AuditFilter, before: number | null, most: number) {
  return query(db =>
    db
      .select({
        id: audit.id,
        at: audit.at,
        actorKind: audit.actorKind,
        actorId: audit.actorId,
        actorName,
        /** The address that a person has now; null for what is no person. */
        actorEmail: people.email,
        action: audit.action,
        target: audit.target,
        details: audit.details,
        address: audit.address,
        requestId: audit.requestId,
      })
      .from(audit)
      .leftJoin(people, eq(people.id, audit.actorId))
      .where(and(wanted(filter), before === null ? undefined : lt(audit.id, before)))
      .orderBy(desc(audit.id))
      .limit(most),
  )
}

export type AuditRow = Awaited<ReturnType<typeof listAudit>>[number]

/** Who did something last, and when, to what the log knows by this id; null when it does not say, or not any more. */
export async function lastDoer(tx: Db, action: AuditAction, id: string): Promise<{ name: string; at: Date } | null> {
  const [row] = await tx
    .select({ name: actorName, at: audit.at })
    .from(audit)
    .leftJoin(people, eq(people.id, audit.actorId))
    .where(and(eq(audit.action, action), sql`${audit.details} ->> 'id' = ${id}`))
    .orderBy(desc(audit.id))
    .limit(1)
  return row?.name ? { name: row.name, at: row.at } : null
}

/** Drops what is older than an instant. Answers how many lines that was. */
export async function dropAuditBefore(instant: Date): Promise<number> {
  const dropped = await query(db => db.delete(audit).where(lt(audit.at, instant)).returning({ id: audit.id }))
  return dropped.length
}
