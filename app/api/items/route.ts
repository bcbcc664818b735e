import { searchItems } from '@/lib/server/items'
import { readItemsParams } from '@/lib/server/items-params'
import { toReply } from '@/lib/server/reply'
import { route } from '@/lib/server/route'

export const GET = route('items', 'calls.list', async ({ access, search, call }) => {
  const { query, page } = readItemsParams(search)
  return toReply(await searchItems(access, query, page, call))
})
