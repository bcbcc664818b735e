import type { Failure } from '@/components/report/error-text'
import { ReviewFailure } from './review-failure'

/** In place of slides or of paper that cannot be had just now. */
export function FailedSheet({ error }: { error: Failure }) {
  return (
    <main className="mx-auto max-w-[872px] px-4 py-12">
      <ReviewFailure error={error} />
    </main>
  )
}
