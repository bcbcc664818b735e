import 'server-only'
import { z } from 'zod'
import { LONGEST_ADDRESS, savableAddress } from '@/lib/report/saved-view'

/** Control characters, and those that turn the direction of the text around them. */
const UNFIT = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u

/** One line of text that somebody gives a thing as its name. */
export const viewName = z
  .string('required')
  .trim()
  .min(1, 'required')
  .max(80, 'long')
  .refine(name => !UNFIT.test(name), 'invalid')

/** What is kept is canonical, whatever was sent. */
const viewAddress = z
  .string('required')
  .max(4 * LONGEST_ADDRESS, 'long')
  .transform((text, context) => {
    const address = savableAddress(text)
    if (address !== null && address.length <= LONGEST_ADDRESS) return address
    context.addIssue({ code: 'custom', message: address === null ? 'invalid' : 'long' })
    return z.NEVER
  })

/** A view as it is sent to be saved. */
export const newViewSchema = z.strictObject({
  name: viewName,
  address: viewAddress,
  pinned: z.boolean().default(false),
  shared: z.boolean().default(false),
  start: z.boolean().default(false),
})

/** What may be changed of one: its name, and whether the team sees it. */
export const viewChangeSchema = z.strictObject({ name: viewName.optional(), shared: z.boolean().optional() })

/** The view to begin with; null for the dashboard. */
export const startSchema = z.strictObject({ viewId: z.string().max(64).nullable() })

export type NewView = z.output<typeof newViewSchema>
export type ViewChange = z.output<typeof viewChangeSchema>
