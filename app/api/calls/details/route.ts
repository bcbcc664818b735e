import { getCallDetails } from '@/lib/server/calls'
import { toReply } from '@/lib/server/reply'
import { route } from '@/lib/server/route'
import { readOne } from '@/lib/server/search-params'

export const GET = route('calls/details', 'calls.own', async ({ access, search, call }) => {
  const ids = readOne(search, 'ids', /^[\w-]{1,64}(,[\w-]{1,64})*$/).split(',')
  return toReply(await getCallDetails(access, ids, call))
})
