import { z } from 'zod'
import { CallboardError } from '@/lib/errors'
import { readContactAddress } from '@/lib/report/contact'
import { INBOX_ACTIONS } from '@/lib/report/inbox'
import { isPhoneNumber } from '@/lib/report/texts'
import { actOnConversation } from '@/lib/server/inbox-action'
import { route } from '@/lib/server/route'

const body = z.strictObject({ action: z.enum(INBOX_ACTIONS), line: z.string().refine(isPhoneNumber) })

export const PUT = route<{ number: string }>('conversations/[number]/action', 'inbox.use', async asked => {
  const { action, line } = await asked.body(body)
  const address = readContactAddress(asked.params.number)
  if (address.kind !== 'number') throw new CallboardError('INVALID_PARAMETER', 'no phone number', { field: 'number' })
  await actOnConversation(asked.access, { line, number: address.number }, action, asked.call)
  return null
})
