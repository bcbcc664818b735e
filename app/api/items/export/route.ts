import { readItemsOnce } from '@/lib/server/items'
import { readItemsParams } from '@/lib/server/items-params'
import { toReply } from '@/lib/server/reply'
import { route } from '@/lib/server/route'

export const GET = route('items/export', 'calls.list', async ({ access, search, call }) => {
  const { query, page } = readItemsParams(search)
  return toReply(await readItemsOnce(access, query, page, call))
})
