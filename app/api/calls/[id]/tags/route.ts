import { addCallTag, newTagSchema } from '@/lib/server/call-tags'
import { route } from '@/lib/server/route'

export const POST = route<{ id: string }>(
  'calls/[id]/tags',
  'tags.write',
  async ({ access, params: { id }, body, origin, call }) => {
    const { tag } = await body(newTagSchema)
    await addCallTag(access, { id, tag }, origin, call)
    return null
  },
)
