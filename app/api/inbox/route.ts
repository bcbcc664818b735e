import { CallboardError } from '@/lib/errors'
import { readInboxView } from '@/lib/report/inbox-view'
import { getInbox } from '@/lib/server/inbox'
import { toReply } from '@/lib/server/reply'
import { route } from '@/lib/server/route'

export const GET = route('inbox', 'inbox.use', async ({ access, search, call }) => {
  const { show, line } = readInboxView(search)
  const depth = Number(search.get('depth') ?? 1)
  if (!Number.isInteger(depth) || depth < 1 || depth > 20) {
    throw new CallboardError('INVALID_PARAMETER', 'depth is 1 to 20', { field: 'depth' })
  }
  return toReply(await getInbox(access, { show, line, depth }, call))
})
