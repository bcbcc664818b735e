import { useSearchParams } from 'next/navigation'
import { type MouseEvent, startTransition, useCallback, useOptimistic } from 'react'
import { isPlainClick } from '@/lib/plain-click'
import { readId, readSecond } from '@/lib/report/address-values'

/** Props of an `<a>` that opens a call. */
export interface CallLink {
  href: string
  onClick: (event: MouseEvent) => void
}

export interface OpenCall {
  /** The call that the address opens over the page; null for none. */
  call: string | null
  /** The second of its recording that the address names. */
  at: number | null
  /** A link that opens a call over the page: `push` for the first, so that "back" closes it, `replace` for its neighbours. */
  linkTo: (id: string, how?: 'push' | 'replace') => CallLink
  /** Closes it: by "back" when it was opened on this page, else by an address without it. */
  close: () => void
}

/** Set in the history entry that opening a call makes. */
const OPENED_HERE = 'callboardCall'

/**
 * Which call is open over a page: `?call=…&t=…` of whatever address the page has. The address is the only copy, and
 * changing it asks nothing of the server.
 */
export function useOpenCall(): OpenCall {
  const [search, showSearch] = useOptimistic(useSearchParams().toString())
  const params = new URLSearchParams(search)
  const call = params.get('call')

  const go = useCallback(
    (id: string | null, how: 'push' | 'replace') => {
      const next = searchWith(id)
      const openedHere = how === 'push' || history.state?.[OPENED_HERE] === true
      startTransition(() => {
        showSearch(next)
        const address = location.pathname + (next && `?${next}`)
        if (how === 'push') history.pushState({ [OPENED_HERE]: true }, '', address)
        else history.replaceState({ [OPENED_HERE]: openedHere && id !== null }, '', address)
      })
    },
    [showSearch],
  )

  return {
    call: call === null ? null : readId(call),
    at: readSecond(params.get('t')),
    linkTo: (id, how = 'push') => ({
      href: `?${withCall(search, id)}`,
      onClick(event) {
        if (!isPlainClick(event)) return
        event.preventDefault()
        go(id, how)
      },
    }),
    close() {
      if (history.state?.[OPENED_HERE] === true) history.back()
      else go(null, 'replace')
    },
  }
}

function searchWith(id: string | null): string {
  return withCall(location.search, id)
}

function withCall(search: string, id: string | null): string {
  const params = new URLSearchParams(search)
  params.delete('t')
  if (id === null) params.delete('call')
  else params.set('call', id)
  return params.toString()
}
