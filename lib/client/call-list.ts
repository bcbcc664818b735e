import { useSyncExternalStore } from 'react'

const KEY = 'callboard-calls'
/** More than anybody steps through one by one. */
const MOST = 2000

/** The address of a call's own page; `at` in seconds of its recording. */
export function callHref(id: string, at: number | null = null): string {
  return `/calls/${encodeURIComponent(id)}${at === null ? '' : `?t=${Math.floor(at)}`}`
}

/** Keeps the calls of a list, in order, for the pages of single calls opened from it in this tab. */
export function rememberCalls(ids: readonly string[]): void {
  try {
    sessionStorage.setItem(KEY, ids.slice(0, MOST).join(' '))
  } catch {
    // Without storage the page of a call has no neighbours, which is all that is lost.
  }
}

function read(): string {
  try {
    return sessionStorage.getItem(KEY) ?? ''
  } catch {
    return ''
  }
}

const never = () => () => {}

/** The calls before and after one in the list it was opened from; null at an end, both when it came from elsewhere. */
export function useCallsBeside(id: string): { previous: string | null; next: string | null } {
  const ids = useSyncExternalStore(never, read, () => '').split(' ')
  return callsBeside(ids, id)
}

/** The neighbours of an id in a list; both null when it is not in it. */
export function callsBeside(ids: readonly string[], id: string): { previous: string | null; next: string | null } {
  const at = ids.indexOf(id)
  if (at < 0) return { previous: null, next: null }
  return { previous: ids[at - 1] ?? null, next: ids[at + 1] ?? null }
}
