'use client'
import { type RefObject, useEffect, useState } from 'react'

const SCROLLING = new Set(['PageUp', 'PageDown', 'Home', 'End', 'ArrowUp', 'ArrowDown'])
const TYPING = 'input, textarea, select'

/**
 * Whether the line being said is kept in view. A reader who scrolls whatever holds the transcript wants to look elsewhere,
 * until they ask to follow again.
 */
export function useFollowing(transcript: RefObject<Element | null>): [boolean, (following: boolean) => void] {
  const [following, setFollowing] = useState(true)

  useEffect(() => {
    const near = (target: EventTarget | null) => {
      const element = transcript.current
      return target instanceof Node && element !== null && (target.contains(element) || element.contains(target))
    }
    const onMove = (event: Event) => {
      if (near(event.target)) setFollowing(false)
    }
    const onKey = (event: KeyboardEvent) => {
      const typing = event.target instanceof Element && event.target.closest(TYPING)
      if (SCROLLING.has(event.key) && !typing && near(event.target)) setFollowing(false)
    }
    // A press on a scroll bar is a press on what scrolls, beside its content.
    const onPress = (event: PointerEvent) => {
      const { target } = event
      if (target instanceof HTMLElement && near(target) && event.offsetX >= target.clientWidth) setFollowing(false)
    }
    document.addEventListener('wheel', onMove, { passive: true })
    document.addEventListener('touchmove', onMove, { passive: true })
    document.addEventListener('keydown', onKey)
    document.addEventListener('pointerdown', onPress)
    return () => {
      document.removeEventListener('wheel', onMove)
      document.removeEventListener('touchmove', onMove)
      document.removeEventListener('keydown', onKey)
      document.removeEventListener('pointerdown', onPress)
    }
  }, [transcript])

  return [following, setFollowing]
}
