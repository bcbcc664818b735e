import type { KeyboardEvent } from 'react'

/** Up and down move the focus between the buttons and boxes of a list, Home and End to its ends. Goes on the list's `onKeyDown`. */
export function moveByArrows(event: KeyboardEvent<HTMLElement>): void {
  const items = Array.from(
    event.currentTarget.querySelectorAll<HTMLElement>('button:not(:disabled), input[type="checkbox"]'),
  )
  const at = items.findIndex(item => item.matches(':focus'))
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key]
  if (to === undefined || items.length === 0) return
  event.preventDefault()
  items.at(to % items.length)?.focus()
}
