import { z } from 'zod'
import { ROLES } from '@/lib/permissions'
import { nameField } from '@/lib/server/auth-address'
import { changePerson, removePerson } from '@/lib/server/people'
import { route } from '@/lib/server/route'
import { idOf } from '@/lib/server/row-id'

const change = z.object({ role: z.enum(ROLES).optional(), name: nameField.optional() })

export const PATCH = route<{ id: string }>('people/[id]', 'people.manage', async ({ access, params, body, origin }) => {
  await changePerson({ access, origin }, idOf(params), await body(change))
  return null
})

export const DELETE = route<{ id: string }>('people/[id]', 'people.manage', async ({ access, params, origin }) => {
  await removePerson({ access, origin }, idOf(params))
  return null
})
