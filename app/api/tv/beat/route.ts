import { openRoute } from '@/lib/server/route'
import { takeBeat } from '@/lib/server/screens/beats'
import { privately } from '@/lib/server/screens/reply'
import { beatSchema } from '@/lib/tv/wire'

export const POST = openRoute('tv/beat', async ({ cookies, headers, body }) => {
  const { setCookie } = await takeBeat(cookies, headers, () => body(beatSchema))
  return privately({ now: Date.now() }, setCookie)
})
