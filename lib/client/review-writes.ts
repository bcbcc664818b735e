import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { CallboardError } from '@/lib/errors'
import { writingsKey } from './review-keys'
import { reviewApi } from './review-query'
import { type Method, sendJson } from './send'

interface Write {
  method: Method
  /** Below the review's own address: `/notes`, `/commitments/com_…`. */
  path: string
  body?: unknown
}

/**
 * One write into a review, made by hand. Afterwards, kept or refused, what stands in the review is asked for anew, so that
 * somebody who was beaten to it sees what stands there now. A failure stays in `error` until the next try.
 */
export function useReviewWrite(key: string, { onDone }: { onDone?: () => void } = {}) {
  const client = useQueryClient()
  return useMutation<unknown, CallboardError, Write>({
    mutationFn: ({ method, path, body }) => sendJson<unknown>(method, reviewApi(key, path), body),
    onSuccess: onDone,
    onSettled: () => client.invalidateQueries({ queryKey: writingsKey(key) }),
  })
}
