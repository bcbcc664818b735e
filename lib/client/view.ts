import { useSearchParams } from 'next/navigation'
import { startTransition, useCallback, useMemo, useOptimistic, useState } from 'react'
import { closeDrill } from '@/lib/report/drill'
import { addressOf, OUTBOUND, type Place } from '@/lib/report/place'
import type { ViewQuery } from '@/lib/report/query'
import { narrowView, type Withheld } from '@/lib/report/sight'
import type { HrefOf, SetView } from './navigation'
import { useSight } from './permissions'

/** Makes an address of the page the current one, without asking the server. */
export type GoTo = (href: string, how: 'push' | 'replace') => void

export interface ViewState {
  view: ViewQuery
  /** The view without its drilldown: the same object for as long as it says the same, so opening the drawer redraws no chart. */
  page: ViewQuery
  /** The page's own parameters, beside the view's; without '?'. */
  kept: string
  /** Names of address parameters that were not understood and fell back to their default. */
  ignored: string[]
  /** What the address asks for and is not for this reader. */
  withheld: Withheld[]
  setView: SetView
  hrefOf: HrefOf
  goTo: GoTo
}

/** The view of the outbound page. */
export function useView(): ViewState {
  return useViewAt(OUTBOUND)
}

/**
 * Reads the view out of a page's address, as far as it is for this reader, and writes it back; the address is the only copy.
 *
 * Next keeps `useSearchParams` in step with the browser's own history, on the server and after "back", without asking the
 * server again, but as a transition, in its own time. The optimistic value lets a click be answered in the frame after it.
 * A hook per parameter would be a second codec beside the page's own.
 * @param place the same object on every render
 */
export function useViewAt(place: Place): ViewState {
  const [search, showSearch] = useOptimistic(useSearchParams().toString())
  const sight = useSight()
  const { view, ignored, withheld, kept } = useMemo(() => {
    const params = new URLSearchParams(search)
    const read = place.read(params)
    return { ...read, ...narrowView(read.view, sight), kept: place.keep(params) }
  }, [place, search, sight])
  const address = place.write(closeDrill(view))
  const page = useMemo(() => place.read(new URLSearchParams(address)).view, [place, address])
  const lastIgnored = useKept(ignored)
  const lastWithheld = useKept(withheld)

  const hrefOf = useCallback<HrefOf>(next => addressOf(place, next, kept), [place, kept])
  const goTo = useCallback<GoTo>(
    (href, how) => {
      if (href === window.location.pathname + window.location.search) return
      startTransition(() => {
        // As useSearchParams writes it, which escapes more than we do.
        showSearch(new URLSearchParams(href.split('?')[1]).toString())
        if (how === 'push') window.history.pushState(null, '', href)
        else window.history.replaceState(null, '', href)
      })
    },
    [showSearch],
  )
  const setView = useCallback<SetView>((next, how = 'push') => goTo(hrefOf(next), how), [goTo, hrefOf])
  return { view, page, kept, ignored: lastIgnored, withheld: lastWithheld, setView, hrefOf, goTo }
}

/** The same list for as long as it says the same. */
function useKept<T extends string>(list: T[]): T[] {
  const [kept, setKept] = useState(list)
  if (kept.join('\n') === list.join('\n')) return kept
  setKept(list)
  return list
}
