import 'server-only'
import type { ReviewCall } from '@/lib/report/review/document'
import { callOf, documentOf } from '@/lib/report/review/review-fixture'
import type { CookieReader } from '@/lib/server/access/find'
import { query } from '@/lib/server/db/database'
import { reviewRevisions, reviews } from '@/lib/server/db/reviews-schema'
import { ORIGIN, person, WEEK } from '@/lib/server/reviews/review-kit'
import { writeDocument } from '@/lib/server/reviews/revisions'
import { type NewShare, newShareSchema } from './input'
import { makeShare } from './shares'

/** A view of the outbound report with its dates fixed. */
export const VIEW = '/outbound?period=2026-04-13..2026-04-19&compare=none'

/** The cookies of a browser that has these and no others. */
export const cookies = (jar: Record<string, string> = {}): CookieReader => ({
  get: name => (jar[name] === undefined ? undefined : { value: jar[name] }),
})

/** Freezes a made-up revision of a week, with these calls in it. */
export async function keepRevision(key: string, number: number, calls: Partial<ReviewCall>[]): Promise<void> {
  const subject = { kind: 'week' as const, key }
  const frozen = writeDocument(documentOf({ subject, calls: calls.map(callOf) }))
  await query(async db => {
    await db.insert(reviews).values({ key }).onConflictDoNothing()
    await db.insert(reviewRevisions).values({
      reviewKey: key,
      number,
      ...frozen,
      headline: {},
      frozenAt: new Date(),
      frozenBy: null,
      frozenByName: null,
    })
  })
}

/** What a manager sends to share the funnel of the first revision of the week, but for what is given. */
export function wish(given: Partial<NewShare> = {}): NewShare {
  const subject = { kind: 'review' as const, key: WEEK, revision: 1 }
  const rest = { days: 30, passphrase: null, showsNumbers: false, showsNames: false, unfolds: false } as const
  return newShareSchema.parse({ name: 'Board', subject, sections: ['funnel'], ...rest, ...given })
}

/** Makes a link. Answers its id and its secret. */
export async function share(given: Partial<NewShare> = {}): Promise<{ id: string; secret: string }> {
  const { id, address } = await makeShare(person('manager'), wish(given), ORIGIN)
  return { id, secret: address.split('/share/')[1] ?? '' }
}
