import { revokeInvitation } from '@/lib/server/invitations'
import { route } from '@/lib/server/route'
import { idOf } from '@/lib/server/row-id'

/** Takes an invitation back. */
export const DELETE = route<{ id: string }>('invitations/[id]', 'people.manage', async ({ access, params, origin }) => {
  await revokeInvitation(access, idOf(params), origin)
  return null
})
