import { openRoute } from '@/lib/server/route'
import { keySchema } from '@/lib/server/screens/input'
import { takeKey } from '@/lib/server/screens/key'
import { privately } from '@/lib/server/screens/reply'

export const POST = openRoute('tv/key', async ({ body }) => {
  const { setCookie } = await takeKey(await body(keySchema))
  return privately({ paired: true }, setCookie)
})
