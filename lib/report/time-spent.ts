import type { OutboundAnswer } from '@/lib/allo/schemas'
import type { Comparer } from './comparer'
import type { TimeSpentView } from './outbound'

/** Seconds, as Allo has them; null where it does not say. Totals are effort, averages carry no claim. */
export function shapeTimeSpent(
  { timeSpent: now }: OutboundAnswer,
  before: OutboundAnswer | null,
  comparer: Comparer,
): TimeSpentView {
  const then = before?.timeSpent
  return {
    totalConversation: comparer.total(now.totalConversation?.value ?? null, then?.totalConversation?.value ?? null),
    averageConversation: comparer.average(
      now.averageConversation?.value ?? null,
      then?.averageConversation?.value ?? null,
    ),
    averageRinging: comparer.average(now.averageRinging?.value ?? null, then?.averageRinging?.value ?? null),
  }
}
