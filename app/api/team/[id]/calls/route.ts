import { getPersonCalls } from '@/lib/server/person-calls'
import { toReply } from '@/lib/server/reply'
import { route } from '@/lib/server/route'
import { readStrictView } from '@/lib/server/search-params'

/** The latest calls of somebody of the team in a period, and their tags. */
export const GET = route<{ id: string }>('team/[id]/calls', 'calls.list', async ({ access, search, params, call }) =>
  toReply(await getPersonCalls(access, params.id, readStrictView(search).report, call)),
)
