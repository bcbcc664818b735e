'use client'
import { usePathname, useRouter, useSearchParams } from 'next/navigation'
import { createContext, type ReactNode, useContext } from 'react'
import type { PinnedView } from '@/lib/report/saved-view'

const Context = createContext<readonly PinnedView[]>([])

/** Tells everything below which saved views stand in the reader's navigation. */
export function PinnedViewsProvider({ views, children }: { views: readonly PinnedView[]; children: ReactNode }) {
  return <Context value={views}>{children}</Context>
}

/** The saved views of the reader's navigation, in their order. */
export function usePinnedViews(): readonly PinnedView[] {
  return useContext(Context)
}

/** What an address opens over its page: a moment's look, and no part of a view. */
const PASSING: Record<string, readonly string[]> = {
  '/outbound': ['stage', 'on', 'person', 'cell', 'page', 'call'],
  '/calls': ['call', 't'],
}

/** A page and what is asked of it, in one order; the codecs of the pages know more, and would be loaded with every page. */
function placeOf(path: string, search: string): string {
  const params = new URLSearchParams(search)
  for (const name of PASSING[path] ?? []) params.delete(name)
  params.sort()
  return `${path}?${params}`
}

/** Whether the address of a saved view is the one on screen, whatever is open over the page. */
export function useIsHere(): (address: string) => boolean {
  const here = placeOf(usePathname(), useSearchParams().toString())
  return address => {
    const [path = '', search = ''] = address.split('?')
    return placeOf(path, search) === here
  }
}

/**
 * Opens a saved view. On the page that it belongs to only the address changes, which that page answers at once, old
 * numbers staying until the new ones are here; from any other page it is a step like every other.
 */
export function useOpenView(): (address: string) => void {
  const router = useRouter()
  const pathname = usePathname()
  return address => {
    if (!address.startsWith(`${pathname}?`) && address !== pathname) router.push(address)
    else if (address !== window.location.pathname + window.location.search) window.history.pushState(null, '', address)
  }
}
