import type { Directory } from './directory'
import type { Compared } from './outbound'
import type { OverviewFigures, OverviewReport } from './overview'
import type { ReportQuery } from './query'
import type { OverviewSort, Sort } from './team-place'

/** A row of the table of people. */
export interface TeamRow extends OverviewFigures {
  user: { id: string; name: string }
  /** Not with the team any more; named because there are calls of theirs. */
  blocked: boolean
}

export interface TeamRows {
  people: TeamRow[]
  /** Calls that Allo attributes to nobody; null when there are none. */
  nobody: OverviewFigures | null
  /** Calls of the team's total that no row holds; 0 when the rows add up, null when it is not known. */
  rest: number | null
  /** All colleagues of a reader who does not see them one by one. */
  colleagues: { totalCalls: number | null } | null
}

function none<T>(now: T, compared: boolean): Compared<T> {
  return compared ? { now, before: now, change: { kind: 'equal' } } : { now, before: null, change: { kind: 'none' } }
}

/** Somebody whom neither period of the report lists. Where two periods may not be compared, nothing is said of them. */
function zeroRow(user: TeamRow['user'], { comparison }: OverviewReport): TeamRow {
  const zero = none<number | null>(0, comparison?.likeForLike ?? false)
  return {
    user,
    blocked: false,
    totalCalls: zero,
    talkTime: zero,
    longCalls: zero,
    answerRate: none<number | null>(null, false),
  }
}

/**
 * The overview's people joined with the directory: whoever had no calls has a row of zeros, except those who have left and,
 * where people are asked for, all others. A question by lines cannot tell who might have used them, so it adds nobody.
 */
export function teamRows(report: OverviewReport, asked: ReportQuery, directory: Directory | null): TeamRows {
  const blocked = new Set(directory?.people.flatMap(({ id, blocked }) => (blocked ? [id] : [])))
  const listed = report.people.flatMap(({ user, ...figures }) =>
    user ? [{ ...figures, user, blocked: blocked.has(user.id) }] : [],
  )
  const known = new Set(listed.map(({ user }) => user.id))
  const expected = (directory?.people ?? []).filter(
    ({ id }) =>
      !known.has(id) &&
      (asked.people.length > 0 ? asked.people.includes(id) : asked.lines.length === 0 && !blocked.has(id)),
  )
  const nobody = report.people.find(({ user }) => user === null)
  return {
    people: [...listed, ...expected.map(({ id, name }) => zeroRow({ id, name }, report))],
    nobody: nobody ?? null,
    rest: report.unattributed,
    colleagues: report.colleagues,
  }
}

const VALUE: Record<Exclude<OverviewSort, 'name'>, (row: TeamRow) => number | null> = {
  calls: row => row.totalCalls.now,
  talk: row => row.talkTime.now,
  long: row => row.longCalls.now,
  rate: row => row.answerRate.now,
}

function byName(one: TeamRow, other: TeamRow): number {
  return one.user.name.localeCompare(other.user.name, 'en') || (one.user.id < other.user.id ? -1 : 1)
}

/** The rows in the order of a column: largest first, names from A; reversed on request. What is not known is last, always. */
export function sortTeam(rows: readonly TeamRow[], { by, reversed }: Sort<OverviewSort>): TeamRow[] {
  const way = reversed ? -1 : 1
  if (by === 'name') return rows.toSorted((one, other) => way * byName(one, other))
  const value = VALUE[by]
  return rows.toSorted((one, other) => {
    const [a, b] = [value(one), value(other)]
    if (a === null || b === null) return Number(a === null) - Number(b === null) || byName(one, other)
    return way * (b - a) || byName(one, other)
  })
}
