import { trySendMail } from '@/lib/server/mail'
import { resetMail } from '@/lib/server/mail-texts'
import { toReply } from '@/lib/server/reply'
import { makeResetLink } from '@/lib/server/resets'
import { route } from '@/lib/server/route'
import { idOf } from '@/lib/server/row-id'

/** `{ email, link, expiresAt, mail }`: a link to a new password, this once, and what became of the mail with it (`sent`, `failed` or `none`). */
export const POST = route<{ id: string }>(
  'people/[id]/reset-link',
  'people.manage',
  async ({ access, params, origin }) => {
    const reset = await makeResetLink(access, idOf(params), origin)
    return toReply({ ...reset, mail: await trySendMail(await resetMail(reset)) })
  },
)
