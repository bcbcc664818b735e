import { toReply } from '@/lib/server/reply'
import { route } from '@/lib/server/route'
import { changeTagSet, removeTagSet, tagSetChangeSchema } from '@/lib/server/tag-sets'

interface Params {
  id: string
}

export const PUT = route<Params>('tag-sets/[id]', 'workspace.write', async ({ access, params, body, origin }) =>
  toReply(await changeTagSet(access, params.id, await body(tagSetChangeSchema), origin)),
)

export const DELETE = route<Params>('tag-sets/[id]', 'workspace.write', async ({ access, params, origin }) =>
  toReply(await removeTagSet(access, params.id, origin)),
)
