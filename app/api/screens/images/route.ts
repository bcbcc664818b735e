import { toReply } from '@/lib/server/reply'
import { route } from '@/lib/server/route'
import { keepImage, LONGEST_IMAGE } from '@/lib/server/screens/images'

export const POST = route('screens/images', 'screens.manage', async ({ access, bytes }) =>
  toReply(await keepImage(access, await bytes(LONGEST_IMAGE))),
)
