import { countsOfReport } from '@/lib/report/funnels'
import { STAGES } from '@/lib/report/query'
import type { Difference } from './answer'
import type { ReviewDocument } from './document'

type Numbers = Pick<ReviewDocument, 'outbound' | 'settings'>

/** Whether both count the same calls as conversions. Other tags count others, and that is nothing that moved. */
function countAlike(one: Numbers, other: Numbers): boolean {
  const tags = ({ settings }: Numbers) => JSON.stringify(settings.tags.toSorted())
  return [one, other].every(({ outbound }) => outbound.funnel.hasConversions) && tags(one) === tags(other)
}

/** What of the team's funnel is not as it was when it was frozen; empty when nothing moved. */
export function differencesOf(frozen: Numbers, live: Numbers): Difference[] {
  const [then, now] = [countsOfReport(frozen.outbound), countsOfReport(live.outbound)]
  const comparable = STAGES.filter(stage => stage !== 'conversions' || countAlike(frozen, live))
  return comparable
    .filter(stage => then[stage] !== now[stage])
    .map(stage => ({ stage, frozen: then[stage], live: now[stage] }))
}
