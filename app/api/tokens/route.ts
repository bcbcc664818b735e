import { toReply } from '@/lib/server/reply'
import { route } from '@/lib/server/route'
import { makeToken } from '@/lib/server/tokens'
import { newTokenSchema } from '@/lib/server/tokens-input'

export const POST = route('tokens', 'tokens.manage', async ({ access, origin, body }) =>
  toReply(await makeToken(access, await body(newTokenSchema), origin)),
)
