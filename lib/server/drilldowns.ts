import 'server-only'
import { CallboardError, toCallboardError } from '@/lib/errors'
import { cellDays, drillRange, isInCell } from '@/lib/report/drill'
import type { CallRow, DayCallsAnswer, DrilldownAnswer } from '@/lib/report/drilldown'
import { resolvePeriod } from '@/lib/report/period'
import type { DrillQuery, IsoDate, ViewQuery } from '@/lib/report/query'
import type { Only } from '@/lib/report/sight'
import { toDrilldownBody } from '@/lib/report/to-allo'
import { type Access, assertMay } from './access/access'
import { assertDrill } from './access/scope'
import { withholdCalls } from './access/withhold'
import { askAllCalls, type WholeQuestion } from './all-calls'
import type { Call } from './allo'
import { toCallRow } from './call-view'
import { getCallDetails } from './calls'
import { log } from './log'
import { askOutbound } from './questions'
import { today, workspace } from './workspace'

/** Calls on a page of the drawer. */
const PAGE_SIZE = 20

function invalid(field: string, why: string): CallboardError {
  return new CallboardError('INVALID_PARAMETER', why, { field })
}

interface Asked {
  drill: DrillQuery
  question: WholeQuestion
  /** Allo cannot combine a person with lines: the lines are asked for, and this person's calls picked from the whole list. */
  pick: string | null
  /** Whose numbers the reader sees; null for everybody's. */
  only: Only | null
}

/** What every kind of drilldown asks: the report's scope, narrowed to the mark. */
function readDrilldown(access: Access, { report, drill }: ViewQuery): Asked {
  assertMay(access, 'calls.list')
  if (drill === null) throw invalid('stage', 'no drilldown is asked for')
  const only = assertDrill(access, report, drill)
  const { weekStart, conversionTags } = workspace()
  const tags = report.tags ?? conversionTags
  if (drill.stage === 'conversions' && tags.length === 0) throw invalid('tags', 'no tag makes a conversion')
  const resolved = resolvePeriod(report, { today: today(), weekStart })
  const byLines = report.lines.length > 0
  const question: WholeQuestion = {
    range: drillRange(drill, resolved.range),
    people: drill.person !== null && !byLines ? [drill.person] : report.people,
    lines: report.lines,
    tags,
    // The list does not depend on it; a fixed value lets all granularities share one answer.
    granularity: 'day',
    stage: drill.stage,
  }
  return { drill, question, pick: byLines ? drill.person : null, only }
}

/**
 * Contact, summary and tags of a page's calls; without them the list is still worth showing. The whole page is asked for,
 * whichever of its calls the reader may open, so that all readers share one answer.
 */
async function findDetails(
  access: Access,
  rows: CallRow[],
  call: Call,
): Promise<Pick<DrilldownAnswer, 'details' | 'detailsFailure'>> {
  if (rows.every(row => row.withheld)) return { details: [], detailsFailure: null }
  const ids = rows.map(row => row.id)
  try {
    return { details: await getCallDetails(access, ids, call), detailsFailure: null }
  } catch (thrown) {
    if (call.signal?.aborted) throw thrown
    const { code, requestId } = toCallboardError(thrown)
    log().warn({ event: 'drilldown without details', code, requestId })
    return { details: [], detailsFailure: code }
  }
}

type Listed = Pick<DrilldownAnswer, 'rows' | 'page' | 'aggregate'> & { fetchedAt: number }

/** A page as Allo cuts it, with the count of the same answer's funnel. */
async function listPage({ drill, question }: Asked, call: Call): Promise<Listed> {
  const { stage, page } = drill
  const { value, fetchedAt } = await askOutbound(toDrilldownBody({ ...question, page, size: PAGE_SIZE }), today(), call)
  if (value.items === null) throw new CallboardError('BAD_RESPONSE', 'the answer holds no list', { field: 'items' })
  const { totalCount, totalPages, size } = value.items.pagination
  // Told twice, a call is still one: rows that share an id would stay on screen when the page is turned.
  const rows = new Map(value.items.rows.map(item => [item.id, toCallRow(item, stage)]))
  return {
    rows: [...rows.values()],
    page: { page, size, totalCount, totalPages },
    aggregate: value.funnel[stage].count.value,
    fetchedAt,
  }
}

/** A page of one person's calls, picked and cut by us. */
async function listPicked({ drill, question, pick }: Asked, call: Call): Promise<Listed> {
  const { value, fetchedAt } = await askAllCalls(question, today(), call)
  const theirs = value.filter(row => row.user?.id === pick)
  const { page } = drill
  return {
    rows: theirs.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE),
    page: { page, size: PAGE_SIZE, totalCount: theirs.length, totalPages: Math.ceil(theirs.length / PAGE_SIZE) },
    aggregate: theirs.length,
    fetchedAt,
  }
}

/**
 * One page of the calls behind a mark, in Allo's order, with the count of the same moment.
 * A page past the end is empty and has the right totals. Calls that the reader may not open count, and show little else.
 *
 * @throws CallboardError INVALID_PARAMETER for a view without drilldown, and for a cell of the heatmap (see getDayCalls);
 *   FORBIDDEN for a colleague whose numbers are not the reader's to see
 */
export async function getDrilldown(access: Access, view: ViewQuery, call: Call = {}): Promise<DrilldownAnswer> {
  const asked = readDrilldown(access, view)
  const { drill, question, pick, only } = asked
  if (drill.cell !== null) throw invalid('cell', 'the calls of a cell are asked for day by day')

  const listed = await (pick === null ? listPage(asked, call) : listPicked(asked, call))
  const rows = withholdCalls(access, listed.rows, only)
  return {
    stage: drill.stage,
    range: question.range,
    ...listed,
    rows,
    ...(await findDetails(access, rows, call)),
    fetchedAt: new Date(listed.fetchedAt).toISOString(),
  }
}

/**
 * All calls of one day behind a cell of the heatmap.
 *
 * @param day a day of the drilldown's range with the cell's weekday
 * @throws CallboardError INVALID_PARAMETER for a view without cell or another day; ALLO_RANGE_TOO_WIDE for a day of more
 *   than 10,000 calls; FORBIDDEN as getDrilldown
 */
export async function getDayCalls(
  access: Access,
  view: ViewQuery,
  day: IsoDate,
  call: Call = {},
): Promise<DayCallsAnswer> {
  const { drill, question, pick, only } = readDrilldown(access, view)
  const { cell } = drill
  if (cell === null) throw invalid('cell', 'no cell is asked for')
  if (!cellDays(question.range, cell.weekday).includes(day)) throw invalid('day', 'not a day of this cell')

  const { value, fetchedAt } = await askAllCalls({ ...question, range: { from: day, to: day } }, today(), call)
  const { zone } = workspace()
  const rows = value.filter(row => isInCell(row, cell, zone) && (pick === null || row.user?.id === pick))
  return {
    date: day,
    rows: withholdCalls(access, rows, only),
    fetchedAt: new Date(fetchedAt).toISOString(),
  }
}
