import { toReply } from '@/lib/server/reply'
import { route } from '@/lib/server/route'
import { chooseDefaultTagSet, defaultChoiceSchema } from '@/lib/server/tag-sets'

export const PUT = route('tag-sets/default', 'workspace.write', async ({ access, body, origin }) =>
  toReply(await chooseDefaultTagSet(access, (await body(defaultChoiceSchema)).id, origin)),
)
