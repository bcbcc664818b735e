'use client'
import { usePathname, useRouter, useSearchParams } from 'next/navigation'
import { createContext, type ReactNode, useContext } from 'react'
import { type PinnedView, savableAddress } from '@/lib/report/saved-view'

const Context = createContext<readonly PinnedView[]>([])

/** Tells everything below which saved views stand in the reader's navigation. */
export function PinnedViewsProvider({ views, children }: { views: readonly PinnedView[]; children: ReactNode }) {
  return <Context value={views}>{children}</Context>
}

/** The saved views of the reader's navigation, in their order. */
export function usePinnedViews(): readonly PinnedView[] {
  return useContext(Context)
}

/** The page on screen as a saved view would keep it, so that the two can be compared; null for a page that cannot be saved. */
export function useSavableAddress(): string | null {
  const pathname = usePathname()
  const search = useSearchParams().toString()
  return savableAddress(search === '' ? pathname : `${pathname}?${search}`)
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
