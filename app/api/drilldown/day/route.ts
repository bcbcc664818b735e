import { getDayCalls } from '@/lib/server/drilldowns'
import { toReply } from '@/lib/server/reply'
import { route } from '@/lib/server/route'
import { readOne, readStrictView } from '@/lib/server/search-params'

export const GET = route('drilldown/day', 'calls.list', async ({ access, search, call }) => {
  const day = readOne(search, 'day', /^\d{4}-\d{2}-\d{2}$/)
  return toReply(await getDayCalls(access, readStrictView(search, ['day']), day, call))
})
