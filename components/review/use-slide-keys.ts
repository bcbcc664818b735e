import { useEffect, useEffectEvent } from 'react'

/** Where keys mean something of their own: the bar of a recording, and its speed. */
const OWN = 'input, select'

/**
 * Acts on keys wherever the focus is, before a recording that plays hears of them: arrows and space lead through the slides
 * even after a click into the player. `acts` maps a key (lower case, ` ` for space) to what it does; others pass.
 */
export function useSlideKeys(acts: (event: KeyboardEvent) => Record<string, (() => void) | undefined>): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.metaKey || event.ctrlKey || event.altKey) return
    const target = event.target instanceof Element ? event.target : null
    if (event.key !== 'Escape' && target?.closest(OWN)) return
    if (event.key === ' ' && target?.closest('button')) return
    const act = acts(event)[event.key.length === 1 ? event.key.toLowerCase() : event.key]
    if (!act) return
    event.preventDefault()
    event.stopPropagation()
    act()
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKeyDown(event)
    window.addEventListener('keydown', listen, { capture: true })
    return () => window.removeEventListener('keydown', listen, { capture: true })
  }, [])
}
