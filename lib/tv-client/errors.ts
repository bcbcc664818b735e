/** How many are told of in one heartbeat, and how long each may be. */
const MOST = 5
const LONGEST = 200

let messages: string[] = []

/** Notes a failure for the next heartbeat; beyond five the oldest is forgotten. */
export function noteError(thrown: unknown): void {
  const message = thrown instanceof Error ? thrown.message : String(thrown)
  messages = [...messages, message.slice(0, LONGEST)].slice(-MOST)
}

/** What was noted since the last time; gone with the asking. */
export function takeErrors(): string[] {
  const taken = messages
  messages = []
  return taken
}

/** Notes whatever nobody else catches. */
export function watchErrors(): void {
  addEventListener('error', event => noteError(event.error ?? event.message))
  addEventListener('unhandledrejection', event => noteError(event.reason))
}
