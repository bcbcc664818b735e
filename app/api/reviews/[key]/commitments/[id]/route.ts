import { toReply } from '@/lib/server/reply'
import { changeCommitment, removeCommitment } from '@/lib/server/reviews/promises'
import { readVersion } from '@/lib/server/reviews/wish'
import { commitmentChangeSchema } from '@/lib/server/reviews/writings-input'
import { route } from '@/lib/server/route'
import { idOf } from '@/lib/server/row-id'

interface Params {
  key: string
  id: string
}

export const PATCH = route<Params>('commitment', 'reviews.write', async ({ access, params, origin, body, call }) =>
  toReply(await changeCommitment(access, params.key, idOf(params), await body(commitmentChangeSchema), origin, call)),
)

export const DELETE = route<Params>('commitment', 'reviews.write', async ({ access, params, search, origin }) => {
  await removeCommitment(access, { key: params.key, id: idOf(params), version: readVersion(search) }, origin)
  return null
})
