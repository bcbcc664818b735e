import { toReply } from '@/lib/server/reply'
import { route } from '@/lib/server/route'
import { changeSettings, settingsChangeSchema } from '@/lib/server/settings'

export const PUT = route('settings', 'workspace.write', async ({ access, body, origin }) =>
  toReply(await changeSettings(access, await body(settingsChangeSchema), origin)),
)
