import { changeTarget } from '@/lib/server/deliveries/change-target'
import { targetChangeSchema } from '@/lib/server/deliveries/input'
import { deleteTarget, setPaused } from '@/lib/server/deliveries/targets'
import { route } from '@/lib/server/route'

export const PATCH = route<{ id: string }>('delivery', 'workspace.write', async ({ access, params, origin, body }) => {
  const change = await body(targetChangeSchema)
  if (change.paused !== undefined) await setPaused(access, params.id, change.paused, origin)
  else await changeTarget(access, params.id, change, origin)
  return null
})

export const DELETE = route<{ id: string }>('delivery', 'workspace.write', async ({ access, params, origin }) => {
  await deleteTarget(access, params.id, origin)
  return null
})
