import { z } from 'zod'
import { emailField, nameField } from '@/lib/server/auth-address'
import { setUp } from '@/lib/server/first-administrator'
import { newPassword } from '@/lib/server/password-rules'
import { openRoute } from '@/lib/server/route'

const setup = z.object({
  code: z.string().min(1, 'required').max(100, 'wrongCode'),
  name: nameField,
  email: emailField,
  password: newPassword.nullable(),
})

/** Makes the first administrator, with the code from the log; 404 once anybody has an account. */
export const POST = openRoute('setup', async ({ body, origin }) => {
  await setUp(await body(setup), origin)
  return null
})
