import type { OutboundReport, ReportAnswer } from '@/lib/report/outbound'
import type { ReviewDocument } from '@/lib/report/review/document'

/** The outbound report of a shared view as the panels and pictures of a review take it: of a review it is only this part. */
export function viewDocument(answer: ReportAnswer<OutboundReport>, name: string): ReviewDocument {
  const { report, computedAt, fetchedAt } = answer
  return {
    format: 1,
    subject: { kind: 'report', key: '', name },
    range: report.period.range,
    comparedWith: report.comparison?.range ?? null,
    settings: { zone: report.zone, minSample: report.heatmap.minSample, tags: [], holidays: [], workdays: [] },
    computedAt,
    fetchedAt,
    outbound: report,
    overview: null,
    people: [],
    moved: null,
    summary: [],
    calls: [],
    outcomes: [],
  }
}
