import 'server-only'
import { CallboardError } from '@/lib/errors'
import { type Access, assertMay } from '@/lib/server/access/access'
import { type Origin, recordAudit } from '@/lib/server/audit'
import { lastDoer } from '@/lib/server/db/audit'
import { type Db, transaction } from '@/lib/server/db/database'
import {
  deleteScreen,
  findScreenRow,
  holdScreenRow,
  listScreenRows,
  type ScreenRow,
  updateScreen,
} from '@/lib/server/db/screens'
import { type LastSave, type ScreenView, stateOf } from '@/lib/tv/fleet'
import { tellScreenChange } from './changes'
import { assertImages } from './images'
import type { ScreenChange } from './input'
import { revisionOf } from './revision'
import { canonicalShow, reportsOf } from './scope'
import { lastServed } from './served'

/**
 * The screen with this id, for the desk.
 *
 * @throws CallboardError FORBIDDEN, NOT_FOUND
 */
export async function getScreen(access: Access, tx: Db, id: string): Promise<ScreenRow> {
  assertMay(access, 'screens.manage')
  return found(await findScreenRow(tx, id))
}

function found(screen: ScreenRow | null): ScreenRow {
  if (!screen) throw new CallboardError('NOT_FOUND', 'no such screen')
  return screen
}

/** The screens that are paired, by place and name, each with how it stands now. */
export async function listScreens(access: Access): Promise<ScreenView[]> {
  assertMay(access, 'screens.manage')
  const now = new Date()
  return (await listScreenRows()).map(screen => {
    const { id, name, place, show, hasSound, createdAt, seenAt, reported } = screen
    return {
      id,
      name,
      place,
      show,
      revision: revisionOf(screen),
      hasSound,
      createdAt: createdAt.toISOString(),
      seenAt: seenAt?.toISOString() ?? null,
      state: stateOf(seenAt, now),
      reported,
      servedAt: lastServed(screen)?.toISOString() ?? null,
    }
  })
}

/** The writer looked at a screen that is another by now; whoever saved it is named. */
async function conflictOf(tx: Db, id: string): Promise<CallboardError> {
  const last = await lastDoer(tx, 'screen.changed', id)
  const now: LastSave | null = last && { name: last.name, at: last.at.toISOString() }
  return new CallboardError('CONFLICT', 'the screen was changed meanwhile', { now })
}

/**
 * Changes a screen's name, its place, or what it shows, and with that what it may read; it acts at once. What is there already
 * is not written again, so that a save whose answer got lost can be repeated.
 *
 * @returns the screen's revision from then on
 * @throws CallboardError FORBIDDEN, NOT_FOUND, INVALID_INPUT for a show that cannot be shown; CONFLICT, with who saved it
 *   last, when the screen was changed since `change.revision`
 */
export async function changeScreen(
  access: Access,
  id: string,
  change: ScreenChange,
  origin: Origin,
): Promise<Pick<ScreenView, 'revision'>> {
  assertMay(access, 'screens.manage')
  const revision = await transaction(async tx => {
    const screen = found(await holdScreenRow(tx, id))
    const { name = screen.name, place = screen.place } = change
    const show = change.show === undefined ? screen.show : canonicalShow(change.show)
    const [before, after] = [revisionOf(screen), revisionOf({ name, place, show })]
    if (after === before) return after
    if (change.revision !== before) throw await conflictOf(tx, id)
    await assertImages(tx, show)
    await updateScreen(tx, id, { name, place, show, reports: reportsOf(show) })
    const details = {
      id,
      ...(name !== screen.name && { before: screen.name, after: name }),
      ...(place !== screen.place && { place }),
      ...(change.show !== undefined && { show: true }),
    }
    await recordAudit({ actor: access, action: 'screen.changed', target: name, details, origin }, tx)
    return after
  })
  await tellScreenChange(id)
  return { revision }
}

/**
 * Takes a screen out of the fleet: its next request is refused.
 *
 * @throws CallboardError FORBIDDEN, NOT_FOUND
 */
export async function revokeScreen(access: Access, id: string, origin: Origin): Promise<void> {
  assertMay(access, 'screens.manage')
  await transaction(async tx => {
    const { name } = await getScreen(access, tx, id)
    await deleteScreen(tx, id)
    await recordAudit({ actor: access, action: 'screen.revoked', target: name, details: { id }, origin }, tx)
  })
  await tellScreenChange(id)
}
