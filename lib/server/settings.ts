import 'server-only'
import { z } from 'zod'
import { readSettings } from '@/lib/settings/read-settings'
import { type Settings, settingsSchema } from '@/lib/settings/settings'
import { settingsChange } from '@/lib/settings/settings-change'
import { type Access, assertMay } from './access/access'
import { type Origin, recordAudit } from './audit'
import { transaction } from './db/database'
import { bumpRevision, holdWorkspace, writeSettings } from './db/workspaces'
import { firstSettings, refreshWorkspace } from './workspace'

/** What a writer looked at, so that nobody overwrites what they have not seen. */
export const seenRevision = z.int()

/** What the settings page sends. */
export const settingsChangeSchema = z.object({ settings: settingsSchema, revision: seenRevision })

/** What every change of the workspace answers: its revision from then on. */
export interface Revised {
  revision: number
}

/**
 * Replaces the settings, for everybody from their next request on. Nothing is written when nothing differs.
 *
 * @throws CallboardError FORBIDDEN; CONFLICT when something was changed since `revision`
 */
export async function changeSettings(
  access: Access,
  { settings, revision }: { settings: Settings; revision: number },
  origin: Origin,
): Promise<Revised> {
  assertMay(access, 'workspace.write')
  const kept = await transaction(async tx => {
    const stored = await holdWorkspace(tx, revision)
    const before = readSettings(stored, firstSettings()).settings
    const sorted = {
      ...settings,
      holidays: settings.holidays.toSorted((one, other) => (one.date < other.date ? -1 : 1)),
    }
    const details = settingsChange(before, sorted)
    if (Object.keys(details).length === 0) return revision
    await writeSettings(tx, sorted, stored)
    await recordAudit({ actor: access, action: 'settings.changed', details, origin }, tx)
    return bumpRevision(tx)
  })
  await refreshWorkspace()
  return { revision: kept }
}
