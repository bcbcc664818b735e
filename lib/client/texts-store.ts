import { useCallback, useMemo, useSyncExternalStore } from 'react'
import { NO_DRAFT, readDraft, type TextDraft } from './texts-draft'

/** Where there is no storage, drafts last as long as the page. */
const held = new Map<string, string>()
const listeners = new Set<() => void>()
const nameOf = (number: string) => `callboard-text ${number}`

function read(number: string): string {
  const known = held.get(number)
  if (known !== undefined) return known
  try {
    return window.sessionStorage.getItem(nameOf(number)) ?? ''
  } catch {
    return ''
  }
}

function write(number: string, draft: TextDraft): void {
  const nothing = draft.message === '' && draft.attempt === null
  const text = nothing ? '' : JSON.stringify(draft)
  held.set(number, text)
  try {
    if (nothing) window.sessionStorage.removeItem(nameOf(number))
    else window.sessionStorage.setItem(nameOf(number), text)
  } catch {
    // Kept in memory.
  }
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The draft of this tab to a number, kept until it is sent, also across a reload; empty on the server. */
export function useTextDraft(number: string): [TextDraft, (change: (draft: TextDraft) => TextDraft) => void] {
  const text = useSyncExternalStore(
    subscribe,
    () => read(number),
    () => '',
  )
  const draft = useMemo(() => (text === '' ? NO_DRAFT : readDraft(text)), [text])
  const change = useCallback(
    (next: (draft: TextDraft) => TextDraft) => {
      const before = read(number)
      write(number, next(before === '' ? NO_DRAFT : readDraft(before)))
    },
    [number],
  )
  return [draft, change]
}
