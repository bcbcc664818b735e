import { testTarget } from '@/lib/server/deliveries/targets'
import { toReply } from '@/lib/server/reply'
import { route } from '@/lib/server/route'

export const POST = route<{ id: string }>(
  'delivery/test',
  'workspace.write',
  async ({ access, params, origin, call }) =>
    toReply(await testTarget(access, params.id, origin, call.signal ?? new AbortController().signal)),
)
