import 'server-only'

const store: typeof globalThis & { __callboard?: Map<string, unknown> } = globalThis

/**
 * One instance for the whole process. Next bundles instrumentation, proxy, pages and routes apart, so a module-level
 * constant would exist several times; what must be single (cache, budget, client, limits) lives on globalThis.
 *
 * @param name unique in the product; the caller guarantees that one name always means one type
 * @param make called once, at the first use
 */
export function remember<T>(name: string, make: () => T): T {
  store.__callboard ??= new Map()
  const kept = store.__callboard.get(name)
  if (kept !== undefined) return kept as T
  const made = make()
  store.__callboard.set(name, made)
  return made
}

/** Puts something in the place of what is remembered under this name, if anything is. */
export function replace<T>(name: string, value: T): void {
  store.__callboard ??= new Map()
  store.__callboard.set(name, value)
}

/** Forgets everything remembered. For tests that start afresh. */
export function forgetAll(): void {
  store.__callboard?.clear()
}
