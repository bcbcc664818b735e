/** An AbortSignal with a time limit, which can tell why it fired. */
export interface Timer {
  signal: AbortSignal
  /** True once the time ran out before anything else happened. */
  expired(): boolean
  /** Lifts the time limit; the outer signal still aborts. */
  disarm(): void
  /** Forgets both. */
  stop(): void
}

/**
 * Starts a limit of `milliseconds` that also fires, with the same reason, when `outer` does.
 * Not AbortSignal.any with AbortSignal.timeout: in Node 20 such timeouts can be collected before they fire.
 */
export function startTimer(milliseconds: number, outer?: AbortSignal): Timer {
  const controller = new AbortController()
  let expired = false
  const follow = () => controller.abort(outer?.reason)
  const timeout = setTimeout(
    () => {
      expired = !controller.signal.aborted
      controller.abort(new DOMException('The time is up', 'TimeoutError'))
    },
    Math.max(0, milliseconds),
  )
  if (outer?.aborted) follow()
  else outer?.addEventListener('abort', follow, { once: true })
  return {
    signal: controller.signal,
    expired: () => expired,
    disarm: () => clearTimeout(timeout),
    stop: () => {
      clearTimeout(timeout)
      outer?.removeEventListener('abort', follow)
    },
  }
}
