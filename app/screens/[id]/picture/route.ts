import { answerWith } from '@/app/tv/answer'
import { showDocument } from '@/app/tv/document'
import { renderer } from '@/app/tv/render'
import { query } from '@/lib/server/db/database'
import { route } from '@/lib/server/route'
import { idOf } from '@/lib/server/row-id'
import { getScreen } from '@/lib/server/screens/fleet'
import { buildShow } from '@/lib/server/screens/show'

/** What a screen shows at this moment, for a frame at the desk, which asks again by itself. */
export const GET = route<{ id: string }>('screens/[id]/picture', 'screens.manage', async ({ access, params }) => {
  const screen = await query(db => getScreen(access, db, idOf(params)))
  return answerWith(await showDocument(await buildShow(screen, new Date(), renderer), 'picture'))
})
