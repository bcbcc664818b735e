import { type FocusEvent, type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react'
import { keyOf, useShortcuts } from '@/lib/client/shortcuts'

/** Where a row stands in its list, as its element says; null outside of a row. */
function placeOf(element: EventTarget | null): number | null {
  const row = element instanceof Element ? element.closest<HTMLElement>('[data-place]') : null
  return row ? Number(row.dataset.place) : null
}

/**
 * Moves the focus through a list of which only a part is in the document: arrows, Home and End inside it, J and K from
 * anywhere on the page. A row that is still on its way takes the focus when it comes.
 *
 * @param reveal scrolls so that a place of the list can be seen
 */
export function useRowFocus(list: RefObject<HTMLElement | null>, count: number, reveal: (place: number) => void) {
  /** The row that has the focus stays in the document however far the list is scrolled. */
  const [active, setActive] = useState<number | null>(null)
  const last = useRef(-1)
  const wanted = useRef<number | null>(null)

  function go(to: number) {
    if (count === 0) return
    const place = Math.max(0, Math.min(count - 1, to))
    wanted.current = place
    last.current = place
    setActive(place)
    reveal(place)
  }

  useEffect(() => {
    if (wanted.current === null) return
    const row = list.current?.querySelector<HTMLElement>(`[data-place="${wanted.current}"] a`)
    if (!row) return
    wanted.current = null
    row.focus({ preventScroll: true })
  })

  useShortcuts({ j: () => go(last.current + 1), k: () => go(last.current - 1) })

  return {
    active,
    handlers: {
      onFocus(event: FocusEvent) {
        const place = placeOf(event.target)
        if (place === null) return
        last.current = place
        setActive(place)
      },
      onBlur: () => setActive(null),
      onPointerDown: () => {
        wanted.current = null
      },
      onKeyDown(event: KeyboardEvent) {
        const from = placeOf(event.target)
        const key = keyOf(event.nativeEvent)
        if (from === null || key === null) return
        const to = { ArrowDown: from + 1, ArrowUp: from - 1, Home: 0, End: count - 1 }[key]
        if (to === undefined) return
        event.preventDefault()
        go(to)
      },
    },
  }
}
