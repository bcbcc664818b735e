import { toReply } from '@/lib/server/reply'
import { getReview } from '@/lib/server/reviews/reviews'
import { readWish } from '@/lib/server/reviews/wish'
import { route } from '@/lib/server/route'

export const GET = route<{ key: string }>('review', 'reviews.read', async ({ access, params, search, call }) =>
  toReply(await getReview(access, params.key, readWish(search), call)),
)
