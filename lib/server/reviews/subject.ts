import 'server-only'
import { CallboardError } from '@/lib/errors'
import { addDays, daysIn } from '@/lib/report/dates'
import { resolvePeriod } from '@/lib/report/period'
import type { DateRange, IsoDate, ReportQuery } from '@/lib/report/query'
import type { ReviewSubject } from '@/lib/report/review/document'
import { comparedRangeOf, isClosed, rangeOf, readKey } from '@/lib/report/review/key'
import { DEFAULT_VIEW, readView } from '@/lib/report/search'
import { findReviewRow, type ReviewRow } from '@/lib/server/db/reviews'
import { today, workspace } from '@/lib/server/workspace'

/** What a review is of, before any number is asked for. */
export interface Subject {
  subject: ReviewSubject
  /** The whole period, also while it runs. */
  range: DateRange
  /** Whose calls and which tags count; dates fixed, by the day. */
  report: ReportQuery
  closed: boolean
}

function ofReport({ key, name, report }: ReviewRow, day: IsoDate): Subject | null {
  if (name === null || report === null) return null
  const query = readView(new URLSearchParams(report)).view.report
  const { range, comparison } = resolvePeriod(query, { today: day, weekStart: workspace().weekStart })
  return {
    subject: { kind: 'report', key, name },
    range,
    report: { ...query, period: range, comparison: comparison?.range ?? 'none', granularity: 'day' },
    closed: isClosed(range, day),
  }
}

/** The subject of a named report's row; null for the row of a week or month. */
export function subjectOfRow(row: ReviewRow): Subject | null {
  return ofReport(row, today())
}

/** The subject that a key names, if the period of it is known without asking anybody; null for a named report and for no key. */
export function subjectOfPeriod(key: string): Subject | null {
  const read = readKey(key)
  if (!read || read.kind === 'report') return null
  const range = rangeOf(read)
  const report = {
    ...DEFAULT_VIEW.report,
    period: range,
    comparison: comparedRangeOf(read),
    granularity: 'day',
  } as const
  return { subject: read, range, report, closed: isClosed(range, today()) }
}

/**
 * Finds out what a key names.
 *
 * @throws CallboardError NOT_FOUND for what is no key, for a report that is not there, and for a period that has not begun
 */
export async function findSubject(key: string): Promise<Subject> {
  const row = readKey(key)?.kind === 'report' ? await findReviewRow(key) : null
  const found = row ? subjectOfRow(row) : subjectOfPeriod(key)
  if (!found || found.range.from > today()) throw new CallboardError('NOT_FOUND', 'no such review')
  return found
}

/**
 * The question that a subject asks now. A period that still runs ends today, and so many days of the one before are set
 * beside it.
 */
export function questionOf({ report, range }: Subject): {
  query: ReportQuery
  range: DateRange
  before: DateRange | null
} {
  const day = today()
  const asked = range.to > day ? { from: range.from, to: day } : range
  const { comparison } = report
  if (typeof comparison === 'string') return { query: { ...report, period: asked }, range: asked, before: null }
  const end = addDays(comparison.from, daysIn(asked) - 1)
  const cut = range.to >= day && end < comparison.to ? { from: comparison.from, to: end } : comparison
  return { query: { ...report, period: asked, comparison: cut }, range: asked, before: cut }
}
