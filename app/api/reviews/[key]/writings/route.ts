import { toReply } from '@/lib/server/reply'
import { getWritings } from '@/lib/server/reviews/writings'
import { route } from '@/lib/server/route'

export const GET = route<{ key: string }>('writings', 'reviews.read', async ({ access, params }) =>
  toReply(await getWritings(access, params.key)),
)
