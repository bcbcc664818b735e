'use client'
import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react'
import { type ButtonLook, buttonClass } from './button'

export interface MenuItem {
  key: string
  label: string
  /** Set for an item that is on or off. */
  checked?: boolean
  onSelect: () => void
}

/**
 * A button with a menu, on the browser's own popover: Escape, a click outside and the return of focus come with it.
 * Up, down, Home and End move between items. Not shown where scripting is off, as its items could do nothing.
 */
export function Menu(props: { label: string; icon: ReactNode; items: MenuItem[]; look?: ButtonLook }) {
  const { label, icon, items, look = 'icon' } = props
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState(false)

  function entries(): HTMLElement[] {
    return Array.from(list.current?.querySelectorAll<HTMLElement>('[role^="menuitem"]') ?? [])
  }
  function onKeyDown(event: KeyboardEvent) {
    const all = entries()
    const at = document.activeElement instanceof HTMLElement ? all.indexOf(document.activeElement) : -1
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key]
    if (event.key === 'Tab') list.current?.hidePopover()
    if (to === undefined) return
    event.preventDefault()
    all.at(to % all.length)?.focus()
  }
  /** Under the button and flush with its right edge, in document coordinates, so that the menu scrolls with its card. */
  function place() {
    const box = list.current
    const anchor = button.current?.getBoundingClientRect()
    if (!box || !anchor) return
    box.style.right = `${document.documentElement.clientWidth - anchor.right - window.scrollX}px`
    box.style.top = `${anchor.bottom + 4 + window.scrollY}px`
  }
  function afterToggle(nowOpen: boolean) {
    setOpen(nowOpen)
    if (nowOpen) entries()[0]?.focus()
  }

  return (
    <span className="inline-flex noscript:hidden print:hidden" data-export="no">
      <button
        ref={button}
        type="button"
        popoverTarget={id}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-label={label}
        title={label}
        className={buttonClass(look)}
      >
        {icon}
      </button>
      <div
        ref={list}
        id={id}
        popover="auto"
        role="menu"
        aria-label={label}
        onBeforeToggle={place}
        onToggle={event => afterToggle(event.newState === 'open')}
        onKeyDown={onKeyDown}
        className="absolute inset-auto m-0 min-w-48 rounded-lg border border-line bg-surface p-1 text-ink shadow-hairline"
      >
        {items.map(item => (
          <button
            key={item.key}
            type="button"
            {...(item.checked === undefined
              ? { role: 'menuitem' }
              : { role: 'menuitemcheckbox', 'aria-checked': item.checked })}
            tabIndex={-1}
            popoverTarget={id}
            popoverTargetAction="hide"
            onClick={() => {
              // A dialog that opens now returns focus to where it was, and the item is about to go.
              button.current?.focus()
              item.onSelect()
            }}
            className="flex w-full items-center justify-between gap-6 rounded-md px-2.5 py-1.5 text-left text-[13px] hover:bg-sunken focus-visible:bg-sunken focus-visible:outline-none"
          >
            {item.label}
            {item.checked && <span aria-hidden>✓</span>}
          </button>
        ))}
      </div>
    </span>
  )
}
