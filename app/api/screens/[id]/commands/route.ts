import { route } from '@/lib/server/route'
import { idOf } from '@/lib/server/row-id'
import { commandScreen } from '@/lib/server/screens/commands'
import { commandSchema } from '@/lib/server/screens/input'

export const POST = route<{ id: string }>(
  'screen/commands',
  'screens.manage',
  async ({ access, params, origin, body }) => {
    const { command } = await body(commandSchema)
    await commandScreen(access, idOf(params), command, origin)
    return null
  },
)
