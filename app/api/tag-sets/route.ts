import { toReply } from '@/lib/server/reply'
import { route } from '@/lib/server/route'
import { addTagSet } from '@/lib/server/tag-sets'
import { tagSetSchema } from '@/lib/settings/tag-set-input'

export const POST = route('tag-sets', 'workspace.write', async ({ access, body, origin }) =>
  toReply(await addTagSet(access, await body(tagSetSchema), origin)),
)
