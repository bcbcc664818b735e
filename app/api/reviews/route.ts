import { toReply } from '@/lib/server/reply'
import { listReviews } from '@/lib/server/reviews/list'
import { makeReport } from '@/lib/server/reviews/make-report'
import { newReportSchema } from '@/lib/server/reviews/writings-input'
import { route } from '@/lib/server/route'

export const GET = route('reviews', 'reviews.read', async ({ access }) => toReply(await listReviews(access)))

export const POST = route('reviews', 'reviews.write', async ({ access, body }) =>
  toReply(await makeReport(access, await body(newReportSchema))),
)
