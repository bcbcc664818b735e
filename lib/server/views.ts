import 'server-only'
import { eq } from 'drizzle-orm'
import { CallboardError } from '@/lib/errors'
import { type Access, assertMay, assertPerson, mayAccess, type PersonAccess } from './access/access'
import { type Origin, recordAudit } from './audit'
import { type Db, transaction } from './db/database'
import { newId } from './db/ids'
import {
  countPinsOf,
  countViewsOf,
  deletePin,
  deleteViewRow,
  findVisibleView,
  insertPin,
  lockPerson,
  setStartView,
  type ViewRow,
} from './db/views'
import { savedViews } from './db/views-schema'
import type { NewView, ViewChange } from './views-input'

/** Views that one person may have. */
const MOST_VIEWS = 200
/** Views in one navigation: it has to stay a navigation. */
const MOST_PINS = 30

/**
 * Who may rename and delete a view: whoever made it, and of shared ones those who look after people, so that what
 * somebody left behind can be tidied up.
 */
export function mayChangeView(access: PersonAccess, view: Pick<ViewRow, 'personId' | 'shared'>): boolean {
  return view.personId === access.id || (view.shared && mayAccess(access, 'people.manage'))
}

function assertRoom(taken: number, most: number, field: string): void {
  if (taken >= most) throw new CallboardError('INVALID_INPUT', `no more than ${most}`, { fields: { [field]: 'many' } })
}

/** How our ids look; the database is not asked for anything else, which it could refuse in its own way. */
const ID = /^[\w-]{1,64}$/

async function getVisible(tx: Db, access: PersonAccess, id: string): Promise<ViewRow> {
  const view = ID.test(id) ? await findVisibleView(tx, id, access.id) : null
  if (!view) throw new CallboardError('NOT_FOUND', 'no such view')
  return view
}

async function getChangeable(tx: Db, access: PersonAccess, id: string): Promise<ViewRow> {
  const view = await getVisible(tx, access, id)
  if (!mayChangeView(access, view)) throw new CallboardError('FORBIDDEN', 'the view belongs to somebody else')
  return view
}

async function addPin(tx: Db, personId: string, viewId: string): Promise<void> {
  assertRoom(await countPinsOf(tx, personId, viewId), MOST_PINS, 'pinned')
  await insertPin(tx, personId, viewId)
}

/**
 * Saves a view under a name; at once pinned, shared and begun with, where that is asked.
 *
 * @throws CallboardError FORBIDDEN to share without `views.share`, INVALID_INPUT when there is no room for another
 */
export async function saveView(access: Access, view: NewView, origin: Origin): Promise<{ id: string }> {
  assertMay(access, 'views.save')
  assertPerson(access)
  if (view.shared) assertMay(access, 'views.share')
  const id = newId('viw')
  const { name, address, shared } = view
  await transaction(async tx => {
    await lockPerson(tx, access.id)
    assertRoom(await countViewsOf(tx, access.id), MOST_VIEWS, 'name')
    await tx.insert(savedViews).values({ id, personId: access.id, name, address, shared })
    if (view.pinned) await addPin(tx, access.id, id)
    if (view.start) await setStartView(tx, access.id, id)
    if (shared) await recordAudit({ actor: access, action: 'view.shared', target: name, origin }, tx)
  })
  return { id }
}

/**
 * Renames a view, shows it to the team or stops doing so. Only its owner decides who sees it; pins of others wait until
 * it is shared again.
 *
 * @throws CallboardError NOT_FOUND for a view that the caller cannot see, FORBIDDEN for one that is not theirs to change
 */
export async function changeView(access: Access, id: string, change: ViewChange, origin: Origin): Promise<void> {
  assertMay(access, 'views.save')
  assertPerson(access)
  await transaction(async tx => {
    const view = await getChangeable(tx, access, id)
    const { name = view.name, shared = view.shared } = change
    if (shared !== view.shared && view.personId !== access.id)
      throw new CallboardError('FORBIDDEN', 'only the owner decides who sees a view')
    const begins = shared && !view.shared
    if (begins) assertMay(access, 'views.share')
    await tx.update(savedViews).set({ name, shared }).where(eq(savedViews.id, id))
    if (begins) await recordAudit({ actor: access, action: 'view.shared', target: name, origin }, tx)
  })
}

/**
 * Deletes a view, for everybody who sees it.
 *
 * @throws CallboardError as changeView
 */
export async function deleteView(access: Access, id: string): Promise<void> {
  assertMay(access, 'views.save')
  assertPerson(access)
  await transaction(async tx => {
    await getChangeable(tx, access, id)
    await deleteViewRow(tx, id)
  })
}

/**
 * Puts a view into one's own navigation, or takes it out.
 *
 * @throws CallboardError NOT_FOUND, INVALID_INPUT when the navigation is full
 */
export async function pinView(access: Access, id: string, pinned: boolean): Promise<void> {
  assertMay(access, 'views.save')
  assertPerson(access)
  await transaction(async tx => {
    await lockPerson(tx, access.id)
    await getVisible(tx, access, id)
    if (pinned) await addPin(tx, access.id, id)
    else await deletePin(tx, access.id, id)
  })
}

/**
 * Chooses what opens first after signing in; null for the dashboard.
 *
 * @throws CallboardError NOT_FOUND
 */
export async function chooseStart(access: Access, viewId: string | null): Promise<void> {
  assertMay(access, 'account.own')
  assertPerson(access)
  await transaction(async tx => {
    if (viewId !== null) await getVisible(tx, access, viewId)
    await setStartView(tx, access.id, viewId)
  })
}
