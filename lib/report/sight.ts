import type { OutboundReport } from './outbound'
import type { OverviewReport } from './overview'
import type { ViewQuery } from './query'

/** Whose numbers somebody sees besides the team's: one Allo user's, or nobody's (null). */
export interface Only {
  person: string | null
}

/** What of the team's data somebody may see. The server decides it; pages follow it. */
export interface Sight {
  /** The lists of calls behind a number. */
  lists: boolean
  /** null sees everybody's numbers. */
  only: Only | null
}

/** What of an address a page left out, because it is not for its reader. */
export type Withheld = 'lists' | 'people' | 'lines'

/** Whether the numbers of an Allo user may be seen. */
export function seesPerson(only: Only | null, id: string): boolean {
  return only === null || only.person === id
}

/** Whether the numbers of a line may be seen: often one person uses it alone, and its numbers are theirs. */
export function seesLines(only: Only | null): boolean {
  return only === null
}

/**
 * The view without what its reader may not see, and which kinds of things were left out. A drilldown into what
 * was left out goes with it: it belonged to another question.
 */
export function narrowView(view: ViewQuery, { lists, only }: Sight): { view: ViewQuery; withheld: Withheld[] } {
  const { report, drill } = view
  const people = report.people.filter(id => seesPerson(only, id))
  const others = people.length < report.people.length || (drill?.person != null && !seesPerson(only, drill.person))
  const byLines = report.lines.length > 0 && !seesLines(only)
  const withheld: Withheld[] = [
    ...(others ? ['people' as const] : []),
    ...(byLines ? ['lines' as const] : []),
    ...(drill && !lists ? ['lists' as const] : []),
  ]
  if (withheld.length === 0) return { view, withheld }
  const shown = { ...report, people, lines: byLines ? [] : report.lines }
  return { view: { ...view, report: shown, drill: null }, withheld }
}

/** The number of calls of several rows; null when one of them is unknown. */
function sum(counts: readonly (number | null)[]): number | null {
  return counts.reduce((total: number | null, count) => (total === null || count === null ? null : total + count), 0)
}

/**
 * The report for somebody who sees the team's numbers and one person's: the rows of all others become one sum, so that the
 * leaderboard still adds up. Ranks and bars go, as they would tell what colleagues have.
 */
export function narrowOutbound(report: OutboundReport, only: Only): OutboundReport {
  const { rows, unattributed } = report.leaderboard
  const others = rows.filter(row => row.user && !seesPerson(only, row.user.id))
  const shown = rows.filter(row => !others.includes(row))
  return {
    ...report,
    leaderboard: {
      rows: shown.map(row => ({ ...row, rank: 0, share: row.connected > 0 ? 1 : 0 })),
      unattributed,
      colleagues:
        others.length === 0
          ? null
          : { connected: sum(others.map(row => row.connected)) ?? 0, before: sum(others.map(row => row.before)) },
    },
  }
}

/** As narrowOutbound, for the overview: the calls of all others are one sum. */
export function narrowOverview(report: OverviewReport, only: Only): OverviewReport {
  const others = report.people.filter(({ user }) => user && !seesPerson(only, user.id))
  return {
    ...report,
    people: report.people.filter(person => !others.includes(person)),
    colleagues: others.length === 0 ? null : { totalCalls: sum(others.map(person => person.totalCalls.now)) },
  }
}
