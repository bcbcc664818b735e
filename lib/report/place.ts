import type { ViewQuery } from './query'
import { readView, writeView } from './search'

/** A page that shows a report: its path, and how its address holds the view. */
export interface Place {
  path: string
  /** Reads the view leniently, as `readView` does. */
  read: (params: URLSearchParams) => { view: ViewQuery; ignored: string[] }
  /** The canonical search string of a view: '' or '?…'. */
  write: (view: ViewQuery) => string
  /** The page's own parameters in their one form, without '?': they stay when the view changes. */
  keep: (params: URLSearchParams) => string
}

export const OUTBOUND: Place = { path: '/outbound', read: readView, write: writeView, keep: () => '' }

/** The one address of a view on a page, with the page's own parameters. */
export function addressOf({ path, write }: Place, view: ViewQuery, kept = ''): string {
  const search = write(view)
  if (kept === '') return path + search
  return `${path}${search}${search === '' ? '?' : '&'}${kept}`
}
