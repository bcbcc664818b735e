import { type KeyboardEvent, type ReactNode, useEffectEvent, useLayoutEffect, useRef } from 'react'

/**
 * The native modal dialog at the right edge: the browser keeps the focus inside and the page behind inert. Escape, the
 * scrim and whatever `children` offer call `onClose`; the frame goes away when it is unmounted, and gives the focus back
 * to where it was, or to the page's heading when nothing had it.
 */
export function DrawerFrame(props: {
  labelledBy: string
  onClose: () => void
  onKeyDown: (event: KeyboardEvent) => void
  /** What takes the focus in the end in place of what had it at the start; null when it is gone too. */
  returnTo?: () => HTMLElement | null
  children: ReactNode
}) {
  const { labelledBy, onClose, onKeyDown, returnTo, children } = props
  const frame = useRef<HTMLDialogElement>(null)
  const pressedOnScrim = useRef(false)
  const focusFirst = useEffectEvent(() => document.getElementById(labelledBy)?.focus({ preventScroll: true }))

  const findReturn = useEffectEvent(() => returnTo?.() ?? null)

  useLayoutEffect(() => {
    const dialog = frame.current
    const opener = document.activeElement
    const giveBack = takeGutter()
    dialog?.showModal()
    focusFirst()
    return () => {
      giveBack()
      dialog?.close()
      returnFocus(findReturn() ?? opener)
    }
  }, [])

  return (
    <dialog
      ref={frame}
      aria-labelledby={labelledBy}
      onCancel={event => {
        event.preventDefault()
        onClose()
      }}
      onPointerDown={event => {
        pressedOnScrim.current = event.target === frame.current
      }}
      onClick={event => {
        // A drag that ends on the scrim is a selection, not a wish to close.
        if (event.target === frame.current && pressedOnScrim.current) onClose()
      }}
      onKeyDown={onKeyDown}
      className="fixed inset-y-0 right-0 left-auto m-0 h-dvh max-h-none w-full max-w-none overflow-hidden border-0 bg-surface p-0 text-ink shadow-[-12px_0_40px_oklch(0.2_0.02_260/.16)] outline-none transition-transform duration-150 ease-out backdrop:bg-veil motion-reduce:transition-none sm:w-[640px] starting:translate-x-4 dark:shadow-hairline"
    >
      <div className="flex h-full flex-col">{children}</div>
    </dialog>
  )
}

/**
 * Lets the drawer stand where the page's scrollbar was (globals.css stops the scrolling) without moving the page: the
 * scrollbar's place goes over to the body. Returns what undoes it.
 */
function takeGutter(): () => void {
  const root = document.documentElement
  // Its client width would not tell: that leaves out a scrollbar, but not the empty place of one.
  document.body.style.paddingRight = `${window.innerWidth - root.getBoundingClientRect().width}px`
  root.style.scrollbarGutter = 'auto'
  return () => {
    root.style.removeProperty('scrollbar-gutter')
    document.body.style.removeProperty('padding-right')
  }
}

/** Back to the mark that opened the drawer, or to the page's heading when the address did. */
function returnFocus(opener: Element | null): void {
  const usable = opener instanceof HTMLElement || opener instanceof SVGElement
  if (usable && opener !== document.body && opener.isConnected) {
    opener.focus({ preventScroll: true })
    return
  }
  const heading = document.querySelector<HTMLElement>('main h1, h1')
  heading?.setAttribute('tabindex', '-1')
  heading?.focus({ preventScroll: true })
}
