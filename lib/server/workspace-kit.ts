import 'server-only'
import { query } from './db/database'
import { audit, goals, tagSets, workspaces } from './db/schema'
import { firstSettings, firstTagSets, refreshWorkspace } from './workspace'

/** Puts settings, tag sets and goals back to the first ones, and empties the audit log. */
export async function resetWorkspace(): Promise<void> {
  await query(async db => {
    await db.delete(audit)
    await db.delete(goals)
    await db.delete(tagSets)
    await db.insert(tagSets).values(firstTagSets())
    await db.update(workspaces).set({ settings: firstSettings() })
  })
  await refreshWorkspace()
}
