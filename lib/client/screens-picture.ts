import { type RefObject, useEffect, useState } from 'react'

/** Milliseconds between two looks at the same picture. */
const AGAIN = 30_000

/**
 * Counts up every half minute for as long as the box is in sight and its tab is looked at, and when it comes into sight
 * again after longer than that.
 *
 * @param isPaused true while our server is away: what is shown stays
 */
export function usePictureTurn(box: RefObject<Element | null>, isPaused: boolean): number {
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    const element = box.current
    if (!element || isPaused) return
    let inSight = false
    let last = performance.now()
    function look() {
      if (!inSight || document.hidden || performance.now() - last < AGAIN) return
      last = performance.now()
      setTurn(before => before + 1)
    }
    const observer = new IntersectionObserver(entries => {
      inSight = entries.some(({ isIntersecting }) => isIntersecting)
      look()
    })
    observer.observe(element)
    const timer = setInterval(look, AGAIN / 6)
    document.addEventListener('visibilitychange', look)
    return () => {
      observer.disconnect()
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [box, isPaused])
  return turn
}
