import { renderer } from '@/app/tv/render'
import { openRoute } from '@/lib/server/route'
import { requireScreen } from '@/lib/server/screens/credential'
import { listen } from '@/lib/server/screens/hub'
import { eventStream } from '@/lib/server/screens/stream'
import { readResume } from '@/lib/server/screens/stream-events'

/** Our script opens a stream anew itself and says in the address where it was; a browser that does so by itself, in a header. */
export const GET = openRoute('tv/stream', async ({ cookies, headers, search }) => {
  const { screen } = await requireScreen(cookies, headers)
  const resume = readResume(search.get('last') ?? headers.get('last-event-id'))
  return eventStream(headers, line => listen(screen, line, resume, renderer))
})
