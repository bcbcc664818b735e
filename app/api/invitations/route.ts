import { z } from 'zod'
import { ROLES } from '@/lib/permissions'
import { emailField } from '@/lib/server/auth-address'
import { listInvitations, makeInvitation } from '@/lib/server/invitations'
import { trySendMail } from '@/lib/server/mail'
import { invitationMail } from '@/lib/server/mail-texts'
import { toReply } from '@/lib/server/reply'
import { route } from '@/lib/server/route'

const invited = z.object({ email: emailField, role: z.enum(ROLES) })

/** `{ invitations }`: those that wait to be used. */
export const GET = route('invitations', 'people.manage', async ({ access }) =>
  toReply({ invitations: await listInvitations(access) }),
)

/** `{ invitation, link, mail }`: the link this once, and what became of the mail with it (`sent`, `failed` or `none`). */
export const POST = route('invitations', 'people.manage', async ({ access, body, origin }) => {
  const { invitation, link } = await makeInvitation(access, await body(invited), origin)
  const mail = await trySendMail(await invitationMail({ ...invitation, link, invitedBy: access.name }))
  return toReply({ invitation, link, mail })
})
