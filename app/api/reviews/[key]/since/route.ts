import { toReply } from '@/lib/server/reply'
import { getSince } from '@/lib/server/reviews/since'
import { route } from '@/lib/server/route'

export const GET = route<{ key: string }>('since', 'reviews.read', async ({ access, params, call }) =>
  toReply(await getSince(access, params.key, call)),
)
