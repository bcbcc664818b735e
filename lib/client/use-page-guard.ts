'use client'
import { useEffect, useEffectEvent } from 'react'
import { isPlainClick } from '@/lib/plain-click'
import { guardPage } from './leaving'

/** The link of a click that would lead to another page of ours in this window; null for any other click. */
function linkAway(event: MouseEvent): HTMLAnchorElement | null {
  const link = event.target instanceof Element ? event.target.closest('a') : null
  if (!link || !isPlainClick(event) || link.download !== '') return null
  const isHere = link.target === '' || link.target === '_self'
  return isHere && link.origin === location.origin && link.pathname !== location.pathname ? link : null
}

/**
 * While `isHeld`, nobody leaves the page without being asked: by a link, by the browser's way back, by a command. The router
 * has no event for that, so links are caught before it hears of the click, and steps through the history before they are
 * made, where the browser lets a page stop them (`cancelable`). Chromium does so since 112 for steps within one document, but
 * for the second of two in a row without a click or a key between them, so that no page can hold anybody for ever. Firefox and
 * Safari have the Navigation API since the winter of 2025/26; in earlier ones, and wherever a step cannot be stopped, it passes
 * and what was typed is lost. For a step to another document, for leaving the product and closing the tab, browsers have a
 * question of their own.
 *
 * @param ask called with what leaves the page
 */
export function usePageGuard(isHeld: boolean, ask: (go: () => void) => void): void {
  const askNow = useEffectEvent(ask)
  useEffect(() => {
    if (!isHeld) return
    let isFree = false
    const hold = (go: () => void) =>
      askNow(() => {
        isFree = true
        end()
        go()
      })

    function onClick(event: MouseEvent) {
      const link = isFree ? null : linkAway(event)
      if (!link) return
      event.preventDefault()
      event.stopPropagation()
      hold(() => (link.isConnected ? link.click() : location.assign(link.href)))
    }
    function onNavigate(event: NavigateEvent) {
      const { key, url } = event.destination
      const isWayBack = event.navigationType === 'traverse' && event.cancelable
      if (isFree || !isWayBack || new URL(url).pathname === location.pathname) return
      event.preventDefault()
      hold(() => navigation.traverseTo(key))
    }
    function onBeforeUnload(event: BeforeUnloadEvent) {
      if (!isFree) event.preventDefault()
    }

    // Missing in Firefox before 147 and Safari before 26.2.
    const steps = 'navigation' in window ? navigation : null
    const end = guardPage(hold)
    addEventListener('click', onClick, true)
    steps?.addEventListener('navigate', onNavigate)
    addEventListener('beforeunload', onBeforeUnload)
    return () => {
      end()
      removeEventListener('click', onClick, true)
      steps?.removeEventListener('navigate', onNavigate)
      removeEventListener('beforeunload', onBeforeUnload)
    }
  }, [isHeld])
}
