import { toReply } from '@/lib/server/reply'
import { makeCommitment } from '@/lib/server/reviews/promises'
import { newCommitmentSchema } from '@/lib/server/reviews/writings-input'
import { route } from '@/lib/server/route'

export const POST = route<{ key: string }>(
  'commitments',
  'reviews.write',
  async ({ access, params, origin, body, call }) =>
    toReply(await makeCommitment(access, params.key, await body(newCommitmentSchema), origin, call)),
)
