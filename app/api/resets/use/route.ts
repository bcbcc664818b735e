import { z } from 'zod'
import { newPassword } from '@/lib/server/password-rules'
import { toReply } from '@/lib/server/reply'
import { resetPassword } from '@/lib/server/resets'
import { openRoute } from '@/lib/server/route'

const choice = z.object({ token: z.string().max(100), password: newPassword })

/** Sets a new password by a link. `{ email }`: what to sign in with. */
export const POST = openRoute('resets/use', async ({ body, origin }) => {
  const { token, password } = await body(choice)
  return toReply(await resetPassword(token, password, origin))
})
