import 'server-only'
import { LRUCache } from 'lru-cache'
import { CallboardError } from '@/lib/errors'
import type { Permission } from '@/lib/permissions'
import { type PinnedView, readSavable, type SavablePath, type SavedView } from '@/lib/report/saved-view'
import { type Access, assertMay, assertPerson, mayAccess, type PersonAccess } from './access/access'
import { findStartView, listPinnedViews, listVisibleViews } from './db/views'
import { remember } from './remember'
import { mayChangeView } from './views'

/** What one has to be allowed to open a saved page. */
const NEEDED: Record<SavablePath, Permission> = { '/outbound': 'reports.read', '/calls': 'calls.list' }

/** Where everybody begins who has chosen nothing. */
const HOME = '/outbound'

/** An address as it can be opened now; null for a page that is gone or not for this role any more. */
function toOpenable(access: Access, address: string): string | null {
  const place = readSavable(address)
  return place && mayAccess(access, NEEDED[place.path]) ? place.path + place.search : null
}

/** One's own views and the team's, by name, with what each is to the reader. */
export async function getViews(access: Access): Promise<SavedView[]> {
  assertMay(access, 'views.save')
  assertPerson(access)
  const [listed, start] = await Promise.all([listVisibleViews(access.id), findStartView(access.id)])
  return listed.flatMap(({ view, owner, pinned, pinnedByOthers }) => {
    const address = toOpenable(access, view.address)
    if (address === null) return []
    const own = view.personId === access.id
    return {
      id: view.id,
      name: view.name,
      address,
      shared: view.shared,
      owner: own ? null : owner,
      own,
      mayChange: mayChangeView(access, view),
      pinned,
      start: start?.id === view.id,
      pinnedByOthers: view.shared ? pinnedByOthers : 0,
    }
  })
}

/** What each navigation held last, for when the database is away. */
const lastPinned = () => remember('last pinned', () => new LRUCache<string, PinnedView[]>({ max: 1000 }))

/** What stands in the reader's navigation. The page does not depend on it: while the database is away, what stood there last. */
export async function getPinnedViews(access: PersonAccess): Promise<PinnedView[]> {
  try {
    const rows = await listPinnedViews(access.id)
    const views = rows.flatMap(view => {
      const address = toOpenable(access, view.address)
      return address === null ? [] : { ...view, address }
    })
    lastPinned().set(access.id, views)
    return views
  } catch (thrown) {
    if (thrown instanceof CallboardError && thrown.code === 'STORAGE_DOWN') return lastPinned().get(access.id) ?? []
    throw thrown
  }
}

/** Where somebody begins: with the view they chose, else with the dashboard, also while the choice cannot be asked or opened. */
export async function getStartAddress(access: PersonAccess): Promise<string> {
  try {
    const start = await findStartView(access.id)
    return (start && toOpenable(access, start.address)) ?? HOME
  } catch (thrown) {
    if (thrown instanceof CallboardError && thrown.code === 'STORAGE_DOWN') return HOME
    throw thrown
  }
}
