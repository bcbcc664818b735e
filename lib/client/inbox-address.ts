import { useSearchParams } from 'next/navigation'
import { startTransition, useCallback, useMemo, useOptimistic } from 'react'
import { type InboxView, readInboxView, writeInboxView } from '@/lib/report/inbox-view'

/** Which part of the inbox the address shows. The address is the only copy, and changing it asks nothing of the server. */
export function useInboxView() {
  const [search, showSearch] = useOptimistic(useSearchParams().toString())
  const view = useMemo(() => readInboxView(new URLSearchParams(search)), [search])
  const setView = useCallback(
    (next: InboxView, how: 'push' | 'replace' = 'push') => {
      const written = writeInboxView(next)
      startTransition(() => {
        showSearch(written.slice(1))
        if (how === 'push') history.pushState(null, '', `/inbox${written}`)
        else history.replaceState(null, '', `/inbox${written}`)
      })
    },
    [showSearch],
  )
  return { view, setView, hrefOf: (next: InboxView) => `/inbox${writeInboxView(next)}` }
}
