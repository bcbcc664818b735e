import 'server-only'
import { z } from 'zod'
import { SECTIONS } from '@/lib/report/review/document'
import { LONGEST_ADDRESS, readSavable } from '@/lib/report/saved-view'
import { readView } from '@/lib/report/search'
import { viewName } from '@/lib/server/views-input'
import { PASSPHRASE_LENGTH, SHARE_DAYS, VIEW_SECTIONS } from '@/lib/settings/share-link'

/** A page whose dates are fixed, in its one address: a link must not show more tomorrow than its maker looked at today. */
function readShared(text: string): string | null {
  const place = readSavable(text)
  if (place?.path !== '/outbound') return null
  const { period } = readView(new URLSearchParams(place.search)).view.report
  return typeof period === 'string' ? null : place.path + place.search
}

const subject = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('review'),
    key: z.string().regex(/^[\w-]{1,64}$/, 'invalid'),
    revision: z.int().min(1).max(1_000_000),
  }),
  z.strictObject({
    kind: z.literal('view'),
    address: z
      .string()
      .max(4 * LONGEST_ADDRESS, 'long')
      .transform((text, context) => {
        const address = readShared(text)
        if (address !== null && address.length <= LONGEST_ADDRESS) return address
        context.addIssue({ code: 'custom', message: address === null ? 'invalid' : 'long' })
        return z.NEVER
      }),
  }),
])

/** What a link is made of; `days: null` for one that does not expire by itself. Sections come out in the order of a review. */
export const newShareSchema = z
  .strictObject({
    name: viewName,
    subject,
    sections: z
      .array(z.enum(SECTIONS))
      .min(1, 'required')
      .transform(chosen => SECTIONS.filter(section => chosen.includes(section))),
    days: z.literal(SHARE_DAYS).nullable(),
    passphrase: z.string().min(PASSPHRASE_LENGTH.least, 'short').max(PASSPHRASE_LENGTH.most, 'long').nullable(),
    showsNumbers: z.boolean(),
    showsNames: z.boolean(),
    unfolds: z.boolean(),
  })
  .refine(
    ({ subject: { kind }, sections }) =>
      kind === 'review' || sections.every(section => VIEW_SECTIONS.some(each => each === section)),
    { path: ['sections'], message: 'invalid' },
  )
  .refine(({ unfolds, passphrase }) => !unfolds || passphrase === null, { path: ['unfolds'], message: 'invalid' })

/** What may be changed of one: whether it opens for now, its name, and for how many days from now. Never what it shows. */
export const shareChangeSchema = z
  .strictObject({ paused: z.boolean(), name: viewName, days: z.literal(SHARE_DAYS).nullable() })
  .partial()
  .refine(change => Object.keys(change).length > 0, 'required')

export type NewShare = z.output<typeof newShareSchema>
export type ShareChange = z.output<typeof shareChangeSchema>
