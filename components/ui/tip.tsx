'use client'
import clsx from 'clsx'
import { type ReactNode, useId, useLayoutEffect, useRef, useState } from 'react'
import { placeFloating } from './placement'

/**
 * A few words that explain themselves on hover, focus or touch. `children` must be complete for a screen reader without the
 * tip; `tip` adds the figures behind them. Stays inside the window.
 */
export function Tip({ children, tip, className }: { children: ReactNode; tip: ReactNode; className?: string }) {
  const [open, setOpen] = useState(false)
  const id = useId()
  return (
    <button
      type="button"
      aria-describedby={open ? id : undefined}
      onPointerEnter={() => setOpen(true)}
      onPointerLeave={() => setOpen(false)}
      onFocus={() => setOpen(true)}
      onBlur={() => setOpen(false)}
      onKeyDown={event => {
        if (event.key === 'Escape') setOpen(false)
      }}
      className={clsx(
        // 24 px to a finger, in a line of 20.
        'relative z-10 -my-0.5 min-w-6 cursor-default rounded-sm py-0.5 text-left',
        className,
      )}
    >
      {children}
      {open && <Floating id={id}>{tip}</Floating>}
    </button>
  )
}

function Floating({ id, children }: { id: string; children: ReactNode }) {
  const box = useRef<HTMLSpanElement>(null)
  const [at, setAt] = useState<{ left: number; top: number } | null>(null)
  useLayoutEffect(() => {
    const element = box.current
    const anchor = element?.parentElement?.getBoundingClientRect()
    if (!element || !anchor) return
    // The top layer: no card's containment or overflow can move or cut it.
    if ('showPopover' in element) element.showPopover()
    const view = { width: document.documentElement.clientWidth, height: window.innerHeight }
    setAt(placeFloating(anchor, element.getBoundingClientRect(), view, 'center'))
  }, [])
  return (
    <span
      ref={box}
      id={id}
      role="tooltip"
      popover="manual"
      data-export="no"
      style={at ?? { left: 0, top: 0, visibility: 'hidden' }}
      className="pointer-events-none fixed inset-auto m-0 flex w-max max-w-72 flex-col gap-0.5 rounded-lg bg-ink px-3 py-2 whitespace-normal text-left font-normal text-[12px] text-surface leading-[18px]"
    >
      {children}
    </span>
  )
}
