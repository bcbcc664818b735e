import 'server-only'
import { and, asc, count, eq, ne, or, sql } from 'drizzle-orm'
import type { PinnedView } from '@/lib/report/saved-view'
import { type Db, query } from './database'
import { people } from './schema'
import { savedViews, viewPins } from './views-schema'

export type ViewRow = typeof savedViews.$inferSelect

/** One's own and the team's. */
const visibleTo = (personId: string) => or(eq(savedViews.personId, personId), eq(savedViews.shared, true))

const pinOf = (personId: string) => and(eq(viewPins.viewId, savedViews.id), eq(viewPins.personId, personId))

/** The saved view that somebody means by an id, with whose it is; null where there is none or it is not theirs to see. */
export async function findVisibleView(tx: Db, id: string, personId: string): Promise<ViewRow | null> {
  const [row] = await tx
    .select()
    .from(savedViews)
    .where(and(eq(savedViews.id, id), visibleTo(personId)))
  return row ?? null
}

/** A view with what it is to one reader and to others. */
export interface ListedView {
  view: ViewRow
  /** Name of whoever made it; null when they were removed. */
  owner: string | null
  pinned: boolean
  pinnedByOthers: number
}

/** Everything that somebody may open, by name. */
export function listVisibleViews(personId: string): Promise<ListedView[]> {
  const mine = sql<boolean>`coalesce(bool_or(${viewPins.personId} = ${personId}), false)`
  // Those who have left look at nothing; their pins wait for them.
  const others = sql<number>`count(*) filter (where ${viewPins.personId} <> ${personId} and exists (
    select 1 from ${people} as "pinner" where "pinner"."id" = ${viewPins.personId} and "pinner"."removed_at" is null))`
  return query(db =>
    db
      .select({
        view: savedViews,
        owner: sql<string | null>`case when ${people.removedAt} is null then ${people.name} end`,
        pinned: mine,
        pinnedByOthers: others.mapWith(Number),
      })
      .from(savedViews)
      .innerJoin(people, eq(people.id, savedViews.personId))
      .leftJoin(viewPins, eq(viewPins.viewId, savedViews.id))
      .where(visibleTo(personId))
      .groupBy(savedViews.id, people.id)
      .orderBy(asc(savedViews.name), asc(savedViews.id)),
  )
}

/** What stands in somebody's navigation, in the order in which it was put there. */
export function listPinnedViews(personId: string): Promise<PinnedView[]> {
  return query(db =>
    db
      .select({ id: savedViews.id, name: savedViews.name, address: savedViews.address })
      .from(viewPins)
      .innerJoin(savedViews, pinOf(personId))
      .where(visibleTo(personId))
      .orderBy(asc(viewPins.pinnedAt), asc(savedViews.id)),
  )
}

/** The id and the address of the view that somebody chose to open first; null for none, or one they no longer see. */
export async function findStartView(personId: string): Promise<{ id: string; address: string } | null> {
  const [row] = await query(db =>
    db
      .select({ id: savedViews.id, address: savedViews.address })
      .from(people)
      .innerJoin(savedViews, eq(savedViews.id, people.startViewId))
      .where(and(eq(people.id, personId), visibleTo(personId))),
  )
  return row ?? null
}

/** Makes what follows in this transaction wait for the same person's other writes, so that limits hold. */
export async function lockPerson(tx: Db, personId: string): Promise<void> {
  await tx.select({ id: people.id }).from(people).where(eq(people.id, personId)).for('update')
}

export async function countViewsOf(tx: Db, personId: string): Promise<number> {
  const [row] = await tx.select({ views: count() }).from(savedViews).where(eq(savedViews.personId, personId))
  return row?.views ?? 0
}

/** How many views stand in somebody's navigation, besides this one. */
export async function countPinsOf(tx: Db, personId: string, besides: string): Promise<number> {
  const [row] = await tx
    .select({ pins: count() })
    .from(viewPins)
    .innerJoin(savedViews, pinOf(personId))
    .where(and(visibleTo(personId), ne(savedViews.id, besides)))
  return row?.pins ?? 0
}

/** Puts a view into somebody's navigation; once, however often it is asked. */
export async function insertPin(tx: Db, personId: string, viewId: string): Promise<void> {
  await tx.insert(viewPins).values({ personId, viewId }).onConflictDoNothing()
}

export async function deletePin(tx: Db, personId: string, viewId: string): Promise<void> {
  await tx.delete(viewPins).where(and(eq(viewPins.personId, personId), eq(viewPins.viewId, viewId)))
}

/** Lets somebody begin with a view; null for the dashboard. */
export async function setStartView(tx: Db, personId: string, viewId: string | null): Promise<void> {
  await tx.update(people).set({ startViewId: viewId }).where(eq(people.id, personId))
}

/** Removes a view, everybody's pins of it with it; those who began with it begin with the dashboard again. */
export async function deleteViewRow(tx: Db, id: string): Promise<void> {
  await tx.update(people).set({ startViewId: null }).where(eq(people.startViewId, id))
  await tx.delete(savedViews).where(eq(savedViews.id, id))
}
