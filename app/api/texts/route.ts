import { z } from 'zod'
import { route } from '@/lib/server/route'
import { sendText } from '@/lib/server/texts'

/** What a header can carry, and long enough that nobody else has it. */
const key = z.string().regex(/^[\w-]{16,100}$/)

/** Either a line of ours or a sender ID. Number and length are judged behind, with a reason in words. */
const body = z
  .strictObject({
    line: z.string().min(1).max(40).optional(),
    senderId: z.string().min(1).max(40).optional(),
    to: z.string().max(40),
    message: z.string().max(10_000),
    key,
  })
  .refine(({ line, senderId }) => (line === undefined) !== (senderId === undefined), { path: ['line'] })

export const POST = route('texts', 'texts.send', async ({ access, origin, call, body: read }) => {
  const { line, senderId, to, message, key: once } = await read(body)
  await sendText(access, { from: line ?? senderId ?? '', to, message, key: once }, origin, call)
  return null
})
