import 'server-only'
import { forbidden, notFound } from 'next/navigation'
import { type ErrorBody, toCallboardError, toErrorBody } from '@/lib/errors'
import type { ReviewAnswer } from '@/lib/report/review/answer'
import type { ReviewWritings } from '@/lib/report/review/writings'
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

/** As askReview, for pages that are sent whole; a failure that may pass is answered, to be told in place of the review. */
export async function loadReview(access: Access, key: string, wish: Wish, call: Call): Promise<PageReview | ErrorBody> {
  try {
    return await askReview(access, key, wish, call)
  } catch (thrown) {
    turnAway(thrown)
    return toErrorBody(toCallboardError(thrown))
  }
}
