'use client'
import { useEffect } from 'react'
import { lazily } from '@/lib/client/lazily'
import { overlayStore } from '@/lib/client/overlay'
import { mayFire, useShortcuts } from '@/lib/client/shortcuts'
import { useStore } from '@/lib/client/store'
import { startTyping, stopTyping } from '@/lib/client/type-ahead'
import { Layer } from './layer'

const commandMenu = lazily(() => import('./command-menu'))
const shortcutsSheet = lazily(() => import('./shortcuts-sheet'))

/** What opens from anywhere on the desk: the command menu with ⌘K or Ctrl K, the list of shortcuts with `?`. */
export function DeskLayers() {
  const overlay = useStore(overlayStore, null)
  useShortcuts({ '?': () => overlayStore.set('shortcuts') })
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const asked =
        event.key.toLowerCase() === 'k' && (event.metaKey || event.ctrlKey) && !event.shiftKey && !event.altKey
      if (!asked || event.defaultPrevented || !mayFire('k', null, document)) return
      event.preventDefault()
      startTyping()
      overlayStore.set('command')
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])
  const close = () => {
    stopTyping()
    overlayStore.set(null)
  }
  return (
    <>
      {overlay === 'command' && <Layer part={commandMenu} onClosed={close} />}
      {overlay === 'shortcuts' && <Layer part={shortcutsSheet} onClosed={close} />}
    </>
  )
}
