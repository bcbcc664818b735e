import { route } from '@/lib/server/route'
import { idOf } from '@/lib/server/row-id'
import { shareChangeSchema } from '@/lib/server/shares/input'
import { changeShare, endShare } from '@/lib/server/shares/shares'

interface Place {
  id: string
}

export const PATCH = route<Place>('share', 'links.manage', async ({ access, params, origin, body }) => {
  await changeShare(access, idOf(params), await body(shareChangeSchema), origin)
  return null
})

export const DELETE = route<Place>('share', 'links.manage', async ({ access, params, origin }) => {
  await endShare(access, idOf(params), origin)
  return null
})
