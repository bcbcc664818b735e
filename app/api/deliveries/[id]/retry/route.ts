import { retrySchema } from '@/lib/server/deliveries/input'
import { retryDelivery } from '@/lib/server/deliveries/targets'
import { route } from '@/lib/server/route'

export const POST = route<{ id: string }>(
  'delivery/retry',
  'workspace.write',
  async ({ access, params, origin, body }) => {
    await retryDelivery(access, params.id, await body(retrySchema), origin)
    return null
  },
)
