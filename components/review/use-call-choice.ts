import { useReviewWrite } from '@/lib/client/review-writes'
import type { Moment, ReviewCallChoice, ReviewWritings } from '@/lib/report/review/writings'
import type { ChosenCall } from './chosen-calls'

interface Change {
  state?: ReviewCallChoice['state']
  moments?: readonly Moment[]
}

/** Pins, drops and marks calls of a review; a call that is pinned goes behind those that are. `error` tells of the last try. */
export function useCallChoice(reviewKey: string, writings: ReviewWritings | null) {
  const write = useReviewWrite(reviewKey)
  function choose({ call, choice, moments }: ChosenCall, change: Change) {
    const pinned = writings?.calls.filter(each => each.state === 'pinned') ?? []
    const last = Math.max(0, ...pinned.map(({ position }) => position))
    write.mutate({
      method: 'PUT',
      path: `/calls/${encodeURIComponent(call.id)}`,
      body: {
        state: change.state ?? choice?.state ?? 'suggested',
        moments: (change.moments ?? moments).map(({ second, label }) => ({ second, label })),
        position: change.state === 'pinned' ? last + 1 : (choice?.position ?? 0),
        version: choice?.version ?? 0,
      },
    })
  }
  return { choose, error: write.error }
}
