import { openMark } from '@/lib/report/drill'
import { addressOf, OUTBOUND } from '@/lib/report/place'
import type { Mark, ViewQuery } from '@/lib/report/query'
import { DEFAULT_VIEW } from '@/lib/report/search'
import type { ReviewDocument } from './document'

interface Behind {
  /** An Allo user's calls only. */
  person?: string
  /** The period that the review is compared with, instead of its own. */
  before?: boolean
}

/** The dashboard's view of what a review holds: the same people, days, tags and comparison, whatever the settings are by now. */
function viewBehind({ range, comparedWith, of, settings }: ReviewDocument, { person, before }: Behind): ViewQuery {
  return {
    ...DEFAULT_VIEW,
    report: {
      ...DEFAULT_VIEW.report,
      period: before && comparedWith ? comparedWith : range,
      comparison: before || !comparedWith ? 'none' : comparedWith,
      people: person === undefined ? (of?.people ?? []) : [person],
      lines: person === undefined ? (of?.lines ?? []) : [],
      tags: settings.tags.length > 0 ? settings.tags : null,
    },
  }
}

/** The address that opens the calls behind a number of a review, over the dashboard of its period. */
export function behindHref(document: ReviewDocument, mark: Mark, behind: Behind = {}): string {
  return addressOf(OUTBOUND, openMark(viewBehind(document, behind), mark))
}
