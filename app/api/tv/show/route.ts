import { renderer } from '@/app/tv/render'
import { attendCelebrations } from '@/lib/server/celebrations/audience'
import { isCurrent } from '@/lib/server/reply'
import { openRoute } from '@/lib/server/route'
import { requireScreen } from '@/lib/server/screens/credential'
import { buildShow } from '@/lib/server/screens/show'

/** The show of a screen whose stream does not come through. The tag leaves out the time, which a header tells besides. */
export const GET = openRoute('tv/show', async ({ cookies, headers }) => {
  const { screen } = await requireScreen(cookies, headers)
  attendCelebrations(screen)
  const message = await buildShow(screen, new Date(), renderer)
  const etag = `"${message.revision}"`
  const common = { ETag: etag, 'Cache-Control': 'private, no-cache', 'X-Callboard-Now': String(message.now) }
  if (isCurrent(headers.get('if-none-match'), etag)) return new Response(null, { status: 304, headers: common })
  return Response.json(message, { headers: common })
})
