import { useSearchParams } from 'next/navigation'
import { type MouseEvent, startTransition, useCallback, useMemo, useOptimistic } from 'react'
import { isPlainClick } from '@/lib/plain-click'
import { type CallsQuery, readCalls, writeCalls } from '@/lib/report/calls-query'

export interface CallsView {
  /** The same object for as long as it says the same. */
  query: CallsQuery
  /** Names of address parameters that were not understood and fell back to their default. */
  ignored: string[]
  setQuery: (next: CallsQuery, how?: 'push' | 'replace') => void
  /** A link to another question, which a plain click asks without leaving the page. */
  linkTo: (change: Partial<CallsQuery>) => { href: string; onClick: (event: MouseEvent) => void }
}

/** The one address of a question. */
export function callsHref(query: CallsQuery): string {
  return `/calls${writeCalls(query)}`
}

/**
 * Reads the question out of the address and writes it back; the address is the only copy. As useView does, a click is
 * answered in the frame after it and asks nothing of the server but the rows.
 */
export function useCallsView(): CallsView {
  const [search, showSearch] = useOptimistic(useSearchParams().toString())
  const read = useMemo(() => readCalls(new URLSearchParams(search)), [search])
  const address = writeCalls(read.query)
  const query = useMemo(() => readCalls(new URLSearchParams(address)).query, [address])

  const setQuery = useCallback<CallsView['setQuery']>(
    (next, how = 'push') => {
      const href = callsHref(next)
      if (href === window.location.pathname + window.location.search) return
      startTransition(() => {
        // As useSearchParams writes it, which escapes more than we do.
        showSearch(new URLSearchParams(writeCalls(next)).toString())
        if (how === 'push') window.history.pushState(null, '', href)
        else window.history.replaceState(null, '', href)
      })
    },
    [showSearch],
  )
  const linkTo = useCallback<CallsView['linkTo']>(
    change => {
      const next = { ...query, ...change }
      return {
        href: callsHref(next),
        onClick(event) {
          if (!isPlainClick(event)) return
          event.preventDefault()
          setQuery(next)
        },
      }
    },
    [query, setQuery],
  )
  return { query, ignored: read.ignored, setQuery, linkTo }
}
