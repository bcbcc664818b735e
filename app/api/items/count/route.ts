import { countItems } from '@/lib/server/items'
import { readItemsParams } from '@/lib/server/items-params'
import { toReply } from '@/lib/server/reply'
import { route } from '@/lib/server/route'

export const GET = route('items/count', 'calls.list', async ({ access, search, call }) =>
  toReply(await countItems(access, readItemsParams(search).query, call)),
)
