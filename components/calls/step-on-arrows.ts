import type { KeyboardEvent } from 'react'

/** Whether a key press is free: nobody has used it, nothing is held down, and it is not meant for a field or the player. */
export function isFreeKey(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return false
  const target = event.target instanceof Element ? event.target : null
  return !target?.closest('input, select, textarea, [data-player], [data-own-arrows]')
}

/** Lets ← and → follow the links to the neighbours that stand inside the element. */
export function stepOnArrows(event: KeyboardEvent): void {
  if (!isFreeKey(event) || (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight')) return
  const rel = event.key === 'ArrowLeft' ? 'prev' : 'next'
  event.currentTarget.querySelector<HTMLElement>(`a[rel="${rel}"]`)?.click()
  event.preventDefault()
}
