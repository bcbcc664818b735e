import { toReply } from '@/lib/server/reply'
import { writeNote } from '@/lib/server/reviews/notes'
import { newNoteSchema } from '@/lib/server/reviews/writings-input'
import { route } from '@/lib/server/route'

export const POST = route<{ key: string }>('notes', 'reviews.write', async ({ access, params, origin, body }) =>
  toReply(await writeNote(access, params.key, await body(newNoteSchema), origin)),
)
