import 'server-only'
import type { OutboundReport, ReportAnswer } from '@/lib/report/outbound'
import type { HeatMetric } from '@/lib/report/query'
import type { ReviewAnswer } from '@/lib/report/review/answer'
import type { ReviewWritings } from '@/lib/report/review/writings'
import type { ShareAccess } from '@/lib/server/access/access'
import type { Call } from '@/lib/server/allo'
import type { ShareRow } from '@/lib/server/db/shares'
import { getReport } from '@/lib/server/reports'
import { getReview } from '@/lib/server/reviews/reviews'
import { getWritings } from '@/lib/server/reviews/writings'
import { viewOf } from './subject'

/** What a link shows; whatever was not chosen is not in it. */
export type Shown =
  | { kind: 'review'; answer: ReviewAnswer; writings: ReviewWritings }
  | { kind: 'view'; answer: ReportAnswer<OutboundReport>; heat: HeatMetric }

/**
 * Reads what a link shows through the doors that everybody reads through.
 *
 * @throws CallboardError as they do
 */
export async function getShown(
  { subject }: Pick<ShareRow, 'subject'>,
  access: ShareAccess,
  call: Call,
): Promise<Shown> {
  if (subject.kind === 'review') {
    const { key, revision } = subject
    const [answer, writings] = await Promise.all([getReview(access, key, { revision }, call), getWritings(access, key)])
    return { kind: 'review', answer, writings }
  }
  const { report, heat } = viewOf(subject.address)
  return { kind: 'view', answer: await getReport(access, 'outbound', report, call), heat }
}
