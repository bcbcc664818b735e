import 'server-only'
import { CallboardError } from '@/lib/errors'
import { resolvePeriod } from '@/lib/report/period'
import { readView, writeReport } from '@/lib/report/search'
import type { Access } from '@/lib/server/access/access'
import { transaction } from '@/lib/server/db/database'
import { newId } from '@/lib/server/db/ids'
import { insertReportRow, listReportRows } from '@/lib/server/db/reviews'
import { today, workspace } from '@/lib/server/workspace'
import { assertRoom, assertWriter } from './writer'
import type { NewReport } from './writings-input'

/** Reports that a workspace may have. */
const MOST = 500

/** A report's search string with its dates written out, so that it means the same for ever. Throws CallboardError INVALID_INPUT. */
function fixed(report: string): string {
  const { view, ignored } = readView(new URLSearchParams(report))
  const { range, comparison } = resolvePeriod(view.report, { today: today(), weekStart: workspace().weekStart })
  if (ignored.length > 0 || range.from > today()) {
    throw new CallboardError('INVALID_INPUT', 'no report of ours', { fields: { report: 'invalid' } })
  }
  return writeReport({ ...view.report, period: range, comparison: comparison?.range ?? 'none', granularity: 'day' })
}

/**
 * Gives a report of any range, compared with any other, a name and an address of its own. Its first visit freezes it, as that of
 * a week, which is when the audit log tells of it.
 *
 * @param given.report search string of the outbound report; named periods become the dates that they are today
 * @returns its key, `rep_…`
 * @throws CallboardError FORBIDDEN; INVALID_INPUT for a search string that is not understood whole, a range that has not begun,
 *   and when there are too many
 */
export async function makeReport(access: Access, given: NewReport): Promise<{ key: string }> {
  assertWriter(access)
  const report = fixed(given.report)
  assertRoom((await listReportRows()).length, MOST, 'name')
  const key = newId('rep')
  await transaction(tx => insertReportRow(tx, { key, name: given.name, report, createdBy: access.id }))
  return { key }
}
