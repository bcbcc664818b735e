import type { MouseEvent } from 'react'

/** True for a click that a page may handle itself; false where the browser should open a tab, a window or a download. */
export function isPlainClick(event: MouseEvent): boolean {
  return event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey
}
