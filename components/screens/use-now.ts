'use client'
import { useEffect, useState } from 'react'

/** Milliseconds. */
const TICK = 5000

/** The time in epoch milliseconds, anew every five seconds; the first render has the server's (ISO 8601), so that it hydrates. */
export function useNow(first: string): number {
  const [now, setNow] = useState(() => Date.parse(first))
  useEffect(() => {
    const tick = () => setNow(Date.now())
    tick()
    const timer = setInterval(tick, TICK)
    return () => clearInterval(timer)
  }, [])
  return now
}
