import { route } from '@/lib/server/route'
import { endToken } from '@/lib/server/tokens'

export const DELETE = route<{ id: string }>('token', 'tokens.manage', async ({ access, params, origin }) => {
  await endToken(access, params.id, origin)
  return null
})
