import { useEffect, useReducer, useRef } from 'react'
import type { ItemRow } from '@/lib/report/items'

/** Rows filled in one frame. A page that arrives fills a whole screen of them, which is more than a slow machine can do in one. */
const FEW = 4

/**
 * What to draw at each place in view. A row that arrives while its place is already drawn waits for its frame, from the
 * top of the window on; one that is known when its place comes into view stands there at once.
 *
 * @param places drawn, in order
 * @param first the first of them that can be seen
 */
export function useFewAtOnce(rows: ReadonlyMap<number, ItemRow>, places: readonly number[], first: number) {
  const [turn, nextTurn] = useReducer((count: number) => count + 1, 0)
  const last = useRef({ turn, empty: new Set<number>() })
  const arrived = places.filter(place => rows.has(place) && last.current.empty.has(place))
  const inOrder = [...arrived.filter(place => place >= first), ...arrived.filter(place => place < first)]
  // Drawn for another reason, such as a scroll in the same frame, it is nobody's turn.
  const waiting = new Set(inOrder.slice(turn === last.current.turn ? 0 : FEW))
  useEffect(() => {
    last.current = { turn, empty: new Set(places.filter(place => waiting.has(place) || !rows.has(place))) }
    if (waiting.size === 0) return
    const frame = requestAnimationFrame(nextTurn)
    return () => cancelAnimationFrame(frame)
  })
  return (place: number) => (waiting.has(place) ? undefined : rows.get(place))
}
