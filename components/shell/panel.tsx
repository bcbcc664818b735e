'use client'
import clsx from 'clsx'
import { type CSSProperties, type ReactNode, type RefObject, useLayoutEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'

interface PanelProps {
  /** Accessible name. */
  label: string
  /** The button it hangs from; without one it stands in the middle of the window. */
  anchor?: RefObject<HTMLElement | null>
  /** Called once it has closed, whichever way; the parent then stops rendering it. */
  onClosed: () => void
  className?: string
  /** `close` closes it as Escape does. */
  children: (close: () => void) => ReactNode
}

const GAP = 6
const EDGE = 12

/** Under the anchor, above it where there is no room, inside the window. Pixels. */
function place(anchor: DOMRect, box: { width: number; height: number }): { left: number; top: number; room: number } {
  // Of the body: while a dialog is open, the root counts the place of its scroll bar too.
  const width = document.body.clientWidth
  const left = Math.max(EDGE, Math.min(anchor.left, width - box.width - EDGE))
  const below = anchor.bottom + GAP
  const room = window.innerHeight - below - EDGE
  if (box.height <= room || anchor.top < window.innerHeight / 2) return { left, top: below, room }
  return { left, top: Math.max(EDGE, anchor.top - GAP - box.height), room: anchor.top - GAP - EDGE }
}

/**
 * The one floating layer of the shell: a popover at its button, a dialog in the middle, and on phones a sheet at the
 * bottom. It is the browser's own modal dialog, so the trap and return of focus, Escape and the inert page come with it.
 * Focus starts at the element marked `data-autofocus`, except that a touch screen is not covered by a keyboard unasked.
 */
export function Panel({ label, anchor, onClosed, className, children }: PanelProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const pressedOutside = useRef(false)
  const tell = useRef<(() => void) | null>(onClosed)
  const [at, setAt] = useState<{ left: number; top: number; room: number } | null>(null)

  useLayoutEffect(() => {
    // Told once; null from then on.
    if (tell.current) tell.current = onClosed
  })

  useLayoutEffect(() => {
    const box = dialog.current
    if (!box) return
    if (!box.open) box.showModal()
    const start = box.querySelector<HTMLElement>('[data-autofocus]')
    const typing = start instanceof HTMLInputElement && start.type !== 'radio' && start.type !== 'checkbox'
    if (start && !(typing && window.matchMedia('(hover: none)').matches)) start.focus()
    else box.focus()
    const onResize = () => {
      const button = anchor?.current
      if (button) setAt(place(button.getBoundingClientRect(), { width: box.offsetWidth, height: box.scrollHeight }))
    }
    onResize()
    window.addEventListener('resize', onResize)
    return () => window.removeEventListener('resize', onResize)
  }, [anchor])

  function isOutside(event: { target: EventTarget; clientX: number; clientY: number }): boolean {
    const box = dialog.current
    if (!box || event.target !== box) return false
    const { left, right, top, bottom } = box.getBoundingClientRect()
    return event.clientX < left || event.clientX > right || event.clientY < top || event.clientY > bottom
  }

  function told() {
    const onceClosed = tell.current
    tell.current = null
    if (onceClosed) flushSync(onceClosed)
  }

  /** The browser's own event of closing comes a task later: a key pressed in between would meet a panel neither open nor gone. */
  function close() {
    dialog.current?.close()
    // After the state set just before it.
    queueMicrotask(told)
  }
  const style: CSSProperties & Record<`--${string}`, string> = {
    '--left': `${at?.left ?? 0}px`,
    '--top': `${at?.top ?? 0}px`,
    '--room': at ? `${at.room}px` : '100dvh',
  }
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape does what a click outside does
    <dialog
      ref={dialog}
      aria-label={label}
      tabIndex={-1}
      data-veil={anchor ? undefined : ''}
      style={style}
      onCancel={event => {
        if (event.target !== dialog.current) return
        event.preventDefault()
        close()
      }}
      // Where the browser closes it without asking, as on a second Escape in a row.
      onClose={told}
      onPointerDown={event => {
        pressedOutside.current = isOutside(event)
      }}
      onClick={event => {
        if (pressedOutside.current && isOutside(event)) close()
      }}
      className={clsx(
        'overflow-auto overscroll-contain rounded-card bg-surface text-ink shadow-layer outline-none',
        'max-sm:mx-0 max-sm:mt-auto max-sm:mb-0 max-sm:w-full max-sm:max-w-none max-sm:rounded-b-none max-sm:pb-[env(safe-area-inset-bottom)]',
        'max-sm:max-h-[85dvh] max-sm:backdrop:bg-veil motion-safe:max-sm:animate-sheet',
        anchor
          ? 'backdrop:bg-transparent sm:m-0 sm:top-(--top) sm:left-(--left) sm:max-h-(--room) sm:max-w-[calc(100vw-24px)]'
          : 'backdrop:bg-veil sm:mx-auto sm:mt-[12vh] sm:max-h-[76vh]',
        className,
      )}
    >
      {children(close)}
    </dialog>
  )
}
