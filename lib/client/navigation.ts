import type { MouseEvent } from 'react'
import { isPlainClick } from '@/lib/plain-click'
import type { ViewQuery } from '@/lib/report/query'

/** Makes a view the current one: `push` adds a step to the browser's history, `replace` does not. */
export type SetView = (next: ViewQuery, how?: 'push' | 'replace') => void

/** The address of a view, with its path. */
export type HrefOf = (view: ViewQuery) => string

/** Props of an `<a>` that leads to a view without leaving the page, and can still be copied or opened in a new tab. */
export function viewLink(
  next: ViewQuery,
  { setView, hrefOf }: { setView: SetView; hrefOf: HrefOf },
  how: 'push' | 'replace',
) {
  return {
    href: hrefOf(next),
    onClick(event: MouseEvent) {
      if (!isPlainClick(event)) return
      event.preventDefault()
      setView(next, how)
    },
  }
}

/** Where signing in leads back to the address on screen. Browser only. */
export function signInHref(): string {
  return `/sign-in?callbackUrl=${encodeURIComponent(location.pathname + location.search)}`
}
