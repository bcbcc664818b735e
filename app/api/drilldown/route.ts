import { getDrilldown } from '@/lib/server/drilldowns'
import { toReply } from '@/lib/server/reply'
import { route } from '@/lib/server/route'
import { readStrictView } from '@/lib/server/search-params'

export const GET = route('drilldown', 'calls.list', async ({ access, search, call }) =>
  toReply(await getDrilldown(access, readStrictView(search), call)),
)
