import { getFunnel } from '@/lib/server/people-funnels'
import { toReply } from '@/lib/server/reply'
import { route } from '@/lib/server/route'
import { readStrictView } from '@/lib/server/search-params'

/** One person's funnel, for the table of all. */
export const GET = route('team/funnel', 'reports.read', async ({ access, search, call }) =>
  toReply(await getFunnel(access, readStrictView(search).report, call)),
)
