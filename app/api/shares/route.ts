import { toReply } from '@/lib/server/reply'
import { route } from '@/lib/server/route'
import { newShareSchema } from '@/lib/server/shares/input'
import { getShares, makeShare } from '@/lib/server/shares/shares'

export const GET = route('shares', 'links.manage', async ({ access }) => toReply({ shares: await getShares(access) }))

export const POST = route('shares', 'links.manage', async ({ access, origin, body }) =>
  toReply(await makeShare(access, await body(newShareSchema), origin)),
)
