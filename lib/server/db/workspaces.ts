import 'server-only'
import { eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { CallboardError } from '@/lib/errors'
import { log } from '@/lib/server/log'
import type { WorkspaceState } from '@/lib/server/workspace'
import { readSettings } from '@/lib/settings/read-settings'
import type { Settings, TagSet } from '@/lib/settings/settings'
import { type Db, transaction } from './database'
import { newId } from './ids'
import { goals, tagSets, workspaces } from './schema'

/** Makes the workspace's row if there is none; what the environment gives then never counts again. */
export function ensureWorkspace(first: { settings: Settings; tagSets: TagSet[] }): Promise<void> {
  return transaction(async tx => {
    const row = { id: 1, installation: newId('ins'), settings: first.settings }
    const made = await tx.insert(workspaces).values(row).onConflictDoNothing().returning({ id: workspaces.id })
    if (made.length > 0 && first.tagSets.length > 0) await tx.insert(tagSets).values(first.tagSets)
  })
}

const tagList = z.array(z.string()).catch([])

/**
 * Everything that is set, of one moment. A setting that an older version did not write has its default, and so has one that
 * cannot be read, which is logged: a half-broken document never stops the server.
 *
 * @param defaults what the environment gives
 */
export function readWorkspace(defaults: Settings): Promise<WorkspaceState> {
  return transaction(async tx => {
    const [row] = await tx.select().from(workspaces)
    if (!row) throw new CallboardError('INTERNAL', 'the workspace has no row')
    const sets = await tx.select().from(tagSets).orderBy(tagSets.createdAt, tagSets.id)
    const { settings, unreadable } = readSettings(row.settings, defaults)
    if (unreadable.length > 0) log().warn({ event: 'settings unreadable', names: unreadable })
    return {
      revision: row.revision,
      installation: row.installation,
      settings,
      tagSets: sets.map(({ id, name, tags, isDefault }) => ({ id, name, tags: tagList.parse(tags), isDefault })),
      goals: await tx.select().from(goals).orderBy(goals.subject, goals.metric),
    }
  })
}

/** Every change of settings, tag sets or goals ends with this, in its own transaction: all instances then read anew. */
export async function bumpRevision(tx: Db): Promise<number> {
  const [row] = await tx
    .update(workspaces)
    .set({ revision: sql`${workspaces.revision} + 1`, updatedAt: new Date() })
    .returning({ revision: workspaces.revision })
  if (!row) throw new CallboardError('INTERNAL', 'the workspace has no row')
  return row.revision
}

/**
 * Holds the workspace for a change: until the transaction ends, nobody else changes settings, tag sets or goals.
 *
 * @param seen the revision that the writer looked at; null for a change that does not depend on it
 * @returns the stored settings, as they are
 * @throws CallboardError CONFLICT when something was changed since
 */
export async function holdWorkspace(tx: Db, seen: number | null): Promise<Record<string, unknown>> {
  const [row] = await tx.select().from(workspaces).for('update')
  if (!row) throw new CallboardError('INTERNAL', 'the workspace has no row')
  if (seen !== null && row.revision !== seen)
    throw new CallboardError('CONFLICT', 'the workspace was changed meanwhile')
  return row.settings
}

/** Replaces the settings in a workspace that is held. What a newer version wrote beside them stays. */
export async function writeSettings(tx: Db, settings: Settings, stored: Record<string, unknown>): Promise<void> {
  await tx
    .update(workspaces)
    .set({ settings: { ...stored, ...settings } })
    .where(eq(workspaces.id, 1))
}
