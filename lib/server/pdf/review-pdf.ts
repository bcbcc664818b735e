import 'server-only'
import PQueue from 'p-queue'
import { CallboardError } from '@/lib/errors'
import { LOCALE_COOKIE } from '@/lib/i18n/locales'
import { fileName } from '@/lib/report/file-name'
import type { DateRange } from '@/lib/report/query'
import { type Access, assertMay, assertPerson } from '@/lib/server/access/access'
import type { CookieReader } from '@/lib/server/access/find'
import type { Call } from '@/lib/server/allo'
import { type Attempts, createAttempts } from '@/lib/server/attempts'
import { remember } from '@/lib/server/remember'
import { getReview, type Wish } from '@/lib/server/reviews/reviews'
import { sessionCookie } from '@/lib/server/session-cookie'
import { shared } from '@/lib/server/shared/shared'
import { type Paper, printPdf } from './print'

/** A browser takes a few hundred megabytes: one at a time, and so many who wait for their turn. */
const queue = () => remember('pdf queue', () => new PQueue({ concurrency: 1 }))
const MOST_WAITING = 4

const attempts = () =>
  remember<Attempts>('pdf attempts', () =>
    createAttempts(shared(), { name: 'pdf-', account: 20, address: 60, everybody: 120 }),
  )

const searchOf = ({ revision, live }: Wish) => (live ? '?live' : revision ? `?revision=${revision}` : '')

interface Wanted {
  key: string
  wish: Wish
  paper: Paper
  cookies: CookieReader
  acceptLanguage: string
  /** Where the request comes from, for the limit. */
  address: string | null
  call: Call
}

interface ReviewPdf {
  bytes: Buffer
  /** With its ending. */
  fileName: string
  range: DateRange
}

/**
 * A review as PDF, as its reader sees it: the browser that prints it has their session and no other.
 *
 * @throws CallboardError FORBIDDEN for whoever has no session, whatever getReview throws, NOT_FOUND without a Chromium,
 *   TOO_MANY_ATTEMPTS, BUSY when too many wait, INTERNAL when it could not be printed
 */
export async function getReviewPdf(access: Access, wanted: Wanted): Promise<ReviewPdf> {
  assertMay(access, 'reports.export')
  assertPerson(access)
  const { key, wish, paper, cookies, acceptLanguage, call } = wanted
  const { document } = await getReview(access, key, wish, call)
  if (queue().size >= MOST_WAITING)
    throw new CallboardError('BUSY', 'too many wait for a PDF', { retryAfterSeconds: 10 })
  const retryAfterSeconds = await attempts().count(access.id, wanted.address)
  if (retryAfterSeconds > 0) throw new CallboardError('TOO_MANY_ATTEMPTS', 'too many PDFs', { retryAfterSeconds })
  const names = [sessionCookie(), LOCALE_COOKIE]
  const path = `/reviews/${encodeURIComponent(key)}/paper${searchOf(wish)}`
  const bytes = await queue().add(async () => {
    // Nobody waits any more.
    call.signal?.throwIfAborted()
    return printPdf({
      path,
      ready: '[data-paper]',
      paper,
      cookies: names.flatMap(name => {
        const value = cookies.get(name)?.value
        return value === undefined ? [] : [{ name, value }]
      }),
      acceptLanguage,
    })
  })
  return { bytes, fileName: `${fileName(document.outbound, 'review')}.pdf`, range: document.range }
}
