import 'server-only'
import { CallboardError } from '@/lib/errors'
import type { DrillQuery, ReportQuery } from '@/lib/report/query'
import { writeReport } from '@/lib/report/search'
import { type Only, type Sight, seesLines, seesPerson } from '@/lib/report/sight'
import { workspaceState } from '@/lib/server/workspace'
import { type Access, mayAccess } from './access'

/*
 * What of the data that a role may read at all is in somebody's reach: their own calls, their own numbers, the reports of
 * a link. Asked where data is read; answers in the cache are the team's and know no reader.
 */

/** Whose numbers somebody sees; null for everybody's. Only reps are narrowed, and only when the workspace says so. */
function onlyOf(access: Access): Only | null {
  if (access.kind !== 'person' || access.role !== 'rep') return null
  return workspaceState().settings.repsSee === 'own' ? { person: access.alloUserId } : null
}

/** What somebody may see, for the pages; the doors below check the same. */
export function sightOf(access: Access): Sight {
  return { lists: mayAccess(access, 'calls.list'), only: onlyOf(access) }
}

function refuse(why: string): never {
  throw new CallboardError('FORBIDDEN', why)
}

/**
 * Lets a report pass that somebody may read, and answers how it is to be narrowed. A screen and a link read the outbound
 * reports that they were made for, to the letter; their named periods are resolved on each request.
 *
 * @throws CallboardError FORBIDDEN for any other report, and for the numbers of a colleague who is not to be seen, or of
 *   a line, which may be a colleague's
 */
export function assertReport(access: Access, name: string, query: ReportQuery): Only | null {
  const scoped = access.kind === 'screen' || access.kind === 'share'
  if (scoped && (name !== 'outbound' || !access.reports.includes(writeReport(query)))) {
    refuse('the report is not in the scope of this link')
  }
  const only = onlyOf(access)
  if (!query.people.every(id => seesPerson(only, id))) refuse("a colleague's numbers")
  if (query.lines.length > 0 && !seesLines(only)) refuse("a line's numbers")
  return only
}

/**
 * As assertReport, for the calls behind a mark of an outbound report.
 *
 * @throws CallboardError FORBIDDEN
 */
export function assertDrill(access: Access, report: ReportQuery, { person }: Pick<DrillQuery, 'person'>): Only | null {
  const only = assertReport(access, 'outbound', report)
  if (person !== null && !seesPerson(only, person)) refuse("a colleague's calls")
  return only
}

/** Whether somebody may open the call of an Allo user (null: of nobody): its content, transcript and recording. */
export function opensCall(access: Access, userId: string | null): boolean {
  if (mayAccess(access, 'calls.all')) return true
  if (!mayAccess(access, 'calls.own') || access.kind !== 'person') return false
  return userId !== null && userId === access.alloUserId
}

/** @throws CallboardError FORBIDDEN for the call of somebody else */
export function assertOpensCall(access: Access, userId: string | null): void {
  if (!opensCall(access, userId)) refuse("somebody else's call")
}
