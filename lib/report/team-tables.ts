import { type PlacedFunnel, type RateStage, type StageCounts, stepRate } from './funnels'
import type { OverviewFigures, OverviewReport } from './overview'
import type { Stage } from './query'
import type { ColumnKind, ReportTable, TableColumn } from './tables'
import type { TeamRow, TeamRows } from './team-rows'

/** The headings and names of the team's tables, in the reader's words. */
export interface TeamHeads extends Record<keyof OverviewFigures, string> {
  person: string
  figure: string
  now: string
  earlier: string
  before: (name: string) => string
  team: string
  nobody: string
  rest: string
  colleagues: string
}

const KINDS = {
  totalCalls: 'count',
  talkTime: 'duration',
  longCalls: 'count',
  answerRate: 'rate',
} as const satisfies Record<keyof OverviewFigures, ColumnKind>
const FIGURES = ['totalCalls', 'talkTime', 'longCalls', 'answerRate'] as const

/** The team's four figures, one column each: now, and where there is a comparison, before. */
export function figuresTable({ team, comparison }: OverviewReport, heads: TeamHeads): ReportTable {
  const columns: TableColumn[] = [
    { key: 'figure', kind: 'text', header: heads.figure },
    ...FIGURES.map(key => ({ key, kind: KINDS[key], header: heads[key] })),
  ]
  const rows = [[heads.now, ...FIGURES.map(key => team[key].now)]]
  return { columns, rows: comparison ? [...rows, [heads.earlier, ...FIGURES.map(key => team[key].before)]] : rows }
}

/** One row a person in the order given, what no person holds, and the team's own figures at the end. */
export function peopleTable(
  { team, comparison }: OverviewReport,
  { nobody, rest, colleagues }: TeamRows,
  people: readonly TeamRow[],
  heads: TeamHeads,
): ReportTable {
  const compared = comparison !== null
  const columns: TableColumn[] = [
    { key: 'name', kind: 'text', header: heads.person },
    ...FIGURES.flatMap((key): TableColumn[] => {
      const column = { kind: KINDS[key], key, header: heads[key] }
      return compared ? [column, { ...column, key: `${key}Before`, header: heads.before(heads[key]) }] : [column]
    }),
  ]
  const line = (name: string, figures: OverviewFigures) => [
    name,
    ...FIGURES.flatMap(key => (compared ? [figures[key].now, figures[key].before] : [figures[key].now])),
  ]
  const callsOnly = (name: string, calls: number | null) => [name, calls, ...columns.slice(2).map(() => null)]
  return {
    columns,
    rows: [
      ...people.map(row => line(row.user.name, row)),
      ...(colleagues ? [callsOnly(heads.colleagues, colleagues.totalCalls)] : []),
      ...(nobody ? [line(heads.nobody, nobody)] : []),
      ...(rest ? [callsOnly(heads.rest, rest)] : []),
      line(heads.team, team),
    ],
  }
}

/** The headings and names of the table of funnels, in the reader's words. */
export interface FunnelHeads extends Record<Stage, string> {
  person: string
  rate: (stage: RateStage) => string
  team: string
  rest: string
}

/** One row a person in the order given: counts, and the rate of each stage of the one before. Who has no funnel yet is empty. */
export function funnelsTable(
  people: readonly PlacedFunnel[],
  sums: { team: StageCounts | null; rest: StageCounts | null; hasConversions: boolean },
  heads: FunnelHeads,
): ReportTable {
  const stages: RateStage[] = sums.hasConversions
    ? ['connected', 'conversations', 'conversions']
    : ['connected', 'conversations']
  const columns: TableColumn[] = [
    { key: 'name', kind: 'text', header: heads.person },
    { key: 'dials', kind: 'count', header: heads.dials },
    ...stages.flatMap((stage): TableColumn[] => [
      { key: stage, kind: 'count', header: heads[stage] },
      { key: `${stage}Rate`, kind: 'rate', header: heads.rate(stage) },
    ]),
  ]
  const line = (name: string, counts: StageCounts | null, rated = true) => [
    name,
    counts?.dials ?? null,
    ...stages.flatMap(stage => [
      counts?.[stage] ?? null,
      counts && rated ? (stepRate(counts, stage)?.value ?? null) : null,
    ]),
  ]
  return {
    columns,
    rows: [
      ...people.map(({ user, counts }) => line(user.name, counts)),
      ...(sums.rest ? [line(heads.rest, sums.rest, false)] : []),
      ...(sums.team ? [line(heads.team, sums.team)] : []),
    ],
  }
}
