import { z } from 'zod'
import { assertPerson } from '@/lib/server/access/access'
import { renameOneself } from '@/lib/server/account'
import { nameField } from '@/lib/server/auth-address'
import { route } from '@/lib/server/route'

const change = z.object({ name: nameField })

export const PATCH = route('account', 'account.own', async ({ access, body, origin }) => {
  assertPerson(access)
  await renameOneself(access, (await body(change)).name, origin)
  return null
})
