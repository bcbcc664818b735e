'use client'
import { useEffect, useState } from 'react'
import { lazily } from '@/lib/client/lazily'
import { useOpenCall } from '@/lib/client/open-call'
import { whenIdle } from '@/lib/client/when-idle'
import type { ItemRow } from '@/lib/report/items'
import type { CallContext } from './call-context'

export interface CallOverlayProps {
  /** Calls of the page's list in order, for previous and next. */
  ids: readonly string[]
  context: CallContext
  /** What the list knows of a call, to stand there at once. */
  peek: (id: string) => ItemRow | undefined
  /** Terms of the list's search, as `termsOf` gives them, marked in summary and transcript. */
  highlight?: readonly string[]
}

const drawer = lazily(() => import('./call-overlay-drawer'))

/**
 * The call that the page's address opens (`?call=`, see useOpenCall), over the page. Render it once on each page that lists
 * calls. Its code comes when the browser is idle, or at once when a call is open.
 */
export function CallOverlay(props: CallOverlayProps) {
  const open = useOpenCall()
  const wanted = open.call !== null
  const [ready, setReady] = useState(false)

  useEffect(() => {
    let mounted = true
    const load = () =>
      void drawer.preload().then(
        () => mounted && setReady(true),
        () => undefined,
      )
    const cancel = wanted ? undefined : whenIdle(load)
    if (wanted) load()
    return () => {
      mounted = false
      cancel?.()
    }
  }, [wanted])

  return open.call !== null && ready ? <drawer.Show {...props} open={open} id={open.call} /> : null
}
