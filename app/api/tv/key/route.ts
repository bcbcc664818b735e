import { openRoute } from '@/lib/server/route'
import { keySchema } from '@/lib/server/screens/input'
import { takeKey } from '@/lib/server/screens/key'
import { privately } from '@/lib/server/screens/reply'

export const POST = openRoute('tv/key', async ({ cookies, body }) => {
  const { held, setCookie } = await takeKey(cookies, await body(keySchema))
  return privately({ paired: true, held }, setCookie)
})
