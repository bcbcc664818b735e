import { toReply } from '@/lib/server/reply'
import { route } from '@/lib/server/route'
import { saveView } from '@/lib/server/views'
import { newViewSchema } from '@/lib/server/views-input'
import { getViews } from '@/lib/server/views-read'

export const GET = route('views', 'views.save', async ({ access }) => toReply({ views: await getViews(access) }))

export const POST = route('views', 'views.save', async ({ access, origin, body }) =>
  toReply(await saveView(access, await body(newViewSchema), origin)),
)
