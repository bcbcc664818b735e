import 'server-only'
import { z } from 'zod'
import { TOKEN_DAYS } from '@/lib/settings/token'

/** What a token is made of: what it is for, and how long it lasts; `days: null` for one that does not expire by itself. */
export const newTokenSchema = z.strictObject({
  name: z
    .string('required')
    .trim()
    .min(1, 'required')
    .max(80, 'long')
    .refine(name => !/\p{Cc}/u.test(name), 'invalid'),
  days: z.literal(TOKEN_DAYS).nullable(),
})

export type NewToken = z.output<typeof newTokenSchema>
