import 'server-only'
import { CallboardError } from '@/lib/errors'
import { toCsv } from '@/lib/format/csv'
import { fileName } from '@/lib/report/file-name'
import { REVIEW_TABLES, reviewTable } from '@/lib/report/review/tables'
import { type Access, assertMay } from './access/access'
import type { Call } from './allo'
import type { ReportCsv } from './report-csv'
import { getReview, type Wish } from './reviews/reviews'

interface Asked {
  key: string
  table: string
  wish: Wish
  /** Whether the file begins with the UTF-8 mark, which spreadsheets want and scripts do not. */
  mark: boolean
}

/**
 * A table of a review, as the CSV of a report: RFC 4180, headings that do not change with a language, raw values, the zone in
 * the last column. Its rows are those that the reader may see.
 *
 * @throws CallboardError NOT_FOUND for no such table, and whatever getReview throws
 */
export async function getReviewCsv(
  access: Access,
  { key, table: name, wish, mark }: Asked,
  call: Call = {},
): Promise<ReportCsv> {
  assertMay(access, 'reports.export')
  const table = REVIEW_TABLES.find(each => each === name)
  if (!table) throw new CallboardError('NOT_FOUND', 'no such table')
  const { document } = await getReview(access, key, wish, call)
  const { header, rows } = reviewTable(document, table)
  const text = await toCsv(header, rows, { mark })
  return { text, fileName: `${fileName(document.outbound, `review-${table}`)}.csv`, range: document.range }
}
