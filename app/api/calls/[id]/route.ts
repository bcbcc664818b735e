import { getCall } from '@/lib/server/calls'
import { toReply } from '@/lib/server/reply'
import { route } from '@/lib/server/route'

export const GET = route<{ id: string }>('calls/[id]', 'calls.own', async ({ access, params, call }) =>
  toReply(await getCall(access, params.id, call)),
)
