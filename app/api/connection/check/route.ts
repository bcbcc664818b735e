import { checkConnection } from '@/lib/server/connection'
import { route } from '@/lib/server/route'

export const POST = route('connection/check', 'workspace.write', async ({ access, call }) => {
  await checkConnection(access, call)
  return null
})
