import { assertPerson } from '@/lib/server/access/access'
import { endPlace } from '@/lib/server/account-sessions'
import { route } from '@/lib/server/route'
import { idOf } from '@/lib/server/row-id'

export const DELETE = route<{ id: string }>(
  'account/sessions/[id]',
  'account.own',
  async ({ access, params, origin }) => {
    assertPerson(access)
    await endPlace(access, idOf(params), origin)
    return null
  },
)
