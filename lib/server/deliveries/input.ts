import 'server-only'
import { z } from 'zod'
import { LOCALES } from '@/lib/i18n/locales'
import { DELIVERY_PERIODS, TARGET_KINDS } from '@/lib/settings/delivery'
import { chatAddress } from './chat-address'

/** A mail goes to no more people than this; each gets a mail of their own. */
const MOST_RECIPIENTS = 50

/** The addresses of a list that people typed, each once. */
export function recipientsIn(list: string): string[] {
  const parts = list.split(/[\s,;]+/).filter(Boolean)
  return [...new Map(parts.map(part => [part.toLowerCase(), part])).values()]
}

/** What a target is made of. The address comes out as it is kept: mail addresses with commas between, or one webhook. */
export const newTargetSchema = z
  .strictObject({
    kind: z.enum(TARGET_KINDS, 'invalid'),
    name: z
      .string('required')
      .trim()
      .min(1, 'required')
      .max(80, 'long')
      .refine(name => !/\p{Cc}/u.test(name), 'invalid'),
    address: z.string('required').trim().min(1, 'required').max(4000, 'long'),
    locale: z.enum(LOCALES, 'invalid'),
    /** Minutes after midnight. */
    at: z.int('number').min(0, 'number').max(1439, 'number'),
    periods: z
      .array(z.enum(DELIVERY_PERIODS, 'invalid'), 'required')
      .min(1, 'required')
      .transform(periods => DELIVERY_PERIODS.filter(period => periods.includes(period))),
  })
  .transform((target, check) => {
    const refuse = (message: string) => {
      check.addIssue({ code: 'custom', path: ['address'], message })
      return z.NEVER
    }
    if (target.kind !== 'mail') {
      const url = chatAddress(target.kind, target.address)
      return url ? { ...target, address: url.href } : refuse('webhook')
    }
    const recipients = recipientsIn(target.address)
    if (recipients.length > MOST_RECIPIENTS) return refuse('tooMany')
    if (!recipients.every(recipient => z.email().safeParse(recipient).success)) return refuse('email')
    return { ...target, address: recipients.join(', ') }
  })

export type NewTarget = z.output<typeof newTargetSchema>

export const pauseSchema = z.strictObject({ paused: z.boolean('required') })

/** Which delivery of a target is to be sent again. */
export const retrySchema = z.strictObject({
  reviewKey: z.string('required').regex(/^[\w-]{1,64}$/, 'invalid'),
  recipient: z.string('required').max(320, 'long'),
})
