import { readCalls, writeCalls } from './calls-query'
import { closeDrill } from './drill'
import { readView, writeView } from './search'

/** A page of the desk whose address may be saved. */
export type SavablePath = '/outbound' | '/calls'

/** Longest address that is kept, in characters: every pinned one travels with every page. */
export const LONGEST_ADDRESS = 2048

/** An address of the desk with a name, as one reader sees it. */
export interface SavedView {
  id: string
  name: string
  /** Path and canonical search string, such as `/outbound?period=last-month`. */
  address: string
  /** Whether the whole team sees it. */
  shared: boolean
  /** Whose it is; null for the reader's own and for those of somebody who has left. */
  owner: string | null
  own: boolean
  /** Whether the reader may rename and delete it. */
  mayChange: boolean
  /** Stands in the reader's navigation. */
  pinned: boolean
  /** Opens first for the reader. */
  start: boolean
  /** How many others have it in their navigation; 0 for a view that is not shared. */
  pinnedByOthers: number
}

/** A saved view as the navigation needs it. */
export type PinnedView = Pick<SavedView, 'id' | 'name' | 'address'>

interface SavablePlace {
  path: SavablePath
  /** Canonical search string of the view, '' for the default one. */
  search: string
}

/** Any site will do: only the path and the search string are read. */
const BASE = 'http://callboard.invalid'

/**
 * What a saved view keeps of an address: a known page and what is asked of it, in the one order. An open list of calls is
 * not kept: it is a moment's look, while a view is a place to come back to. Periods by name stay names and move along.
 *
 * @param address path with or without a search string
 * @returns null for anything but a page that can be saved
 */
export function readSavable(address: string): SavablePlace | null {
  if (!address.startsWith('/') || !URL.canParse(address, BASE)) return null
  const { origin, pathname, searchParams } = new URL(address, BASE)
  if (origin !== BASE) return null
  if (pathname === '/calls') return { path: pathname, search: writeCalls(readCalls(searchParams).query) }
  if (pathname !== '/outbound') return null
  return { path: pathname, search: writeView(closeDrill(readView(searchParams).view)) }
}

/** The one address of what an address shows; null where nothing can be saved. Two that show the same are equal. */
export function savableAddress(address: string): string | null {
  const place = readSavable(address)
  return place && place.path + place.search
}
