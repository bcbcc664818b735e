import 'server-only'
import { z } from 'zod'
import { goalsChange, goalsSchema } from '@/lib/settings/goals'
import type { Goal } from '@/lib/settings/settings'
import { type Access, assertMay } from './access/access'
import { type Origin, recordAudit } from './audit'
import { transaction } from './db/database'
import { listGoals, replaceGoals } from './db/goals'
import { bumpRevision, holdWorkspace } from './db/workspaces'
import { type Revised, seenRevision } from './settings'
import { refreshWorkspace } from './workspace'

/** What the goals page sends. */
export const goalsChangeSchema = z.object({ goals: goalsSchema, revision: seenRevision })

/**
 * Replaces all goals. Nothing is written when nothing differs.
 *
 * @throws CallboardError FORBIDDEN; CONFLICT when something was changed since `revision`
 */
export async function changeGoals(
  access: Access,
  { goals, revision }: { goals: Goal[]; revision: number },
  origin: Origin,
): Promise<Revised> {
  assertMay(access, 'goals.write')
  const kept = await transaction(async tx => {
    await holdWorkspace(tx, revision)
    const details = goalsChange(await listGoals(tx), goals)
    if (Object.keys(details).length === 0) return revision
    await replaceGoals(tx, goals)
    await recordAudit({ actor: access, action: 'goals.changed', details, origin }, tx)
    return bumpRevision(tx)
  })
  await refreshWorkspace()
  return { revision: kept }
}
