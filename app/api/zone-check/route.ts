import { toReply } from '@/lib/server/reply'
import { route } from '@/lib/server/route'
import { compareZones } from '@/lib/server/zone-check'

export const POST = route('zone-check', 'workspace.write', async ({ access, call }) =>
  toReply(await compareZones(access, call)),
)
