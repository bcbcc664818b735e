import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import type { CallboardError } from '@/lib/errors'
import type { RevisionFacts } from '@/lib/report/review/answer'
import { reviewApi } from './review-query'
import { sendJson } from './send'

/** Freezes the numbers of now as one more revision, and shows it. */
export function useNewRevision(key: string) {
  const router = useRouter()
  return useMutation<RevisionFacts, CallboardError>({
    mutationFn: () => sendJson<RevisionFacts>('POST', reviewApi(key, '/revisions')),
    onSuccess() {
      router.replace(`/reviews/${key}`)
      router.refresh()
    },
  })
}
