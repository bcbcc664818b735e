import { useEffect, useRef, useSyncExternalStore } from 'react'

const KEY = 'callboard-shortcuts'

/** Places where a key already has a meaning of its own. */
const TYPING = 'input, textarea, select, [contenteditable]:not([contenteditable="false"])'
const MENUS = '[role="menu"], [role="listbox"]'
/** A menu that is a popover stays in the document while closed; open, it holds the focus. */
const LAYERS = ':is([role="dialog"], [role="alertdialog"], [role="menu"]):not([popover], dialog), dialog[open]'
const ROVING =
  '[role="grid"], [role="radiogroup"], [role="tablist"], [role="slider"], [role="application"], [data-roving], audio, video'

type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>

/**
 * The name of the pressed key as shortcuts are written (`d`, `7`, `?`, `ArrowLeft`); null when a modifier makes it
 * something else. A digit counts with or without Shift: on a French keyboard digits need it, and `code` finds the key
 * where the digit is printed.
 */
export function keyOf(event: KeyPress): string | null {
  if (event.altKey || event.ctrlKey || event.metaKey) return null
  if (/^\d$/.test(event.key)) return event.key
  if (event.shiftKey) return event.key === '?' ? '?' : null
  const digit = /^Digit(\d)$/.exec(event.code)?.[1]
  if (digit) return digit
  return event.key.length === 1 ? event.key.toLowerCase() : event.key
}

/**
 * Whether a single key may act now: not while typing, not under an open layer, and arrows not inside something they move in.
 * `target` is where the key was pressed.
 */
export function mayFire(key: string, target: EventTarget | null, document: Document): boolean {
  const element = target instanceof Element ? target : null
  if (element?.closest(`${TYPING}, ${MENUS}`)) return false
  if (key.startsWith('Arrow') && element?.closest(ROVING)) return false
  return document.querySelector(LAYERS) === null
}

/** Acts on single keys while mounted: `actions` maps a key's name to what it does. Does nothing when the reader switched them off. */
export function useShortcuts(actions: Record<string, () => void>): void {
  const latest = useRef(actions)
  useEffect(() => {
    latest.current = actions
  })
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.repeat || event.isComposing || !readEnabled()) return
      const key = keyOf(event)
      const action = key === null ? undefined : latest.current[key]
      if (key === null || !action || !mayFire(key, event.target, document)) return
      event.preventDefault()
      action()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])
}

function readEnabled(): boolean {
  try {
    return window.localStorage.getItem(KEY) !== 'off'
  } catch {
    return true
  }
}

function subscribe(listener: () => void): () => void {
  window.addEventListener(KEY, listener)
  return () => window.removeEventListener(KEY, listener)
}

/** Switches single-key shortcuts on or off in this browser. */
export function setShortcutsEnabled(enabled: boolean): void {
  try {
    if (enabled) window.localStorage.removeItem(KEY)
    else window.localStorage.setItem(KEY, 'off')
  } catch {
    return
  }
  window.dispatchEvent(new Event(KEY))
}

/** Whether single keys act; true on the server. */
export function useShortcutsEnabled(): boolean {
  return useSyncExternalStore(subscribe, readEnabled, () => true)
}
