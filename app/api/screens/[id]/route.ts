import { toReply } from '@/lib/server/reply'
import { route } from '@/lib/server/route'
import { idOf } from '@/lib/server/row-id'
import { changeScreen, revokeScreen } from '@/lib/server/screens/fleet'
import { screenChangeSchema } from '@/lib/server/screens/input'

interface Place {
  id: string
}

export const PATCH = route<Place>('screen', 'screens.manage', async ({ access, params, origin, body }) => {
  return toReply(await changeScreen(access, idOf(params), await body(screenChangeSchema), origin))
})

export const DELETE = route<Place>('screen', 'screens.manage', async ({ access, params, origin }) => {
  await revokeScreen(access, idOf(params), origin)
  return null
})
