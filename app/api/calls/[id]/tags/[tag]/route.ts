import { removeCallTag } from '@/lib/server/call-tags'
import { route } from '@/lib/server/route'

export const DELETE = route<{ id: string; tag: string }>(
  'calls/[id]/tags/[tag]',
  'tags.write',
  async ({ access, params, origin, call }) => {
    await removeCallTag(access, params, origin, call)
    return null
  },
)
