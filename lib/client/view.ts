import { useSearchParams } from 'next/navigation'
import { startTransition, useCallback, useMemo, useOptimistic } from 'react'
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

/** As useSearchParams writes it, which escapes more than we do. */
function searchOf(view: ViewQuery): string {
  return new URLSearchParams(writeView(view)).toString()
}

/**
 * Reads the view out of the address and writes it back; the address is the only copy.
 *
 * Next keeps `useSearchParams` in step with the browser's own history, on the server and after "back", without asking the
 * server again, but as a transition, in its own time. The optimistic value lets a click be answered in the frame after it.
 * A hook per parameter would be a second codec beside `readView`.
 */
export function useView(): ViewState {
  const [search, showSearch] = useOptimistic(useSearchParams().toString())
  const { view, ignored } = useMemo(() => readView(new URLSearchParams(search)), [search])
  const address = writeView(closeDrill(view))
  const page = useMemo(() => readView(new URLSearchParams(address)).view, [address])
  const names = ignored.join('\n')
  const kept = useMemo(() => names.split('\n').filter(Boolean), [names])

  const setView = useCallback<SetView>(
    (next, how = 'push') => {
      const href = hrefOf(next)
      if (href === window.location.pathname + window.location.search) return
      startTransition(() => {
        showSearch(searchOf(next))
        if (how === 'push') window.history.pushState(null, '', href)
        else window.history.replaceState(null, '', href)
      })
    },
    [showSearch],
  )
  return { view, page, ignored: kept, setView, hrefOf }
}
