import 'server-only'
import { z } from 'zod'
import { LOCALES } from '@/lib/i18n/locales'
import { DELIVERY_PERIODS, TARGET_KINDS, type TargetKind } from '@/lib/settings/delivery'
import { chatAddress } from './chat-address'

/** A mail goes to no more people than this; each gets a mail of their own. */
const MOST_RECIPIENTS = 50

/** The addresses of a list that people typed, each once. */
export function recipientsIn(list: string): string[] {
  const parts = list.split(/[\s,;]+/).filter(Boolean)
  return [...new Map(parts.map(part => [part.toLowerCase(), part])).values()]
}

const name = z
  .string('required')
  .trim()
  .min(1, 'required')
  .max(80, 'long')
  .refine(text => !/\p{Cc}/u.test(text), 'invalid')
const address = z.string('required').trim().min(1, 'required').max(4000, 'long')
const locale = z.enum(LOCALES, 'invalid')
/** Minutes after midnight. */
const at = z.int('number').min(0, 'number').max(1439, 'number')
const periods = z
  .array(z.enum(DELIVERY_PERIODS, 'invalid'), 'required')
  .min(1, 'required')
  .transform(chosen => DELIVERY_PERIODS.filter(period => chosen.includes(period)))

/**
 * The address of a target as it is kept: mail addresses with commas between, or one webhook.
 *
 * @returns or else what is wrong, as a key under `fields` in the catalogue
 */
export function readAddress(kind: TargetKind, typed: string): { address: string } | { problem: string } {
  if (kind !== 'mail') {
    const url = chatAddress(kind, typed)
    return url ? { address: url.href } : { problem: 'webhook' }
  }
  const recipients = recipientsIn(typed)
  if (recipients.length > MOST_RECIPIENTS) return { problem: 'tooMany' }
  if (!recipients.every(recipient => z.email().safeParse(recipient).success)) return { problem: 'email' }
  return { address: recipients.join(', ') }
}

/** What a target is made of. */
export const newTargetSchema = z
  .strictObject({ kind: z.enum(TARGET_KINDS, 'invalid'), name, address, locale, at, periods })
  .transform((target, check) => {
    const read = readAddress(target.kind, target.address)
    if ('address' in read) return { ...target, ...read }
    check.addIssue({ code: 'custom', path: ['address'], message: read.problem })
    return z.NEVER
  })

export type NewTarget = z.output<typeof newTargetSchema>

/**
 * Pauses one or lets it go on; or changes some of it, or all, and says on which revision of it that is based. What it is sent by
 * stays; an address is read by that.
 */
export const targetChangeSchema = z
  .strictObject({
    name,
    address,
    locale,
    at,
    periods,
    paused: z.boolean('invalid'),
    revision: z.string().max(64, 'long'),
  })
  .partial()
  .transform(({ paused, revision, ...edit }, check) => {
    const isEdit = Object.keys(edit).length > 0
    if (paused !== undefined && revision === undefined && !isEdit) return { paused }
    if (paused === undefined && revision !== undefined && isEdit) return { ...edit, revision }
    check.addIssue({ code: 'custom', message: 'required' })
    return z.NEVER
  })

export type TargetEdit = Exclude<z.output<typeof targetChangeSchema>, { paused: boolean }>

/** Which delivery of a target is to be sent again. */
export const retrySchema = z.strictObject({
  reviewKey: z.string('required').regex(/^[\w-]{1,64}$/, 'invalid'),
  recipient: z.string('required').max(320, 'long'),
})
