import { getDirectory } from '@/lib/server/directory'
import { toReply } from '@/lib/server/reply'
import { route } from '@/lib/server/route'

export const GET = route('directory', 'directory.read', async ({ access, call }) =>
  toReply(await getDirectory(access, call)),
)
