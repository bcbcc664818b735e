import { route } from '@/lib/server/route'
import { changeView, deleteView } from '@/lib/server/views'
import { viewChangeSchema } from '@/lib/server/views-input'

interface Params {
  id: string
}

export const PATCH = route<Params>('view', 'views.save', async ({ access, params, origin, body }) => {
  await changeView(access, params.id, await body(viewChangeSchema), origin)
  return null
})

export const DELETE = route<Params>('view', 'views.save', async ({ access, params }) => {
  await deleteView(access, params.id)
  return null
})
