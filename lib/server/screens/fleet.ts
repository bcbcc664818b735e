import 'server-only'
import { CallboardError } from '@/lib/errors'
import { type Access, assertMay } from '@/lib/server/access/access'
import { type Origin, recordAudit } from '@/lib/server/audit'
import { type Db, transaction } from '@/lib/server/db/database'
import { deleteScreen, findScreenRow, listScreenRows, type ScreenRow, updateScreen } from '@/lib/server/db/screens'
import { type ScreenView, stateOf } from '@/lib/tv/fleet'
import { tellScreenChange } from './changes'
import { assertImages } from './images'
import type { ScreenChange } from './input'
import { canonicalShow, reportsOf } from './scope'

/**
 * The screen with this id.
 *
 * @throws CallboardError NOT_FOUND
 */
export async function getScreen(tx: Db, id: string): Promise<ScreenRow> {
  const screen = await findScreenRow(tx, id)
  if (!screen) throw new CallboardError('NOT_FOUND', 'no such screen')
  return screen
}

/** The screens that are paired, by place and name, each with how it stands now. */
export async function listScreens(access: Access): Promise<ScreenView[]> {
  assertMay(access, 'screens.manage')
  const now = new Date()
  return (await listScreenRows()).map(({ id, name, place, show, hasSound, createdAt, seenAt, reported }) => ({
    id,
    name,
    place,
    show,
    hasSound,
    createdAt: createdAt.toISOString(),
    seenAt: seenAt?.toISOString() ?? null,
    state: stateOf(seenAt, now),
    reported,
  }))
}

/**
 * Changes a screen's name, its place, or what it shows, and with that what it may read; it acts at once.
 *
 * @throws CallboardError FORBIDDEN, NOT_FOUND, INVALID_INPUT for a show that cannot be shown
 */
export async function changeScreen(access: Access, id: string, change: ScreenChange, origin: Origin): Promise<void> {
  assertMay(access, 'screens.manage')
  await transaction(async tx => {
    const screen = await getScreen(tx, id)
    const { name = screen.name, place = screen.place } = change
    const show = change.show === undefined ? screen.show : canonicalShow(change.show)
    await assertImages(tx, show)
    await updateScreen(tx, id, { name, place, show, reports: reportsOf(show) })
    const details = {
      id,
      ...(name !== screen.name && { before: screen.name, after: name }),
      ...(place !== screen.place && { place }),
      ...(change.show !== undefined && { show: true }),
    }
    await recordAudit({ actor: access, action: 'screen.changed', target: name, details, origin }, tx)
  })
  await tellScreenChange(id)
}

/**
 * Takes a screen out of the fleet: its next request is refused.
 *
 * @throws CallboardError FORBIDDEN, NOT_FOUND
 */
export async function revokeScreen(access: Access, id: string, origin: Origin): Promise<void> {
  assertMay(access, 'screens.manage')
  await transaction(async tx => {
    const { name } = await getScreen(tx, id)
    await deleteScreen(tx, id)
    await recordAudit({ actor: access, action: 'screen.revoked', target: name, details: { id }, origin }, tx)
  })
  await tellScreenChange(id)
}
