import { after } from 'next/server'
import { z } from 'zod'
import { CallboardError } from '@/lib/errors'
import { emailField } from '@/lib/server/auth-address'
import { canMail, trySendMail } from '@/lib/server/mail'
import { resetMail } from '@/lib/server/mail-texts'
import { requestReset } from '@/lib/server/resets'
import { openRoute } from '@/lib/server/route'

const forgotten = z.object({ email: emailField })

/** Mails a link to a new password, if the address has an account. Says the same if not. */
export const POST = openRoute('resets', async ({ body, origin }) => {
  if (!canMail()) throw new CallboardError('NOT_FOUND', 'no mail server is configured')
  const { email } = await body(forgotten)
  const makeReset = await requestReset(email, origin)
  if (makeReset) after(async () => trySendMail(await resetMail(await makeReset())))
  return null
})
