import { useSyncExternalStore } from 'react'
import { THEME_KEY } from './theme-script'

export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

function readTheme(): Theme {
  try {
    const stored = window.localStorage.getItem(THEME_KEY)
    return THEMES.find(theme => theme === stored) ?? 'system'
  } catch {
    return 'system'
  }
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('storage', listener)
  window.addEventListener(THEME_KEY, listener)
  return () => {
    window.removeEventListener('storage', listener)
    window.removeEventListener(THEME_KEY, listener)
  }
}

/** Remembers the theme in this browser and shows it at once, in every tab. Without storage nothing changes. */
export function setTheme(theme: Theme): void {
  try {
    window.localStorage.setItem(THEME_KEY, theme)
  } catch {
    return
  }
  window.dispatchEvent(new Event(THEME_KEY))
}

/** The chosen theme; `system` on the server and until hydrated. */
export function useTheme(): Theme {
  return useSyncExternalStore(subscribe, readTheme, () => 'system')
}
