import { route } from '@/lib/server/route'
import { pinView } from '@/lib/server/views'

interface Params {
  id: string
}

export const PUT = route<Params>('view pin', 'views.save', async ({ access, params }) => {
  await pinView(access, params.id, true)
  return null
})

export const DELETE = route<Params>('view pin', 'views.save', async ({ access, params }) => {
  await pinView(access, params.id, false)
  return null
})
