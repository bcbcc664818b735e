import { useEffect, useState } from 'react'

/** Whole seconds left, and a function that starts over from a number of seconds. Counts by the clock, so a sleeping tab wakes up right. */
export function useCountdown(): [left: number, start: (seconds: number) => void] {
  const [until, setUntil] = useState<number | null>(null)
  const [left, setLeft] = useState(0)
  useEffect(() => {
    if (until === null) return
    const timer = setInterval(() => {
      const now = Math.max(0, Math.ceil((until - Date.now()) / 1000))
      setLeft(now)
      if (now === 0) setUntil(null)
    }, 250)
    return () => clearInterval(timer)
  }, [until])
  return [
    left,
    seconds => {
      setLeft(seconds)
      setUntil(Date.now() + seconds * 1000)
    },
  ]
}
