'use client'
import { useEffect, useEffectEvent } from 'react'
import { type Playable, playerAction } from '@/lib/client/player-keys'
import { useShortcutsEnabled } from '@/lib/client/shortcuts'

/** Where a key means something of its own. */
const TYPING = 'input:not([type="range"]), textarea, select, [contenteditable], [role="menu"], [role="listbox"]'
const PRESSED = 'a, button, summary'

/**
 * Lets single keys act on a recording from anywhere on the page while mounted, unless the reader has switched single keys
 * off. Arrows are left to whatever has them.
 */
export function usePlayerKeys(player: Playable, active: boolean): void {
  const enabled = useShortcutsEnabled()
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    const target = event.target instanceof Element ? event.target : null
    if (event.defaultPrevented || event.repeat || event.isComposing || target?.closest(TYPING)) return
    if (event.key === ' ' && target?.closest(PRESSED)) return
    const act = playerAction(event, false)
    if (!act) return
    event.preventDefault()
    act(player)
  })
  useEffect(() => {
    if (!enabled || !active) return
    const listen = (event: KeyboardEvent) => onKeyDown(event)
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [enabled, active])
}
