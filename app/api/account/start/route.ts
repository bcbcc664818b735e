import { route } from '@/lib/server/route'
import { chooseStart } from '@/lib/server/views'
import { startSchema } from '@/lib/server/views-input'

export const PUT = route('start page', 'account.own', async ({ access, body }) => {
  await chooseStart(access, (await body(startSchema)).viewId)
  return null
})
