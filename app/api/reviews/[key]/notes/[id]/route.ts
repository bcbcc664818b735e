import { toReply } from '@/lib/server/reply'
import { changeNote, removeNote } from '@/lib/server/reviews/notes'
import { readVersion } from '@/lib/server/reviews/wish'
import { noteChangeSchema } from '@/lib/server/reviews/writings-input'
import { route } from '@/lib/server/route'
import { idOf } from '@/lib/server/row-id'

interface Params {
  key: string
  id: string
}

export const PATCH = route<Params>('note', 'reviews.write', async ({ access, params, origin, body }) =>
  toReply(await changeNote(access, params.key, idOf(params), await body(noteChangeSchema), origin)),
)

export const DELETE = route<Params>('note', 'reviews.write', async ({ access, params, search, origin }) => {
  await removeNote(access, { key: params.key, id: idOf(params), version: readVersion(search) }, origin)
  return null
})
