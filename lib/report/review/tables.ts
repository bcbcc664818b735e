import { formatTimestamp } from '@/lib/format/dates'
import { STAGES } from '@/lib/report/query'
import { funnelTable, heatmapTable, type ReportTable, seriesTable, timeSpentTable } from '@/lib/report/tables'
import { FACTORS, type ReviewDocument, type Split } from './document'

type Cell = string | number | null

/** A table as a file holds it: headings that do not change with a language, and raw values. */
export interface RawTable {
  header: string[]
  rows: Cell[][]
}

/** The parts of a review that are files. */
export const REVIEW_TABLES = ['funnel', 'series', 'people', 'moved', 'pickup', 'talk', 'calls', 'commitments'] as const
export type ReviewTable = (typeof REVIEW_TABLES)[number]

const rawOf = ({ columns, rows }: ReportTable): RawTable => ({ header: columns.map(({ key }) => key), rows })

/** One row a person: counts of each stage, seconds of talk, days on which they dialled; beside them those of the period before. */
function peopleTable({ people, outbound, comparedWith }: ReviewDocument): RawTable {
  const stages = STAGES.filter(stage => stage !== 'conversions' || outbound.funnel.hasConversions)
  const before = comparedWith ? [...stages.map(stage => `${stage}Before`), 'activeDaysBefore'] : []
  return {
    header: ['person', ...stages, 'talkTime', 'activeDays', ...before],
    rows: people.map(person => [
      person.user.name,
      ...stages.map(stage => person.now[stage]),
      person.talkTime,
      person.activeDays,
      ...(comparedWith ? [...stages.map(stage => person.before?.[stage] ?? null), person.activeDaysBefore] : []),
    ]),
  }
}

/** The change of conversions: the team's, then each person's, then what belongs to nobody listed; in conversions, not rounded. */
function movedTable({ moved }: ReviewDocument): RawTable {
  const split = ({ total, by }: Split): Cell[] => [total, ...FACTORS.map(factor => by[factor])]
  return {
    header: ['of', 'person', 'total', ...FACTORS],
    rows: moved
      ? [
          ['team', null, ...split(moved.team)],
          ...moved.people.map(person => ['person', person.user.name, ...split(person.split)]),
          ['rest', null, moved.rest, ...FACTORS.map(() => null)],
        ]
      : [],
  }
}

/** Seconds: the measures of the outbound report, and where Allo says it, all talk in and out. */
function talkTable({ outbound, overview, comparedWith }: ReviewDocument): RawTable {
  const { header, rows } = rawOf(timeSpentTable(outbound))
  const all = overview?.team.talkTime
  if (!all || all.now === null) return { header, rows }
  return { header, rows: [...rows, comparedWith ? ['talkTime', all.now, all.before] : ['talkTime', all.now]] }
}

/** The calls worth a listen, as their reader may see them; start in the zone of the review. */
function callsTable({ calls, settings }: ReviewDocument): RawTable {
  return {
    header: [
      'start',
      'reason',
      'person',
      'contact',
      'company',
      'number',
      'duration',
      'result',
      'tags',
      'summary',
      'id',
    ],
    rows: calls.map(call => [
      formatTimestamp(call.date, settings.zone),
      call.reason,
      call.user?.name ?? null,
      call.contact?.name ?? null,
      call.contact?.company ?? null,
      call.contactNumber,
      call.duration,
      call.result,
      call.tags.join(', '),
      call.summary,
      call.id,
    ]),
  }
}

/** What became of the commitments of the period before. */
function commitmentsTable({ outcomes }: ReviewDocument): RawTable {
  return {
    header: ['person', 'text', 'author', 'metric', 'is', 'value', 'became', 'reached', 'k', 'n'],
    rows: outcomes.map(({ commitment: { user, text, author, measure }, became, reached }) => [
      user?.name ?? null,
      text,
      author,
      measure?.metric ?? null,
      measure?.is ?? null,
      measure?.value ?? null,
      became,
      reached?.value ?? null,
      reached?.k ?? null,
      reached?.n ?? null,
    ]),
  }
}

const MAKERS: Record<ReviewTable, (document: ReviewDocument) => RawTable> = {
  funnel: ({ outbound }) => rawOf(funnelTable(outbound)),
  series: ({ outbound }) => rawOf(seriesTable(outbound)),
  people: peopleTable,
  moved: movedTable,
  pickup: ({ outbound }) => rawOf(heatmapTable(outbound)),
  talk: talkTable,
  calls: callsTable,
  commitments: commitmentsTable,
}

/** A part of a review as a table, with the zone that bounds its days and hours in the last column. */
export function reviewTable(document: ReviewDocument, table: ReviewTable): RawTable {
  const { header, rows } = MAKERS[table](document)
  return { header: [...header, 'zone'], rows: rows.map(row => [...row, document.settings.zone]) }
}
