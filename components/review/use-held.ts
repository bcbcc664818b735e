import { useState } from 'react'

/**
 * Keeps things in a list while they are being changed here, also when somebody else takes them away meanwhile.
 *
 * @returns the ids to show, each with what stands there now (null when it was taken away), and how to hold one
 */
export function useHeld<T extends { id: string }>(things: readonly T[]) {
  const [held, setHeld] = useState<readonly string[]>([])
  const gone = held.filter(id => !things.some(each => each.id === id))
  return {
    shown: [...things.map(each => ({ id: each.id, now: each })), ...gone.map(id => ({ id, now: null }))],
    hold: (id: string, now: boolean) => setHeld(all => (now ? [...all, id] : all.filter(each => each !== id))),
  }
}
