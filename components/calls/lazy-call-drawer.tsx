'use client'
import { useEffect, useState } from 'react'
import { lazily } from '@/lib/client/lazily'
import { whenIdle } from '@/lib/client/when-idle'
import type { CallDrawerProps } from './call-drawer'

const drawer = lazily(() => import('./call-drawer'))

/**
 * The drawer of a page, whose code is not part of the page's first load: it comes when the browser is idle, or at once
 * when a drilldown is open. Keep it mounted: it knows whether the drawer was opened here or by the address.
 */
export function LazyCallDrawer(props: Omit<CallDrawerProps, 'openedHere'>) {
  const open = props.view.drill !== null
  const [ready, setReady] = useState(false)
  const [seen, setSeen] = useState({ open, here: false })
  if (seen.open !== open) setSeen({ open, here: open })

  useEffect(() => {
    let mounted = true
    const load = () =>
      drawer.preload().then(
        () => mounted && setReady(true),
        () => undefined,
      )
    const cancel = open ? undefined : whenIdle(load)
    if (open) void load()
    return () => {
      mounted = false
      cancel?.()
    }
  }, [open])

  return open && ready ? <drawer.Show {...props} openedHere={seen.here} /> : null
}
