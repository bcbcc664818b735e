import { toReply } from '@/lib/server/reply'
import { route } from '@/lib/server/route'
import { listScreens } from '@/lib/server/screens/fleet'
import { newScreenSchema } from '@/lib/server/screens/input'
import { pairScreen } from '@/lib/server/screens/pairing'

export const GET = route('screens', 'screens.manage', async ({ access }) => toReply(await listScreens(access)))

export const POST = route('screens', 'screens.manage', async ({ access, origin, body }) =>
  toReply(await pairScreen(access, await body(newScreenSchema), origin)),
)
