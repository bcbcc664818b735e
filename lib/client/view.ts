import { useSearchParams } from 'next/navigation'
import { useMemo } from 'react'
import { closeDrill } from '@/lib/report/drill'
import type { ViewQuery } from '@/lib/report/query'
import { readView, writeView } from '@/lib/report/search'
import type { HrefOf, SetView } from './navigation'

export interface ViewState {
  view: ViewQuery
  /** The view without its drilldown: the same object for as long as it says the same, so opening the drawer redraws no chart. */
  page: ViewQuery
  /** Names of address parameters that were not understood and fell back to their default. */
  ignored: string[]
  setView: SetView
  hrefOf: HrefOf
}

/** The one address of a view: canonical, without anything that is at its default. */
export function hrefOf(view: ViewQuery): string {
  return `/outbound${writeView(view)}`
}

function setView(next: ViewQuery, how: 'push' | 'replace' = 'push'): void {
  const href = hrefOf(next)
  if (href === window.location.pathname + window.location.search) return
  if (how === 'push') window.history.pushState(null, '', href)
  else window.history.replaceState(null, '', href)
}

/**
 * Reads the view out of the address and writes it back; the address is the only copy.
 *
 * Next keeps `useSearchParams` in step with the browser's own history, on the server and after "back", without asking the
 * server again. A hook per parameter would be a second codec beside `readView`.
 */
export function useView(): ViewState {
  const search = useSearchParams().toString()
  const { view, ignored } = useMemo(() => readView(new URLSearchParams(search)), [search])
  const address = writeView(closeDrill(view))
  const page = useMemo(() => readView(new URLSearchParams(address)).view, [address])
  const names = ignored.join('\n')
  const kept = useMemo(() => names.split('\n').filter(Boolean), [names])
  return { view, page, ignored: kept, setView, hrefOf }
}
