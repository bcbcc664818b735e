import 'server-only'
import { forbidden, notFound } from 'next/navigation'
import { toCallboardError } from '@/lib/errors'
import type { ReviewAnswer, ReviewWritings } from '@/lib/report/review/document'
import type { Access } from '@/lib/server/access/access'
import type { Call } from '@/lib/server/allo'
import { getReview, type Wish } from './reviews'
import { getWritings } from './writings'

/** A review for a page, with what people wrote in it; null where that cannot be read just now. */
export interface PageReview {
  answer: ReviewAnswer
  writings: ReviewWritings | null
}

/** Asks for a review and its writings side by side. Throws CallboardError as getReview does. */
export async function askReview(access: Access, key: string, wish: Wish, call: Call): Promise<PageReview> {
  const [answer, writings] = await Promise.all([
    getReview(access, key, wish, call),
    getWritings(access, key).catch(() => null),
  ])
  return { answer, writings }
}

/** Leads away from what is no review, and from what is not for the reader; any other failure is left to the page. */
export function turnAway(reason: unknown): void {
  const { code } = toCallboardError(reason)
  if (code === 'NOT_FOUND') notFound()
  if (code === 'FORBIDDEN') forbidden()
}

/** As askReview, for pages that have nothing to show in place of a review. */
export async function loadReview(access: Access, key: string, wish: Wish, call: Call): Promise<PageReview> {
  try {
    return await askReview(access, key, wish, call)
  } catch (thrown) {
    turnAway(thrown)
    throw thrown
  }
}
