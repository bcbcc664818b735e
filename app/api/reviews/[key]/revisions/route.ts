import { toReply } from '@/lib/server/reply'
import { freezeReview } from '@/lib/server/reviews/freeze'
import { route } from '@/lib/server/route'

export const POST = route<{ key: string }>('revisions', 'reviews.write', async ({ access, params, origin, call }) =>
  toReply(await freezeReview(access, params.key, origin, call)),
)
