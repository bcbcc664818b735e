import 'server-only'
import { AsyncLocalStorage } from 'node:async_hooks'
import { remember } from './remember'

type Durations = Map<string, number>

const current = () => remember('timing', () => new AsyncLocalStorage<Durations>())

/**
 * Runs a request so that whatever it waits for can be added up under its own name, however deep the waiting happens.
 * Work shared by several requests counts for the one that started it.
 */
export function withTiming<T>(run: () => Promise<T>): Promise<T> {
  return current().run(new Map(), run)
}

/** Adds milliseconds under a name to the running request; without one it does nothing. Parallel waits add up. */
export function addTiming(name: string, milliseconds: number): void {
  const durations = current().getStore()
  durations?.set(name, (durations.get(name) ?? 0) + milliseconds)
}

/** The Server-Timing header of the running request. */
export function serverTiming(): string {
  return [...(current().getStore() ?? [])]
    .map(([name, milliseconds]) => `${name};dur=${milliseconds.toFixed(1)}`)
    .join(', ')
}
