import { z } from 'zod'
import { canonicalList, readTags, writeTags } from '@/lib/report/address-values'

/** How many sets a workspace may have. */
export const MAX_TAG_SETS = 30

/** A name and the tags that make a conversion, as typed. Tags are what an address can carry: at most 20, each once, sorted. */
export const tagSetSchema = z.object({
  name: z.string('required').trim().min(1, 'required').max(60, 'long'),
  tags: z
    .array(z.string().trim())
    .min(1, 'required')
    .max(20, 'long')
    .transform(canonicalList)
    .refine(tags => readTags(writeTags(tags)) !== null, 'invalid'),
})

export type TagSetInput = z.infer<typeof tagSetSchema>

/** Whether two names are the same to a reader. */
export function sameName(one: string, other: string): boolean {
  return one.trim().toLocaleLowerCase('en') === other.trim().toLocaleLowerCase('en')
}
