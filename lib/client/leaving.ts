/** Takes over from whoever wants to leave the page; calls `go` when it may be left. */
type Guard = (go: () => void) => void

let guard: Guard | null = null

/** Has every step away from the page that goes through `leave` asked for first. Returns what ends it. */
export function guardPage(next: Guard): () => void {
  guard = next
  return () => {
    if (guard === next) guard = null
  }
}

/** Leaves the page by `go`, unless something on it is not saved: then the reader is asked before. */
export function leave(go: () => void): void {
  if (guard) guard(go)
  else go()
}
