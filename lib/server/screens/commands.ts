import 'server-only'
import type { Access } from '@/lib/server/access/access'
import { type Origin, recordAudit } from '@/lib/server/audit'
import { transaction } from '@/lib/server/db/database'
import { setCommand } from '@/lib/server/db/screens'
import { tellScreenChange } from './changes'
import { getScreen } from './fleet'

/**
 * Asks a screen to load anew, or to blink so that somebody finds it.
 *
 * @throws CallboardError FORBIDDEN, NOT_FOUND
 */
export async function commandScreen(
  access: Access,
  id: string,
  command: 'reload' | 'blink',
  origin: Origin,
): Promise<void> {
  await transaction(async tx => {
    const { name } = await getScreen(access, tx, id)
    await setCommand(tx, id, command)
    await recordAudit({ actor: access, action: 'screen.commanded', target: name, details: { id, command }, origin }, tx)
  })
  await tellScreenChange(id)
}
