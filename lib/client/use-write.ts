'use client'
import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import type { CallboardError } from '@/lib/errors'
import { type Method, sendJson } from './send'

interface Write {
  method: Method
  path: string
  body?: unknown
}

interface Outcome<T> {
  /** Before the page's own data is read anew. */
  onDone?: (answer: T) => void
  onFailed?: (error: CallboardError) => void
}

/**
 * One write of a settings page, made by hand: sends it, then asks the server for the page anew, so that what is shown is
 * what is kept. A failure stays in `error` until the next try.
 */
export function useWrite<T = null>({ onDone, onFailed }: Outcome<T> = {}) {
  const router = useRouter()
  return useMutation<T, CallboardError, Write>({
    mutationFn: ({ method, path, body }) => sendJson<T>(method, path, body),
    onSuccess(answer) {
      onDone?.(answer)
      router.refresh()
    },
    onError: onFailed,
  })
}
