import { useQueryClient } from '@tanstack/react-query'
import { type SyntheticEvent, useEffect, useRef } from 'react'
import { callQuery } from '@/lib/client/drill-query'

/** A pointer that rests on a row for so long may open it; one that passes over fetches nothing. Milliseconds. */
const REST = 80

/** Fetches a call ahead, behind everything else, when its row gets the pointer or the focus. Handlers for the whole list. */
export function useWarmCall(isCall: (id: string) => boolean) {
  const client = useQueryClient()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])

  function approach(event: SyntheticEvent) {
    clearTimeout(timer.current)
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-call]') : null
    const id = row?.dataset.call
    if (id === undefined || !isCall(id)) return
    timer.current = setTimeout(() => void client.prefetchQuery(callQuery(id, 'prefetch')), REST)
  }
  return { onPointerOver: approach, onFocusCapture: approach }
}
