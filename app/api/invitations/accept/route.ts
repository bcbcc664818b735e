import { z } from 'zod'
import { nameField } from '@/lib/server/auth-address'
import { acceptInvitation } from '@/lib/server/invitations'
import { newPassword } from '@/lib/server/password-rules'
import { toReply } from '@/lib/server/reply'
import { openRoute } from '@/lib/server/route'

const acceptance = z.object({ token: z.string().max(100), name: nameField, password: newPassword })

/** Turns an invitation into an account. `{ email }`: what to sign in with. */
export const POST = openRoute('invitations/accept', async ({ body, origin }) =>
  toReply(await acceptInvitation(await body(acceptance), origin)),
)
