import { z } from 'zod'
import { newPassword } from '@/lib/server/password-rules'
import { changePassword } from '@/lib/server/resets'
import { route } from '@/lib/server/route'

const change = z.object({ current: z.string().min(1, 'required').max(256, 'wrongPassword'), next: newPassword })

/** Changes one's own password and ends one's other sessions. */
export const POST = route('account/password', 'account.own', async ({ access, body, origin }) => {
  await changePassword(access, await body(change), origin)
  return null
})
