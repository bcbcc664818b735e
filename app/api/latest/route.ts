import { toReply } from '@/lib/server/reply'
import { route } from '@/lib/server/route'
import { getLatest } from '@/lib/server/sync/latest'

export const GET = route('latest', 'directory.read', async ({ access }) => toReply(await getLatest(access)))
