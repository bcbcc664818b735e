import { ALL_CALLS, type CallsQuery, writeCalls } from './calls-query'
import type { Period, ReportQuery } from './query'

/** What the list of calls is asked for one person's calls of a period. */
export function personQuestion(id: string, period: Period): CallsQuery {
  return { ...ALL_CALLS, person: id, dates: period }
}

/** The list of one person's calls of a period. */
export function personCallsHref(id: string, period: Period): string {
  return `/calls${writeCalls(personQuestion(id, period))}`
}

/** The list of the calls that a report counts; null where it cannot be asked for, as lists know one person or one line. */
export function callsHref({ period, people, lines }: ReportQuery): string | null {
  if (people.length + lines.length > 1) return null
  return `/calls${writeCalls({ ...ALL_CALLS, person: people[0] ?? null, line: lines[0] ?? null, dates: period })}`
}
