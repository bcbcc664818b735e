import type { OutboundReport } from '@/lib/report/outbound'

/** True when nobody dialled in the period: panels would only draw nothing, so `EmptyReport` stands in their place. */
export function isEmptyReport(report: OutboundReport): boolean {
  return report.funnel.stages.every(stage => stage.count.now === 0)
}
