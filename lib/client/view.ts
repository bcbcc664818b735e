import { useSearchParams } from 'next/navigation'
import { startTransition, useCallback, useMemo, useOptimistic, useState } from 'react'
import { closeDrill } from '@/lib/report/drill'
import type { ViewQuery } from '@/lib/report/query'
import { readView, writeView } from '@/lib/report/search'
import { narrowView, type Withheld } from '@/lib/report/sight'
import type { HrefOf, SetView } from './navigation'
import { useSight } from './permissions'

export interface ViewState {
  view: ViewQuery
  /** The view without its drilldown: the same object for as long as it says the same, so opening the drawer redraws no chart. */
  page: ViewQuery
  /** Names of address parameters that were not understood and fell back to their default. */
  ignored: string[]
  /** What the address asks for and is not for this reader. */
  withheld: Withheld[]
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
 * Reads the view out of the address, as far as it is for this reader, and writes it back; the address is the only copy.
 *
 * Next keeps `useSearchParams` in step with the browser's own history, on the server and after "back", without asking the
 * server again, but as a transition, in its own time. The optimistic value lets a click be answered in the frame after it.
 * A hook per parameter would be a second codec beside `readView`.
 */
export function useView(): ViewState {
  const [search, showSearch] = useOptimistic(useSearchParams().toString())
  const sight = useSight()
  const { view, ignored, withheld } = useMemo(() => {
    const read = readView(new URLSearchParams(search))
    return { ...read, ...narrowView(read.view, sight) }
  }, [search, sight])
  const address = writeView(closeDrill(view))
  const page = useMemo(() => readView(new URLSearchParams(address)).view, [address])
  const kept = useKept(ignored)
  const left = useKept(withheld)

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
  return { view, page, ignored: kept, withheld: left, setView, hrefOf }
}

/** The same list for as long as it says the same. */
function useKept<T extends string>(list: T[]): T[] {
  const [kept, setKept] = useState(list)
  if (kept.join('\n') === list.join('\n')) return kept
  setKept(list)
  return list
}
