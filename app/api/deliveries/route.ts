import { newTargetSchema } from '@/lib/server/deliveries/input'
import { addTarget, getTargets } from '@/lib/server/deliveries/targets'
import { toReply } from '@/lib/server/reply'
import { route } from '@/lib/server/route'

export const GET = route('deliveries', 'workspace.write', async ({ access }) => toReply(await getTargets(access)))

export const POST = route('deliveries', 'workspace.write', async ({ access, origin, body }) =>
  toReply(await addTarget(access, await body(newTargetSchema), origin)),
)
